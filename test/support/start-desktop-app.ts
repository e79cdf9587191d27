import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import type { Client } from '#shared/contract/api.ts';
import { createClient } from '#shared/contract/client.ts';
import { BRIDGE_NAME } from '#shared/contract/desktop-bridge.ts';
import type { CallResult } from '#shared/contract/host.ts';
import { buildDesktopIfStale, buildRendererIfStale } from '#electron/hosts/build-steps.ts';
import { findRuntime } from '#electron/hosts/electron-runtime.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface DesktopApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** The core behind the window, called through the window's own bridge. */
  readonly api: Client;
  close(): Promise<void>;
}

/** The Electron program of this machine, or null when it is not there. */
export function desktopProgram(): string | null {
  return findRuntime(path.join(ROOT, 'node_modules/electron'), process.env);
}

/** The product in its real desktop window, with its settings and documents in a folder of the test. */
export async function startDesktopApp(folder: string): Promise<DesktopApp> {
  const program = desktopProgram();
  if (program === null) throw new Error('The Electron runtime is not on this machine.');
  await buildRendererIfStale();
  await buildDesktopIfStale();
  const electron = await _electron.launch({
    executablePath: program,
    args: [ROOT],
    env: {
      ...definedVariables(),
      CROSSCASE_CONFIG: path.join(folder, 'config'),
      CROSSCASE_DOCUMENTS: path.join(folder, 'documents'),
    },
  });
  const page = await electron.firstWindow();
  return { electron, page, api: clientThroughPage(page), close: () => electron.close() };
}

function clientThroughPage(page: Page): Client {
  return createClient((method, input) =>
    page.evaluate(
      ([bridge, name, value]) => {
        // Left in the page by the preload.
        const { call } = (
          globalThis as unknown as Record<string, { call(...of: unknown[]): Promise<CallResult> }>
        )[bridge]!;
        return call(name, value);
      },
      [BRIDGE_NAME, method, input] as const,
    ),
  );
}

function definedVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
