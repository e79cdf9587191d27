import fs from 'node:fs';

/** A Chromium for tests: the one that was asked for, the system's, or the one that came with npm. */
export async function findChromium(): Promise<string> {
  const asked = process.env['CHROMIUM'];
  if (asked !== undefined && asked !== '') return asked;
  const ofSystem = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = ofSystem.find((file) => fs.existsSync(file));
  if (found !== undefined) return found;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}
