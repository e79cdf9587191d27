import type { Download, Page } from 'playwright';

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
