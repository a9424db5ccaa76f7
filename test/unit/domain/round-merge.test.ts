import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionFields, fieldKey, followers, leaders, type RoundField } from '#shared/domain/round-fields.ts';
import { countVerdicts, foldWords, isOpen, judgeField, mergeForm } from '#shared/domain/round-merge.ts';

const words = fc.constantFrom('one', 'two', 'three', 'one  two', ' four ', '');
const side = fc.option(words, { nil: null });
const blank = (text: string | null) => text === null || foldWords(text) === '';
const same = (a: string | null, b: string | null) => foldWords(a ?? '') === foldWords(b ?? '');
const row = (n: number) => `a:01900000-0000-7000-8000-00000000000${n}` as const;
const keys = [1, 2, 3].flatMap((n) => actionFields.map((field) => fieldKey(row(n), field)));
const sides = <T>(one: fc.Arbitrary<T>) =>
  fc.record(Object.fromEntries(keys.map((key) => [key, one]))) as fc.Arbitrary<Record<string, T>>;
const fieldOf = (key: string) => key.slice(key.lastIndexOf(':') + 1) as RoundField;

describe('merging one field', () => {
  it('takes out nothing where the lead left a blank', () => {
    fc.assert(
      fc.property(side, side, fc.constantFrom(null, '', '  '), (sent, now, returned) => {
        expect(judgeField('words', { sent, now, returned })).toBe('unchanged');
      }),
    );
  });

  it.each([
    ['unchanged', 'as sent', 'as sent', 'by the officer'],
    ['same', 'as sent', 'new', 'new'],
    ['same', null, 'new', 'new'],
    ['taken', 'as sent', 'new', 'as sent'],
    ['taken', null, 'new', null],
    ['conflict', 'as sent', 'new', 'by the officer'],
    ['conflict', null, 'new', 'by the officer'],
    ['conflict', 'as sent', 'new', null],
  ] as const)('is %s: sent %s, returned %s, now %s', (verdict, sent, returned, now) => {
    expect(judgeField('words', { sent, returned, now })).toBe(verdict);
  });

  it('asks before an end is moved', () => {
    const sides = { sent: 'March 2011', returned: 'May 2011', now: 'March 2011' };
    expect(judgeField('date', sides)).toBe('confirm');
  });
});

describe('merging a form', () => {
  const input = fc.record({
    sent: sides(side),
    now: sides(side),
    returned: sides(words),
    settled: fc.constant({} as Record<string, string>),
  });

  it('loses no edit: each is taken, asked about, or said by the register already', () => {
    fc.assert(
      fc.property(input, (o) => {
        const told = new Map(mergeForm(o).map((one) => [one.key as string, one.verdict]));
        for (const key of keys) {
          const isEdit =
            !blank(o.returned[key] ?? null) && !same(o.returned[key] ?? null, o.sent[key] ?? null);
          const expected = isEdit ? ['taken', 'confirm', 'conflict', 'waits', 'same'] : ['unchanged'];
          expect(expected).toContain(told.get(key));
        }
      }),
    );
  });

  it('changes nothing that nobody changed, and overwrites nothing that the officer changed', () => {
    fc.assert(
      fc.property(input, (o) => {
        for (const { key, verdict, returned } of mergeForm(o)) {
          if (verdict !== 'taken' && verdict !== 'confirm') continue;
          expect(same(returned, o.sent[key] ?? null)).toBe(false);
          const moved = !same(o.sent[key] ?? null, o.now[key] ?? null);
          expect(moved && !followers.includes(fieldOf(key))).toBe(false);
        }
      }),
    );
  });

  it('finds conflicts exactly where both changed one field, and not alike', () => {
    fc.assert(
      fc.property(input, (o) => {
        for (const { key, verdict } of mergeForm(o)) {
          const [sent, now, returned] = [o.sent[key] ?? null, o.now[key] ?? null, o.returned[key] ?? null];
          const isNew = ['share', 'evidence', 'help'].includes(fieldOf(key));
          const both =
            !blank(returned) && !same(returned, sent) && !same(returned, now) && !sameOrNull(sent, now);
          expect(verdict === 'conflict').toBe(both && !isNew);
        }
      }),
    );
  });

  it('does nothing the second time: what was dealt with is dealt with', () => {
    fc.assert(
      fc.property(input, (o) => {
        const settled = Object.fromEntries(mergeForm(o).map(({ key, returned }) => [key, returned ?? '']));
        const counts = countVerdicts(mergeForm({ ...o, settled }));
        expect(counts.unchanged).toBe(keys.length);
      }),
    );
  });

  it('lets what says something of words in conflict wait with them', () => {
    fc.assert(
      fc.property(input, (o) => {
        const merged = mergeForm(o);
        const torn = new Set(
          merged
            .filter(({ key, verdict }) => leaders.includes(fieldOf(key)) && verdict === 'conflict')
            .map(rowOf),
        );
        for (const one of merged) {
          if (one.verdict === 'waits') expect(torn.has(rowOf(one))).toBe(true);
          if (followers.includes(fieldOf(one.key)) && torn.has(rowOf(one)))
            expect(one.verdict).not.toBe('taken');
          expect(isOpen(one)).toBe(['waits', 'conflict', 'confirm'].includes(one.verdict));
        }
      }),
    );
  });
});

const rowOf = ({ key }: { key: string }) => key.slice(0, key.lastIndexOf(':'));
/** Null and words differ, even where the words are blank: something was taken out, or put in. */
function sameOrNull(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  return same(a, b);
}
