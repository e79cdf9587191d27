import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import type { Client } from '#shared/contract/api.ts';
import { createCore, type Core } from '#electron/core/core.ts';
import { nodeDeps } from '#electron/core/node-deps.ts';
import { startWebHost, type WebHost } from '#electron/hosts/web/web-host.ts';
import { buildRendererIfStale, RENDERER_FOLDER } from '#electron/hosts/build-steps.ts';
import { openBrowser } from './open-browser.ts';

export interface App {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The core behind the page, called from the test: for set-up and for looking at what was stored. */
  readonly api: Client;
  readonly core: Core;
  readonly host: WebHost;
  /** Where the page is. */
  readonly url: string;
  /** A folder of this run: projects, settings and documents go here. */
  readonly folder: string;
  /** What the page complained about: errors that nobody caught, and errors on its console. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface AppOptions {
  /** Left out: a new folder, removed at close. */
  readonly folder?: string;
  readonly width?: number;
  readonly height?: number;
}

/** The product in a real browser: a core on a folder of its own, the browser host, and Chromium with the page open. */
export async function startApp(options: AppOptions = {}): Promise<App> {
  await buildRendererIfStale();
  const folder = options.folder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'crosscase-app-'));
  const core = createCore(appDeps(folder));
  const host = await startWebHost({ core, rendererFolder: RENDERER_FOLDER });
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 720 },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints = listenForComplaints(page);
  await page.goto(host.url);
  return {
    page,
    context,
    api: core.client({ host: 'test', trusted: true }),
    core,
    host,
    url: `http://127.0.0.1:${host.port}/`,
    folder,
    complaints,
    async close() {
      await browser.close();
      await host.close();
      core.close();
      if (options.folder === undefined) fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

function appDeps(folder: string): ReturnType<typeof nodeDeps> {
  const deps = nodeDeps(path.resolve(import.meta.dirname, '../..'));
  const documents = path.join(folder, 'documents');
  fs.mkdirSync(documents, { recursive: true });
  return { ...deps, paths: { ...deps.paths, config: path.join(folder, 'config'), documents } };
}

function listenForComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}
