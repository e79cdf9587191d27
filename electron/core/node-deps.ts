import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import type { Deps } from './deps.ts';
import { makeScratchFolder } from './scratch-folder.ts';

/** The real clock, ids and places, for every host. `root` is the folder that holds `migrations`. */
export function nodeDeps(root: string): Deps {
  return {
    now: () => new Date().toISOString(),
    newUid: () => v7(),
    log: (message, error) => void process.stderr.write(`${message} ${describe(error)}\n`),
    paths: {
      migrations: path.join(root, 'migrations'),
      config: process.env['CROSSCASE_CONFIG'] ?? configFolder(),
      documents: process.env['CROSSCASE_DOCUMENTS'] ?? path.join(documentsFolder(), 'Crosscase'),
      scratch: makeScratchFolder(),
      sampleStudy: path.join(root, 'electron', 'sample-study', 'data'),
    },
  };
}

function configFolder(): string {
  if (process.platform === 'win32') {
    return path.join(process.env['APPDATA'] ?? path.join(os.homedir(), 'AppData', 'Roaming'), 'Crosscase');
  }
  if (process.platform === 'darwin')
    return path.join(os.homedir(), 'Library', 'Application Support', 'Crosscase');
  return path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config'), 'crosscase');
}

function documentsFolder(): string {
  const documents = path.join(os.homedir(), 'Documents');
  return fs.existsSync(documents) ? documents : os.homedir();
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error ?? '');
}
