import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { startWebHost, type WebHost } from '#electron/hosts/web/web-host.ts';
import { startCore, temporaryFolder, type TestCore } from '#test/support/test-core.ts';

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  json(): unknown;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | AsyncIterable<Buffer>;
}

export interface RunningWebHost extends TestCore {
  readonly host: WebHost;
  /** What a browser of ours sends along. */
  readonly ours: Readonly<Record<string, string>>;
  ask(path: string, ask?: Ask): Promise<Answer>;
}

/** A web host over a small page, asked with plain HTTP: `fetch` would not let a test lie about its origin. */
export async function startTestHost(): Promise<RunningWebHost> {
  const started = startCore();
  const rendererFolder = temporaryFolder();
  fs.mkdirSync(path.join(rendererFolder, 'assets'));
  fs.writeFileSync(
    path.join(rendererFolder, 'index.html'),
    '<html><head></head><body>The page</body></html>',
  );
  fs.writeFileSync(path.join(rendererFolder, 'assets/page.js'), 'export {};');
  const host = await startWebHost({ core: started.core, rendererFolder });
  onTestFinished(() => host.close());
  const ask = (target: string, options: Ask = {}): Promise<Answer> => send(host.port, target, options);
  const entered = await ask(pathOf(host.url));
  const cookie = (entered.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  return { ...started, host, ask, ours: { cookie, origin: `http://127.0.0.1:${host.port}` } };
}

export function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

export function send(
  port: number,
  target: string,
  { method = 'GET', headers = {}, body }: Ask,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, path: target, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: text,
          json: () => JSON.parse(text) as unknown,
        });
      });
    });
    request.on('error', reject);
    void write(request, body);
  });
}

async function write(request: http.ClientRequest, body: Ask['body']): Promise<void> {
  if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) {
    request.end(body);
    return;
  }
  for await (const chunk of body) {
    if (request.destroyed) return;
    request.write(chunk);
  }
  request.end();
}
