import type { z } from 'zod';
import type { ReadDb } from '#db/handles.ts';
import { officerToColumns } from '#db/meeting-columns.ts';
import { meetingsOfBody } from '#db/queries/meetings-list.ts';
import { positionAfterLast } from '#db/queries/meetings-write.ts';
import { owedReportsIn, reportDeliveriesIn } from '#db/queries/register-follow-up.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { owedReports, reportDeliveries } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { OwedReport } from '#shared/contract/meeting-records.ts';
import type { owedReportsContract } from '#shared/contract/resolutions.ts';
import { owedNext } from '#shared/domain/owed-reports.ts';
import { peopleFinder } from '../people/find-people.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { bodyNamed } from './edit-bodies.ts';
import { resolutionNamed } from './edit-resolutions.ts';
import { meetingNamed } from './read-meeting.ts';
import { trackAsReport } from './track-resolution.ts';

type Input<K extends keyof typeof owedReportsContract> = z.output<(typeof owedReportsContract)[K]['input']>;

function owedNamed(db: ReadDb, id: string): OwedReport {
  const report = owedReportsIn(db).find((one) => one.id === id);
  if (report) return report;
  throw new AppError('not-found', 'This report is no longer among those owed. Look at the list again.');
}

export function addOwed({ app, register }: Doing, { resolutionId, ...fields }: Input<'add'>): string {
  const { newId, today } = app.options;
  if (resolutionId !== null) resolutionNamed(register.db, resolutionId);
  if (fields.toBodyId !== null) bodyNamed(register.db, fields.toBodyId);
  return register.act({ kind: 'edit', label: `Report owed: ${fields.title}` }, (tx) =>
    trackAsReport({ tx, newId, people: () => peopleFinder(tx, newId), today: today() }, resolutionId, fields),
  );
}

export function editOwed(
  { app, register }: Doing,
  { owedReportId, officer, ...fields }: Input<'edit'>,
): void {
  const before = owedNamed(register.db, owedReportId);
  if (fields.toBodyId) bodyNamed(register.db, fields.toBodyId);
  register.act({ kind: 'edit', label: `Report owed: ${fields.title ?? before.title}` }, (tx) => {
    const text = officer?.trim() || null;
    const named =
      officer === undefined
        ? {}
        : officerToColumns(
            text === null ? null : { text, personId: peopleFinder(tx, app.options.newId).find(text) },
          );
    updateRow(tx, owedReports, owedReportId, { ...fields, ...named });
  });
}

export function removeOwed({ register }: Doing, owedReportId: string): void {
  const { title } = owedNamed(register.db, owedReportId);
  register.act({ kind: 'edit', label: `Deletion of the report owed: ${title}` }, (tx) => {
    for (const one of reportDeliveriesIn(tx))
      if (one.owedReportId === owedReportId) deleteRow(tx, reportDeliveries, one.id);
    deleteRow(tx, owedReports, owedReportId);
  });
}

/**
 * A report was given: the next is owed one stretch after the day by which this one was owed, or after the day it was
 * given where that is later; where it is owed to each meeting, at the next one planned.
 */
export function deliverReport(
  { app, register }: Doing,
  { owedReportId, on, meetingId, words, nextOn }: Input<'deliver'>,
): { deliveryId: string; nextOn: string | null } {
  const { db } = register;
  const report = owedNamed(db, owedReportId);
  if (meetingId !== null) meetingNamed(db, meetingId);
  const next = nextOn === undefined ? nextOf(db, report, on) : nextOn;
  const deliveryId = app.options.newId();
  register.act({ kind: 'edit', label: `Given: ${report.title}` }, (tx) => {
    insertRow(tx, reportDeliveries, {
      id: deliveryId,
      owedReportId,
      position: positionAfterLast(tx, 'deliveries'),
      meetingId,
      on,
      words: words.trim(),
    });
    updateRow(tx, owedReports, owedReportId, { nextOn: next });
  });
  return { deliveryId, nextOn: next };
}

function nextOf(db: ReadDb, { every, nextOn, toBodyId, title }: OwedReport, on: string): string {
  let next = owedNext(every, nextOn ?? on);
  while (next !== null && next <= on) next = owedNext(every, next);
  if (next !== null) return next;
  const meeting =
    toBodyId === null
      ? undefined
      : meetingsOfBody(db, toBodyId).find((one) => one.state !== 'cancelled' && (one.heldOn ?? '') > on);
  if (meeting?.heldOn) return meeting.heldOn;
  throw new AppError(
    'not-possible',
    `When “${title}” is owed next is not told by “${every}”. Say the day, or that no further report is owed.`,
  );
}
