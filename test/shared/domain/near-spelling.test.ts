import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeTerms, spellingDistance } from '#shared/domain/near-spelling.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });

describe('the distance of two spellings', () => {
  it('counts letters written over, left out, put in and changed round', () => {
    expect(spellingDistance('children', 'childern', 2)).toBe(1);
    expect(spellingDistance('leaflet', 'leeflet', 2)).toBe(1);
    expect(spellingDistance('nursery', 'nursary school', 2)).toBe(3);
  });

  it('is the same both ways, nothing only between equals, and never more than asked for plus one', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        const distance = spellingDistance(a, b, most);
        expect(spellingDistance(b, a, most)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(most + 1);
        expect(distance).toBe(Math.min(spellingDistance(a, b, 20), most + 1));
      }),
    );
  });
});

describe('words like one that is not there', () => {
  const terms = ['harbour', 'harbours', 'labour', '2010', 'cat'].map((term, index) => ({
    term,
    documents: index,
  }));

  it('come nearest first, and never for short words or figures', () => {
    expect(likeTerms('harbuor', terms, 3)[0]).toBe('harbour');
    expect(likeTerms('cot', terms, 3)).toEqual([]);
    expect(likeTerms('2011', terms, 3)).toEqual([]);
  });
});
