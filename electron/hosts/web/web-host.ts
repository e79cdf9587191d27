import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Core } from '#electron/core/core.ts';
import { Access } from './access.ts';
import { EventLog } from './event-log.ts';
import { makeWebApp } from './web-app.ts';

export interface WebHost {
  /** Opens a window, once. */
  readonly url: string;
  readonly port: number;
  /** Another link that opens a window, once. */
  newUrl(): string;
  close(): Promise<void>;
}

export interface WebHostOptions {
  readonly core: Core;
  /** The built page. */
  readonly rendererFolder: string;
  /** 0, or left out: one that is free. */
  readonly port?: number;
}

/** Serves the page and the door to it on this machine's own address, to whoever brings a token. */
export async function startWebHost({
  core,
  rendererFolder,
  port: wanted = 0,
}: WebHostOptions): Promise<WebHost> {
  if (!fs.existsSync(rendererFolder)) throw new Error(`The page is not built: ${rendererFolder} is missing.`);
  const access = new Access();
  const log = new EventLog(randomBytes(6).toString('hex'));
  let port = 0;
  const app = makeWebApp({ core, rendererFolder, access, log, port: () => port });
  // Without a createServer option the adaptor makes a plain HTTP/1.1 server.
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  port = await listen(server, wanted);
  const unsubscribe = core.subscribe((event) => log.add(event));
  const newUrl = (): string => `http://127.0.0.1:${port}/enter?token=${access.newToken()}`;
  return {
    url: newUrl(),
    port,
    newUrl,
    async close() {
      unsubscribe();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      // A server that listens on a port has an address of this kind, never a pipe's name.
      resolve((server.address() as AddressInfo).port);
    });
  });
}
