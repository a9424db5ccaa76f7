import { circulationRows } from '#db/queries/circulation.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type FileOut, reportFormats } from '#shared/contract/reports.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { sha256 } from '../snapshots/hash.ts';
import { composeReport } from './compose-report.ts';
import { type ReportFormat, writeReport } from './write-report.ts';

/**
 * A file that went out, made again of its snapshot with the words and the layout it had then. Throws `not-found` where
 * nothing of the kind went out, and `not-possible` where nobody noted with what it was made.
 */
export async function makeAgain(
  { app, register }: Doing,
  { circulationId, name }: { circulationId: string; name: string },
): Promise<{ file: FileOut; same: boolean }> {
  const { db } = register;
  const sent = circulationRows(db).find(({ id }) => id === circulationId);
  const noted = sent?.files.find((file) => file.name === name);
  if (!sent || !noted) {
    throw new AppError(
      'not-found',
      `No file “${name}” went out with this e-mail. Look under Circulation what did.`,
    );
  }
  const format = formatOf(name);
  if (!noted.report || !noted.recipe || !format) {
    throw new AppError(
      'not-possible',
      `“${name}” was drafted by an earlier version of this program, which did not note with what it was made. Make the report from its snapshot “${sent.snapshotName}”.`,
    );
  }
  const report = composeReport(db, { ...noted.recipe, report: noted.report, snapshotId: sent.snapshotId });
  const { ports } = app.options;
  const made = await writeReport(report, format, { day: sent.takenAt.slice(0, 10), ports });
  return {
    file: { ...made, name },
    same: sha256(Buffer.from(made.base64, 'base64')) === noted.sha256,
  };
}

/** By the ending of its name; several tables as CSV are one zip. */
function formatOf(name: string): ReportFormat | null {
  const ending = /\.(\w+)$/.exec(name)?.[1] ?? '';
  if (ending === 'zip') return 'csv';
  return reportFormats.find((format) => format === ending) ?? null;
}
