import type { ReadDb } from '#db/handles.ts';
import {
  type FormRecord,
  formRow,
  latestRoundOf,
  outsideOf,
  type RoundRow,
  roundRow,
} from '#db/queries/rounds.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { OutsideWords, RoundFile } from '#shared/contract/rounds.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { foldWords, isOpen } from '#shared/domain/round-merge.ts';
import { count, listWords } from '#shared/domain/words.ts';
import type { FileRead } from '../imports/session/read-files.ts';
import { sha256 } from '../snapshots/hash.ts';
import { compareForm } from './compare-form.ts';
import { factsOf } from './form-files.ts';
import { isAltered, markIn, parseForm } from './parse-form.ts';
import type { ParsedForm } from './parsing.ts';
import { standsNow } from './stands-now.ts';

/** Looking at one file that came back: what it is, and what merging it would do. Writes nothing. */

export type Examined = {
  readonly file: RoundFile;
  /** Null where the file is refused. */
  readonly form: FormRecord | null;
  readonly round: RoundRow | null;
  readonly parsed: ParsedForm | null;
  /** Fields that the register says by now just as they came back: dealt with. */
  readonly same: Readonly<Record<string, string>>;
};

export type ReturnedFile = { readonly name: string; readonly bytes: Uint8Array; readonly read: FileRead };

export function examine(db: ReadDb, { name, bytes, read }: ReturnedFile, today: string): Examined {
  const base = {
    name,
    sha256: sha256(bytes),
    formId: null,
    lead: null,
    round: null,
    fields: [],
    unchanged: 0,
    outside: [],
    missing: 0,
  };
  const refuse = (
    refusal: NonNullable<RoundFile['refusal']>,
    words: string,
    more: Partial<RoundFile> = {},
  ) => ({
    file: { ...base, ...more, outcome: 'refused' as const, refusal, words: `${words} Nothing was changed.` },
    form: null,
    round: null,
    parsed: null,
    same: {},
  });
  if (read.refusal) return refuse('unreadable', read.refusal.message.replace(/ Nothing was changed\.$/, ''));
  const mark = markIn(read.read);
  if (!mark) {
    return refuse(
      'no-form',
      `“${name}” is no form of an update round: nothing in it says of which. If it is a plan or a table of figures, bring it in with Import.`,
    );
  }
  const form = formRow(db, mark.formId);
  const round = form && roundRow(db, form.roundId);
  if (!form || !round) {
    return refuse(
      'other-register',
      `“${name}” is a form of another register${mark.office ? `, of ${mark.office}` : ''}: this one never sent it. Open that register and merge it there.`,
    );
  }
  const known = { formId: form.id, lead: form.name, round: round.name };
  const old = oldCopy(db, name, form, round, mark.version);
  if (old) return refuse('old-copy', old, known);
  const facts = factsOf(db, round, form);
  if (isAltered(mark.check, facts)) {
    return refuse(
      'altered',
      `“${name}” says it is ${form.name}’s form for ${round.name}, and what was sent in it is not what this register sent. Ask for the form to be filled in again from a fresh copy.`,
      known,
    );
  }
  const parsed = parseForm(read.read, facts);
  return lookAt(db, { ...base, ...known }, { form, round, parsed }, today);
}

/** Why a form is an old copy; null where it is the one that is waited for. */
function oldCopy(
  db: ReadDb,
  name: string,
  form: FormRecord,
  round: RoundRow,
  version: number,
): string | null {
  if (version !== form.version) {
    return `“${name}” is an old copy: ${form.name}’s form for ${round.name} was made anew on ${formatDay(form.sentAt.slice(0, 10))}, and this is the one before. Ask for the newer one.`;
  }
  const latest = form.personId === null ? undefined : latestRoundOf(db, form.personId);
  const opened = `the round “${round.name}”, opened on ${formatDay(round.openedAt.slice(0, 10))}`;
  if (latest && latest.id !== round.id && latest.openedAt > round.openedAt) {
    return `“${name}” is an old copy: ${form.name}’s form of ${opened}. Since then “${latest.name}” was opened. Ask for that form instead.`;
  }
  if (round.closedAt !== null) {
    return `“${name}” is ${form.name}’s form of ${opened}, which is closed. Open the round again to merge it.`;
  }
  return null;
}

