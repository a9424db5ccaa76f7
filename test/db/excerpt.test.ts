import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '#db/excerpt.ts';

describe('an excerpt', () => {
  it('marks the words looked for, the last also where it is only begun', () => {
    expect(excerptOf('The crèche opens', ['creche', 'op'])).toEqual([
      { text: 'The ', hit: false },
      { text: 'crèche', hit: true },
      { text: ' ', hit: false },
      { text: 'opens', hit: true },
    ]);
  });

  it('is cut between words, and says that it is cut', () => {
    const text = `${'before '.repeat(40)}heron ${'after '.repeat(80)}`;
    const pieces = excerptOf(text, ['heron']) ?? [];
    expect(pieces[0]).toEqual({ text: '… ', hit: false });
    expect(pieces.at(-1)).toEqual({ text: ' …', hit: false });
    const words = pieces.map((piece) => piece.text).join('');
    expect(words.length).toBeLessThan(300);
    expect(
      words
        .replace(/…/g, '')
        .trim()
        .split(/\s+/)
        .every((word) => text.split(' ').includes(word)),
    ).toBe(true);
  });

  it('is null where no word is there', () => {
    expect(excerptOf('The crèche opens', ['lake'])).toBeNull();
    expect(excerptOf('', ['lake'])).toBeNull();
  });

  it('is always a stretch of the text, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 600 }),
        fc.string({ unit: 'binary' }),
        (text, word) => {
          const pieces = excerptOf(`${text} heron ${word}`, ['heron']) ?? [];
          const middle = pieces.filter((piece) => piece.text !== '… ' && piece.text !== ' …');
          expect(`${text} heron ${word}`).toContain(middle.map((piece) => piece.text).join(''));
          expect(pieces.some((piece) => piece.hit)).toBe(true);
        },
      ),
    );
  });
});
