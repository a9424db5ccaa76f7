import type { ReadDb } from '#db/handles.ts';
import type { Reconciliation } from '#shared/contract/imports.ts';
import type { ImportSession, SessionFile } from '../sessions.ts';
import { evidenceOfPlan } from './plan-evidence.ts';

/**
 * The reconciliation of a file as it comes out, not as it was meant: every source cell is looked for in the rows that
 * are about to be written from its own row of the source, or that stand in the register already and were matched
 * with it. What is found in none of them is lost, and said to be.
 */
export async function countLost(
  db: ReadDb,
  session: ImportSession,
): Promise<ReadonlyMap<string, Reconciliation>> {
  const counted = new Map<string, Reconciliation>();
  for (const file of session.files) {
    if (file.content.kind === 'tables') counted.set(file.fileId, await reconciled(db, session, file));
  }
  return counted;
}

async function reconciled(db: ReadDb, session: ImportSession, file: SessionFile): Promise<Reconciliation> {
  if (file.content.kind !== 'tables') throw new Error('only tables are reconciled cell by cell');
  const { reading, recognition } = file.content;
  const { cells, placed, tray, lost } = recognition.reconciliation;
  const evidence = evidenceOfPlan(db, session.plan, file.fileId, recognition.sheets.length);
  const unfound = await reading.unfound(evidence);
  return { cells, placed: placed - unfound, tray, lost: lost + unfound };
}
