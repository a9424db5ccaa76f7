import type { ReadDb } from '#db/handles.ts';
import { lastReportingPosition, reportingEnds, reportingRows } from '#db/queries/reporting.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { reportingLines } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ReportingEnd, ReportingFields } from '#shared/contract/reporting.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { shortened } from '../plans/labels.ts';
import { step } from '../plans/positions.ts';

export function addLine({ app, register }: Doing, fields: ReportingFields): string {
  const columns = columnsOf(register.db, fields);
  const id = app.options.newId();
  register.act({ kind: 'edit', label: `Reporting line added: ${inWords(fields)}` }, (tx) =>
    insertRow(tx, reportingLines, { id, position: lastReportingPosition(tx) + step, ...columns }),
  );
  return id;
}

export function changeLine({ register }: Doing, lineId: string, fields: ReportingFields): void {
  const columns = columnsOf(register.db, fields);
  mustRow(register.db, lineId);
  register.act({ kind: 'edit', label: `Reporting line: ${inWords(fields)}` }, (tx) =>
    updateRow(tx, reportingLines, lineId, columns),
  );
}

export function removeLine({ register }: Doing, lineId: string): void {
  const { report } = mustRow(register.db, lineId);
  const label = `Deletion of the reporting line ${shortened(report, 48)}`.trim();
  register.act({ kind: 'edit', label }, (tx) => deleteRow(tx, reportingLines, lineId));
}

/** Changes places with the line before or behind it of the same level; false where there is none. */
export function moveLine({ register }: Doing, lineId: string, by: -1 | 1): boolean {
  const line = mustRow(register.db, lineId);
  const level = reportingRows(register.db).filter((one) => one.level === line.level);
  const other = level[level.findIndex(({ id }) => id === lineId) + by];
  if (!other) return false;
  const label = `Reporting line moved: ${shortened(line.report, 48)}`;
  register.act({ kind: 'edit', label }, (tx) => {
    // Two of one place, as lists brought in from elsewhere may have, come apart.
    const apart = other.position === line.position ? by : 0;
    updateRow(tx, reportingLines, line.id, { position: other.position + apart });
    updateRow(tx, reportingLines, other.id, { position: line.position });
  });
  return true;
}

function columnsOf(db: ReadDb, { level, from, report, every, to }: ReportingFields) {
  const ends = reportingEnds(db);
  const known = (end: ReportingEnd): void => {
    const isGone =
      (end.bodyId !== null && !ends.bodies.some(({ id }) => id === end.bodyId)) ||
      (end.planId !== null && !ends.plans.some(({ id }) => id === end.planId));
    if (isGone) {
      throw new AppError(
        'not-found',
        'The board, group or plan at one end of the line is no longer in the register. Choose another.',
      );
    }
  };
  known(from);
  known(to);
  if (report === '' && (isEmpty(from) || isEmpty(to))) {
    throw new AppError(
      'not-possible',
      'A reporting line needs the report that is given, or both ends: who reports and to whom.',
    );
  }
  if (!isEmpty(from) && sameEnd(from, to)) {
    throw new AppError(
      'not-possible',
      'A board, group or plan cannot report to itself. Change one of the two ends.',
    );
  }
  return {
    level,
    report,
    every: every || null,
    fromBodyId: from.bodyId,
    fromPlanId: from.bodyId === null ? from.planId : null,
    from: wordsOf(from),
    toBodyId: to.bodyId,
    toPlanId: to.bodyId === null ? to.planId : null,
    to: wordsOf(to),
  };
}

const wordsOf = ({ bodyId, planId, words }: ReportingEnd): string | null =>
  bodyId === null && planId === null ? words || null : null;
const isEmpty = (end: ReportingEnd): boolean => !(end.bodyId || end.planId || end.words);
const sameEnd = (a: ReportingEnd, b: ReportingEnd): boolean =>
  a.bodyId === b.bodyId && a.planId === b.planId && (wordsOf(a) ?? '') === (wordsOf(b) ?? '');

const inWords = ({ report, every }: ReportingFields): string =>
  shortened(report || every || 'who reports to whom', 48);

function mustRow(db: ReadDb, lineId: string) {
  const row = reportingRows(db).find(({ id }) => id === lineId);
  if (!row) {
    throw new AppError(
      'not-found',
      'This reporting line is no longer in the register. Look at the drawing again.',
    );
  }
  return row;
}
