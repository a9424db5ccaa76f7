import type { ReadDb } from '#db/handles.ts';
import { answerable, answerRows, dutyHead } from '#db/queries/duties.ts';
import { lastPosition } from '#db/queries/plans-order.ts';
import { type Removed, removeDutyRows } from '#db/queries/plans-remove.ts';
import { readSettings } from '#db/queries/settings.ts';
import { timescaleToColumns } from '#db/records.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { actionLinks, duties, dutyAnswers } from '#db/schema/index.ts';
import type { answerKinds } from '#shared/contract/duties.ts';
import { AppError } from '#shared/contract/errors.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { shortened } from '../plans/labels.ts';
import { step } from '../plans/positions.ts';

export type NewDuty = { text: string; basis: string | null; inForce: string | null; planId: string | null };

/** Adds a duty behind all others; gives its id. */
export function addDuty({ app, register }: Doing, o: NewDuty): string {
  const id = app.options.newId();
  register.act({ kind: 'edit', label: `Duty added: ${shortened(o.text, 48)}` }, (tx) =>
    insertRow(tx, duties, {
      id,
      planId: o.planId,
      position: lastPosition(tx, 'duties') + step,
      text: o.text,
      basis: o.basis || null,
      ...inForceColumns(tx, o.inForce),
    }),
  );
  return id;
}

export type DutyPatch = {
  dutyId: string;
  text?: string | undefined;
  basis?: string | null | undefined;
  inForce?: string | null | undefined;
};

export function editDuty({ register }: Doing, { dutyId, text, basis, inForce }: DutyPatch): void {
  const duty = headOf(register.db, dutyId);
  register.act({ kind: 'edit', label: `Duty: ${shortened(text ?? duty.text, 48)}` }, (tx) =>
    updateRow(tx, duties, dutyId, {
      ...(text !== undefined && { text }),
      ...(basis !== undefined && { basis: basis || null }),
      ...(inForce !== undefined && inForceColumns(tx, inForce)),
    }),
  );
}

const inForceColumns = (db: ReadDb, words: string | null) =>
  timescaleToColumns(
    words
      ? readTimescale(words, { yearStartMonth: readSettings(db).financialYearStart, period: null })
      : null,
  );

export function removeDuty({ register }: Doing, dutyId: string): Removed {
  const duty = headOf(register.db, dutyId);
  return register.act({ kind: 'edit', label: `Deletion of the duty ${shortened(duty.text, 48)}` }, (tx) =>
    removeDutyRows(tx, [dutyId]),
  );
}

export type Answer = { dutyId: string; kind: (typeof answerKinds)[number]; recordId: string };

/** Says that an action, a section or a KPI answers a duty. What answers it already is passed over. */
export function answerDuty({ app, register }: Doing, answer: Answer): void {
  const { dutyId, kind, recordId } = answer;
  const duty = headOf(register.db, dutyId);
  const record = answerable(register.db, kind, recordId);
  if (!record) {
    throw new AppError('not-found', 'What was to answer the duty is no longer in the register. Look again.');
  }
  const there = answerRows(register.db, answer);
  if (there.answers.length + there.links.length > 0) return;
  const label = `${record.ref ?? shortened(record.text, 32)} answers ${shortened(duty.text, 40)}`;
  register.act({ kind: 'edit', label }, (tx) =>
    insertRow(tx, dutyAnswers, {
      id: app.options.newId(),
      dutyId,
      position: lastPosition(tx, 'dutyAnswers') + step,
      [`${kind}Id`]: recordId,
    } as typeof dutyAnswers.$inferInsert),
  );
}

/** Takes an answer back, wherever it was said. */
export function unanswerDuty({ register }: Doing, answer: Answer): void {
  const duty = headOf(register.db, answer.dutyId);
  const { answers, links } = answerRows(register.db, answer);
  if (answers.length + links.length === 0) return;
  register.act({ kind: 'edit', label: `Answer taken from ${shortened(duty.text, 48)}` }, (tx) => {
    for (const id of answers) deleteRow(tx, dutyAnswers, id);
    for (const id of links) deleteRow(tx, actionLinks, id);
  });
}

function headOf(db: ReadDb, dutyId: string): { id: string; text: string } {
  const duty = dutyHead(db, dutyId);
  if (!duty)
    throw new AppError('not-found', 'This duty is no longer in the register. Look at the list again.');
  return duty;
}
