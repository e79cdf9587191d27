import { spawn } from 'node:child_process';

interface Opener {
  readonly program: string;
  readonly args: readonly string[];
}

/** The command that opens an address in the person's own browser. */
export function browserOpener(platform: NodeJS.Platform, url: string): Opener {
  if (platform === 'darwin') return { program: 'open', args: [url] };
  // The empty argument is the window's title, which `start` would otherwise take from the address.
  if (platform === 'win32') return { program: 'cmd', args: ['/c', 'start', '""', url.replaceAll('&', '^&')] };
  return { program: 'xdg-open', args: [url] };
}

/** Tries to open a browser. The address was printed, so a machine without one to open loses nothing. */
export function openBrowser(url: string): void {
  const { program, args } = browserOpener(process.platform, url);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
