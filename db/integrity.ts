import { hash } from 'node:crypto';
import type { ReadDb } from './handles.ts';
import { loggedTables, quoted, rowAsJson } from './layout.ts';
import { searchPieces } from './search-pieces.ts';
import { indexAll, indexWaits } from './search-queue.ts';
import { standing } from './standing.ts';

/** One thing that is not as it should be: what kind, where, and in words. */
export type Finding = {
  readonly kind: 'damage' | 'reference' | 'search' | 'status' | 'log' | 'snapshot';
  readonly table: string;
  readonly text: string;
};

type Raw = ReadDb['raw'];

/** Findings of one check that are listed; what is beyond is counted. */
const most = 20;

/**
 * Everything that can be wrong inside a register: SQLite's own check of the whole file, references, the search
 * index against the words, the status of every action against its updates, and the log against the rows. An
 * empty list is a sound register. Reads only, and everything: seconds for a large register.
 */
export function checkRegister(db: ReadDb): Finding[] {
  return [
    ...checkFile(db),
    ...checkReferences(db),
    ...checkSearch(db),
    ...checkStatuses(db),
    ...checkLog(db),
    ...checkSnapshots(db),
  ];
}

function checkFile({ raw }: ReadDb): Finding[] {
  const said = raw.pragma(`integrity_check(${most})`) as { integrity_check: string }[];
  return said
    .filter(({ integrity_check }) => integrity_check !== 'ok')
    .map(({ integrity_check }) => ({ kind: 'damage', table: '', text: integrity_check }));
}

function checkReferences({ raw }: ReadDb): Finding[] {
  const dangling = raw.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[];
  return listed(dangling, ({ table, rowid, parent }) => ({
    kind: 'reference',
    table,
    text: `row ${rowid} of ${table} refers to a row of ${parent} that is not there`,
  }));
}

function checkSearch({ raw }: ReadDb): Finding[] {
  const findings: Finding[] = [];
  const count = (text: string) => raw.prepare(text).pluck().get() as number;
  let rows = 0;
  for (const { table } of searchPieces) {
    rows += count(`SELECT count(*) FROM ${quoted(table)}`);
    const missing = count(
      `SELECT count(*) FROM ${quoted(table)} WHERE id NOT IN (SELECT piece_id FROM search_docs)`,
    );
    if (missing > 0) {
      findings.push({ kind: 'search', table, text: `${missing} rows of ${table} cannot be found by search` });
    }
  }
  const docs = count('SELECT count(*) FROM search_docs');
  if (docs > rows) findings.push(search(`search knows ${docs - rows} rows that are not there`));
  // Words that wait to be indexed are not amiss: the index is compared as it will be once it has them.
  if (indexWaits(raw)) takenBack(raw, () => findings.push(...compareIndex(raw, () => indexAll(raw))));
  else findings.push(...compareIndex(raw));
  return findings;
}

function compareIndex(raw: Raw, before: () => void = () => undefined): Finding[] {
  try {
    before();
    // Compares the index with the documents word by word. A special command of FTS5, and no change.
    raw.prepare(`INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)`).run();
    return [];
  } catch (error) {
    return [search(`the index does not fit the words (${error instanceof Error ? error.message : ''})`)];
  }
}

/** Does something to the register and takes it back. A register that cannot be written is left as it is. */
function takenBack(raw: Raw, something: () => void): void {
  if (raw.readonly || raw.inTransaction) return;
  raw.exec('BEGIN IMMEDIATE');
  try {
    something();
  } finally {
    raw.exec('ROLLBACK');
  }
}

const search = (text: string): Finding => ({ kind: 'search', table: 'search_index', text });

