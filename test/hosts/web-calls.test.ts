import http from 'node:http';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startTestHost, type RunningWebHost } from './web-client.ts';

const call = ({ ask, ours }: RunningWebHost, body: string) =>
  ask('/call', { method: 'POST', headers: { ...ours, 'content-type': 'application/json' }, body });

describe('calls', () => {
  test('hands a call to the door and its answer back', async () => {
    const host = await startTestHost();
    const file = path.join(host.folder, 'study.crosscase');
    const body = JSON.stringify({
      method: 'project.create',
      input: { path: file, title: 'Stüdy “ü”', coderName: 'Anna' },
    });
    const answer = await call(host, body);
    expect(answer.json()).toMatchObject({ ok: true, value: { path: file, title: 'Stüdy “ü”' } });
    expect(await host.api.project.current({})).toMatchObject({ path: file });
  });

  test('answers a method that does not exist with a refusal, not with an error page', async () => {
    const host = await startTestHost();
    for (const method of ['project.explode', 'constructor', '__proto__', 'toString', '']) {
      const answer = await call(host, JSON.stringify({ method, input: {} }));
      expect(answer.json()).toEqual({ ok: false, error: { code: 'unknown-method', detail: { method } } });
    }
  });

  test.each(['', '{', 'null', '[]', '"project.current"', '{"method":1}', '{"input":{}}'])(
    'refuses what is not a call: %s',
    async (body) => {
      const answer = await call(await startTestHost(), body);
      expect(answer.status).toBe(400);
      expect(answer.json()).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    },
  );

  test('refuses a call that is larger than any that the page makes', async () => {
    const host = await startTestHost();
    const input = { title: 'x'.repeat(17 * 1024 * 1024) };
    const answer = await call(host, JSON.stringify({ method: 'project.describe', input }));
    expect(answer.status).toBe(413);
    expect(answer.json()).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect((await call(host, JSON.stringify({ method: 'project.current', input: {} }))).status).toBe(200);
  });
});

describe('files', () => {
  test('takes a file in and gives it back under a name that is safe', async () => {
    const { ask, ours } = await startTestHost();
    const content = Buffer.from([0, 255, 10, 13, 200]);
    const sent = await ask(`/files?name=${encodeURIComponent('../Téacher "4"\r\n.txt')}`, {
      method: 'POST',
      headers: ours,
      body: content,
    });
    const { value } = sent.json() as { value: { ref: string } };
    const got = await ask(`/files/${value.ref}`, { headers: ours });
    expect(got.status).toBe(200);
    expect(got.headers['content-length']).toBe('5');
    expect(got.headers['content-type']).toBe('application/octet-stream');
    expect(got.headers['content-disposition']).toBe(
      `attachment; filename="T_acher -4-.txt"; filename*=UTF-8''T%C3%A9acher%20-4-.txt`,
    );
  });

  test('does not give out what it was not given', async () => {
    const { ask, ours } = await startTestHost();
    for (const ref of ['nothing', '..%2f..%2fetc%2fpasswd', '%2Fetc%2Fpasswd']) {
      const answer = await ask(`/files/${ref}`, { headers: ours });
      expect([ref, answer.status]).toEqual([ref, 404]);
      expect(answer.body).not.toContain('root:');
    }
  });

  test('refuses a file above the limit from what its header says, before it is sent', async () => {
    const { ask, ours } = await startTestHost();
    const headers = { ...ours, 'content-length': String(61 * 1024 * 1024) };
    const answer = await ask('/files?name=film.txt', { method: 'POST', headers, body: stutter(1) });
    expect(answer.status).toBe(413);
    expect(answer.json()).toEqual({
      ok: false,
      error: { code: 'file-too-large', detail: { name: 'film.txt', megabytes: 61, limit: 60 } },
    });
  });

  test('refuses a file above the limit that does not say how long it is, and keeps nothing of it', async () => {
    const { ask, ours, core } = await startTestHost();
    const before = core.files.reserve('probe').path;
    const answer = await ask('/files?name=film.txt', {
      method: 'POST',
      headers: { ...ours, 'transfer-encoding': 'chunked' },
      body: stutter(62),
    });
    expect(answer.json()).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
    const { default: fs } = await import('node:fs');
    expect(fs.readdirSync(path.dirname(before))).toEqual([]);
  });
});

async function* stutter(megabytes: number): AsyncGenerator<Buffer> {
  for (let count = 0; count < megabytes; count += 1) {
    yield Buffer.alloc(1024 * 1024);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('events', () => {
  test('sends what changed to every window', async () => {
    const host = await startTestHost();
    await host.api.project.create({
      path: path.join(host.folder, 'study'),
      title: 'Study',
      coderName: 'Anna',
    });
    const streams = [await listen(host), await listen(host)];
    await host.api.project.describe({ title: 'Hours' });
    for (const stream of streams) {
      expect((await stream.next()).event).toMatchObject({ type: 'changed', tables: ['project'] });
    }
  });

  test('tells a window that was cut off what it missed', async () => {
    const host = await startTestHost();
    await host.api.project.create({
      path: path.join(host.folder, 'study'),
      title: 'Study',
      coderName: 'Anna',
    });
    const first = await listen(host);
    await host.api.project.describe({ title: 'One' });
    const { id } = await first.next();
    first.close();
    await host.api.project.describe({ title: 'Two' });
    await host.api.project.describe({ title: 'Three' });

    const again = await listen(host, id);
    expect((await again.next()).event).toMatchObject({ label: 'Rename the study to “Two”' });
    expect((await again.next()).event).toMatchObject({ label: 'Rename the study to “Three”' });
  });

  test('makes a window load everything when nobody knows any more what it missed', async () => {
    const host = await startTestHost();
    const stream = await listen(host, 'an-earlier-run-7');
    expect((await stream.next()).event).toEqual({ type: 'session' });
  });

  test('lets go of the windows when it closes', async () => {
    const host = await startTestHost();
    const stream = await listen(host);
    await host.host.close();
    await stream.closed;
    await expect(host.ask('/', { headers: host.ours })).rejects.toThrow(/ECONNREFUSED/);
  });
});

interface Listening {
  next(): Promise<{ readonly id: string; readonly event: unknown }>;
  close(): void;
  readonly closed: Promise<void>;
}

/** An event stream, read as the browser does. */
function listen({ host, ours }: RunningWebHost, lastId?: string): Promise<Listening> {
  const headers = { cookie: ours['cookie']!, ...(lastId === undefined ? {} : { 'last-event-id': lastId }) };
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port: host.port, path: '/events', headers }, (response) => {
      const heard: { id: string; event: unknown }[] = [];
      let wake = (): void => {};
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        const blocks = (rest + chunk).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const data = /^data: (.*)$/m.exec(block)?.[1];
          if (data !== undefined) {
            heard.push({ id: /^id: (.*)$/m.exec(block)?.[1] ?? '', event: JSON.parse(data) as unknown });
          }
        }
        wake();
      });
      response.on('error', () => {});
      onTestFinished(() => void request.destroy());
      resolve({
        async next() {
          while (heard.length === 0) await new Promise<void>((done) => (wake = done));
          return heard.shift()!;
        },
        close: () => void request.destroy(),
        closed: new Promise<void>((done) => response.once('close', () => done())),
      });
    });
    request.on('error', reject);
  });
}
