import type { WriteDb } from '#db/handles.ts';
import { type FormRecord, formRows, roundRow } from '#db/queries/rounds.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { imports, roundForms } from '#db/schema/index.ts';
import type { Progress, RegisterJson } from '#shared/contract/register.ts';
import { actionRow, fieldKey, type RoundField } from '#shared/domain/round-fields.ts';
import { count } from '#shared/domain/words.ts';
import { writeUpdate } from '../plans/write-progress.ts';
import { lookAt } from '../rounds/examine.ts';
import { mergeOne } from '../rounds/merge-files.ts';
import { everyForm, noForm, noRound, writeRound } from '../rounds/open-round.ts';
import { sha256 } from '../snapshots/hash.ts';
import { planId } from './build-plans.ts';
import { contentAsOf } from './example-register.ts';
import { exampleId } from './ids.ts';
import { type Answer, type Merge, merges, notAsked, reminded, round } from './round-answers.ts';

/**
 * The example's round of updates, written as the officer's clicks write one: opened on the register as it stood that
 * day, what was said since typed in, forms merged by the rules of merging. Only files there are none.
 */

/** The example as it stood when the round was opened, and what was said of its actions afterwards. */
export function whenOpened(whole: RegisterJson): { before: RegisterJson; since: Progress[] } {
  const then = new Map(contentAsOf(round.openedOn).actions.map((action) => [action.id, action]));
  const isSince = ({ on }: Progress) => on !== null && on > round.openedOn;
  return {
    before: {
      ...whole,
      actions: whole.actions.map((action) => ({
        ...action,
        status: (then.get(action.id) ?? action).status,
      })),
      progress: whole.progress.filter((update) => !isSince(update)),
    },
    since: whole.progress.filter(isSince),
  };
}

/** Writes the round within the act that makes the example. */
export function writeExampleRound(tx: WriteDb, since: readonly Progress[]): void {
  const { name, openedOn, openedAt, dueOn } = round;
  const { forms } = everyForm(tx, { planIds: [planId('delivery-2010')], today: openedOn, dueOn });
  const asked = forms.filter(({ person }) => !notAsked.includes(person.name));
  const roundId = writeRound(tx, idsOf('round'), { name, dueOn, at: openedAt }, asked);
  for (const { id, actionId, on, status, text, by, evidence } of since) {
    if (actionId === null || on === null) continue;
    writeUpdate({ tx, newId: () => id }, actionId, { on, status, text, by, evidence });
  }
  for (const merge of merges) writeMerge(tx, roundId, merge);
  for (const lead of reminded.leads) {
    updateRow(tx, roundForms, formOf(tx, roundId, lead).id, { remindedAt: reminded.at });
  }
}

function writeMerge(tx: WriteDb, roundId: string, { day, at, answers }: Merge): void {
  const found = roundRow(tx, roundId);
  if (!found) throw noRound();
  const newId = idsOf(`merge ${day}`);
  const importId = newId();
  insertRow(tx, imports, {
    id: importId,
    at,
    label: `merge of ${count(answers.length, 'form')} of “${round.name}”`,
  });
  answers.forEach((answer, index) => {
    const form = formOf(tx, roundId, answer.lead);
    const name = `${answer.lead}, ${round.name}.xlsx`;
    const base = {
      name,
      sha256: sha256(name),
      formId: form.id,
      lead: form.name,
      round: round.name,
      fields: [],
      unchanged: 0,
      outside: [],
      missing: 0,
    };
    const parsed = parsedOf(answer, form);
    const one = lookAt(tx, base, { form, round: found, parsed }, day);
    const position = (index + 1) * 1_024;
    mergeOne(
      { tx, newId, dates: 'none', importId, position, at, day },
      { name, format: 'xlsx', bytes: null },
      one,
    );
  });
}

/** The columns of a form's sheet in which a lead writes, and the row of the first action. */
const columns: Partial<Record<RoundField, string>> = {
  status: 'G',
  words: 'H',
  share: 'I',
  date: 'J',
  evidence: 'K',
  help: 'L',
};
const firstRow = 5;

function parsedOf({ says, filledOn }: Answer, { sent }: FormRecord) {
  const told = sent.actions.flatMap((action, index) =>
    Object.entries(says[action.ref ?? ''] ?? {}).map(([field, text]) => ({
      key: fieldKey(actionRow(action.id), field as RoundField),
      text,
      where: `Actions!${columns[field as RoundField]}${firstRow + index}`,
    })),
  );
  return {
    values: Object.fromEntries(told.map(({ key, text }) => [key, text])),
    where: Object.fromEntries(told.map(({ key, where }) => [key, where])),
    filledOn,
    filledBy: null,
    outside: [],
    missing: 0,
  };
}

function formOf(tx: WriteDb, roundId: string, lead: string): FormRecord {
  const form = formRows(tx, roundId).find(({ name }) => name === lead);
  if (!form) throw noForm();
  return form;
}

/** Ids that are the same every time, one after another. */
function idsOf(name: string): () => string {
  let next = 0;
  return () => {
    next += 1;
    return exampleId(`${name} ${next}`);
  };
}
