import { createCore } from '#electron/core/core.ts';
import { nodeDeps } from '#electron/core/node-deps.ts';
import { REPOSITORY_FOLDER } from './repository-folder.ts';

// A process of its own that opens a project and keeps it: `node hold-project.ts <file>`.
const core = createCore(nodeDeps(REPOSITORY_FOLDER));
const file = process.argv[2] ?? '';
const result = await core.call({ host: 'test', trusted: true }, 'project.open', { path: file });
process.stdout.write(`${JSON.stringify(result)}\n`);
setInterval(() => {}, 1000);
