import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { chromium, type Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { findChromium } from '#test/support/find-chromium.ts';
import { REPOSITORY, startCore, temporaryFolder } from '#test/support/test-core.ts';

/** The program as `npm start` runs it, in a process of its own. */
async function startProgram(
  folder: string,
  project: string,
): Promise<{ process: ChildProcess; url: string }> {
  const program = spawn(
    process.execPath,
    ['electron/hosts/start.mjs', '--web', '--no-open', '--project', project],
    {
      cwd: REPOSITORY,
      env: {
        ...process.env,
        CROSSCASE_CONFIG: path.join(folder, 'config'),
        CROSSCASE_DOCUMENTS: path.join(folder, 'documents'),
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  onTestFinished(() => void program.kill('SIGKILL'));
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    program.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(output);
      if (found !== null) resolve(found[0]);
    });
    program.on('exit', () => reject(new Error(`the program ended: ${output}`)));
  });
  return { process: program, url };
}

async function openPage(url: string): Promise<Page> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.setDefaultTimeout(20_000);
  await page.goto(url);
  return page;
}

/** What is on disk, read by a connection that is not ours. */
function storedCodings(project: string): readonly (readonly [number, number])[] {
  const connection = new Database(project);
  try {
    return connection.prepare('SELECT start, "end" FROM coding ORDER BY id').raw().all() as [
      number,
      number,
    ][];
  } finally {
    connection.close();
  }
}

test('kill -9 in the middle of coding: nothing that the screen showed as done is missing', async () => {
  const folder = temporaryFolder();
  const project = path.join(folder, 'study.crosscase');
  const { core, api, offer } = startCore(folder);
  await api.project.create({ path: project, title: 'Study', coderName: 'Anna' });
  await api.codebook.create({ parentId: null, name: 'Time' });
  const file = offer(
    'V1.txt',
    fs.readFileSync(path.join(REPOSITORY, 'test/fixtures/nurses/V1 verpleegkundige.txt')),
  );
  await api.transcripts.import({ items: [{ file, title: 'V1', participantCode: 'V1' }] });
  core.close();

  const first = await startProgram(folder, project);
  const page = await openPage(first.url);
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: 'Coding', exact: true })
    .click();
  await page.locator('.transcript-text').waitFor();
  await page.locator('.transcript-text:focus').waitFor();
  const shown: number[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('t');
    await page.keyboard.press(turn === 0 ? 'Enter' : '1');
    if (turn === 0) {
      await page.keyboard.type('time');
      await page.keyboard.press('Enter');
      await page.locator('.transcript-text:focus').waitFor();
      // Pinned, so that the next ones take one key.
      await page.keyboard.press('1');
      await page.keyboard.type('time');
      await page.keyboard.press('Enter');
    }
    // A tint alone is a promise; the count in the header is what the screen shows as done.
    await page
      .getByText(`V1 · ${turn === 0 ? '1 coding' : `${turn + 1} codings`}`, { exact: true })
      .waitFor();
    shown.push(turn);
  }
  first.process.kill('SIGKILL');
  await new Promise((resolve) => first.process.once('exit', resolve));

  expect(storedCodings(project)).toHaveLength(shown.length);

  const second = await startProgram(folder, project);
  const reopened = await openPage(second.url);
  await reopened
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: 'Coding', exact: true })
    .click();
  await reopened.getByText(`V1 · ${shown.length} codings`).waitFor();
});
