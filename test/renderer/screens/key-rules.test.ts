import { describe, expect, it } from 'vitest';
import { defaultLooks } from '#shared/domain/states.ts';
import { swapped, wholeKey, withAnother } from '../../../src-renderer/screens/settings/key-rules.ts';

const usual = wholeKey([]);

describe('a key being edited', () => {
  it('is filled up to all seven states, its own entries first', () => {
    const own = { ...usual[1]!, label: 'Green' };
    const key = wholeKey([own]);
    expect(key).toHaveLength(defaultLooks.length);
    expect(key[0]).toEqual(own);
  });

  it('takes another word for a state behind the one it has', () => {
    const key = withAnother(usual, 4);
    expect(key).toHaveLength(usual.length + 1);
    expect(key[5]).toMatchObject({ state: usual[4]?.state, label: '' });
  });

  it('is put in another order, and an end stays where it is', () => {
    expect(swapped(usual, 0, 1).map(({ state }) => state)).toEqual([
      usual[1]?.state,
      usual[0]?.state,
      ...usual.slice(2).map(({ state }) => state),
    ]);
    expect(swapped(usual, 0, -1)).toEqual(usual);
  });
});
