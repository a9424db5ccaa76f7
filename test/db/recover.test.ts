import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkRegister } from '#db/integrity.ts';
import { loggedTables, quoted } from '#db/layout.ts';
import { type RecoveredRows, recoverRegister } from '#db/recover.ts';
import { references } from '#db/references.ts';
import { insertRows } from '#db/rows.ts';
import { fundingStreams, glossary } from '#db/schema/index.ts';
import { exampleFile } from '../faults/past/past-register.ts';
import { randomFrom } from './kill/loop.ts';
import { act, at, tempFolder } from './temp-register.ts';

const page = 4_096;
let place: ReturnType<typeof tempFolder>;
beforeEach(() => {
  place = tempFolder();
});
afterEach(() => place.remove());

type Row = Record<string, unknown>;
const rowsIn = (raw: Database.Database, table: string): Row[] =>
  raw.prepare(`SELECT * FROM ${quoted(table)} ORDER BY id`).all() as Row[];

let turn = 0;
/** Recovers a damaged file beside it, looks through the whole register, and gives it with what was told. */
function recovered(bytes: Buffer, pattern: string | null = null) {
  turn += 1;
  const from = place.path(`damaged ${turn}.register`);
  writeFileSync(from, bytes);
  const aside = place.path(`aside ${turn}`);
  mkdirSync(aside);
  const to = place.path(`recovered ${turn}.register`);
  const told: RecoveredRows = recoverRegister({
    ...{ from, to, aside, pattern, label: 'What could be read', backupsDir: aside },
    ...{ now: () => at, newId: place.newId, programVersion: '0.1.0' },
  });
  expect(readFileSync(from).equals(bytes)).toBe(true);
  const { db } = place.open(`recovered ${turn}.register`, { create: false });
  expect(checkRegister(db)).toEqual([]);
  return { told, db, of: (table: string) => told.tables.find((one) => one.table === table) };
}

/** A register with long lists in two tables, as bytes, and where the tables begin. */
function filled() {
  const name = 'filled.register';
  const { db, close } = place.open(name);
  const words = (n: number) => `${n} ${'silt and reed '.repeat(12)}`;
  act(db, place.newId, (tx) => {
    insertRows(
      tx,
      glossary,
      Array.from({ length: 300 }, (_, n) => ({
        ...{ id: place.newId(), position: n, term: `term ${n}`, meaning: words(n) },
      })),
    );
    insertRows(
      tx,
      fundingStreams,
      Array.from({ length: 120 }, (_, n) => ({ id: place.newId(), position: n, name: words(n), also: [] })),
    );
  });
  const before = new Map(loggedTables.map((table) => [table.name, rowsIn(db.raw, table.name)]));
  const roots = new Map(
    (db.raw.prepare('SELECT name, rootpage FROM sqlite_schema').all() as Row[]).map((row) => [
      String(row.name),
      Number(row.rootpage),
    ]),
  );
  close();
  return { bytes: readFileSync(place.path(name)), before, roots };
}

const spoil = (bytes: Buffer, number: number, fill = 0xa5): Buffer =>
  bytes.fill(fill, (number - 1) * page, number * page);

describe('rows that no tree leads to any more', () => {
  it.each([
    ['noise', 0xa5],
    ['nothing', 0],
  ])('come back where the page that leads to them is %s', (_what, fill) => {
    const { bytes, before, roots } = filled();
    spoil(bytes, roots.get('glossary') ?? 0, fill);
    spoil(bytes, roots.get('funding_streams') ?? 0, fill);
    const { told, db, of } = recovered(bytes);
    expect(rowsIn(db.raw, 'glossary')).toEqual(before.get('glossary'));
    expect(rowsIn(db.raw, 'funding_streams')).toEqual(before.get('funding_streams'));
    // That all are there nobody can know: a page of them may be lost without a trace.
    expect(of('glossary')).toEqual({ table: 'glossary', kept: 300, lost: null });
    expect(told.untold).toBe(0);
  });

  it('come back also where the table’s own pages are lost between them', () => {
    const { bytes, before, roots } = filled();
    spoil(bytes, roots.get('glossary') ?? 0);
    let nth = 0;
    for (let number = 2; number * page <= bytes.length; number += 1) {
      const leaf = bytes.subarray((number - 1) * page, number * page);
      if (leaf[0] === 13 && leaf.includes('silt and reed') && nth++ % 5 === 2) spoil(bytes, number);
    }
    const { db } = recovered(bytes);
    const all = new Map(before.get('glossary')?.map((row) => [row.id, row]));
    const kept = rowsIn(db.raw, 'glossary');
    for (const row of kept) expect(row).toEqual(all.get(row.id));
    expect(kept.length).toBeGreaterThan(180);
    expect(kept.length).toBeLessThan(300);
  });

  it('do not come back where they were deleted', () => {
    const { bytes, before, roots } = filled();
    expect(before.get('glossary')).toHaveLength(300);
    const path = place.path('thinned.register');
    writeFileSync(path, bytes);
    const raw = new Database(path);
    const triggers = raw.prepare(
      `SELECT * FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'glossary'`,
    );
    for (const { name } of triggers.all() as { name: string }[]) raw.exec(`DROP TRIGGER ${quoted(name)}`);
    raw.exec('DELETE FROM glossary WHERE position >= 100');
    expect(raw.pragma('freelist_count', { simple: true })).toBeGreaterThan(5);
    raw.close();
    const thinned = readFileSync(path);
    const whole = Buffer.from(thinned);
    const { db } = recovered(spoil(whole, roots.get('glossary') ?? 0));
    expect(rowsIn(db.raw, 'glossary').map(({ position }) => position)).toEqual(
      Array.from({ length: 100 }, (_, n) => n),
    );
    // Where it is not known which pages are free, none of them is believed.
    const unsure = Buffer.from(thinned);
    spoil(unsure, unsure.readUInt32BE(32));
    const again = recovered(spoil(unsure, roots.get('glossary') ?? 0));
    expect(rowsIn(again.db.raw, 'glossary')).toEqual([]);
    expect(again.told.untold).toBeGreaterThanOrEqual(100);
  });

  it('are counted and left out where several tables could have held them', () => {
    const { bytes, roots } = filled();
    spoil(bytes, roots.get('funding_streams') ?? 0);
    spoil(bytes, roots.get('bodies') ?? 0);
    const { told, db, of } = recovered(bytes);
    expect(rowsIn(db.raw, 'bodies')).toEqual([]);
    expect(rowsIn(db.raw, 'funding_streams')).toEqual([]);
    expect(told.untold).toBe(120);
    expect(of('funding_streams')).toMatchObject({ kept: 0, lost: null });
  });
});

