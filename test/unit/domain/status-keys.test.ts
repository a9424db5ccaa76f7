import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookOf, type State, states } from '#shared/domain/states.ts';
import { colourFor, entryFor, faintOn, faultInKey, wholeKey } from '#shared/domain/status-keys.ts';

type Entry = { state: State; label: string; colour: string };
const entry = (state: State, label: string, colour = '#16724f'): Entry => ({ state, label, colour });
const aKey = fc.uniqueArray(
  fc.record({
    state: fc.constantFrom(...states),
    label: fc.constantFrom('Green', 'Amber', 'Red', 'Done', 'Done early', 'Late', 'Begun'),
    colour: fc.constantFrom('#16724f', '#ae130e', '#ffffff'),
  }),
  { selector: ({ label }) => label },
);

describe('a key', () => {
  it('draws a status by its own word, else by the first word of its state', () => {
    const key = [entry('complete', 'Done', '#111111'), entry('complete', 'Done early', '#222222')];
    expect(colourFor(key, { state: 'complete', label: 'done early ' })).toBe('#222222');
    expect(colourFor(key, { state: 'complete', label: 'Finished' })).toBe('#111111');
    expect(colourFor(key, { state: 'at-risk', label: 'Done' })).toBe(lookOf('at-risk').colour);
  });

  it('never draws a status by a word of another state', () => {
    fc.assert(
      fc.property(aKey, fc.constantFrom(...states), fc.string(), (key, state, label) => {
        expect(entryFor(key, { state, label })?.state ?? state).toBe(state);
      }),
    );
  });

  it('is completed to all seven states without losing or moving what it has', () => {
    fc.assert(
      fc.property(aKey, (key) => {
        const whole = wholeKey<Entry>(key, (state) => entry(state, lookOf(state).label));
        expect(whole.slice(0, key.length)).toEqual(key);
        expect(new Set(whole.map(({ state }) => state)).size).toBe(states.length);
      }),
    );
  });

  it('is refused where a word is missing, stands twice or stands for two states, or a colour is none', () => {
    expect(faultInKey([entry('complete', 'Done'), entry('complete', 'Done early')])).toBeNull();
    expect(faultInKey([entry('complete', ' ')])).toMatch(/needs a word/);
    expect(faultInKey([entry('complete', 'Done'), entry('complete', 'done')])).toMatch(/twice/);
    expect(faultInKey([entry('complete', 'Done'), entry('closed', 'done')])).toMatch(/stands for two states/);
    expect(faultInKey([entry('complete', 'Done', 'amber')])).toMatch(/“amber” is not a colour/);
  });

  it('says on which papers a colour has less than three to one', () => {
    expect(faintOn('#ffff00').map(({ paper }) => paper)).toEqual(['light']);
    expect(faintOn('#000080').map(({ paper }) => paper)).toEqual(['dark']);
    expect(faintOn('no colour')).toEqual([]);
  });
});
