import type { z } from 'zod';
import { formRow, roundRow } from '#db/queries/rounds.ts';
import { readSettings } from '#db/queries/settings.ts';
import { updateRow } from '#db/rows.ts';
import { roundForms } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Decision, RoundField, roundsContract } from '#shared/contract/rounds.ts';
import { fieldKey, readFieldKey } from '#shared/domain/round-fields.ts';
import { rowsOf } from '#shared/domain/round-form.ts';
import { isOpen } from '#shared/domain/round-merge.ts';
import { count } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { compareForm } from './compare-form.ts';
import { momentOf } from './moment.ts';
import { noForm } from './open-round.ts';
import { standsNow } from './stands-now.ts';
import { writeAnswers } from './write-answers.ts';

/** Deciding about what both changed, and about new dates: what becomes the record, in one act. */

type Input = z.output<typeof roundsContract.decide.input>;

/** Throws `not-found`, and `conflict` where a field waits no more: somebody decided, or Undo took the merge back. */
export function decide({ app, register }: Doing, { formId, decisions }: Input): string {
  const form = formRow(register.db, formId);
  const round = form && roundRow(register.db, form.roundId);
  if (!form || !round || !form.returned) throw noForm();
  const { returned } = form;
  const { newId, today } = app.options;
  const day = today();
  const at = momentOf(app.options);
  const compared = () => {
    const now = standsNow(register.db, form.sent, day);
    const { fields } = compareForm({
      sent: form.sent,
      now,
      values: returned.values,
      where: returned.where,
      settled,
      yearStartMonth: readSettings(register.db).financialYearStart,
    });
    return { now, open: new Map(fields.filter(isOpen).map((field) => [field.key, field])) };
  };
  let settled = { ...form.settled };
  const keys = decisions.flatMap((one) => one.keys);
  const label = `${count(keys.length, 'field')} of ${form.name}’s form decided`;
  register.act({ kind: 'round', label }, (tx) => {
    for (const decision of decisions) {
      const { now, open } = compared();
      const fields = decision.keys.map((key) => {
        const field = open.get(key);
        if (!field) throw noLongerOpen();
        return field;
      });
      const others = wordsOf(decision, fields);
      const isOwn = decision.take === 'another';
      // An act of today: what was said before it stands before it, and the later update stands.
      const latest = latestDay(fields, now);
      writeAnswers(tx, newId, {
        values: others,
        now,
        by: isOwn
          ? { name: null, personId: null }
          : { name: returned.filledBy ?? form.name, personId: form.personId },
        on: dayFor(
          decision,
          returned.filledOn ?? returned.files.at(-1)?.at.slice(0, 10) ?? null,
          latest,
          day,
        ),
        today: day,
        at,
        source: null,
      });
      settled = { ...settled, ...Object.fromEntries(fields.map(({ key, returned: text }) => [key, text])) };
    }
    const { open } = compared();
    updateRow(tx, roundForms, formId, { settled, state: open.size > 0 ? 'returned' : 'merged' });
  });
  return label;
}

const noLongerOpen = () =>
  new AppError(
    'conflict',
    'This is no longer to be decided: it was decided already, or the merge was undone. Look at the form again.',
  );

/** What is written for a decision, by field. */
function wordsOf({ take, other }: Decision, fields: readonly RoundField[]): Record<string, string> {
  if (take === 'now') return {};
  if (take === 'another') {
    const row = readFieldKey(fields[0]?.key ?? '')?.row;
    const words = Object.entries(other ?? {}).filter(([, text]) => text.trim() !== '');
    if (!row || words.length === 0) {
      throw new AppError('wrong-use', 'Write what becomes the record, or choose one of the two.');
    }
    return Object.fromEntries(
      words.map(([field, text]) => [
        fields.find((one) => one.field === field)?.key ?? fieldKey(row, field as 'words'),
        text,
      ]),
    );
  }
  return Object.fromEntries(fields.map(({ key, returned }) => [key, returned]));
}

/** The day of the newest update of the actions concerned. */
function latestDay(fields: readonly RoundField[], now: Parameters<typeof rowsOf>[0]): string | null {
  const rows = rowsOf(now);
  const days = fields.flatMap(({ row }) => {
    const found = rows.get(row);
    return found?.kind === 'action' && found.action.last?.on ? [found.action.last.on] : [];
  });
  return days.toSorted().at(-1) ?? null;
}

/**
 * With `both` the update is dated as the lead dated it, or as it came back, so that the later one stands. What is to stand alone is never
 * dated before what it replaces.
 */
function dayFor({ take }: Decision, filledOn: string | null, latest: string | null, today: string): string {
  if (take === 'another' || filledOn === null || filledOn > today) return today;
  if (take === 'both') return filledOn;
  return latest !== null && filledOn < latest ? today : filledOn;
}
