import { describe, expect, test } from 'vitest';
import { pathOf, send, startTestHost } from './web-client.ts';

const call = (input: unknown): string => JSON.stringify(input);
const projectCurrent = call({ method: 'project.current', input: {} });

describe('who comes in', () => {
  test('exchanges the token for a cookie that no script and no other site can use, and leads to the page', async () => {
    const { host, ask } = await startTestHost();
    const entered = await ask(pathOf(host.newUrl()));
    expect(entered.status).toBe(303);
    expect(entered.headers.location).toBe('/');
    expect(entered.headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^crosscase-${host.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    );
  });

  test('refuses a token the second time', async () => {
    const { host, ask } = await startTestHost();
    const used = await ask(pathOf(host.url));
    expect(used.status).toBe(401);
    expect(used.headers['set-cookie']).toBeUndefined();
    expect(used.body).toContain('used before');
  });

  test.each(['', '?token=', '?token=wrong', `?token=${'A'.repeat(43)}`])(
    'refuses a token that was never handed out: “%s”',
    async (query) => {
      const { ask } = await startTestHost();
      expect((await ask(`/enter${query}`)).status).toBe(401);
    },
  );

  test.each(['/', '/assets/page.js', '/events', '/files/x', '/no-such-thing'])(
    'serves nothing without the cookie, not even %s',
    async (target) => {
      const { ask } = await startTestHost();
      const answer = await ask(target);
      expect(answer.status).toBe(401);
      expect(answer.body).not.toContain('The page');
    },
  );

  test('calls nothing without the cookie, or with the cookie of another run', async () => {
    const { ask, host, events } = await startTestHost();
    for (const cookie of ['', `crosscase-${host.port}=${'A'.repeat(43)}`]) {
      const answer = await ask('/call', { method: 'POST', headers: { cookie }, body: projectCurrent });
      expect(answer.status).toBe(401);
      expect(answer.json()).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    }
    expect(events).toEqual([]);
  });
});

describe('where a request comes from', () => {
  test.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', '0.0.0.0', '[::1]'])(
    'refuses a name that was made to point to this machine: Host %s',
    async (name) => {
      const { ask, ours } = await startTestHost();
      // As a page under that name would ask: of its own origin, as far as its browser knows.
      const headers = { cookie: ours['cookie']!, host: name };
      const answer = await ask('/', { headers });
      expect(answer.status).toBe(403);
      expect(answer.body).not.toContain('The page');
    },
  );

  test('does not spend a token on a foreign Host', async () => {
    const { host, ask } = await startTestHost();
    const fresh = pathOf(host.newUrl());
    expect((await ask(fresh, { headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask(fresh)).status).toBe(303);
  });

  test('answers under both of its own names', async () => {
    const { host, ask, ours } = await startTestHost();
    for (const name of [`127.0.0.1:${host.port}`, `localhost:${host.port}`]) {
      expect((await ask('/', { headers: { cookie: ours['cookie']!, host: name } })).status).toBe(200);
    }
  });

  test.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1'])(
    'refuses a page of another origin, even with the cookie: %s',
    async (origin) => {
      const { ask, ours, events } = await startTestHost();
      const answer = await ask('/call', {
        method: 'POST',
        headers: { ...ours, origin },
        body: call({ method: 'project.createSample', input: {} }),
      });
      expect(answer.status).toBe(403);
      expect(answer.json()).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
      expect(events).toEqual([]);
    },
  );

  test.each(['cross-site', 'same-site'])(
    'refuses what the browser itself calls %s: another port of this machine has our cookie',
    async (site) => {
      const { ask, ours } = await startTestHost();
      const headers = { cookie: ours['cookie']!, 'sec-fetch-site': site };
      expect((await ask('/', { headers })).status).toBe(403);
      expect((await ask('/call', { method: 'POST', headers, body: projectCurrent })).status).toBe(403);
    },
  );

  test('lets no other page read its answers', async () => {
    const { ask, ours } = await startTestHost();
    const preflight = await ask('/call', { method: 'OPTIONS', headers: ours });
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
    const answer = await ask('/call', { method: 'POST', headers: ours, body: projectCurrent });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  test('listens on this machine only', async () => {
    const { host } = await startTestHost();
    // Every 127.x.x.x address is this machine; a server bound to all addresses would answer on 127.0.0.2 too.
    await expect(sendTo('127.0.0.2', host.port)).rejects.toThrow(/ECONNREFUSED/);
    expect((await send(host.port, '/', {})).status).toBe(401);
  });
});

async function sendTo(address: string, port: number): Promise<unknown> {
  const { default: http } = await import('node:http');
  return new Promise((resolve, reject) => {
    http.get({ host: address, port, path: '/' }, resolve).on('error', reject);
  });
}

describe('what the page may do', () => {
  test('sends the policy with every answer, refusals included', async () => {
    const { ask, ours } = await startTestHost();
    for (const answer of [
      await ask('/', { headers: ours }),
      await ask('/'),
      await ask('/x', { headers: ours }),
    ]) {
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain(`default-src 'none'`);
      expect(policy).toContain(`script-src 'self';`);
      expect(policy).toContain(`connect-src 'self';`);
      expect(policy).toContain(`frame-ancestors 'none'`);
      expect(policy).not.toContain('unsafe');
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
      });
    }
  });

  test('gives each load a nonce of its own', async () => {
    const { ask, ours } = await startTestHost();
    const nonceOf = async (): Promise<string> => {
      const page = await ask('/', { headers: ours });
      const nonce = /nonce="([^"]+)"/.exec(page.body)?.[1] ?? '';
      expect(page.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
      return nonce;
    };
    expect(await nonceOf()).not.toBe(await nonceOf());
  });

  test('serves the built files and nothing beside them', async () => {
    const { ask, ours } = await startTestHost();
    const script = await ask('/assets/page.js', { headers: ours });
    expect(script).toMatchObject({ status: 200, body: 'export {};' });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    for (const target of [
      '/../package.json',
      '/assets/../../package.json',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
      '//etc/passwd',
      '/assets/',
      '/assets/page.js%00.html',
      '/C:/Windows/win.ini',
    ]) {
      const answer = await ask(target, { headers: ours });
      expect([target, answer.status]).toEqual([target, 404]);
      expect(answer.body).not.toContain('root:');
    }
  });
});
