import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { redoLast, revision, undoLast } from '#db/change-log.ts';
import type { WriteDb } from '#db/handles.ts';
import { checkRegister } from '#db/integrity.ts';
import { deleteRow, insertRow, insertRows, updateRow } from '#db/rows.ts';
import { actions, glossary, kpis, kpiValues, leads, people, plans } from '#db/schema/index.ts';
import { dumpRows } from './dump.ts';
import { findIndexed } from './find-indexed.ts';
import { act, tempFolder } from './temp-register.ts';

const runs = Number(process.env.RUNS ?? 12);

let place = tempFolder();
beforeEach(() => {
  place = tempFolder();
});
afterEach(() => place.remove());

type Write =
  | { do: 'term'; term: string; meaning: string }
  | { do: 'figure'; number: number | null; text: string }
  | { do: 'action'; text: string; bullets: string[]; leads: string[] }
  | { do: 'change'; which: number; text: string; tolerance: number | null }
  | { do: 'remove'; which: number };
type Step = { do: 'act'; writes: Write[] } | { do: 'undo' | 'redo' };

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('pond', 'Étang', 'a "b" c'),
);
const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0));
const which = fc.nat({ max: 50 });
const write: fc.Arbitrary<Write> = fc.oneof(
  fc.record({ do: fc.constant('term' as const), term: words, meaning: words }),
  fc.record({ do: fc.constant('figure' as const), number, text: words }),
  fc.record({
    do: fc.constant('action' as const),
    text: words,
    bullets: fc.array(words, { maxLength: 2 }),
    leads: fc.array(words, { maxLength: 2 }),
  }),
  fc.record({ do: fc.constant('change' as const), which, text: words, tolerance: number }),
  fc.record({ do: fc.constant('remove' as const), which }),
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('act' as const), writes: fc.array(write, { maxLength: 6 }) }),
    },
    { weight: 3, arbitrary: fc.constant({ do: 'undo' as const }) },
    { weight: 2, arbitrary: fc.constant({ do: 'redo' as const }) },
  ),
  { maxLength: 14 },
);

/** What a register does, done twice: in the register, and as a list of the states it went through. */
class Model {
  private readonly db: WriteDb;
  private states: string[];
  private now = 0;
  private revision: number;
  constructor(db: WriteDb, first: string) {
    this.db = db;
    this.states = [first];
    this.revision = revision(db);
  }

  state(): string {
    return JSON.stringify(dumpRows(this.db));
  }

  /** An act that left a change set is one more state, even where it changed something and changed it back. */
  acted(): void {
    if (revision(this.db) === this.revision) return;
    this.states = [...this.states.slice(0, this.now + 1), this.state()];
    this.now += 1;
    this.revision = revision(this.db);
  }

  undone(): void {
    const undone = undoLast(this.db);
    expect(undone !== null).toBe(this.now > 0);
    if (undone) this.now -= 1;
    this.revision = revision(this.db);
    expect(this.state()).toBe(this.states[this.now]);
  }

  redone(): void {
    const redone = redoLast(this.db);
    expect(redone !== null).toBe(this.now < this.states.length - 1);
    if (redone) this.now += 1;
    this.revision = revision(this.db);
    expect(this.state()).toBe(this.states[this.now]);
  }
}

describe('undo and redo', () => {
  it(
    'give back every state the register was in, search and log included',
    () => {
      let run = 0;
      fc.assert(
        fc.property(steps, (list) => {
          run += 1;
          const register = place.open(`${run}.register`);
          const { db } = register;
          const ids = { plan: place.newId(), kpi: place.newId() };
          const rows: { table: typeof glossary | typeof actions | typeof kpiValues; id: string }[] = [];
          const base = { id: place.newId(), at: '2010-01-01T00:00:00.000Z', kind: 'edit', label: 'base' };
          act(
            db,
            () => base.id,
            (tx) => {
              insertRow(tx, plans, { id: ids.plan, position: 1, kind: 'plan', title: 'Pond' });
              insertRow(tx, kpis, { id: ids.kpi, position: 1, name: 'Depth', details: [] });
            },
          );
          db.raw.exec('UPDATE change_sets SET undoable = 0');
          const model = new Model(db, JSON.stringify(dumpRows(db)));
          for (const step of list) {
            if (step.do === 'act') {
              act(db, place.newId, (tx) => {
                for (const one of step.writes) doWrite(tx, one, ids, rows);
              });
              model.acted();
            } else if (step.do === 'undo') model.undone();
            else model.redone();
          }
          expect(checkRegister(db).filter(({ kind }) => kind !== 'status')).toEqual([]);
          register.close();
        }),
        { numRuns: runs },
      );
    },
    30_000 + runs * 1_000,
  );

  function doWrite(
    tx: WriteDb,
    one: Write,
    ids: { plan: string; kpi: string },
    rows: { table: typeof glossary | typeof actions | typeof kpiValues; id: string }[],
  ): void {
    const id = place.newId();
    const there = () =>
      rows.filter(({ table, id: row }) =>
        [glossary, actions, kpiValues].includes(table)
          ? tx.raw.prepare(`SELECT 1 FROM ${tableName(table)} WHERE id = ?`).get(row)
          : false,
      );
    if (one.do === 'term') {
      insertRow(tx, glossary, { id, position: 1, term: one.term, meaning: one.meaning });
      rows.push({ table: glossary, id });
    } else if (one.do === 'figure') {
      const figure = { role: 'actual' as const, provisional: false, number: one.number, text: one.text };
      insertRow(tx, kpiValues, { id, kpiId: ids.kpi, position: 1, ...figure });
      rows.push({ table: kpiValues, id });
    } else if (one.do === 'action') {
      const { text, bullets } = one;
      insertRow(tx, actions, { id, planId: ids.plan, position: 1, text, bullets, details: [] });
      for (const lead of one.leads) {
        insertRow(tx, leads, { id: place.newId(), actionId: id, position: 1, text: lead });
      }
      rows.push({ table: actions, id });
    } else {
      const all = there();
      const chosen = all[one.which % Math.max(all.length, 1)];
      if (!chosen) return;
      if (one.do === 'change') {
        if (chosen.table === glossary) updateRow(tx, glossary, chosen.id, { meaning: one.text });
        else if (chosen.table === actions) updateRow(tx, actions, chosen.id, { comment: one.text });
        else updateRow(tx, kpiValues, chosen.id, { text: one.text, tolerance: one.tolerance });
      } else {
        tx.raw.prepare('DELETE FROM leads WHERE action_id = ?').run(chosen.id);
        deleteRow(tx, chosen.table, chosen.id);
      }
    }
  }

  const tableName = (table: unknown): string =>
    table === glossary ? 'glossary' : table === actions ? 'actions' : 'kpi_values';
});

