import { describe, expect, it } from 'vitest';
import { nearReferences } from '#shared/domain/near-references.ts';

describe('references that a mistyped one may have meant', () => {
  it('are the nearest of those there are', () => {
    const known = ['1.1', '2.3', '2.3 (ii)', '2.3 (iii)', '10.4', 'CS 12'];
    expect(nearReferences('2.3 (i)', known)).toEqual(['2.3 (ii)', '2.3', '2.3 (iii)']);
    expect(nearReferences('CS 13', known)).toEqual(['CS 12']);
  });

  it('are none where nothing is near, nor for one letter, which is near to every other', () => {
    expect(nearReferences('99.99', ['1.1', '2.3'])).toEqual([]);
    expect(nearReferences('3', ['1', '2'])).toEqual([]);
    expect(nearReferences('2.3', ['2.3.'])).toEqual([]);
  });
});
