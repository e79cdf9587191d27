import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { must } from '#shared/assert.ts';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import { startApp } from '#test/support/start-app.ts';
import { BENCH_DATA } from './bench-core.ts';
import { projectPath, removeProject } from './build-project.ts';
import { median } from './measure.ts';
import { installProbe } from './page-probe.ts';
import { decimal, printTable } from './report.ts';

const OPENINGS = 5;
const FRAMES = 200;
const WRITINGS = 20;

/** The row and the column in which summaries are written, one below the other. */
const COLUMN = 8;
const FIRST_ROW = 3;

type Row = readonly [name: string, app: readonly number[], plain: readonly number[]];

/**
 * The matrix of all codes × cases of L in the real page, beside a page with the same cells as one HTML table that loads
 * and saves nothing, in the same browser. Works on a copy of the project.
 */
export async function measureGrid(): Promise<void> {
  const file = path.join(BENCH_DATA, 'L-grid.crosscase');
  const folder = path.join(BENCH_DATA, 'grid-app');
  removeProject(file);
  fs.copyFileSync(projectPath('L'), file);
  fs.mkdirSync(folder, { recursive: true });
  const started = await startApp({ folder, width: 1680, height: 1050 });
  const { api, page, context, url } = started;
  await context.addInitScript(installProbe);
  await api.project.open({ path: file });
  const [coder] = await api.project.coders({});
  await api.project.chooseCoder({ coderId: must(coder, 'the study has a coder').id });
  const [first] = await api.matrices.list({});
  const matrix = await api.matrices.get({ id: must(first, 'the study has a matrix').id });
  await page.goto(url);
  const plain = await context.newPage();
  await plain.setContent(plainTable(matrix));
  await plain.evaluate(installProbe);

  const opened = { app: [] as number[], plain: [] as number[] };
  for (let time = 0; time <= OPENINGS; time += 1) {
    const tookApp = await opening(page, 'Matrices', '.matrix-grid [role=gridcell]');
    const tookPlain = await opening(plain, 'Open', '#scroller td');
    // The first fills caches.
    if (time === 0) continue;
    opened.app.push(tookApp);
    opened.plain.push(tookPlain);
  }
  await page.bringToFront();
  await press(page, 'Matrices');
  await page.locator('.matrix-grid [role=gridcell]').first().waitFor();
  // The states of the cells come after the cells.
  await page.waitForLoadState('networkidle');
  const rows: Row[] = [
    ['open, click to cells drawn', opened.app, opened.plain],
    [
      'scroll 120 pixels a frame: frames',
      await frames(page, '.matrix-grid'),
      await frames(plain, '#scroller'),
    ],
    ['write a summary, key to saved and drawn', await writing(page), []],
  ];
  print(matrix, rows);
  const summaries = (await api.matrices.get({ id: matrix.id })).cells.filter(({ summary }) =>
    summary.startsWith('Written '),
  ).length;
  if (summaries !== WRITINGS) throw new Error(`${summaries} summaries: some were not saved`);
  await started.close();
  removeProject(file);
  fs.rmSync(folder, { recursive: true });
}

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click();
}

/** From the click until enough cells are there to fill the view and have been drawn. */
async function opening(page: Page, button: string, cells: string): Promise<number> {
  await page.bringToFront();
  await press(page, button === 'Open' ? 'Close' : 'Study');
  await page.waitForFunction((selector) => document.querySelector(selector) === null, cells);
  await page.waitForTimeout(500);
  return page.evaluate(
    ([name, selector]) =>
      new Promise<number>((resolve) => {
        const found = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
        if (found === undefined) throw new Error(`there is no button ${name}`);
        const from = performance.now();
        const look = (now: number): void => {
          if (document.querySelectorAll(selector).length > 20) resolve(now - from);
          else requestAnimationFrame(look);
        };
        found.click();
        requestAnimationFrame(look);
      }),
    [button, cells] as const,
  );
}