/** As many as one likes: `SEEDS=100`. */
const seeds = Array.from({ length: Number(process.env.SEEDS ?? 6) }, (_, n) => n + 1);

describe('the recovery of a damaged example', () => {
  let bytes: Buffer;
  let before: Map<string, Map<unknown, Row>>;
  let nullable: Set<string>;
  let roots: [string, number][];
  const own = tempFolder();
  beforeAll(() => {
    const path = own.path('example.register');
    copyFileSync(exampleFile(), path);
    const { db, close } = own.open('example.register', { create: false });
    before = new Map(
      loggedTables.map(({ name }) => [name, new Map(rowsIn(db.raw, name).map((row) => [row.id, row]))]),
    );
    nullable = new Set(
      references(db).flatMap((one) => (one.nullable ? [`${one.table.name} ${one.column}`] : [])),
    );
    roots = loggedTables
      .filter(({ name }) => (before.get(name)?.size ?? 0) > 30)
      .map(({ name }) => [
        name,
        db.raw.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = ?`).pluck().get(name) as number,
      ]);
    close();
    bytes = readFileSync(path);
  });
  afterAll(() => own.remove());

  /** Every row that is there is one that was there, but that it may point nowhere where its owner is lost. */
  function expectNothingMadeUp(raw: Database.Database): void {
    for (const { name } of loggedTables) {
      for (const row of rowsIn(raw, name)) {
        const was = before.get(name)?.get(row.id);
        expect(was, `${name} ${row.id}`).toBeDefined();
        for (const [column, value] of Object.entries(row)) {
          if (value === null && nullable.has(`${name} ${column}`)) continue;
          if (name === 'actions' && column.startsWith('status_')) continue;
          expect(value, `${name} ${row.id} ${column}`).toEqual(was?.[column]);
        }
      }
    }
  }

  it('gives back each table whose first page is lost, or says how many it could not place', () => {
    let [trees, all, untold] = [0, 0, 0];
    for (const [name, root] of roots) {
      const { told, db } = recovered(spoil(Buffer.from(bytes), root));
      expectNothingMadeUp(db.raw);
      const kept = rowsIn(db.raw, name).length;
      // Where all rows stood on the page itself, they are lost with it.
      const isOnlyPage = bytes[(root - 1) * page] === 13;
      const rows = isOnlyPage ? 0 : (before.get(name)?.size ?? 0);
      if (!isOnlyPage) trees += 1;
      expect(kept + told.untold, name).toBe(rows);
      all += kept;
      untold += told.untold;
      place.remove();
      place = tempFolder();
    }
    expect(trees).toBeGreaterThan(3);
    expect(untold).toBeLessThan(all / 10);
  }, 240_000);

  it.each(seeds)('makes up nothing, wherever the pages are lost (%i)', (seed) => {
    const random = randomFrom(seed);
    const damaged = Buffer.from(bytes);
    const pages = bytes.length / page;
    for (let n = 0; n < 3 ** (1 + (seed % 3)); n += 1) {
      const number = 2 + Math.floor(random() * (pages - 2));
      const other = Math.floor(random() * pages) * page;
      const kind = random();
      if (kind < 0.4) spoil(damaged, number, Math.floor(random() * 256));
      else if (kind < 0.7) bytes.copy(damaged, (number - 1) * page, 0, 2_048);
      // Written to the wrong place.
      else bytes.copy(damaged, (number - 1) * page, other, other + page);
    }
    const { db } = recovered(damaged, random() < 0.5 ? own.path('example.register') : null);
    expectNothingMadeUp(db.raw);
  });
});
