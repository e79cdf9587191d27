/** The desktop page has an origin of its own, which no web page can have. */
export const PAGE_SCHEME = 'app';
export const PAGE_ORIGIN = 'app://crosscase';
export const PAGE_URL = `${PAGE_ORIGIN}/`;

/** True for the page itself and its files. */
export function isOwnUrl(url: string): boolean {
  const parsed = URL.parse(url);
  // `origin` is "null" for schemes that the URL standard does not know, hence the parts.
  return parsed !== null && parsed.protocol === `${PAGE_SCHEME}:` && parsed.host === 'crosscase';
}
