import type { ReadDb } from '#db/handles.ts';
import { circulationRows } from '#db/queries/circulation.ts';
import { type SnapshotHead, snapshotHead } from '#db/queries/snapshots.ts';
import type { LookedAt } from '#shared/contract/looking.ts';
import { noSnapshot } from '../snapshots/refusals.ts';

/** Which snapshot is looked at. */
export type Looked = Omit<SnapshotHead, 'judgedOn'> & {
  /** The day it is as at, YYYY-MM-DD: by it is told what is late in it, as in the reports of it. */
  readonly asAt: string;
};

/** A snapshot never changes: what is known of one holds as long as its register is open. */
const known = new WeakMap<ReadDb['raw'], Map<string, Looked>>();

/** The snapshot of this id in the register. Throws `not-found`. */
export function lookedAt(db: ReadDb, snapshotId: string): Looked {
  const before = known.get(db.raw) ?? new Map<string, Looked>();
  known.set(db.raw, before);
  const found = before.get(snapshotId) ?? read(db, snapshotId);
  before.set(snapshotId, found);
  return found;
}

function read(db: ReadDb, snapshotId: string): Looked {
  const head = snapshotHead(db, snapshotId);
  if (!head) throw noSnapshot();
  const { judgedOn, ...rest } = head;
  return { ...rest, asAt: judgedOn ?? head.takenAt.slice(0, 10) };
}

/** The same as the screens show it: with to whom it went, the latest first. */
export function lookingShown(db: ReadDb, looked: Looked): LookedAt {
  const sent = circulationRows(db)
    .filter(({ snapshotId }) => snapshotId === looked.id)
    .map(({ at, subject, listName, recipients }) => ({ at, subject, listName, recipients }));
  return { ...looked, sent: sent.toReversed() };
}
