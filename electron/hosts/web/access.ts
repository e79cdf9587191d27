import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a request says about where it comes from. */
export interface RequestOrigin {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** What the browser itself says about the page that asks; other programs do not send it. */
  readonly fetchSite: string | undefined;
}

/**
 * Why a request is refused, or null. `Host` stops a foreign name that was made to resolve to this machine (DNS
 * rebinding); `Origin` and `Sec-Fetch-Site` stop other pages, those of other ports of this machine included: to a
 * same-site cookie those are the same site.
 */
export function foreignReason(request: RequestOrigin, port: number): string | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (request.host === undefined || !hosts.includes(request.host))
    return 'This address is not Crosscase’s own.';
  if (request.origin !== undefined && request.origin !== `http://${request.host}`) {
    return 'Another page may not use Crosscase.';
  }
  if (request.fetchSite !== undefined && !['same-origin', 'none'].includes(request.fetchSite)) {
    return 'Another page may not use Crosscase.';
  }
  return null;
}

/** Who may come in: whoever brings a token that was handed out and not yet used gets the key of this run. */
export class Access {
  readonly #key = randomBytes(32).toString('base64url');
  readonly #tokens = new Set<string>();

  /** A token that opens the door once. */
  newToken(): string {
    const token = randomBytes(32).toString('base64url');
    this.#tokens.add(token);
    return token;
  }

  /** The key to keep in a cookie, or null when the token is unknown or was used before. */
  exchange(token: string): string | null {
    for (const known of this.#tokens) {
      if (!same(known, token)) continue;
      this.#tokens.delete(known);
      return this.#key;
    }
    return null;
  }

  admits(key: string | undefined): boolean {
    return key !== undefined && same(this.#key, key);
  }
}

/** Compared by hash, so that the time taken says nothing about how much was right. */
function same(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
