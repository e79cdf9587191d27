import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { must } from '#shared/assert.ts';
import type { TranscriptId } from '#shared/ids.ts';
import { startApp } from '#test/support/start-app.ts';
import { BENCH_DATA } from './bench-core.ts';
import { removeProject } from './build-project.ts';
import { buildEditorStudy, type EditorStudy } from './editor-study.ts';
import { median } from './measure.ts';
import { installProbe } from './page-probe.ts';
import { plainPage } from './plain-page.ts';
import { decimal, printTable } from './report.ts';

const OPENINGS = 7;
const CODINGS = 20;
const SELECTIONS = 40;
const FRAMES = 150;

interface Times {
  readonly name: string;
  readonly app: readonly number[];
  readonly plain: readonly number[];
}

/**
 * A transcript of 80,000 characters with 3,000 overlapping codings in the real page, beside a contenteditable with the same
 * text and highlights that loads and saves nothing, in the same browser, by turns.
 */
export async function measureEditor(): Promise<void> {
  const study = buildEditorStudy();
  const folder = path.join(BENCH_DATA, 'editor-app');
  fs.mkdirSync(folder, { recursive: true });
  const started = await startApp({ folder });
  const { api, page, context } = started;
  await context.addInitScript(installProbe);
  await openProject(started, study);
  const plain = await context.newPage();
  await plain.setContent(plainPage(study));
  await plain.evaluate(installProbe);

  const pages = { app: page, plain };
  const rows = [
    await byTurns('open, key to highlights drawn', OPENINGS, pages, (which) => opening(which, study)),
    await byTurns('apply a code, key to tint', CODINGS, pages, (which, time) => applying(which, time * 3, 0)),
    await byTurns('apply a code, key to saved and marked', CODINGS, pages, async (which, time) =>
      applying(which, time * 3 + 1, (await isPlain(which)) ? 0 : 1),
    ),
    await byTurns('select a line more, key to drawn', SELECTIONS, pages, selecting),
    await scrolling(pages),
  ];
  const { length } = await api.coding.ofTranscript({ transcriptId: await longOne(api) });
  print(study, rows);
  if (length !== study.codings.length + 2 * (CODINGS + 1))
    throw new Error(`${length} codings: some were not saved`);
  await started.close();
  removeProject(study.file);
  fs.rmSync(folder, { recursive: true });
}

type App = Awaited<ReturnType<typeof startApp>>;

async function longOne(api: App['api']): Promise<TranscriptId> {
  const found = (await api.transcripts.list({})).find(({ title }) => title === 'The long one');
  return must(found, 'the study has a long transcript').id;
}

/** With the unused code under the key 1, and the short transcript on the screen. */
async function openProject({ api, page, url }: App, { file, uid, unusedCode }: EditorStudy): Promise<void> {
  await api.project.open({ path: file });
  const [coder] = await api.project.coders({});
  await api.project.chooseCoder({ coderId: must(coder, 'the study has a coder').id });
  await page.goto(url);
  await page.evaluate(([project, code]) => localStorage.setItem(`crosscase.pins.${project}`, `[${code}]`), [
    uid,
    unusedCode,
  ] as const);
  await page.reload();
  await page.getByRole('navigation').getByRole('button', { name: 'Coding', exact: true }).click();
  await page.locator('.transcript-text').waitFor();
}

/** The first turn fills caches and is not counted. */
async function byTurns(
  name: string,
  repetitions: number,
  { app, plain }: { readonly app: Page; readonly plain: Page },
  once: (page: Page, repetition: number) => Promise<number>,
): Promise<Times> {
  const times: { readonly app: number[]; readonly plain: number[] } = { app: [], plain: [] };
  for (let repetition = 0; repetition <= repetitions; repetition += 1) {
    for (const which of ['app', 'plain'] as const) {
      const page = which === 'app' ? app : plain;
      await page.bringToFront();
      const took = await once(page, repetition);
      if (repetition > 0) times[which].push(took);
    }
  }
  return { name, ...times };
}

async function isPlain(page: Page): Promise<boolean> {
  return (await page.locator('#plain').count()) > 0;
}

async function opening(page: Page, { codings }: EditorStudy): Promise<number> {
  const plain = await isPlain(page);
  if (plain) await page.evaluate(() => CSS.highlights.clear());
  else await page.keyboard.press('Alt+ArrowUp');
  await page.waitForFunction(() => window.probe.ranges() === 0);
  await page.evaluate((wanted) => window.probe.arm(wanted), codings.length);
  await page.keyboard.press(plain ? 'o' : 'Alt+ArrowDown');
  return page.evaluate(() => window.probe.measured());
}

/** `brackets`: how many more stand in the margin when it is done, which is when the coding is known to be saved. */
async function applying(page: Page, place: number, brackets: number): Promise<number> {
  await page.evaluate((where) => window.probe.selectIn(where), place);
  await page.waitForTimeout(300);
  await page.evaluate((more) => {
    window.probe.arm(window.probe.ranges() + 1, more === 0 ? 0 : window.probe.brackets() + more);
  }, brackets);
  await page.keyboard.press('1');
  return page.evaluate(() => window.probe.measured());
}

async function selecting(page: Page, repetition: number): Promise<number> {
  if (repetition % 10 === 0) await page.evaluate((place) => window.probe.selectIn(place), repetition + 20);
  await page.waitForTimeout(60);
  await page.evaluate(() => window.probe.arm(0));
  await page.keyboard.press('Shift+ArrowDown');
  return page.evaluate(() => window.probe.measured());
}

async function scrolling({ app, plain }: { readonly app: Page; readonly plain: Page }): Promise<Times> {
  const frames = async (page: Page, scroller: string): Promise<readonly number[]> => {
    await page.bringToFront();
    return page.evaluate(([selector, count]) => window.probe.scroll(selector, count), [
      scroller,
      FRAMES,
    ] as const);
  };
  return {
    name: 'scroll 120 pixels a frame: frames',
    app: await frames(app, '.transcript-scroller'),
    plain: await frames(plain, '#scroller'),
  };
}

function print({ text, codings }: EditorStudy, rows: readonly Times[]): void {
  console.log(`\nEditor: ${text.length} characters, ${codings.length} codings, in Chromium.\n`);
  const header = [
    'milliseconds',
    'app median',
    '95 %',
    'most',
    'plain median',
    '95 %',
    'most',
    'ratio',
    'times',
  ];
  printTable([
    header,
    ...rows.map(({ name, app, plain }) => [
      name,
      ...summary(app),
      ...summary(plain),
      `${decimal(median(app) / median(plain))}×`,
      String(app.length),
    ]),
  ]);
  const scrolled = rows.at(-1)?.app ?? [];
  console.log(`\nFrames over 50 ms while the app scrolled: ${scrolled.filter((time) => time > 50).length}.`);
}

function summary(times: readonly number[]): readonly string[] {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
  return [median(sorted), at(0.95), at(1)].map(decimal);
}
