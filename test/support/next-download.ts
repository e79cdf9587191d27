import path from 'node:path';
import type { Download, Page } from 'playwright';
import { temporaryFolder } from './test-core.ts';

/** The file that the page hands out next, also when it asks first whether what it gives away may leave. */
export function nextDownload(page: Page): Promise<Download> {
  const download = page.waitForEvent('download');
  page
    .getByRole('button', { name: 'Export all the same' })
    .click({ timeout: 60_000 })
    // It did not ask.
    .catch(() => undefined);
  return download;
}

/** Where a download was saved. The browser of the run is reached over a socket, so it cannot say where it keeps its own. */
export async function fileOf(download: Download): Promise<string> {
  const file = path.join(temporaryFolder(), download.suggestedFilename());
  await download.saveAs(file);
  return file;
}
