import { buildRendererIfStale } from '#electron/hosts/build-steps.ts';
import { serveBrowser } from '#test/support/open-browser.ts';

/** Before any browser test: the page, built once, and one browser for all of them. */
export async function setup(): Promise<() => Promise<void>> {
  await buildRendererIfStale();
  return serveBrowser();
}
