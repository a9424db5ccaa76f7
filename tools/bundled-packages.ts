import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The folders of the packages whose code or files went into what is shipped. */
const folders = new Set<string>();

/** The folder of the package that a file belongs to; null for the project's own. The innermost counts. */
export function packageFolderOf(path: string): string | null {
  const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)/.exec(path.replaceAll('\\', '/'));
  return found?.[1] ?? null;
}

/** "name@version" of the package in a folder: one name may be there in two versions. */
export function packageIn(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name}@${version}`;
}

export function noteFile(path: string): void {
  const folder = packageFolderOf(path);
  if (folder) folders.add(folder);
}

/** Notes every package that a build reads: a few more than it keeps, and none fewer. */
export function notesPackages(): Plugin {
  return {
    name: 'notes-packages',
    generateBundle() {
      for (const id of this.getModuleIds()) noteFile(id.replace(/^\0/, '').split('?', 1)[0] ?? '');
    },
  };
}

/** The folders of what was noted so far. */
export function bundledPackages(): readonly string[] {
  return [...folders].sort();
}
