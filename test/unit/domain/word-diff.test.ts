import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from '#shared/domain/word-diff.ts';

const solid = (text: string) => text.replace(/\s/gu, '');

describe('wordDiff', () => {
  it('strikes what went and underlines what came, words whole', () => {
    expect(wordDiff('form agreed by both', 'form in use by both')).toEqual([
      { kind: 'same', text: 'form ' },
      { kind: 'gone', text: 'agreed' },
      { kind: 'new', text: 'in use' },
      { kind: 'same', text: ' ' },
      { kind: 'same', text: 'by both' },
    ]);
  });

  it('says nothing of spaces alone', () => {
    expect(wordDiff('one  form', 'one form').every((piece) => piece.kind === 'same')).toBe(true);
  });

  it('gives back every letter of both texts, in order, and marks nothing where they are equal', () => {
    const words = fc.array(
      fc.constantFrom('one', 'form', 'agreed', 'and', ',', '9', '(iii)', 'centre’s', ' '),
      {
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(' '), b.join(' ')];
        const pieces = wordDiff(before, after);
        const of = (...kinds: string[]) =>
          solid(pieces.flatMap((piece) => (kinds.includes(piece.kind) ? piece.text : [])).join(''));
        expect(of('same', 'gone')).toBe(solid(before));
        expect(of('same', 'new')).toBe(solid(after));
        if (before === after) expect(pieces.every((piece) => piece.kind === 'same')).toBe(true);
      }),
    );
  });

  it('gives up comparing within very long texts, and still loses nothing', () => {
    const long = 'word '.repeat(2_000);
    expect(wordDiff(long, 'short')).toEqual([
      { kind: 'gone', text: long },
      { kind: 'new', text: 'short' },
    ]);
  });
});