type Base = Omit<RoundFile, 'outcome' | 'words' | 'refusal'>;
type Answered = { readonly form: FormRecord; readonly round: RoundRow; readonly parsed: ParsedForm };

/** What merging the answers read from a file would do. */
export const lookAt = (db: ReadDb, base: Base, answered: Answered, today: string): Examined => ({
  ...compared(db, base, answered.form, answered.parsed, today),
  ...answered,
});

function compared(
  db: ReadDb,
  base: Base,
  form: FormRecord,
  parsed: ParsedForm,
  today: string,
): Pick<Examined, 'file' | 'same'> {
  const { fields, gone } = compareForm({
    sent: form.sent,
    now: standsNow(db, form.sent, today),
    // What waits from a copy before is not forgotten for one that says less.
    values: { ...form.returned?.values, ...parsed.values },
    where: { ...form.returned?.where, ...parsed.where },
    settled: form.settled,
    yearStartMonth: readSettings(db).financialYearStart,
  });
  const changed = fields.filter(({ verdict }) => verdict !== 'unchanged' && verdict !== 'same');
  const outside = newWords(db, form, [
    ...parsed.outside,
    ...gone.map(({ key, text }) => ({
      where: parsed.where[key] ?? 'the form',
      text,
      why: 'What it is about is no longer in the register.',
    })),
  ]);
  const same = sameAsBefore(form, parsed) && outside.length === 0;
  const file: RoundFile = {
    ...base,
    outcome: same ? 'nothing-new' : 'merge',
    refusal: null,
    fields: changed,
    unchanged: fields.length - changed.length,
    outside,
    missing: parsed.missing,
    words: '',
  };
  const agreed = fields.filter(({ verdict }) => verdict === 'same');
  return {
    file: { ...file, words: sentenceOf(file) },
    same: Object.fromEntries(agreed.map(({ key, returned }) => [key, returned])),
  };
}

/** Words that do not lie in the tray from a copy before. */
function newWords(db: ReadDb, form: FormRecord, outside: readonly OutsideWords[]): OutsideWords[] {
  if (!form.returned) return [...outside];
  const known = new Set(outsideOf(db, form.returned.files).map(({ text }) => foldWords(text)));
  return outside.filter(({ text }) => !known.has(foldWords(text)));
}

/** A file that came before, under whatever name and from whatever program. */
function sameAsBefore({ returned }: FormRecord, { values }: ParsedForm): boolean {
  if (!returned) return false;
  return Object.entries(values).every(([key, text]) => returned.values[key] === text);
}

/** "Eight fields changed: six to merge, two to decide. 3 pieces of words outside the cells." */
function sentenceOf({ outcome, name, lead, fields, outside, missing }: RoundFile): string {
  if (outcome === 'nothing-new') return `“${name}” was merged before. Nothing in it is new.`;
  const of = (...wanted: RoundFile['fields'][number]['verdict'][]) =>
    fields.filter(({ verdict }) => wanted.includes(verdict)).length;
  const parts = [
    of('taken') > 0 ? `${of('taken')} to take` : null,
    of('confirm') > 0 ? `${count(of('confirm'), 'new date')} to confirm` : null,
    of('conflict', 'waits') > 0 ? `${of('conflict', 'waits')} to decide` : null,
  ].filter((part) => part !== null);
  const changed =
    fields.length === 0
      ? `Nothing changed in ${lead ?? 'this'}’s form.`
      : `${lead ?? 'This form'}: ${count(fields.length, 'field')} changed, ${listWords(parts)}.`;
  const more = [
    outside.length > 0
      ? `${count(outside.length, 'piece')} of words outside the cells, kept in the tray.`
      : null,
    missing > 0
      ? `${count(missing, 'row')} of the form ${missing === 1 ? 'is' : 'are'} not in the file.`
      : null,
  ].filter((part) => part !== null);
  return [changed, ...more].join(' ');
}

export const waits = (fields: RoundFile['fields']): boolean => fields.some(isOpen);
