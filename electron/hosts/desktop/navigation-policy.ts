import { isOwnUrl } from './own-page.ts';

/** Where the window may go: to its own page, and nowhere else. */
export function mayNavigate(url: string): boolean {
  return isOwnUrl(url);
}

/**
 * What the window may load. Only its own files; pictures and downloads that the page itself holds in memory; and the
 * developer tools where they are allowed at all. Everything else is the network, and Crosscase never uses it.
 */
export function mayLoad(url: string, developing: boolean): boolean {
  if (isOwnUrl(url) || url.startsWith('data:image/')) return true;
  if (url.startsWith('blob:')) return isOwnUrl(url.slice('blob:'.length));
  return developing && url.startsWith('devtools://');
}
