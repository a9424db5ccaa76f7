import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** One file of the built page. */
export type PageFile = { readonly type: string; read(): Promise<Buffer> };

/** Finds the file that a path of the page's address names; null where there is none. */
export type PageFiles = (path: string) => PageFile | null;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * The built page as a fixed list, read once: a path either is on it or is not, so no path of a request ever
 * reaches the file system. A path without an extension is a screen's address and gets the page itself.
 */
export function pageFilesOf(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const address = path.slice(folder.length).replaceAll('\\', '/');
    files.set(address.startsWith('/') ? address : `/${address}`, { type, read: () => readFile(path) });
  }
  const page = files.get('/index.html');
  if (!page) throw new Error(`There is no index.html in ${folder}: build the page first.`);
  return (path) => files.get(path) ?? (isScreenAddress(path) ? page : null);
}

function isScreenAddress(path: string): boolean {
  return /^\/(?:[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*\/?)?$/.test(path);
}
