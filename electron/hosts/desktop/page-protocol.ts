import type { PageFile } from '#electron/hosts/page-files.ts';
import { newNonce, pageHeaders, withNonce } from '#electron/hosts/page-policy.ts';
import { isOwnUrl } from './own-page.ts';

/** Answers a request of the window with a file of the built page, under the page's policy. */
export function pageResponse(files: ReadonlyMap<string, PageFile>, url: string): Response {
  const nonce = newNonce();
  const headers = { ...pageHeaders(nonce), 'Content-Type': 'text/plain; charset=utf-8' };
  const { pathname } = new URL(url);
  const found = isOwnUrl(url) ? files.get(pathname) : undefined;
  if (found === undefined) return new Response('Not found.', { status: 404, headers });
  const body =
    pathname === '/' ? withNonce(found.content.toString('utf8'), nonce) : new Uint8Array(found.content);
  return new Response(body, { headers: { ...headers, 'Content-Type': found.contentType } });
}
