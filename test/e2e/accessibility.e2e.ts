import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import type { TypologyId } from '#shared/ids.ts';
import { NONE_CLEARLY, traitOfTypology } from '#shared/matrices/traits.ts';
import { startApp, type App } from '#test/support/start-app.ts';

let app: App;
let page: Page;

const SCREENS = [
  'Study',
  'Participants',
  'Transcripts',
  'Codebook',
  'Coding',
  'Search',
  'Fragments',
  'Memos',
  'Within-case',
  'Matrices',
  'Checking',
  'Types',
  'Compare',
  'Team',
  'History',
];

beforeAll(async () => {
  app = await startApp({ width: 1280, height: 720 });
  ({ page } = app);
  page.setDefaultTimeout(15_000);
  // What is half faded in has half its contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

afterAll(() => app.close());

afterEach(async () => {
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'none', colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 720 });
});

let studyFile: string | null = null;

/** The same study for all tests, which leave it as it was; only the first one makes it. */
async function openStudy(theme: 'light' | 'dark' | 'contrast'): Promise<void> {
  await app.api.settings.set({ theme });
  if (studyFile === null) await makeStudy();
  else if ((await app.api.project.current({})) === null) await app.api.project.open({ path: studyFile });
  await page.reload();
  await page.getByRole('navigation').getByText('Study').waitFor();
}

async function makeStudy(): Promise<void> {
  await app.api.project.createSample({ path: null });
  const coders = (await app.api.project.coders({})).filter(({ name }) => name !== 'B');
  const transcripts = await app.api.transcripts.list({});
  const typologyId = await app.api.typologies.create({ name: 'Taking part', types: ['Keen', 'Wary'] });
  const cases = (await app.api.participants.table({})).participants.slice(0, 3).map(({ id }) => id);
  await app.api.typologies.assign({
    typologyId,
    participantIds: cases,
    typeId: null,
    rationale: 'Both at once',
  });
  await readAcross(typologyId);
  const session = await app.api.comparison.create({
    name: 'Round 1',
    coders: coders.map(({ id }) => ({ coderId: id })),
    transcriptIds: transcripts.filter(({ finishedBy }) => finishedBy.length === 3).map(({ id }) => id),
  });
  await app.api.comparison.begin({ id: session });
  await app.api.comparison.agreement({ id: session });
  studyFile = must(await app.api.project.current({}), 'a study is open').path;
}

/** The first matrix with everything that reading across can put on it. */
async function readAcross(typologyId: TypologyId): Promise<void> {
  const [first] = await app.api.matrices.list({});
  const { id } = must(first, 'the sample has a matrix');
  await app.api.matrices.setView({ id, groupBy: traitOfTypology(typologyId) });
  const { rows, columns } = await app.api.matrices.get({ id });
  const pattern = {
    attributeId: traitOfTypology(typologyId),
    value: NONE_CLEARLY,
    columnId: must(columns[0], 'a column').id,
    expected: 'some fragments' as const,
  };
  await app.api.matrices.rememberReading({ id, pins: [must(rows[1], 'a row').key], heat: true, pattern });
}

async function goTo(screen: string): Promise<void> {
  if (screen === 'Team') {
    await goTo('Compare');
    await page.getByRole('button', { name: 'Team', exact: true }).click();
    await page.getByRole('heading', { name: 'Team' }).waitFor();
    await settled();
    return;
  }
  await page.getByRole('navigation').getByRole('button', { name: screen, exact: true }).click();
  await page.locator('.screen').first().waitFor();
  await settled();
}

/** Until nothing more is drawn: lists load after their screen. */
async function settled(): Promise<void> {
  await page.waitForFunction(async () => {
    const before = document.body.innerHTML;
    await new Promise((resolve) => setTimeout(resolve, 250));
    return document.body.innerHTML === before;
  });
}

/**
 * Every violation, as the rule and the elements that break it. The list of the palette scrolls with the arrow keys of the
 * field above it, which keeps the focus: axe knows this of comboboxes alone.
 */
async function violations(rules?: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  return brokenIn(rules === undefined ? axe : axe.withRules([...rules]));
}

async function brokenIn(axe: AxeBuilder): Promise<readonly string[]> {
  const found = await axe.analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !(id === 'scrollable-region-focusable' && html.includes('palette-list')))
      .map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
  );
}

