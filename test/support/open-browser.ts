import { chromium, type Browser } from 'playwright';
import { findChromium } from './find-chromium.ts';

const ARGS = ['--no-sandbox'];
/** Where the browser of a run of tests listens; the workers of the run inherit it. */
const ADDRESS = 'CROSSCASE_TEST_BROWSER';

/** One Chromium for a whole run of tests: starting it takes longer than many a test. Returns what ends it. */
export async function serveBrowser(): Promise<() => Promise<void>> {
  const server = await chromium.launchServer({ executablePath: await findChromium(), args: ARGS });
  process.env[ADDRESS] = server.wsEndpoint();
  return () => server.close();
}

/** The browser of the run, of which closing closes only what was opened through it; outside of a run, one of its own. */
export async function openBrowser(): Promise<Browser> {
  const address = process.env[ADDRESS];
  return address === undefined
    ? chromium.launch({ executablePath: await findChromium(), args: ARGS })
    : chromium.connect(address);
}
