import { createCore } from '#electron/core/core.ts';
import { nodeDeps } from '#electron/core/node-deps.ts';
import { REPOSITORY_FOLDER } from './repository-folder.ts';

// A process of its own that changes a project as fast as it can, and says each time what the program would now show
// as saved: `node keep-changing.ts <file>`. It is meant to be killed.
const core = createCore(nodeDeps(REPOSITORY_FOLDER));
const client = core.client({ host: 'test', trusted: true });
await client.project.open({ path: process.argv[2] ?? '' });
for (let count = 1; ; count += 1) {
  await client.project.describe({ researchQuestion: `Question ${count}` });
  process.stdout.write(`${count}\n`);
}
