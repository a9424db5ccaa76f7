import { describe, expect, it } from 'vitest';
import { defaultLooks } from '#shared/domain/states.ts';
import { wholeKey, wrongWithKey } from '../../../src-renderer/screens/settings/key-rules.ts';

const usual = wholeKey([]);
const with_ = (state: string, over: object) =>
  usual.map((entry) => (entry.state === state ? { ...entry, ...over } : entry));

describe('wholeKey', () => {
  it('fills a plan’s short key up to all seven states, its own entries first', () => {
    const own = { ...usual[1]!, label: 'Green' };
    const key = wholeKey([own]);
    expect(key).toHaveLength(defaultLooks.length);
    expect(key.find((entry) => entry.state === own.state)?.label).toBe('Green');
  });
});

describe('wrongWithKey', () => {
  it('finds nothing wrong with the usual key', () => {
    expect(wrongWithKey(usual)).toBeNull();
  });

  it('refuses a state without a word, a colour that is none, and one word for two states', () => {
    expect(wrongWithKey(with_('at-risk', { label: ' ' }))).toMatch(/needs a word/);
    expect(wrongWithKey(with_('at-risk', { colour: 'amber' }))).toMatch(/“amber” is not a colour/);
    expect(wrongWithKey(with_('at-risk', { label: 'on TRACK' }))).toMatch(/stands for two states/);
  });
});
