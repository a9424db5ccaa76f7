import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inChangeSet, inReadTransaction, redoLast, revision, undoLast } from '#db/change-log.ts';
import { changeSetsBefore } from '#db/queries/history-sets.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import {
  actions,
  circulations,
  glossary,
  leads,
  people,
  plans,
  progress,
  snapshots,
  sourceFiles,
} from '#db/schema/index.ts';
import { dumpRows } from './dump.ts';
import { act, at, tempFolder } from './temp-register.ts';

let place = tempFolder();
let register = place.open();
beforeEach(() => {
  place = tempFolder();
  register = place.open();
});
afterEach(() => place.remove());

const person = (name: string, id = place.newId()) => ({ id, position: 1, kind: 'person' as const, name });
const term = (words: string, id = place.newId()) => ({ id, position: 1, term: words, meaning: '' });
const inSet = (label: string, write: () => void) => act(register.db, place.newId, write, label);
const history = () => changeSetsBefore(register.db, null, 50);
const snapshot = () => ({
  id: place.newId(),
  position: 1,
  name: 'June',
  takenAt: at,
  hash: '',
  counts: {},
  content: '{}',
});

describe('a change set', () => {
  it('is the only way to write', () => {
    const { db } = register;
    const id = place.newId();
    expect(() => insertRow(db, people, person('R. Okafor'))).toThrow(/outside a change set/);
    inSet('a person', () => insertRow(db, people, person('R. Okafor', id)));
    expect(() => updateRow(db, people, id, { name: 'R. Adu' })).toThrow(/outside a change set/);
    expect(() => deleteRow(db, people, id)).toThrow(/outside a change set/);
    expect(() => insertRow(db, snapshots, snapshot())).toThrow(/outside a change set/);
  });

  it('keeps what was before and after, and who reads history sees one act', () => {
    const { db } = register;
    const id = place.newId();
    inSet('added', () => insertRow(db, people, person('R. Okafor', id)));
    inSet('renamed', () => updateRow(db, people, id, { name: 'R. Adu' }));
    inSet('removed', () => deleteRow(db, people, id));
    const logged = db.raw
      .prepare(`SELECT op, old ->> 'name' AS old, new ->> 'name' AS new FROM changes WHERE row_id = ?`)
      .all(id);
    expect(logged).toEqual([
      { op: 'added', old: null, new: null },
      { op: 'changed', old: 'R. Okafor', new: 'R. Adu' },
      { op: 'removed', old: 'R. Adu', new: null },
    ]);
    expect(history().map(({ label, rows, state }) => [label, rows, state])).toEqual([
      ['removed', 1, 'done'],
      ['renamed', 1, 'done'],
      ['added', 1, 'done'],
    ]);
    expect(revision(db)).toBe(3);
  });

  it('is not left where nothing was changed', () => {
    const { db } = register;
    const id = place.newId();
    inSet('added', () => insertRow(db, people, person('R. Okafor', id)));
    inSet('looked', () => undefined);
    inSet('the same again', () => updateRow(db, people, id, { name: 'R. Okafor' }));
    expect(history()).toHaveLength(1);
    expect(revision(db)).toBe(1);
  });

  it('takes everything back where its writing fails, and the next one works', () => {
    const { db } = register;
    const before = dumpRows(db);
    expect(() =>
      inSet('half', () => {
        insertRow(db, people, person('R. Okafor'));
        throw new Error('stopped');
      }),
    ).toThrow('stopped');
    expect(dumpRows(db)).toEqual(before);
    expect(history()).toEqual([]);
    inSet('whole', () => insertRow(db, people, person('R. Okafor')));
    expect(history()).toHaveLength(1);
  });

  it('refuses to wait, and to stand inside another', () => {
    const { db } = register;
    expect(() => inSet('waiting', async () => insertRow(db, people, person('A'))) as never).toThrow(
      /cannot wait/,
    );
    expect(() => inSet('outer', () => inSet('inner', () => undefined))).toThrow(/do not nest/);
    expect(db.raw.prepare('SELECT count(*) FROM people').pluck().get()).toBe(0);
  });

  it('can name itself by what it did', () => {
    const order = { id: place.newId(), at, kind: 'edit', label: (n: number) => `${n} people` };
    const given = inChangeSet(register.db, order, (tx) => {
      for (const name of ['A', 'B']) insertRow(tx, people, person(name));
      return 2;
    });
    expect(given).toBe(2);
    expect(history()[0]?.label).toBe('2 people');
  });

  it('reads what it has written, and a reading sees one moment', () => {
    inSet('read', () => {
      insertRow(register.db, people, person('R. Okafor'));
      const count = inReadTransaction(register.db, (tx) =>
        tx.raw.prepare('SELECT count(*) FROM people').pluck().get(),
      );
      expect(count).toBe(1);
    });
  });
});

