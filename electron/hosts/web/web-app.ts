import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { AppError, type WireError } from '#shared/contract/errors.ts';
import type { CallResult } from '#shared/contract/host.ts';
import { fileRef } from '#shared/ids.ts';
import type { Core } from '#electron/core/core.ts';
import { readPageFiles } from '#electron/hosts/page-files.ts';
import { newNonce, pageHeaders, withNonce } from '#electron/hosts/page-policy.ts';
import { foreignReason, type Access } from './access.ts';
import type { EventLog } from './event-log.ts';
import { eventStream } from './event-stream.ts';
import { receiveFile, sendFile } from './file-transfer.ts';

export interface WebAppParts {
  readonly core: Core;
  readonly rendererFolder: string;
  readonly access: Access;
  readonly log: EventLog;
  readonly port: () => number;
}

type Env = { Variables: { readonly nonce: string } };

const CALLER = { host: 'web', trusted: true } as const;
const CALL_LIMIT_BYTES = 16 * 1024 * 1024;
const callBody = z.object({ method: z.string(), input: z.unknown() });

/** Routes and their guards. The order matters: nothing below the guards is reached without the cookie. */
export function makeWebApp({ core, rendererFolder, access, log, port }: WebAppParts): Hono<Env> {
  const app = new Hono<Env>();
  // Cookies do not know ports: the name tells this run from another one on the same machine.
  const cookieName = (): string => `crosscase-${port()}`;

  app.use(async (c, next) => {
    const nonce = newNonce();
    c.set('nonce', nonce);
    await next();
    for (const [name, value] of Object.entries(pageHeaders(nonce))) c.header(name, value);
  });
  app.use(async (c, next) => {
    const reason = foreignReason(
      {
        host: c.req.header('host'),
        origin: c.req.header('origin'),
        fetchSite: c.req.header('sec-fetch-site'),
      },
      port(),
    );
    return reason === null ? next() : refuse(c, 403, reason);
  });
  app.get('/enter', (c) => {
    const key = access.exchange(c.req.query('token') ?? '');
    if (key === null) return refuse(c, 401, 'This link was used before, or is not complete.');
    setCookie(c, cookieName(), key, { path: '/', httpOnly: true, sameSite: 'Strict' });
    return c.redirect('/', 303);
  });
  app.use(async (c, next) =>
    access.admits(getCookie(c, cookieName()))
      ? next()
      : refuse(c, 401, 'This window has no key to Crosscase.'),
  );

  app.post('/call', bodyLimit({ maxSize: CALL_LIMIT_BYTES, onError: callTooLarge }), async (c) => {
    const body = callBody.safeParse(await readJson(c));
    if (!body.success) return c.json(badInput('The request was not a call.'), 400);
    return c.json(await core.call(CALLER, body.data.method, body.data.input));
  });
  app.get('/events', (c) => eventStream(c, log));
  app.post('/files', async (c) => {
    const announced = c.req.header('content-length');
    const bytes = announced === undefined ? null : Number(announced);
    const ref = await receiveFile(core.files, c.req.query('name') ?? 'file', c.req.raw.body, bytes);
    return c.json({ ok: true, value: { ref } } satisfies CallResult);
  });
  app.get('/files/:ref', (c) => {
    const ref = fileRef.safeParse(c.req.param('ref'));
    if (!ref.success) return c.notFound();
    return sendFile(core.files, ref.data, c.req.query('name'));
  });
  servePage(app, rendererFolder);

  app.onError((error, c) => {
    const known = error instanceof AppError ? error : new AppError('internal', { message: error.message });
    return c.json(failed(known.toWire()), statusOf(known));
  });
  return app;
}

function servePage(app: Hono<Env>, folder: string): void {
  const files = readPageFiles(folder);
  app.get('*', (c) => {
    const found = files.get(c.req.path);
    if (found === undefined) return c.text('Not found.', 404);
    c.header('Content-Type', found.contentType);
    if (c.req.path === '/') return c.body(withNonce(found.content.toString('utf8'), c.get('nonce')));
    return c.body(new Uint8Array(found.content));
  });
}

function refuse(c: Context<Env>, status: 401 | 403, reason: string): Response {
  if (c.req.method !== 'GET') return c.json(failed({ code: 'not-allowed', detail: { reason } }), status);
  return c.text(
    `${reason}\n\nPress Enter in the terminal where Crosscase was started to open a new window.\n`,
    status,
  );
}

/** Undefined for what is not JSON, which is then refused like any other malformed call. */
async function readJson(c: Context<Env>): Promise<unknown> {
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function callTooLarge(c: Context): Response {
  return c.json(badInput(`A call may have at most ${CALL_LIMIT_BYTES / 1024 / 1024} MB.`), 413);
}

function badInput(problem: string): CallResult {
  return failed({ code: 'bad-input', detail: { problems: [problem] } });
}

function failed(error: WireError): CallResult {
  return { ok: false, error };
}

function statusOf(error: AppError): 404 | 413 | 500 {
  if (error.code === 'file-missing') return 404;
  return error.code === 'file-too-large' ? 413 : 500;
}
