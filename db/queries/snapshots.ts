import { desc, eq, max, sql } from 'drizzle-orm';
import type { ReadDb } from '../handles.ts';
import { circulations, snapshots } from '../schema/index.ts';

/** Snapshots without their content, newest first, with the day each was last circulated. */
export function listSnapshots(db: ReadDb) {
  const sent = db.orm
    .select({ snapshotId: circulations.snapshotId, at: max(circulations.at).as('sent_at') })
    .from(circulations)
    .groupBy(circulations.snapshotId)
    .as('sent');
  return db.orm
    .select({
      id: snapshots.id,
      name: snapshots.name,
      takenAt: snapshots.takenAt,
      hash: snapshots.hash,
      counts: snapshots.counts,
      circulatedAt: sent.at,
    })
    .from(snapshots)
    .leftJoin(sent, eq(sent.snapshotId, snapshots.id))
    .orderBy(desc(snapshots.position))
    .all();
}

/** One snapshot with its content as canonical JSON; undefined where there is none of that id. */
export function findSnapshot(db: ReadDb, id: string) {
  return db.orm.select().from(snapshots).where(eq(snapshots.id, id)).get();
}

/** What a snapshot is called and as at which day it is, without all that it holds; undefined where there is none. */
export function snapshotHead(db: ReadDb, id: string) {
  const { name, takenAt, hash, counts, content } = snapshots;
  const judgedOn = sql<string | null>`json_extract(${content}, '$.judgedOn')`;
  return db.orm
    .select({ id: snapshots.id, name, takenAt, hash, counts, judgedOn })
    .from(snapshots)
    .where(eq(snapshots.id, id))
    .get();
}
export type SnapshotHead = NonNullable<ReturnType<typeof snapshotHead>>;

/** The position after the last. */
export function nextSnapshotPosition(db: ReadDb): number {
  return (
    (db.orm
      .select({ last: max(snapshots.position) })
      .from(snapshots)
      .get()?.last ?? 0) + 1
  );
}
