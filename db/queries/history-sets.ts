import type { ChangeSet, HistoryFilter } from '#shared/contract/history.ts';
import type { ReadDb } from '../handles.ts';
import { find } from '../search.ts';
import { actsOn, type RecordId, recordOf } from './history-owned.ts';
import { rowOf, rowsOf } from './prepared.ts';

/** The kind of an act that undid another of the past is kept with the number of that one: 'undo 41'. */
export const undoKind = (seq: number): string => `undo ${seq}`;
const undoes = `CASE WHEN s.kind GLOB 'undo [0-9]*' THEN CAST(substr(s.kind, 6) AS INTEGER) END`;

/** Hits of the search whose acts are shown beside those whose label says what was typed. */
const recordsLookedFor = 20;

type Row = Omit<ChangeSet, 'undoable' | 'undoes' | 'undoneBy'> & { undoable: number; undoes: number | null };

const columns = `s.id, s.seq, s.at, CASE WHEN s.kind GLOB 'undo [0-9]*' THEN 'undo' ELSE s.kind END AS kind,
  s.label, s.state, s.undoable, ${undoes} AS undoes,
  (SELECT count(*) FROM changes AS c WHERE c.change_set_seq = s.seq) AS rows`;

/** A page of change sets, newest first, from below `before`, of those that the filter lets through. */
export function changeSetsBefore(
  db: ReadDb,
  before: number | null,
  limit: number,
  filter: HistoryFilter = { text: '', kinds: [], from: null, until: null, planId: null, recordId: null },
): ChangeSet[] {
  const words = filter.text.split(/\s+/).filter(Boolean);
  const of = [filter.planId, filter.recordId].filter((id) => id !== null);
  const only = of.length > 0 ? JSON.stringify(actsOn(db, recordsOf(db, of))) : null;
  const named =
    words.length > 0 ? find(db, filter.text, recordsLookedFor).map((hit) => hit.actionId ?? hit.id) : [];
  const rows = rowsOf<Row>(
    db,
    `SELECT ${columns} FROM change_sets AS s
     WHERE s.seq < :before
       AND (:kinds = '[]' OR CASE WHEN s.kind GLOB 'undo [0-9]*' THEN 'undo' ELSE s.kind END
            IN (SELECT value FROM json_each(:kinds)))
       AND (:from IS NULL OR s.at >= :from) AND (:until IS NULL OR s.at < :until)
       AND (:only IS NULL OR s.seq IN (SELECT value FROM json_each(:only)))
       AND (NOT EXISTS (SELECT 1 FROM json_each(:words) AS w WHERE instr(lower(s.label), w.value) = 0)
            OR s.seq IN (SELECT value FROM json_each(:named)))
     ORDER BY s.seq DESC LIMIT :limit`,
    {
      before: before ?? Number.MAX_SAFE_INTEGER,
      limit,
      kinds: JSON.stringify(filter.kinds),
      from: filter.from === null ? null : startOf(filter.from, 0),
      until: filter.until === null ? null : startOf(filter.until, 1),
      only,
      words: JSON.stringify(words.map((word) => word.toLowerCase())),
      named: JSON.stringify(named.length > 0 ? actsOn(db, recordsOf(db, named)) : []),
    },
  );
  return withUndos(db, rows);
}

/** One change set; undefined where the history has none of that id. */
export function changeSet(db: ReadDb, id: string): ChangeSet | undefined {
  const row = rowOf<Row>(db, `SELECT ${columns} FROM change_sets AS s WHERE s.id = ?`, id);
  return row && withUndos(db, [row])[0];
}

const recordsOf = (db: ReadDb, ids: readonly string[]): RecordId[] =>
  ids.flatMap((id) => recordOf(db, id) ?? []);

/** The instant at which a calendar day begins where this machine is. */
function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

type Undo = { seq: number; id: string; at: string; label: string; undoes: number };

/** An act is undone by the act in force that undid it, unless that one was undone in its turn. */
function withUndos(db: ReadDb, rows: readonly Row[]): ChangeSet[] {
  const undos = rowsOf<Undo>(
    db,
    `SELECT s.seq, s.id, s.at, s.label, ${undoes} AS undoes FROM change_sets AS s
     WHERE s.kind GLOB 'undo [0-9]*' AND s.state = 'done' ORDER BY s.seq DESC`,
  );
  const inForce = new Map<number, Undo>();
  // The newest first: whether an undo was itself undone is known before it is come to.
  for (const undo of undos) {
    if (!inForce.has(undo.seq) && !inForce.has(undo.undoes)) inForce.set(undo.undoes, undo);
  }
  return rows.map(({ undoes: undid, ...row }) => {
    const by = inForce.get(row.seq);
    const target = undid === null ? undefined : setNamed(db, undid);
    return {
      ...row,
      undoable: row.undoable === 1,
      undoes: target ?? null,
      undoneBy: by ? { id: by.id, label: by.label, at: by.at } : null,
    };
  });
}

function setNamed(db: ReadDb, seq: number): { id: string; label: string; at: string } | undefined {
  return rowOf(db, 'SELECT id, label, at FROM change_sets WHERE seq = ?', seq);
}