/** An action stands as its newest update that has a status says: by day, then by order of entry. */
function checkStatuses({ raw }: ReadDb): Finding[] {
  const wrong = raw
    .prepare(
      `WITH newest AS (
         SELECT action_id, status_state, status_label, row_number() OVER (
           PARTITION BY action_id ORDER BY coalesce("on", '') DESC, position DESC, id DESC) AS place
         FROM progress WHERE action_id IS NOT NULL AND status_state IS NOT NULL
           AND ${standing})
       SELECT a.id, a.status_state AS has, n.status_state AS should
       FROM actions AS a LEFT JOIN newest AS n ON n.action_id = a.id AND n.place = 1
       WHERE a.status_state IS NOT n.status_state OR a.status_label IS NOT n.status_label`,
    )
    .all() as { id: string; has: string | null; should: string | null }[];
  return listed(wrong, ({ id, has, should }) => ({
    kind: 'status',
    table: 'actions',
    text: `action ${id} is ${has ?? 'without a status'}, and its newest update says ${should ?? 'nothing'}`,
  }));
}

/**
 * Every row is as the last act in force left it, and every row was added by one. What was logged before a
 * migration gave the table other columns is not compared.
 */
function checkLog({ raw }: ReadDb): Finding[] {
  const findings: Finding[] = [];
  const head = raw.prepare('SELECT change_set_seq AS seq, replaying FROM change_head').get() as
    | { seq: number | null; replaying: number }
    | undefined;
  if (!head || head.seq !== null || head.replaying !== 0)
    findings.push(log('', 'the log is in the middle of an act'));
  const used = new Set(raw.prepare('SELECT DISTINCT table_name FROM changes').pluck().all());
  for (const table of loggedTables) {
    // The whole log is read for each table: not for those that have never held a row.
    if (!used.has(table.name) && isEmpty(raw, table.name)) continue;
    const row = `${rowAsJson(table, 't')}`;
    const key = `t.${quoted(table.key)}`;
    const unlike = raw
      .prepare(
        `WITH latest AS (
           SELECT c.row_id, max(c.id) AS id FROM changes AS c JOIN change_sets AS s ON s.seq = c.change_set_seq
           WHERE c.table_name = ? AND s.state = 'done' GROUP BY c.row_id)
         SELECT count(*) FILTER (WHERE ${key} IS NOT NULL AND c.id IS NULL) AS unlogged,
           count(*) FILTER (WHERE ${key} IS NULL AND c.op <> 'removed') AS gone,
           count(*) FILTER (WHERE ${key} IS NOT NULL AND c.op = 'removed') AS returned,
           count(*) FILTER (WHERE ${key} IS NOT NULL AND c.op <> 'removed' AND c.new <> ${row}
             AND (SELECT count(*) FROM json_each(c.new)) = ${table.columns.length}) AS altered
         FROM latest AS l JOIN changes AS c ON c.id = l.id
         FULL JOIN ${quoted(table.name)} AS t ON ${key} = l.row_id`,
      )
      .get(table.name) as Record<string, number>;
    for (const [what, count] of Object.entries(unlike)) {
      if (count > 0)
        findings.push(log(table.name, `${count} rows of ${table.name} are ${what}: the log says otherwise`));
    }
  }
  return findings;
}

/** What was frozen is still what was hashed. */
function checkSnapshots({ raw }: ReadDb): Finding[] {
  const findings: Finding[] = [];
  const snapshots = raw.prepare('SELECT name, hash, content FROM snapshots').iterate();
  for (const snapshot of snapshots as Iterable<{ name: string; hash: string; content: string }>) {
    if (hash('sha256', snapshot.content) !== snapshot.hash) {
      findings.push({
        kind: 'snapshot',
        table: 'snapshots',
        text: `"${snapshot.name}" no longer fits its hash`,
      });
    }
  }
  return findings;
}

const isEmpty = (raw: Raw, table: string): boolean =>
  raw.prepare(`SELECT 1 FROM ${quoted(table)} LIMIT 1`).get() === undefined;

const log = (table: string, text: string): Finding => ({ kind: 'log', table, text });

function listed<T>(found: readonly T[], make: (one: T) => Finding): Finding[] {
  const findings = found.slice(0, most).map(make);
  const [first] = findings;
  if (first && found.length > most) {
    findings.push({ ...first, text: `and ${found.length - most} more of this kind` });
  }
  return findings;
}
