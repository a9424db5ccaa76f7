import { refusalOf } from './driver-errors.ts';
import type { ReadDb } from './handles.ts';
import { prepared } from './queries/prepared.ts';

/** BEGIN … COMMIT; whatever is thrown inside takes everything back. Driver errors become refusals. */
export function inTransaction<T>(db: ReadDb, mode: 'IMMEDIATE' | 'DEFERRED', act: () => T): T {
  if (db.raw.inTransaction) throw new Error('a transaction is open already: change sets do not nest');
  try {
    prepared(db, `BEGIN ${mode}`).run();
    const result = act();
    prepared(db, 'COMMIT').run();
    return result;
  } catch (error) {
    // A full disk makes SQLite roll back by itself; then there is nothing left to take back.
    if (db.raw.inTransaction) prepared(db, 'ROLLBACK').run();
    throw refusalOf(error, 'the register') ?? error;
  }
}
