import {
  type FieldKey,
  followers,
  leaders,
  newEachTime,
  type RoundField,
  readFieldKey,
} from './round-fields.ts';

/**
 * Merging what came back, three ways, field by field: what was sent, what was returned, what the register says now.
 * Pure: it knows neither files nor the register, only words.
 */

export const verdicts = ['unchanged', 'same', 'taken', 'confirm', 'conflict', 'waits'] as const;
/**
 * - `unchanged`: the lead left it blank, or as it was sent, or it was dealt with before;
 * - `same`: the register says the same by now;
 * - `taken`: only the lead changed it;
 * - `confirm`: only the lead changed it, and an end that moves is looked at first;
 * - `conflict`: both changed it, and not alike;
 * - `waits`: says something of a status, words or a figure that is in conflict.
 */
export type Verdict = (typeof verdicts)[number];

/** One field as it was sent, came back, and stands now. Null is blank. */
export type Sides = {
  readonly sent: string | null;
  readonly returned: string | null;
  readonly now: string | null;
};

/** Whether two fillings say the same. */
export type Alike = (field: RoundField, a: string, b: string) => boolean;

export const foldWords = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** The same but for white space. */
export const sameWords: Alike = (_field, a, b) => foldWords(a) === foldWords(b);

/** What becomes of one field. A blank says nothing: it never takes out what stands there. */
export function judgeField(field: RoundField, sides: Sides, alike: Alike = sameWords): Verdict {
  const { sent, returned, now } = sides;
  if (returned === null || foldWords(returned) === '') return 'unchanged';
  const as = (other: string | null) => other !== null && alike(field, returned, other);
  if (as(sent)) return 'unchanged';
  if (as(now)) return 'same';
  const moved =
    newEachTime.includes(field) || (sent === null && now === null)
      ? false
      : sent === null || now === null || !alike(field, sent, now);
  if (moved) return 'conflict';
  return field === 'date' ? 'confirm' : 'taken';
}

export type MergedField = Sides & { readonly key: FieldKey; readonly verdict: Verdict };

export type ToMerge = {
  /** Field by field what was sent; what is not in it was blank. */
  readonly sent: Readonly<Record<string, string | null>>;
  readonly returned: Readonly<Record<string, string>>;
  readonly now: Readonly<Record<string, string | null>>;
  /** What was dealt with before: it is the base of what comes back after it. */
  readonly settled: Readonly<Record<string, string>>;
  readonly alike?: Alike;
};

/**
 * Every field that came back filled, with what becomes of it, in the order of `returned`. What stands with words or
 * a figure in conflict waits with them, so that no evidence is parted from what it is evidence of.
 */
export function mergeForm({ sent, returned, now, settled, alike = sameWords }: ToMerge): MergedField[] {
  const fields = Object.entries(returned).flatMap(([key, words]): MergedField[] => {
    const read = readFieldKey(key);
    if (!read) return [];
    const before = settled[key];
    const sides = { sent: before ?? sent[key] ?? null, returned: words, now: now[key] ?? null };
    return [{ key: key as FieldKey, ...sides, verdict: judgeField(read.field, sides, alike) }];
  });
  const torn = new Set(
    fields.flatMap(({ key, verdict }) => {
      const read = readFieldKey(key);
      return read && leaders.includes(read.field) && verdict === 'conflict' ? [read.row] : [];
    }),
  );
  return fields.map((one) => {
    const read = readFieldKey(one.key);
    const follows = read && followers.includes(read.field) && torn.has(read.row);
    return follows && one.verdict === 'taken' ? { ...one, verdict: 'waits' } : one;
  });
}

/** How many fields fell out each way. */
export function countVerdicts(fields: readonly Pick<MergedField, 'verdict'>[]): Record<Verdict, number> {
  const counts = { unchanged: 0, same: 0, taken: 0, confirm: 0, conflict: 0, waits: 0 };
  for (const { verdict } of fields) counts[verdict] += 1;
  return counts;
}

/** Whether something of it still wants the officer. */
export const isOpen = ({ verdict }: Pick<MergedField, 'verdict'>): boolean =>
  verdict === 'conflict' || verdict === 'waits' || verdict === 'confirm';