describe('what stands for ever', () => {
  it('is neither changed nor deleted: snapshots, circulations, kept files and the log', () => {
    const { db } = register;
    const frozen = snapshot();
    inSet('frozen', () => {
      insertRow(db, snapshots, frozen);
      const files = [{ name: 'a.html', sha256: '' }];
      insertRow(db, circulations, {
        id: place.newId(),
        snapshotId: frozen.id,
        at,
        subject: '',
        recipients: [],
        files,
      });
      insertRow(db, sourceFiles, { sha256: 'a', bytes: Buffer.from('a'), size: 1, keptAt: at });
      insertRow(db, people, person('R. Okafor'));
    });
    const altering = [
      `UPDATE snapshots SET name = 'July'`,
      'DELETE FROM snapshots',
      `UPDATE circulations SET subject = 'x'`,
      'DELETE FROM circulations',
      'UPDATE source_files SET size = 2',
      'DELETE FROM source_files',
      `UPDATE changes SET row_id = 'x' WHERE op <> 'added'`,
      'DELETE FROM changes',
      'DELETE FROM change_head',
    ];
    for (const sql of altering) {
      expect(() => inSet('altering', () => db.raw.exec(sql)), sql).toThrow(/never altered/);
    }
  });

  it('is an act that undo passes over', () => {
    const { db } = register;
    inSet('a person', () => insertRow(db, people, person('R. Okafor')));
    inSet('a snapshot', () => insertRow(db, snapshots, snapshot()));
    expect(history().map(({ label, undoable }) => [label, undoable])).toEqual([
      ['a snapshot', false],
      ['a person', true],
    ]);
    expect(undoLast(db)).toEqual({ label: 'a person', rows: 1 });
    expect(undoLast(db)).toBeNull();
    expect(db.raw.prepare('SELECT count(*) FROM snapshots').pluck().get()).toBe(1);
  });

  it('keeps undo from taking back what it was built on', () => {
    const { db } = register;
    const id = place.newId();
    inSet('a person', () => insertRow(db, people, person('R. Okafor', id)));
    inChangeSet(db, { id: place.newId(), at, kind: 'edit', label: 'for good', undoable: false }, (tx) =>
      updateRow(tx, people, id, { name: 'R. Adu' }),
    );
    const before = dumpRows(db);
    expect(() => undoLast(db)).toThrow(/"a person" cannot be undone/);
    expect(dumpRows(db)).toEqual(before);
  });
});

describe('undo and redo', () => {
  it('survive a restart, and keep their places in history', () => {
    inSet('one', () => insertRow(register.db, glossary, term('silt')));
    inSet('two', () => insertRow(register.db, glossary, term('reed')));
    expect(undoLast(register.db)?.label).toBe('two');
    register.close();
    register = place.open();
    expect(history().map(({ label, state }) => [label, state])).toEqual([
      ['two', 'undone'],
      ['one', 'done'],
    ]);
    expect(redoLast(register.db)?.label).toBe('two');
    expect(redoLast(register.db)).toBeNull();
    expect(revision(register.db)).toBe(4);
  });

  it('redo is over once a new act is done', () => {
    inSet('one', () => insertRow(register.db, glossary, term('silt')));
    undoLast(register.db);
    inSet('two', () => insertRow(register.db, glossary, term('reed')));
    expect(redoLast(register.db)).toBeNull();
    expect(history().map(({ state }) => state)).toEqual(['done', 'replaced']);
    expect(undoLast(register.db)?.label).toBe('two');
    expect(undoLast(register.db)).toBeNull();
  });

  it('bring rows back whatever refers to what', () => {
    const { db } = register;
    const [planId, actionId, personId] = [place.newId(), place.newId(), place.newId()];
    inSet('all', () => {
      insertRow(db, people, person('R. Okafor', personId));
      insertRow(db, plans, { id: planId, position: 1, kind: 'plan', title: 'Pond' });
      insertRow(db, actions, { id: actionId, planId, position: 1, text: 'Dig', bullets: ['a'], details: [] });
      insertRow(db, leads, { id: place.newId(), actionId, position: 1, text: 'RO', personId });
      const update = { id: place.newId(), actionId, position: 1, text: '', statusState: 'on-track' as const };
      insertRow(db, progress, update);
    });
    const full = dumpRows(db);
    inSet('none', () => {
      for (const table of ['leads', 'progress', 'actions', 'plans', 'people'])
        db.raw.exec(`DELETE FROM ${table}`);
    });
    const empty = dumpRows(db);
    undoLast(db);
    expect(dumpRows(db)).toEqual(full);
    undoLast(db);
    expect(dumpRows(db)).toEqual(empty);
    redoLast(db);
    expect(dumpRows(db)).toEqual(full);
    redoLast(db);
    expect(dumpRows(db)).toEqual(empty);
  });
});
