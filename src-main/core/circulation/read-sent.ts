import type { ReadDb } from '#db/handles.ts';
import { type CirculationRow, circulationRows } from '#db/queries/circulation.ts';
import type { Sent } from '#shared/contract/circulation.ts';
import type { CirculatedFile } from '#shared/contract/circulation-records.ts';

/** What went to whom, the latest first, each with the newest version of the same that went out since. */
export function readSent(db: ReadDb): Sent[] {
  const rows = circulationRows(db);
  const newest = newestOf(rows);
  return rows.map((row) => shown(row, newest(row))).toReversed();
}

/** The report a file is of, in whatever format and of whatever day; by its name where nobody noted it. */
function sameReport({ report, ofId, name }: CirculatedFile): string {
  if (report) return `${report} ${ofId ?? ''}`;
  return name.replace(/\.\w+$/, '').replace(/[\s,]*\d{4}-\d{2}-\d{2}$/, '');
}

/** Finds for a circulation the newest later one with a report of the same from a later snapshot. */
export function newestOf(
  rows: readonly CirculationRow[],
): (row: CirculationRow, file?: CirculatedFile) => CirculationRow | null {
  const last = new Map<string, CirculationRow>();
  for (const row of rows) {
    for (const file of row.files) {
      const key = sameReport(file);
      const known = last.get(key);
      if (!known || known.takenAt <= row.takenAt) last.set(key, row);
    }
  }
  return (row, file) => {
    const later = (file ? [file] : row.files)
      .flatMap((one) => last.get(sameReport(one)) ?? [])
      .filter((one) => one.takenAt > row.takenAt && one.at >= row.at);
    return later.toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : -1))[0] ?? null;
  };
}

export const snapshotNamed = (row: CirculationRow) => ({
  id: row.snapshotId,
  name: row.snapshotName,
  takenAt: row.takenAt,
});

export const newerShown = (row: CirculationRow | null): Sent['newer'] =>
  row && { circulationId: row.id, at: row.at, subject: row.subject, snapshot: snapshotNamed(row) };

export const shown = (row: CirculationRow, newer: CirculationRow | null): Sent => ({
  id: row.id,
  at: row.at,
  subject: row.subject,
  recipients: row.recipients,
  files: row.files,
  listName: row.listName,
  sees: row.audience,
  draft: row.draft,
  snapshot: snapshotNamed(row),
  newer: newerShown(newer),
});
