import { inReadTransaction } from '#db/change-log.ts';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import { checkedActions } from '#db/queries/checks-facts.ts';
import { readContent } from '#db/queries/register-json.ts';
import { waitingWords } from '#db/queries/report-words.ts';
import { findSnapshot, listSnapshots, nextSnapshotPosition } from '#db/queries/snapshots.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { reportWords, snapshots } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RegisterContent, SnapshotContent } from '#shared/contract/register.ts';
import type { Difference, SnapshotSummary } from '#shared/contract/reports.ts';
import type { FrozenSlip } from '#shared/contract/snapshot-content.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { differencesBetween } from '#shared/domain/differences.ts';
import type { Register } from '../app.ts';
import { slipsIn } from '../plans/slips.ts';
import { sha256 } from './hash.ts';
import { noLongerFits, noSnapshot } from './refusals.ts';

/** A snapshot with what it froze. */
export type OpenSnapshot = SnapshotSummary & { readonly content: SnapshotContent };

/** What is written of a state that is frozen. */
export type Frozen = Pick<SnapshotSummary, 'hash' | 'counts'> & { readonly content: string };

/** What a list says of a snapshot's size: how many of each kind of record that holds any. */
export function countsOf(content: RegisterContent): Record<string, number> {
  return Object.fromEntries(
    Object.entries(content)
      .flatMap(([name, held]): [string, number][] =>
        name !== 'slippage' && Array.isArray(held) && held.length > 0 ? [[name, held.length]] : [],
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const summaryOf = ({
  id,
  name,
  takenAt,
  hash,
  counts,
}: Omit<SnapshotSummary, 'circulatedAt'>): SnapshotSummary => ({
  id,
  name,
  takenAt,
  hash,
  counts,
  circulatedAt: null,
});

/** What the reports need of the history: how far ends had moved, and the day to judge by where it is another. */
export function frozenChecks(
  tx: ReadDb,
  { at, today }: { at: string; today: string },
): Partial<SnapshotContent> {
  const slipOf = slipsIn(tx);
  const slippage = checkedActions(tx, null).flatMap((action): FrozenSlip[] => {
    const { moves, later, days } = slipOf(action);
    return moves.length === 0 ? [] : [{ actionId: action.id, times: moves.length, later, days }];
  });
  return {
    ...(slippage.length > 0 && { slippage }),
    ...(today !== at.slice(0, 10) && { judgedOn: today }),
  };
}

/** Writes what was frozen. The row is never changed again: the database refuses. */
function writeSnapshot(
  tx: WriteDb,
  o: { id: string; name: string; at: string },
  frozen: Frozen,
): SnapshotSummary {
  const row = {
    id: o.id,
    position: nextSnapshotPosition(tx),
    name: o.name,
    takenAt: o.at,
    ...frozen,
  };
  insertRow(tx, snapshots, row);
  return summaryOf(row);
}

/** Freezes the register as it stands in this transaction. */
function frozenNow(tx: ReadDb, o: { at: string; today: string }): Frozen {
  const state = contentNow(tx, o);
  const content = canonicalJson(state);
  return { content, hash: sha256(content), counts: countsOf(state) };
}

/** What a snapshot taken now would freeze. */
export const contentNow = (db: ReadDb, o: { at: string; today: string }): SnapshotContent => ({
  ...readContent(db),
  ...frozenChecks(db, o),
});

export type Wanted = {
  readonly name: string;
  readonly now: () => string;
  readonly newId: () => string;
  readonly today?: () => string;
  /** Whether words that wait for the next snapshot go with this one: it is taken to be reported. */
  readonly withWords?: boolean;
};

/**
 * Takes a snapshot as one act that stands for ever: of the register as it stands, or of what was frozen of it
 * beforehand at an instant since which nothing was written.
 */
export function takeSnapshot(
  register: Register,
  o: Wanted,
  before?: { readonly at: string; readonly frozen: Frozen },
): SnapshotSummary {
  const name = o.name.trim();
  if (name === '')
    throw new AppError('wrong-use', 'A snapshot needs a name. Give it one, such as “June board”.');
  return register.act({ kind: 'snapshot', label: `snapshot “${name}”`, undoable: false }, (tx) => {
    const at = before?.at ?? o.now();
    const frozen = before?.frozen ?? frozenNow(tx, { at, today: o.today?.() ?? at.slice(0, 10) });
    const taken = writeSnapshot(tx, { id: o.newId(), name, at }, frozen);
    if (o.withWords)
      for (const id of waitingWords(tx)) updateRow(tx, reportWords, id, { snapshotId: taken.id });
    return taken;
  });
}

/** All snapshots, newest first; for whoever looks at one, that one and those before it. */
export function snapshotList(db: ReadDb, looking: { id: string } | null = null): SnapshotSummary[] {
  const all = listSnapshots(db);
  return looking ? all.slice(all.findIndex(({ id }) => id === looking.id)) : all;
}

/**
 * Opens a snapshot and checks that what it holds is still what was frozen.
 * Throws not-found, and register-damaged where the content no longer fits its hash.
 */
export function openSnapshot(db: ReadDb, id: string): OpenSnapshot {
  const summary = listSnapshots(db).find((one) => one.id === id);
  if (!summary) throw noSnapshot();
  return { ...summaryOf(summary), content: contentOf(db, summary) };
}

/** Of each open register the contents read last, by hash: a report and its comparison, or two compared again, read them once. */
const readLast = new WeakMap<ReadDb['raw'], Map<string, SnapshotContent>>();
const mostKept = 2;

/** What is frozen never changes, so that what was read of it can be kept; nobody writes into it. */
function contentOf(db: ReadDb, { id, hash, name }: SnapshotSummary): SnapshotContent {
  const kept = readLast.get(db.raw) ?? new Map<string, SnapshotContent>();
  readLast.set(db.raw, kept);
  const known = kept.get(hash) ?? contentRead(db, { id, hash, name });
  kept.delete(hash);
  kept.set(hash, known);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return known;
}

/** It was of the contract when it was frozen or brought in, and by its hash it is that still: so it is not checked anew. */
function contentRead(
  db: ReadDb,
  { id, hash, name }: Pick<SnapshotSummary, 'id' | 'hash' | 'name'>,
): SnapshotContent {
  const row = findSnapshot(db, id);
  if (!row) throw noSnapshot();
  if (sha256(row.content) !== hash) throw noLongerFits(name);
  return JSON.parse(row.content) as SnapshotContent;
}

/**
 * The newest earlier snapshot that holds something else than this one, or null where there is none: what a report
 * is compared with. A second snapshot of an unchanged register tells nothing of what came before.
 */
export function snapshotBefore(db: ReadDb, id: string): OpenSnapshot | null {
  const all = listSnapshots(db);
  const at = all.findIndex((one) => one.id === id);
  const before = all.slice(at + 1).find((one) => one.hash !== all[at]?.hash);
  return at < 0 || !before ? null : openSnapshot(db, before.id);
}

/** The newest of all; what the register as it stands is compared with. Null where there is none. */
export function newestSnapshot(db: ReadDb): OpenSnapshot | null {
  const [newest] = listSnapshots(db);
  return newest ? openSnapshot(db, newest.id) : null;
}

/** The differences from snapshot `a` to snapshot `b`, or to the register as it now stands. */
export function compareSnapshots(db: ReadDb, a: string, b: string): Difference[] {
  return inReadTransaction(db, (tx) => {
    const later = b === 'now' ? readContent(tx) : openSnapshot(tx, b).content;
    return differencesBetween(openSnapshot(tx, a).content, later);
  });
}
