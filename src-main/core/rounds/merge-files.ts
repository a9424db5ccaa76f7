import type { z } from 'zod';
import type { WriteDb } from '#db/handles.ts';
import { keepSource } from '#db/queries/imports-write.ts';
import { readSettings } from '#db/queries/settings.ts';
import { insertRow, insertRows, updateRow } from '#db/rows.ts';
import { importFiles, imports, roundForms, tray } from '#db/schema/index.ts';
import type { RoundFile, roundsContract } from '#shared/contract/rounds.ts';
import { isOpen } from '#shared/domain/round-merge.ts';
import { count } from '#shared/domain/words.ts';
import { readFiles } from '../imports/session/read-files.ts';
import { usualSessionLimits } from '../imports/session/reading-session.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { compareForm } from './compare-form.ts';
import { type Examined, examine, type ReturnedFile } from './examine.ts';
import { momentOf } from './moment.ts';
import { standsNow } from './stands-now.ts';
import { writeAnswers } from './write-answers.ts';

/** Merging what came back: looked at first, then one act that Undo takes back. */

type Input<K extends 'preview' | 'merge'> = z.output<(typeof roundsContract)[K]['input']>;

const step = 1_024;

async function readReturned(files: Input<'preview'>['files']): Promise<ReturnedFile[]> {
  const named = apartByName(files).map(({ name, base64 }) => ({
    name,
    bytes: Buffer.from(base64, 'base64'),
  }));
  const read = await readFiles(named, { limits: usualSessionLimits });
  return named.flatMap((file, at) => {
    const result = read[at];
    return result ? [{ ...file, read: result }] : [];
  });
}

/** Two files of one name are told apart: what came from which is named by it. */
function apartByName<T extends { name: string }>(files: readonly T[]): T[] {
  const taken = new Set<string>();
  return files.map((file) => {
    let name = file.name;
    for (let n = 2; taken.has(name); n += 1) name = `${file.name} (${n})`;
    taken.add(name);
    return { ...file, name };
  });
}

/** What merging would do. Writes nothing. */
export async function previewFiles({ app, register }: Doing, o: Input<'preview'>): Promise<RoundFile[]> {
  const today = app.options.today();
  const seen = new Set<string>();
  return (await readReturned(o.files)).map((file) => {
    const { file: told } = examine(register.db, file, today);
    // Only a merge can say what a second copy adds to the first.
    const again = told.formId !== null && told.outcome === 'merge' && seen.has(told.formId);
    if (told.formId !== null && told.outcome === 'merge') seen.add(told.formId);
    return again
      ? { ...told, words: `${told.words} It is merged after the file of the same lead above.` }
      : told;
  });
}

export type MergeResult = z.input<typeof roundsContract.merge.output>;

/** Takes what only the leads changed, in one act; conflicts wait, and dates that are not to be taken yet. */
export async function mergeFiles({ app, register }: Doing, o: Input<'merge'>): Promise<MergeResult> {
  const files = await readReturned(o.files);
  const { newId, today } = app.options;
  const day = today();
  const at = momentOf(app.options);
  const looked = files.map((file) => examine(register.db, file, day));
  if (!looked.some(({ file }) => file.outcome === 'merge')) {
    return { files: looked.map(({ file }) => file), applied: 0, label: null };
  }
  const importId = newId();
  const label = labelOf(looked);
  const done = register.act({ kind: 'round', label }, (tx) => {
    insertRow(tx, imports, { id: importId, at, label });
    return files.map((file, index) => {
      // Looked at again within the act: the file before may be of the same lead.
      const one = examine(tx, file, day);
      if (one.file.outcome !== 'merge') return { file: one.file, applied: 0 };
      const place = { importId, position: (index + 1) * step, at, day };
      const { name, bytes, read } = file;
      const came = { name, bytes, format: read.read?.format ?? 'xlsx' };
      return mergeOne({ tx, newId, dates: o.dates, ...place }, came, one);
    });
  });
  return {
    files: done.map(({ file }) => file),
    applied: done.reduce((sum, { applied }) => sum + applied, 0),
    label,
  };
}

