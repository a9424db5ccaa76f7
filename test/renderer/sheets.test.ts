import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', 'src-renderer');

/** Every sheet, as the selectors of its rules. */
const sheets = globSync('**/*.css', { cwd: root }).map((path) => ({
  path,
  folder: dirname(path),
  selectors: readFileSync(join(root, path), 'utf8')
    .replace(/\/\*.*?\*\//gs, '')
    .split(/[{}]/)
    .filter((_, at, all) => at < all.length - 1)
    .flatMap((text) => text.split(','))
    .map((selector) => selector.trim())
    .filter((selector) => selector.startsWith('.')),
}));

const classesIn = (selector: string) =>
  [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map((match) => match[1] ?? '');

describe('the sheets of screens', () => {
  // A screen's sheet stays loaded once the screen has been shown: what it says of a bare class holds everywhere.
  it('give no look of their own to a class that other sheets use', () => {
    const clashes = sheets.flatMap(({ path, folder, selectors }) => {
      if (!folder.startsWith('screens')) return [];
      const bare = new Set(selectors.flatMap((selector) => /^\.([a-z][\w-]*)$/i.exec(selector)?.[1] ?? []));
      return sheets
        .filter((other) => other.folder !== folder)
        .flatMap((other) =>
          other.selectors
            .flatMap(classesIn)
            .filter((name) => bare.has(name))
            .map((name) => `.${name} of ${path} is used in ${other.path}`),
        );
    });
    expect([...new Set(clashes)]).toEqual([]);
  });
});
