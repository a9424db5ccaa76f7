import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFile } from '#core/imports/read/read-file.ts';

const shared = new URL('../../../../../shared/', import.meta.url);
const examples = new URL('examples/', shared);
const seeds = new URL('seeds/', shared);

/** Words of a text, without its tags (some seeds have a few) and without signs. */
function wordsOf(text: string): string[] {
  return text
    .replace(/<\/?[a-z][^>]*>/g, ' ')
    .normalize('NFKC')
    .replace(/[’‘]/g, "'")
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '');
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

describe('the Word documents of the examples', () => {
  for (const number of ['001', '003']) {
    const file = existsSync(examples)
      ? readdirSync(examples).find((name) => name.startsWith(`seed-${number}-`) && name.endsWith('.docx'))
      : undefined;
    const seed = existsSync(seeds)
      ? readdirSync(seeds).find((name) => name.startsWith(`${number}_`))
      : undefined;

    it.skipIf(file === undefined || seed === undefined)(
      `hold every word of seed ${number} (skipped where the shared folder is not there)`,
      () => {
        const read = readFile(readFileSync(new URL(file ?? '', examples)), file ?? '');
        const found = counted(
          read.grids.flatMap((grid) =>
            grid.rows.flatMap((row) => (row ?? []).flatMap((cell) => wordsOf(cell?.text ?? ''))),
          ),
        );
        const missing = [...counted(wordsOf(readFileSync(new URL(seed ?? '', seeds), 'utf8')))]
          .filter(([word, times]) => (found.get(word) ?? 0) < times)
          .map(([word]) => word);
        expect(missing).toEqual([]);
      },
    );
  }
});