async function frames(page: Page, scroller: string): Promise<readonly number[]> {
  await page.bringToFront();
  return page.evaluate(([selector, count]) => window.probe.scroll(selector, count), [
    scroller,
    FRAMES,
  ] as const);
}

/** From the key that ends a summary until the core has it, and the cell shows what state it is in now. */
async function writing(page: Page): Promise<readonly number[]> {
  await page.bringToFront();
  await page.evaluate(() => document.querySelector('.matrix-grid')?.scrollTo(0, 0));
  await page.locator(`[data-spot="${FIRST_ROW} 0"]`).click();
  for (let column = 0; column < COLUMN; column += 1) await page.keyboard.press('ArrowRight');
  const times: number[] = [];
  for (let time = 0; time < WRITINGS; time += 1) {
    const spot = `[data-spot="${FIRST_ROW + time} ${COLUMN}"]`;
    await page.locator(spot).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(`Written ${time}`);
    await page.evaluate(armWriting, spot);
    await page.keyboard.press('Control+Enter');
    times.push(await page.evaluate(() => window.written));
  }
  return times;
}

declare global {
  interface Window {
    /** How long the last summary took; not a number when its cell never said so. */
    written: Promise<number>;
  }
}

/** Runs in the page: watches from the next key on until the cell shows its state. */
function armWriting(cell: string): void {
  window.written = new Promise((resolve) => {
    const onKey = ({ timeStamp }: Event): void => {
      const look = (now: number): void => {
        const isThere = document.querySelector(`${cell} .state-mark`) !== null;
        if (isThere || now - timeStamp > 10_000) resolve(isThere ? now - timeStamp : NaN);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    document.addEventListener('keydown', onKey, { capture: true, once: true });
  });
}

/** The least that a page can do: every cell of the matrix in one table. */
function plainTable({ rows, columns, cells }: Matrix): string {
  const at = new Map(cells.map((cell) => [`${cell.columnId} ${cell.rowKey}`, cell]));
  const table = rows.map(({ key, code }) => [
    code,
    ...columns.map(({ id }) => {
      const cell = at.get(`${id} ${key}`);
      return cell === undefined ? '' : `${cell.summary} ${cell.count}`;
    }),
  ]);
  const data = JSON.stringify(table).replaceAll('<', '\\u003c');
  return `<!doctype html><meta charset="utf-8"><style>
    html, body { height: 100%; margin: 0; }
    #scroller { height: 90%; overflow: auto; }
    table { table-layout: fixed; width: ${240 * (columns.length + 1)}px; } td { height: 100px; vertical-align: top; }
  </style>
  <button>Open</button><button>Close</button><div id="scroller"></div>
  <script>
    const rows = ${data};
    const [open, close] = document.querySelectorAll('button');
    const scroller = document.getElementById('scroller');
    close.onclick = () => { scroller.textContent = ''; };
    open.onclick = () => {
      const table = document.createElement('table');
      for (const row of rows) {
        const line = table.insertRow();
        for (const text of row) line.insertCell().textContent = text;
      }
      scroller.append(table);
    };
  </script>`;
}

function print({ rows, columns, cells }: Matrix, measured: readonly Row[]): void {
  console.log(
    `\nGrid: ${rows.length} × ${columns.length}, ${cells.length} cells that hold something, in Chromium.\n`,
  );
  const summary = (times: readonly number[]): readonly string[] => {
    const sorted = times.toSorted((a, b) => a - b);
    return times.length === 0 ? ['', ''] : [decimal(median(times)), decimal(must(sorted.at(-1), 'a time'))];
  };
  printTable([
    ['milliseconds', 'app median', 'most', 'plain table', 'most', 'ratio', 'times'],
    ...measured.map(([name, app, plain]) => [
      name,
      ...summary(app),
      ...summary(plain),
      plain.length === 0 ? '' : `${decimal(median(app) / median(plain))}×`,
      String(app.length),
    ]),
  ]);
  const scrolled = measured[1]?.[1] ?? [];
  console.log(`\nFrames over 50 ms while the app scrolled: ${scrolled.filter((time) => time > 50).length}.`);
}
