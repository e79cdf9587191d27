import fs from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MemoListItem } from '#shared/memos/memos-contract.ts';
import type { RichText } from '#shared/memos/rich-text.ts';
import { fileOf, nextDownload } from '#test/support/next-download.ts';
import { startApp, type App } from '#test/support/start-app.ts';

let app: App;

beforeEach(async () => {
  app = await startApp();
  app.page.setDefaultTimeout(10_000);
  await app.api.project.createSample({});
  await app.page.getByRole('navigation').getByText('Memos').click();
  await app.page.getByRole('region', { name: 'Memos', exact: true }).waitFor();
});

afterEach(async () => {
  expect(app.complaints).toEqual([]);
  await app.close();
});

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 10_000 });
const text = () => app.page.getByRole('textbox', { name: 'Text of the memo' });

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await app.page.keyboard.press(key);
}

async function type(words: string): Promise<void> {
  await app.page.keyboard.type(words);
}

/** The last memo that was changed, as it is stored. */
async function stored(): Promise<MemoListItem & { readonly body: RichText }> {
  const [memo] = await app.api.memos.list({});
  return app.api.memos.get({ id: memo!.id });
}

const body = async (): Promise<RichText> => (await stored()).body;
const says = (words: string, marks: { bold?: true; italic?: true } = {}) => ({
  type: 'text',
  text: words,
  ...marks,
});

async function beginMemo(): Promise<void> {
  await press('Control+Alt+n');
  await text().waitFor();
  await expect.poll(() => text().evaluate((element) => element === document.activeElement)).toBe(true);
}

test('a memo is written with the keyboard alone, as one would write Markdown', async () => {
  await beginMemo();
  await type('# First ideas');
  await press('Enter');
  await type('Teachers ');
  await press('Control+b');
  await type('never');
  await press('Control+b');
  await type(' say *why* ');
  await press('Enter');
  await type('- costs');
  await press('Enter', 'Tab');
  await type('time');
  await press('Enter', 'Shift+Tab');
  await type('rewards');
  await press('Enter', 'Enter');
  await type('> not my words');
  await press('Enter');
  await press('Control+Shift+Digit2');
  await type('To do');
  await eventually(body).toEqual([
    { type: 'heading', level: 1, children: [says('First ideas')] },
    {
      type: 'paragraph',
      children: [
        says('Teachers '),
        says('never', { bold: true }),
        says(' say '),
        says('why', { italic: true }),
        says(' '),
      ],
    },
    {
      type: 'list',
      ordered: false,
      items: [
        {
          children: [says('costs')],
          below: { type: 'list', ordered: false, items: [{ children: [says('time')] }] },
        },
        { children: [says('rewards')] },
      ],
    },
    { type: 'quote', children: [says('not my words')] },
    { type: 'heading', level: 2, children: [says('To do')] },
  ]);
  expect(await stored()).toMatchObject({
    heading: 'First ideas',
    class: 'analytic',
    about: { state: 'study' },
  });

  // Undo in the text belongs to the text.
  await press('Control+z');
  await eventually(async () => JSON.stringify(await body())).not.toContain('To do');
});

test('@ links to a code; the link shows its new name after renaming, goes there on Enter, and says when it is gone', async () => {
  const { page, api } = app;
  await beginMemo();
  await type('Compare with @cos');
  // Enter takes what is marked; a person sees the mark before the hand comes down.
  const chosen = await page.locator('[role="option"][aria-selected="true"] .link-menu-name').innerText();
  await press('Enter');
  await type('. Soon.');
  const code = (await api.codebook.list({})).find(({ name }) => name === chosen)!;
  await eventually(async () => (await body())[0]).toMatchObject({
    children: [says('Compare with '), { type: 'link', kind: 'code', name: chosen }, says('. Soon.')],
  });

  await api.codebook.change({ id: code.id, name: 'What it costs them' });
  const link = text().locator('.thing-link');
  await eventually(() => link.innerText()).toBe('What it costs them');
  await page.getByRole('option', { name: /Compare with What it costs them\. Soon/ }).waitFor();

  // The caret goes along the words and onto the link, at the pace of a person: the editor hears of each step.
  await press('Home');
  for (let step = 0; step < 'Compare with '.length + 1; step += 1) {
    await page.waitForTimeout(80);
    await press('ArrowRight');
  }
  await eventually(() => link.getAttribute('data-selected')).toBe('true');
  await press('Enter');
  await page.getByRole('region', { name: 'Codebook', exact: true }).waitFor();
  await page.getByRole('row', { name: 'What it costs them', exact: true, selected: true }).waitFor();

  await press('Alt+ArrowLeft');
  await api.codebook.remove({ id: code.id });
  await eventually(() => link.innerText()).toBe('What it costs them (removed)');
  await api.history.undo({});
  await eventually(() => link.innerText()).toBe('What it costs them');
});