async function runFromPalette(label: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox', { name: 'Find anything' }).fill(label);
  await page.getByRole('menuitem', { name: label }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** Another look is other colours: what has to do with names and order is the same in all. */
describe.each([
  ['light', undefined],
  ['dark', ['color-contrast']],
  ['contrast', ['color-contrast']],
] as const)('in the look “%s”', (theme, rules) => {
  test('no screen breaks a rule of accessibility', async () => {
    await app.api.project.close({});
    await app.api.settings.set({ theme });
    await page.reload();
    await settled();
    const broken: Record<string, readonly string[]> = { Welcome: await violations(rules) };
    await openStudy(theme);
    for (const screen of SCREENS) {
      await goTo(screen);
      broken[screen] = await violations(rules);
    }
    expect(onlyBroken(broken)).toEqual({});
  });
});

test('no dialog breaks a rule of accessibility', async () => {
  await openStudy('light');
  const broken: Record<string, readonly string[]> = {};
  for (const [screen, actions] of DIALOGS) {
    await goTo(screen);
    await selectSomething(screen);
    for (const action of actions) {
      await runFromPalette(action);
      await page.getByRole('dialog').or(page.getByRole('alertdialog')).first().waitFor();
      await settled();
      // What lies behind it is inert, and was looked at with its screen.
      broken[action] = await brokenIn(new AxeBuilder({ page }).include(DIALOG));
      await page.keyboard.press('Escape');
      await expect
        .poll(() => page.getByRole('dialog').count(), { message: `Escape closes “${action}”` })
        .toBe(0);
    }
  }
  expect(onlyBroken(broken)).toEqual({});
});

/** Some dialogs are about what is selected. */
async function selectSomething(screen: string): Promise<void> {
  if (screen === 'Transcripts') await page.getByRole('row').nth(1).click();
  if (screen === 'Codebook') await page.getByRole('treegrid').getByRole('row').nth(1).click();
}

function onlyBroken(broken: Readonly<Record<string, readonly string[]>>): object {
  return Object.fromEntries(Object.entries(broken).filter(([, found]) => found.length > 0));
}

const DIALOG = '[role="dialog"], [role="alertdialog"]';

/** The dialogs that an action opens, by the screen where it can. */
const DIALOGS: readonly (readonly [screen: string, actions: readonly string[]])[] = [
  ['Study', ['New project…', 'Open project…', 'Change who is coding…', 'Show all keys']],
  ['Participants', ['Add an attribute…', 'Sites: names and notes…']],
  [
    'Transcripts',
    ['Rename this transcript…', 'Link this transcript to a participant…', 'Remove this transcript…'],
  ],
  ['Codebook', ['New code…', 'Remove this code…']],
  ['Coding', ['Versions and corrections of this transcript…']],
  [
    'Matrices',
    [
      'New matrix…',
      'Add a column…',
      'Name and decision rules of the matrix…',
      'Decision rule of this column…',
      'This column by group…',
      'Which cases count in the matrix…',
      'What contradicts a pattern…',
      'Draw a second matrix from this one…',
      'Remove the matrix…',
    ],
  ],
];

test('the palette and the picker of codes break no rule either', async () => {
  await openStudy('light');
  await goTo('Coding');
  await page.keyboard.press('Control+k');
  await page.getByRole('menuitem').first().waitFor();
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('.transcript-text').focus();
  await page.keyboard.press('s');
  await page.keyboard.press('Enter');
  await page.locator('.code-picker-popover').waitFor();
  await settled();
  expect(await violations()).toEqual([]);
});

test('Tab goes round on every screen and is caught nowhere', async () => {
  await openStudy('light');
  const caught: string[] = [];
  for (const screen of SCREENS) {
    await goTo(screen);
    if (!(await comesRound())) caught.push(screen);
  }
  expect(caught).toEqual([]);
});

/** Whether the focus leaves the screen again for the rail on the left, by Tab alone. */
async function comesRound(): Promise<boolean> {
  const inRail = () => page.evaluate(() => document.activeElement?.closest('nav') !== null);
  let left = false;
  for (let step = 0; step < 150; step += 1) {
    await page.keyboard.press('Tab');
    if (!(await inRail())) left = true;
    else if (left) return true;
  }
  return false;
}

test('a dialog keeps the focus inside, and gives it back where it was', async () => {
  await openStudy('light');
  await goTo('Transcripts');
  const button = page.getByRole('button', { name: /^Import/ }).first();
  await button.focus();
  await page.keyboard.press('Shift+?');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('everything that takes the focus says what it is', async () => {
  await openStudy('light');
  const nameless: Record<string, readonly string[]> = {};
  for (const screen of SCREENS) {
    await goTo(screen);
    nameless[screen] = await page.evaluate(() => {
      const focusable = document.querySelectorAll<HTMLElement>(
        'button, input, textarea, a[href], [tabindex="0"]',
      );
      const hasName = (element: HTMLElement): boolean =>
        [element.ariaLabel, element.getAttribute('aria-labelledby'), element.textContent, element.title].some(
          (name) => name !== null && name.trim() !== '',
        ) ||
        ('labels' in element && (element as HTMLInputElement).labels!.length > 0);
      return [...focusable]
        .filter((element) => element.checkVisibility() && element.closest('[aria-hidden="true"]') === null)
        .filter((element) => !hasName(element))
        .map((element) => element.outerHTML.slice(0, 160));
    });
  }
  expect(onlyBroken(nameless)).toEqual({});
});

test('what is done is said: a coding, its removal, an undo', async () => {
  await openStudy('light');
  await goTo('Coding');
  const text = page.locator('.transcript-text');
  const said = () => page.locator('.coding-screen > [role="status"]').innerText();
  await text.focus();
  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  await page.locator('.code-picker-popover').waitFor();
  await page.keyboard.type('Practice');
  await page.keyboard.press('Enter');
  await expect.poll(said).toMatch(/words? as Practice/);
  await page.keyboard.press('Control+z');
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('status'))
    .getByText(/Undone/)
    .first()
    .waitFor();
});

test('at 200 % every screen can be reached and used without a second scroll bar', async () => {
  await openStudy('light');
  // 1280 × 720 at 200 % has as much room as this.
  await page.setViewportSize({ width: 640, height: 360 });
  const overflowing: string[] = [];
  for (const screen of SCREENS) {
    await goTo(screen);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    if (wide) overflowing.push(screen);
    // Colours are those of the large window.
    const broken = await brokenIn(new AxeBuilder({ page }).disableRules('color-contrast'));
    expect([screen, broken]).toEqual([screen, []]);
    await picture(`zoom-${screen}`);
  }
  expect(overflowing).toEqual([]);
});

test('with the colours of the system and without motion, nothing is lost and nothing moves', async () => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await openStudy('light');
  for (const screen of SCREENS) {
    await goTo(screen);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
          const lasts = (durations: string): boolean =>
            durations.split(',').some((one) => parseFloat(one) > 0.01);
          return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration);
        })
        .map((element) => element.className),
    );
    expect([screen, moving]).toEqual([screen, []]);
    await picture(`forced-${screen}`);
  }
});

/** For eyes: written only when somebody asks for pictures. */
async function picture(name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
}
