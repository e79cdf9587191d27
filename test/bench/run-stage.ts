import { invariant } from '#shared/assert.ts';
import { buildProject } from './build-project.ts';
import { measureEditor } from './measure-editor.ts';
import { measureGrid } from './measure-grid.ts';
import { measureSize } from './measure-size.ts';
import { measureUndo, printBuilt } from './measure-undo.ts';
import { isMeasuredSize } from './sizes.ts';

// Started by run-bench.ts: one stage of one size, in a process whose memory is that stage's.
const [, , stage, size = ''] = process.argv;
if (stage === 'editor') {
  await measureEditor();
} else if (stage === 'grid') {
  await measureGrid();
} else {
  invariant(isMeasuredSize(size), 'run-bench.ts names only sizes that there are');
  if (stage === 'build') printBuilt(size, buildProject(size));
  else if (stage === 'measure') await measureSize(size);
  else await measureUndo(size);
}