test('nothing typed is lost when the memo, or the screen, is left at once', async () => {
  const { page, api } = app;
  const other = await api.memos.create({ title: 'Another one' });
  await beginMemo();
  await type('Typed and left');
  await page.getByRole('option', { name: /Another one/ }).click();
  await eventually(async () => (await api.memos.list({ text: 'typed left' })).length).toBe(1);
  await eventually(() => text().innerText()).not.toContain('Typed');
  await text().click();
  await type('More here');
  await page.getByRole('navigation').getByText('Codebook').click();
  await eventually(async () => (await api.memos.get({ id: other })).excerpt).toBe('More here');
});

test('fast typing while saves and reloads come and go arrives letter by letter', async () => {
  await beginMemo();
  const words = 'The quick brown fox jumps over the lazy dog, again and again. '.repeat(4).trim();
  await app.page.keyboard.type(words, { delay: 12 });
  expect(await text().innerText()).toBe(words);
  await eventually(body).toEqual([{ type: 'paragraph', children: [says(words)] }]);
});

test('the open memo follows what is undone outside of it', async () => {
  const { page, api } = app;
  const id = await api.memos.create({
    title: 'Notes',
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'First' }] }],
  });
  await page.getByRole('option', { name: /Notes/ }).click();
  await eventually(() => text().innerText()).toBe('First');
  await api.memos.change({
    id,
    title: 'Notes 2',
    body: [{ type: 'quote', children: [{ type: 'text', text: 'Second' }] }],
  });
  await eventually(() => text().innerText()).toBe('Second');
  expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Notes 2');
  await page.getByRole('listbox', { name: 'Memos' }).getByRole('option').first().focus();
  await press('Control+z');
  await eventually(() => text().innerText()).toBe('First');
});

test('memos are sorted into classes, found, removed with undo, and exported', async () => {
  const { page, api } = app;
  await api.memos.create({ title: 'On method', class: 'method' });
  await api.memos.create({
    title: 'On time',
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'évening' }] }],
  });
  await page.getByRole('option', { name: /On time/ }).click();
  await page.getByRole('button', { name: /Analytic/ }).click();
  await page.getByRole('option', { name: 'Comparison' }).click();
  await page.getByRole('button', { name: /Compares/ }).click();
  await page.getByRole('option', { name: 'Between groups' }).click();
  await eventually(stored).toMatchObject({ class: 'comparison', comparison: 'between groups' });

  const items = () => page.getByRole('listbox', { name: 'Memos' }).getByRole('option').count();
  await eventually(items).toBe(2);
  await page.getByRole('textbox', { name: 'Search memos' }).fill('EVEN');
  await eventually(items).toBe(1);

  const download = nextDownload(page);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /Markdown/ }).click();
  const file = fs.readFileSync(await fileOf(await download), 'utf8');
  expect(file).toContain('## On time');
  expect(file).not.toContain('On method');

  await page.getByRole('button', { name: 'Remove this memo' }).click();
  await page.getByText('No memo fits.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await eventually(items).toBe(1);
});

test('a memo on the code that is looked at says so', async () => {
  const { page, api } = app;
  await page.getByRole('navigation').getByText('Codebook').click();
  await page.getByRole('row', { selected: true }).first().waitFor();
  await press('Control+Alt+m');
  await text().waitFor();
  const [code] = await api.codebook.list({});
  await eventually(async () => (await stored()).about).toMatchObject({
    state: 'there',
    thing: { kind: 'code', id: code!.id, name: code!.name },
  });
});

test('an accessibility check finds nothing to say about the screen', async () => {
  const { page, api } = app;
  const [code] = await api.codebook.list({});
  await api.memos.create({ title: 'On a code', target: { kind: 'code', id: code!.id } });
  await page.getByRole('option', { name: /On a code/ }).click();
  await text().click();
  await type('See @cos');
  await page.locator('.link-menu-name').first().waitFor();
  await press('Enter');
  await text().locator('.thing-link').waitFor();
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});
