import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

// A process of its own that runs the built main process with the stand-in in place of Electron, has it do one long
// piece of work on its worker, and says what came out: `node run-built-desktop.ts`.
const standIn = pathToFileURL(path.join(import.meta.dirname, 'electron-stand-in.ts')).href;
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: standIn, shortCircuit: true } : next(name, context),
});

const root = path.resolve(import.meta.dirname, '../..');
const electron = await import('./electron-stand-in.ts');
electron.app.appPath = root;
await import(pathToFileURL(path.join(root, 'out/desktop/main.js')).href);
while (electron.BrowserWindow.all.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));

const window = electron.BrowserWindow.all[0];
async function call(method: string, input: unknown): Promise<unknown> {
  const event = { senderFrame: window?.webContents.mainFrame };
  const result = (await electron.ipcHandlers.get('crosscase:call')?.(event, method, input)) as {
    readonly ok: boolean;
    readonly value: unknown;
  };
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

await call('project.createSample', {});
const [matrix] = (await call('matrices.list', {})) as { readonly id: number }[];
const exported = await call('export.matrix', { matrixId: matrix?.id, format: 'xlsx' });
process.stdout.write(`${JSON.stringify({ page: window?.webContents.mainFrame.url, exported })}\n`);
electron.app.emit('will-quit');
