import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkRegister } from '#db/integrity.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { actions, glossary, plans, progress, snapshots } from '#db/schema/index.ts';
import { finishIndex, indexWaits } from '#db/search-queue.ts';
import { act, at, tempFolder } from './temp-register.ts';

let place = tempFolder();
let db = place.open().db;
const ids = { plan: '', action: '' };
beforeEach(() => {
  place = tempFolder();
  db = place.open().db;
  ids.plan = place.newId();
  ids.action = place.newId();
  act(db, place.newId, (tx) => {
    insertRow(tx, plans, { id: ids.plan, position: 1, kind: 'plan', title: 'Pond' });
    const status = { statusState: 'on-track' as const, statusLabel: 'On track' };
    const action = { id: ids.action, planId: ids.plan, position: 1, text: 'Dig', bullets: [], details: [] };
    insertRow(tx, actions, { ...action, ...status });
    const update = { actionId: ids.action, text: '', statusState: 'at-risk' as const };
    insertRow(tx, progress, { ...update, id: place.newId(), position: 9, on: '2010-01-01' });
    insertRow(tx, progress, { ...update, ...status, id: place.newId(), position: 1, on: '2010-02-01' });
  });
});
afterEach(() => place.remove());

/** Does what no trigger would let through. */
function behindTheTriggers(sql: string, triggers: string): void {
  const made = db.raw
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name GLOB ?`)
    .all(triggers) as { name: string; sql: string }[];
  for (const { name } of made) db.raw.exec(`DROP TRIGGER ${name}`);
  db.raw.exec(sql);
  for (const { sql: trigger } of made) db.raw.exec(trigger);
}

const kinds = () => checkRegister(db).map(({ kind }) => kind);

describe('the check of a register', () => {
  it('finds nothing in a sound one', () => {
    expect(checkRegister(db)).toEqual([]);
  });

  it('finds a row that was altered without the log', () => {
    act(db, place.newId, (tx) => updateRow(tx, plans, ids.plan, { title: 'Lake' }));
    expect(kinds()).toEqual([]);
    behindTheTriggers(`UPDATE plans SET title = 'Sea'`, '[ls]*_plans_*');
    expect(checkRegister(db)).toMatchObject([
      { kind: 'log', table: 'plans', text: expect.stringMatching(/1 rows of plans are altered/) },
    ]);
  });

  it('finds rows added and removed without the log', () => {
    behindTheTriggers(`INSERT INTO glossary (id, position, term, meaning) VALUES ('x', 1, '', '')`, 'log_*');
    const texts = () => checkRegister(db).map(({ text }) => text);
    expect(texts()).toContainEqual(expect.stringMatching(/1 rows of glossary are unlogged/));
    behindTheTriggers('DELETE FROM progress', 'log_*');
    expect(texts()).toContainEqual(expect.stringMatching(/2 rows of progress are gone/));
  });

  it('finds words that search does not know, and words that it has wrong', () => {
    behindTheTriggers(`DELETE FROM search_docs WHERE kind = 'plan'`, 'nothing');
    expect(kinds()).toContain('search');
    const other = place.open('other.register').db;
    act(other, place.newId, (tx) =>
      insertRow(tx, glossary, { id: place.newId(), position: 1, term: 'a', meaning: 'b' }),
    );
    db = other;
    // Words that wait are looked at as they will be indexed, and wait as before.
    expect(kinds()).toEqual([]);
    expect(indexWaits(db.raw)).toBe(true);
    finishIndex(db);
    expect(kinds()).toEqual([]);
    behindTheTriggers(`UPDATE search_docs SET body = 'c'`, 'search_*');
    expect(checkRegister(db)).toMatchObject([
      { kind: 'search', text: expect.stringMatching(/does not fit/) },
    ]);
  });

  it('finds an action that does not stand as its newest update says', () => {
    act(db, place.newId, (tx) => updateRow(tx, actions, ids.action, { statusState: 'at-risk' }));
    expect(checkRegister(db)).toMatchObject([
      { kind: 'status', text: expect.stringMatching(/newest update says on-track/) },
    ]);
  });

  it('finds a reference to nothing', () => {
    db.raw.pragma('foreign_keys = OFF');
    act(db, place.newId, (tx) => tx.raw.exec('DELETE FROM plans'));
    db.raw.pragma('foreign_keys = ON');
    expect(kinds()).toEqual(['reference']);
  });

  it('finds a snapshot that no longer fits its hash', () => {
    const row = {
      id: place.newId(),
      position: 1,
      name: 'June',
      takenAt: at,
      hash: 'f'.repeat(64),
      counts: {},
    };
    act(db, place.newId, (tx) => insertRow(tx, snapshots, { ...row, content: '{}' }));
    expect(checkRegister(db)).toMatchObject([{ kind: 'snapshot', text: expect.stringMatching(/"June"/) }]);
  });
});
