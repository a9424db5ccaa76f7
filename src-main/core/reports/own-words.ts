import type { z } from 'zod';
import type { ReadDb } from '#db/handles.ts';
import { type DatedWords, ownWordsById, ownWordsOf, snapshotTakenAt } from '#db/queries/report-words.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { reportWords } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { PlacedWords } from '#shared/contract/report-records.ts';
import type { OwnWordsWish, reportsContract } from '#shared/contract/reports.ts';
import { placeKey } from '#shared/domain/own-words.ts';
import { count } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { shortened } from '../plans/labels.ts';
import { ofWhat } from './compose-report.ts';
import { reportTitles } from './report-titles.ts';

/** Words of last time, offered until they are kept or cleared. */
export type FromBefore = { text: string; internal: boolean; name: string; takenOn: string | null };

export type PlaceStanding = {
  /** What stands there for this snapshot; empty where it was cleared. Null where nobody has decided yet. */
  readonly own: DatedWords | null;
  readonly from: FromBefore | null;
};

/** By place: what was written for this snapshot, and what stood there last time. */
export function standingWords(
  db: ReadDb,
  { report, snapshotId, ...scope }: OwnWordsWish,
): Map<string, PlaceStanding> {
  const rows = ownWordsOf(db, report, ofWhat(report, scope));
  const takenAt = snapshotId === null ? null : snapshotTakenAt(db, snapshotId);
  const standing = new Map<string, PlaceStanding>();
  for (const row of rows) {
    const key = placeKey(row);
    const { own, from } = standing.get(key) ?? { own: null, from: null };
    if (row.snapshotId === snapshotId) standing.set(key, { own: row, from });
    else if (row.takenAt !== null && (takenAt === null || row.takenAt < takenAt)) {
      const { text, internal, snapshotName } = row;
      const last = { text, internal, name: snapshotName ?? '', takenOn: row.takenAt.slice(0, 10) };
      // The newest decides: what was cleared since is not brought back from further off.
      standing.set(key, { own, from: text === '' ? null : last });
    }
  }
  return standing;
}

/** The words that a report of this snapshot has: what was written for it, and nothing that waits to be kept. */
export function wordsFor(db: ReadDb, wish: OwnWordsWish): PlacedWords[] {
  return [...standingWords(db, wish).values()].flatMap(({ own }) =>
    own && own.text !== ''
      ? [{ place: own.place, recordId: own.recordId, text: own.text, internal: own.internal }]
      : [],
  );
}

type Written = z.output<typeof reportsContract.writeWords.input>;

/** Writes words at places of a report, one act; an empty text clears a place. */
export function writeWords({ app, register }: Doing, { words, ...wish }: Written): number {
  const { report, snapshotId } = wish;
  if (snapshotId !== null && snapshotTakenAt(register.db, snapshotId) === null) {
    throw new AppError(
      'not-found',
      'The snapshot is not in this register. Choose another, or the register now.',
    );
  }
  const standing = standingWords(register.db, wish);
  const changed = words
    .map((one) => ({ ...one, text: one.text.trim() }))
    .filter((one) => {
      const { own = null, from = null } = standing.get(placeKey(one)) ?? {};
      if (own === null) return one.text !== '' || from !== null;
      return own.text !== one.text || own.internal !== one.internal;
    });
  const [only] = changed;
  if (!only) return 0;
  const told =
    changed.length > 1
      ? count(changed.length, 'place')
      : only.text === ''
        ? 'cleared'
        : `“${shortened(only.text.replace(/\s+/g, ' '), 40)}”`;
  register.act({ kind: 'edit', label: `Words in ${reportTitles[report]}: ${told}` }, (tx) => {
    for (const { place, recordId, text, internal } of changed) {
      const { own = null, from = null } = standing.get(placeKey({ place, recordId })) ?? {};
      const writtenOn = app.options.today();
      if (own && text === '' && from === null) deleteRow(tx, reportWords, own.id);
      else if (own) updateRow(tx, reportWords, own.id, { text, internal, writtenOn });
      else {
        const ofId = ofWhat(report, wish);
        const id = app.options.newId();
        insertRow(tx, reportWords, {
          id,
          report,
          ofId,
          snapshotId,
          place,
          recordId,
          text,
          internal,
          writtenOn,
        });
      }
    }
  });
  return changed.length;
}

/** Which report of which snapshot words stand in: where a hit of the search leads. */
export function placeOfWords(db: ReadDb, id: string) {
  const row = ownWordsById(db, id);
  if (!row) {
    throw new AppError('not-found', 'These words are no longer in the register. Undo, or look in History.');
  }
  const { report, ofId, snapshotId, place, recordId } = row;
  return { report, ofId, snapshotId, place, recordId };
}
