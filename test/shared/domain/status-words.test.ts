import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyEntry } from '#shared/contract/register.ts';
import { guessStatus, readStatus } from '#shared/domain/status-words.ts';
import { statusTable, unknownStatuses } from './status-table.ts';

const rows = statusTable.flatMap(([state, words]) =>
  words.map((row) =>
    typeof row === 'string' ? ([row, state, ''] as const) : ([row[0], state, row[1]] as const),
  ),
);
const entry = (state: KeyEntry['state'], label: string, colour: string): KeyEntry => ({
  state,
  label,
  colour,
  shape: 'disc',
  definition: '',
});

describe('readStatus', () => {
  it.each(rows)('reads %j as %s, leaving %j', (text, state, rest) => {
    const read = readStatus(text);
    expect([read?.state, read?.rest]).toEqual([state, rest]);
  });

  it.each(unknownStatuses)('makes no status of %j', (text) => {
    expect(readStatus(text)).toBeNull();
  });

  it('has more than 200 strings in its table', () => {
    expect(rows.length + unknownStatuses.length).toBeGreaterThan(200);
  });

  it('reads the same in capitals, in small letters, with a full stop and with other dashes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rows), ([text, state]) => {
        const words = /^complete\s/i.test(text) ? [] : [text.toUpperCase(), text.toLowerCase()];
        for (const spelling of [
          ...words,
          `  ${text}`,
          `${text}.`,
          text.replace(/–/g, '-').replace(/ - /g, ' — '),
        ])
          expect([spelling, readStatus(spelling)?.state]).toEqual([spelling, state]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every word in the label or in the rest, whatever stands there', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.oneof(
            fc.constantFrom(...rows.map(([text]) => text)),
            fc.string({ unit: 'binary', maxLength: 5 }),
          ),
          {
            maxLength: 4,
          },
        )
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const read = readStatus(text);
        if (!read) return;
        const kept = `${read.label} ${read.rest}`;
        for (const word of text.match(/[a-z]{2,}/gi) ?? []) expect(kept).toContain(word);
      }),
      { numRuns: 800 },
    );
  });

  it('takes the later of two colours through the key of the plan', () => {
    const key = [entry('complete', 'Green', '#00b050'), entry('on-track', 'Amber', '#ffc000')];
    expect(readStatus('Amber → Green', key)).toEqual({ state: 'complete', label: 'Amber → Green', rest: '' });
    expect(readStatus('A to G', key)?.state).toBe('complete');
    expect(readStatus('Red to Amber: two posts filled', key)).toEqual({
      state: 'on-track',
      label: 'Red to Amber',
      rest: 'two posts filled',
    });
  });

  it('asks the key first, whatever the words usually mean', () => {
    const key = [entry('on-track', 'Complete', '#00b050'), entry('closed', 'BAU', '#7030a0')];
    expect(readStatus('Complete', key)?.state).toBe('on-track');
    expect(readStatus('BAU', key)?.state).toBe('closed');
  });
});

describe('guessStatus', () => {
  it('takes nothing that is still to come for done', () => {
    for (const text of [
      'The policy will be in place by March',
      'A rota is to be put in place',
      'The agreement is not yet in place',
      'Once the lease is in place work can begin',
      'This will be complete in June',
    ])
      expect([text, guessStatus(text)?.state === 'complete']).toEqual([text, false]);
    expect(guessStatus('The agreement is in place')?.state).toBe('complete');
    expect(guessStatus('The survey is not complete')?.state).toBe('off-track');
  });
});