function labelOf(looked: readonly Examined[]): string {
  const merged = looked.filter(({ file }) => file.outcome === 'merge');
  const leads = [...new Set(merged.map(({ file }) => file.lead))];
  const [only] = leads;
  if (leads.length === 1) return `merge of ${only}’s form`;
  const rounds = [...new Set(merged.map(({ round }) => round?.name))];
  return `merge of ${count(leads.length, 'form')}${rounds.length === 1 ? ` of “${rounds[0]}”` : ''}`;
}

export type Merging = {
  tx: WriteDb;
  newId: () => string;
  dates: Input<'merge'>['dates'];
  importId: string;
  position: number;
  at: string;
  day: string;
};

/** A file that came; its bytes are kept where they are there. */
type Came = {
  readonly name: string;
  readonly format: string;
  readonly bytes: Uint8Array | null;
};

/** Merges what one file says, within an act in which its import is written. */
export function mergeOne(m: Merging, file: Came, one: Examined): { file: RoundFile; applied: number } {
  const { tx, newId, importId, at, day } = m;
  const { form, parsed } = one;
  if (!form || !parsed) return { file: one.file, applied: 0 };
  const { fields, outside, sha256 } = one.file;
  const fileId = newId();
  insertRow(tx, importFiles, {
    id: fileId,
    importId,
    position: m.position,
    name: file.name,
    sha256,
    format: file.format,
    cells: Object.keys(parsed.values).length + outside.length,
    placed: Object.keys(parsed.values).length,
    inTray: outside.length,
    lost: 0,
  });
  if (file.bytes) keepSource(tx, { sha256, bytes: file.bytes, at });
  insertRows(
    tx,
    tray,
    outside.map(({ where, text, why }, index) => ({
      id: newId(),
      importFileId: fileId,
      position: (index + 1) * step,
      where,
      text,
      state: 'open' as const,
      reason: why,
    })),
  );
  const takesDate = (key: string) => m.dates === 'all' || (m.dates !== 'none' && m.dates.includes(key));
  const taken = fields.filter(
    ({ verdict, key }) => verdict === 'taken' || (verdict === 'confirm' && takesDate(key)),
  );
  const values = Object.fromEntries(taken.map(({ key, returned }) => [key, returned]));
  const now = standsNow(tx, form.sent, day);
  writeAnswers(tx, newId, {
    values,
    now,
    by: { name: parsed.filledBy ?? form.name, personId: form.personId },
    on: dayOfUpdate(parsed.filledOn, form.sentAt.slice(0, 10), day),
    today: day,
    at,
    source: { fileId, where: parsed.where },
  });
  const settled = { ...form.settled, ...one.same, ...values };
  const returned = {
    files: [...(form.returned?.files ?? []), { importId, name: file.name, sha256, at }],
    filledOn: parsed.filledOn ?? form.returned?.filledOn ?? null,
    filledBy: parsed.filledBy ?? form.returned?.filledBy ?? null,
    values: { ...form.returned?.values, ...parsed.values },
    where: { ...form.returned?.where, ...parsed.where },
  };
  const after = compareForm({
    sent: form.sent,
    now: standsNow(tx, form.sent, day),
    values: returned.values,
    where: returned.where,
    settled,
    yearStartMonth: readSettings(tx).financialYearStart,
  });
  const state = after.fields.some(isOpen) ? 'returned' : 'merged';
  updateRow(tx, roundForms, form.id, { returned, settled, state, returnedAt: at });
  return { file: one.file, applied: taken.length };
}

/** The day the lead wrote on the form, where it can be: not before it was sent, not after today. */
function dayOfUpdate(filledOn: string | null, sentOn: string, today: string): string {
  return filledOn !== null && filledOn >= sentOn && filledOn <= today ? filledOn : today;
}
