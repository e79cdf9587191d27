import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { projectPath } from './build-project.ts';
import { isMeasuredSize, measuredSizes } from './sizes.ts';

/** What is measured in a real page. The grid shows the matrix of L. */
const pages: readonly string[] = ['editor', 'grid'];

/** `npm run bench` measures S, M and the editor; `npm run bench -- S M L editor grid` what is named. */
export function runBench(given: readonly string[]): void {
  const unknown = given.filter((size) => !pages.includes(size) && !isMeasuredSize(size));
  if (unknown.length > 0) {
    console.error(
      `There is no size ${unknown.join(', ')}. Sizes: ${measuredSizes.join(', ')}; or ${pages.join(', ')}.`,
    );
    process.exit(1);
  }
  const sizes = given.length > 0 ? given.filter(isMeasuredSize) : (['S', 'M'] as const);
  for (const size of sizes) {
    if (!fs.existsSync(projectPath(size))) runStage('build', size);
    runStage('measure', size);
    runStage('undo', size);
  }
  if (given.length === 0 || given.includes('editor')) runStage('editor', '');
  if (given.includes('grid')) {
    if (!fs.existsSync(projectPath('L'))) runStage('build', 'L');
    runStage('grid', '');
  }
}

/** A process of its own for every stage, so that each tells its own peak of memory. A stage that fails ends the bench. */
function runStage(stage: 'build' | 'measure' | 'undo' | 'editor' | 'grid', size: string): void {
  const file = path.join(import.meta.dirname, 'run-stage.ts');
  const { status } = spawnSync(process.execPath, ['--expose-gc', file, stage, size], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`The bench failed: ${stage} ${size}.`);
    process.exit(1);
  }
}
