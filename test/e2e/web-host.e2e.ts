import path from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startApp, type App } from '#test/support/start-app.ts';

let app: App;

beforeEach(async () => {
  app = await startApp();
  await app.api.project.create({ path: path.join(app.folder, 'study'), title: 'Hours', coderName: 'Anna' });
});

afterEach(() => app.close());

const shown = (page: Page, title: string) =>
  page.getByText(title, { exact: true }).first().waitFor({ timeout: 5000 });

test('a link opens one window; the next window needs a link of its own', async () => {
  const other = await app.page.context().browser()!.newContext();
  const page = await other.newPage();
  const again = await page.goto(app.host.url);
  expect(again?.status()).toBe(401);
  expect(await page.getByText('This link was used before').count()).toBe(1);
  expect((await page.goto(app.url))?.status()).toBe(401);

  expect((await page.goto(app.host.newUrl()))?.status()).toBe(200);
  expect(page.url()).toBe(app.url);
  await shown(page, 'Hours');
});

test('every window shows what was changed in another', async () => {
  const second = await app.context.newPage();
  await second.goto(app.url);
  await shown(second, 'Hours');
  await app.api.project.describe({ title: 'Minutes' });
  await shown(second, 'Minutes');
  await shown(app.page, 'Minutes');
});

test('the page runs no script that is not its own, and reaches no other machine', async () => {
  await shown(app.page, 'Hours');
  const outcome = await app.page.evaluate(async () => {
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.intruder = true';
    document.head.append(inline);
    const fetched = await fetch('https://example.org/').then(
      () => 'fetched',
      () => 'refused',
    );
    const image = await new Promise<string>((resolve) => {
      const picture = new Image();
      picture.addEventListener('load', () => resolve('loaded'));
      picture.addEventListener('error', () => resolve('refused'));
      picture.src = 'https://example.org/x.png';
    });
    return { fetched, image, intruder: 'intruder' in globalThis };
  });
  expect(outcome).toEqual({ fetched: 'refused', image: 'refused', intruder: false });
  expect(
    app.complaints.filter((text) => text.includes('Content Security Policy')).length,
  ).toBeGreaterThanOrEqual(3);
});

test('the page itself breaks no rule of its own policy', async () => {
  await shown(app.page, 'Hours');
  for (const screen of ['Participants', 'Transcripts', 'Codebook', 'Coding', 'Matrices', 'History']) {
    await app.page.getByRole('navigation').getByText(screen, { exact: true }).click();
    await app.page.getByRole('heading').first().waitFor();
  }
  expect(app.complaints).toEqual([]);
});

test('a window whose program has stopped says so, and that nothing is lost', async () => {
  await shown(app.page, 'Hours');
  await app.host.close();
  await app.page.getByRole('navigation').getByText('Codebook', { exact: true }).click();
  await app.page.getByText('Crosscase has stopped running.').first().waitFor({ timeout: 5000 });
});
