import { afterAll, describe, expect, it } from 'vitest';
import { undoLast } from '#db/change-log.ts';
import type { WriteDb } from '#db/handles.ts';
import { checkRegister } from '#db/integrity.ts';
import { deleteRow, insertRow, insertRows, updateRow } from '#db/rows.ts';
import { glossary } from '#db/schema/index.ts';
import { find } from '#db/search.ts';
import { finishIndex, indexSome, indexWaits } from '#db/search-queue.ts';
import { act, tempFolder } from './temp-register.ts';

const place = tempFolder();
const long = 5_000;
let opened = 0;
afterAll(() => place.remove());

function withLongAct(): { db: WriteDb; ids: string[] } {
  const { db } = place.open(`office ${++opened}.register`);
  const terms = Array.from({ length: long }, (_, n) => ({
    id: place.newId(),
    position: n,
    term: `Term ${n}`,
    meaning: `silt ${n}`,
  }));
  act(db, place.newId, (tx) => insertRows(tx, glossary, terms));
  return { db, ids: terms.map(({ id }) => id) };
}

describe('what an act leaves to be indexed', () => {
  it('waits in the file, of a long act and of a short one', () => {
    const { db } = withLongAct();
    act(db, place.newId, (tx) => {
      insertRow(tx, glossary, { id: place.newId(), position: 0, term: 'Heron', meaning: 'a bird' });
    });
    expect(indexWaits(db.raw, long)).toBe(true);
    expect(find(db, 'heron', 5)).toEqual([]);
    finishIndex(db);
    expect(find(db, 'heron', 5)).toHaveLength(1);
    expect(checkRegister(db)).toEqual([]);
  });

  it('is indexed in parts, with whatever was altered, removed or undone meanwhile', () => {
    const { db, ids } = withLongAct();
    expect(indexSome(db, 1_000)).toBe(true);
    act(db, place.newId, (tx) => {
      // One that is in the index already, and one that waits; the same again for removal.
      updateRow(tx, glossary, ids[10] ?? '', { meaning: 'otter' });
      updateRow(tx, glossary, ids[3_000] ?? '', { meaning: 'otter' });
      deleteRow(tx, glossary, ids[11] ?? '');
      deleteRow(tx, glossary, ids[3_001] ?? '');
    });
    while (indexSome(db, 700));
    expect(find(db, 'otter', 5)).toHaveLength(2);
    expect(find(db, 'silt 11', 5).map((hit) => hit.id)).not.toContain(ids[11]);
    expect(checkRegister(db)).toEqual([]);
    undoLast(db);
    undoLast(db);
    finishIndex(db);
    expect(find(db, 'silt', 5)).toEqual([]);
    expect(checkRegister(db)).toEqual([]);
  });

  it('of a long act that follows one undone takes the places that still wait', () => {
    const { db } = withLongAct();
    finishIndex(db);
    undoLast(db);
    const terms = Array.from({ length: long }, (_, n) => ({
      ...{ id: place.newId(), position: n, term: `Word ${n}`, meaning: `reed ${n}` },
    }));
    act(db, place.newId, (tx) => insertRows(tx, glossary, terms));
    finishIndex(db);
    expect(find(db, 'silt', 5)).toEqual([]);
    expect(find(db, 'reed', 5)).toHaveLength(5);
    expect(checkRegister(db)).toEqual([]);
  });

  it('is gone with the act when the act is undone before it was indexed', () => {
    const { db } = withLongAct();
    undoLast(db);
    finishIndex(db);
    expect(find(db, 'silt', 5)).toEqual([]);
    expect(checkRegister(db)).toEqual([]);
  });
});
