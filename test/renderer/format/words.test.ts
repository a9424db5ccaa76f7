import { describe, expect, it } from 'vitest';
import { count, formatBytes, listWords, matches } from '../../../src-renderer/format/words.ts';

describe('count', () => {
  it('says one and many, with the thousands apart', () => {
    expect(count(1, 'action')).toBe('1 action');
    expect(count(1204, 'action')).toBe('1,204 actions');
    expect(count(2, 'entry', 'entries')).toBe('2 entries');
  });
});

describe('listWords', () => {
  it('joins with commas and one "and"', () => {
    expect(listWords([])).toBe('');
    expect(listWords(['a'])).toBe('a');
    expect(listWords(['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('formatBytes', () => {
  it('keeps to the nearest unit', () => {
    expect(formatBytes(1)).toBe('1 byte');
    expect(formatBytes(12_400)).toBe('12 kB');
    expect(formatBytes(3_440_000)).toBe('3.4 MB');
  });
});

describe('matches', () => {
  it('finds every word looked for, in any order, in any of the texts, whatever the case', () => {
    expect(matches('BASE saltby', 'Open the Saltby base', null)).toBe(true);
    expect(matches('saltby tp', 'Open the Saltby base', 'TP')).toBe(true);
    expect(matches('saltby closed', 'Open the Saltby base')).toBe(false);
  });

  it('keeps everything while nothing is looked for', () => {
    expect(matches('  ', undefined)).toBe(true);
  });
});