describe('an act of many rows', () => {
  const terms = (count: number, from = 0) =>
    Array.from({ length: count }, (_, n) => ({
      id: place.newId(),
      position: n,
      term: `Term ${from + n}`,
      meaning: `silt ${from + n}`,
    }));
  const triggers = (db: WriteDb) =>
    db.raw.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`).all();

  it('is logged, found and undone as if its rows had been written one by one', () => {
    const { db } = place.open();
    const [old, kept] = [place.newId(), place.newId()];
    act(db, place.newId, (tx) => {
      for (const id of [old, kept])
        insertRow(tx, glossary, { id, position: 0, term: 'Reed', meaning: 'old' });
    });
    const [before, triggersBefore] = [dumpRows(db), triggers(db)];
    const many = terms(1_500);
    act(db, place.newId, (tx) => {
      insertRows(tx, glossary, many);
      // Rows of before and after the triggers were set aside are altered and removed as well.
      updateRow(tx, glossary, many[3]?.id ?? '', { meaning: 'early' });
      updateRow(tx, glossary, many[1_200]?.id ?? '', { meaning: 'late' });
      deleteRow(tx, glossary, many[5]?.id ?? '');
      deleteRow(tx, glossary, many[1_499]?.id ?? '');
      updateRow(tx, glossary, kept, { meaning: 'altered' });
      deleteRow(tx, glossary, old);
    });
    expect(triggers(db)).toEqual(triggersBefore);
    expect(checkRegister(db)).toEqual([]);
    expect(findIndexed(db, 'late', 5)).toHaveLength(1);
    expect(findIndexed(db, 'altered', 5)).toHaveLength(1);
    const after = dumpRows(db);
    expect(after.glossary).toHaveLength(1_499);
    undoLast(db);
    expect(dumpRows(db)).toEqual(before);
    expect(findIndexed(db, 'silt', 5)).toEqual([]);
    redoLast(db);
    expect(dumpRows(db)).toEqual(after);
    expect(triggers(db)).toEqual(triggersBefore);
    expect(checkRegister(db)).toEqual([]);
  });

  it('leaves everything as it was, triggers too, where it fails', () => {
    const { db } = place.open();
    const before = [dumpRows(db), triggers(db)];
    expect(() =>
      act(db, place.newId, (tx) => {
        insertRows(tx, glossary, terms(1_000));
        throw new Error('stopped');
      }),
    ).toThrow('stopped');
    expect([dumpRows(db), triggers(db)]).toEqual(before);
    act(db, place.newId, (tx) => insertRows(tx, glossary, terms(3)));
    expect(checkRegister(db)).toEqual([]);
  });

  it('refuses to take out its newest row while no other follows, rather than to log it wrongly', () => {
    const { db } = place.open();
    const many = terms(500);
    const newest = many.at(-1)?.id ?? '';
    expect(() =>
      act(db, place.newId, (tx) => {
        insertRows(tx, glossary, many);
        deleteRow(tx, glossary, newest);
      }),
    ).toThrow(/newest row/);
    expect(db.raw.prepare('SELECT count(*) FROM glossary').pluck().get()).toBe(0);
  });

  it('of one table leaves the logging of others alone', () => {
    const { db } = place.open();
    const id = place.newId();
    act(db, place.newId, (tx) => {
      insertRows(tx, glossary, terms(600));
      insertRow(tx, people, { id, position: 1, kind: 'person', name: 'R. Okafor' });
      updateRow(tx, people, id, { name: 'R. Adu' });
    });
    const ops = db.raw.prepare('SELECT op FROM changes WHERE row_id = ?').pluck().all(id);
    expect(ops).toEqual(['added', 'changed']);
  });
});
