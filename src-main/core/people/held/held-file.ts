import type { z } from 'zod';
import { inReadTransaction } from '#db/change-log.ts';
import type { heldContract } from '#shared/contract/held.ts';
import type { FileOut } from '#shared/contract/reports.ts';
import type { Doing } from '../../plans/edit-plan.ts';
import { fileName } from '../../reports/file-name.ts';
import { writeReport } from '../../reports/write-report.ts';
import { findHeld } from './find-held.ts';
import { heldDocument } from './held-document.ts';
import { readHeld } from './read-held.ts';

/**
 * All that is held on a person, as a file. Its name says what it is and the day, and not whose it is: names of files are
 * read over shoulders, in lists of downloads and in the logs of servers.
 */
export async function heldFile(
  doing: Doing,
  { personId, format }: z.output<typeof heldContract.heldFile.input>,
): Promise<FileOut> {
  const { db } = doing.register;
  const { now, today, ports } = doing.app.options;
  const day = today();
  const report = inReadTransaction(db, (tx) =>
    heldDocument(tx, findHeld(tx, personId), readHeld(doing, personId), { at: now() }),
  );
  const file = await writeReport(report, format, { day, ports });
  const ending = /\.\w+$/.exec(file.name)?.[0] ?? '';
  return { ...file, name: `${fileName(['What is held on a person', day])}${ending}` };
}
