import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved, readPointLine } from '#shared/domain/point-lines.ts';

describe('a line typed into the minutes', () => {
  it.each([
    ['Strengths:', { is: 'heading', heading: 'Strengths' }],
    ['  Areas for development :', { is: 'heading', heading: 'Areas for development' }],
    ['Q: who pays?', { is: 'point', text: 'Who pays?', kind: 'question' }],
    ['question: Who pays?', { is: 'point', text: 'Who pays?', kind: 'question' }],
    ['A: the trust.', { is: 'point', text: 'The trust.', kind: 'answer' }],
    ['Decision: Saturdays too.', { is: 'point', text: 'Saturdays too.', kind: 'decision' }],
    ['A review was held.', { is: 'point', text: 'A review was held.', kind: null }],
    ['Quality is good', { is: 'point', text: 'Quality is good', kind: null }],
    ['The board heard. It asked for:', { is: 'point', text: 'The board heard. It asked for:', kind: null }],
    ['Q:', { is: 'point', text: 'Q:', kind: null }],
  ])('%j', (typed, read) => {
    expect(readPointLine(typed)).toEqual(read);
  });

  it('loses no word that is not a mark', () => {
    const sentence = fc.stringMatching(/^[b-ceg-p][a-z ]{0,80}[a-z]$/);
    fc.assert(
      fc.property(sentence, (words) => {
        const read = readPointLine(words);
        expect(read).toEqual({ is: 'point', text: words.trim(), kind: null });
      }),
    );
  });
});

describe('a move in a list', () => {
  it('keeps everything, and puts what was moved where it was to go', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(9), fc.nat(9), (list, from, to) => {
        const result = moved(list, from, to);
        expect(result.toSorted()).toEqual(list.toSorted());
        if (from < list.length && to < list.length) expect(result[to]).toBe(list[from]);
        else expect(result).toEqual(list);
      }),
    );
  });
});
