import fs from 'node:fs';
import path from 'node:path';

export interface PageFile {
  readonly content: Buffer;
  readonly contentType: string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * The files of the built page, by the path they are asked for with, read once: no path that a window asks for ever
 * reaches the file system, and a build that is made meanwhile does not pull the page from under a window.
 */
export function readPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const urlPath = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    const contentType = CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream';
    files.set(urlPath === '/index.html' ? '/' : urlPath, { content: fs.readFileSync(file), contentType });
  }
  return files;
}
