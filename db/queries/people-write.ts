import type { ReadDb, WriteDb } from '../handles.ts';
import { deleteRow } from '../rows.ts';
import { people } from '../schema/index.ts';
import { prepared, rowOf, rowsOf } from './prepared.ts';

/** Every column that points to a person, but for those of spells, spellings and pairs, which need more thought. */
const pointers = [
  'UPDATE leads SET person_id = :keep WHERE person_id = :other',
  'UPDATE progress SET by_person_id = :keep WHERE by_person_id = :other',
  'UPDATE body_members SET person_id = :keep WHERE person_id = :other',
  'UPDATE attendance SET person_id = :keep WHERE person_id = :other',
  'UPDATE standing_items SET officer_person_id = :keep WHERE officer_person_id = :other',
  'UPDATE agenda_items SET officer_person_id = :keep WHERE officer_person_id = :other',
  'UPDATE resolution_leads SET person_id = :keep WHERE person_id = :other',
  'UPDATE owed_reports SET officer_person_id = :keep WHERE officer_person_id = :other',
  'UPDATE round_forms SET person_id = :keep WHERE person_id = :other',
  'UPDATE circulation_recipients SET person_id = :keep WHERE person_id = :other',
  'UPDATE acceptances SET person_id = :keep WHERE person_id = :other',
];

/** Of spells: one of the two in the other means nothing once they are one. Of pairs: none with itself, none twice. */
const ties = [
  'DELETE FROM spells WHERE (of_id = :keep AND person_id = :other) OR (of_id = :other AND person_id = :keep)',
  'UPDATE spells SET of_id = :keep WHERE of_id = :other',
  'UPDATE spells SET person_id = :keep WHERE person_id = :other',
  'UPDATE aliases SET person_id = :keep WHERE person_id = :other',
  `DELETE FROM people_apart WHERE (person_id = :keep AND other_id = :other) OR (person_id = :other AND other_id = :keep)`,
  `DELETE FROM people_apart AS a WHERE :other IN (a.person_id, a.other_id) AND EXISTS (
     SELECT 1 FROM people_apart b WHERE :keep IN (b.person_id, b.other_id)
       AND (b.person_id IN (a.person_id, a.other_id) OR b.other_id IN (a.person_id, a.other_id)))`,
  'UPDATE people_apart SET person_id = :keep WHERE person_id = :other',
  'UPDATE people_apart SET other_id = :keep WHERE other_id = :other',
];

/** Points all that points to `other` to `keep`, and takes `other` out. The words of the plans stay as written. */
export function mergePersonRows(tx: WriteDb, ids: { keep: string; other: string }): void {
  for (const text of [...pointers, ...ties]) prepared(tx, text).run(ids);
  deleteRow(tx, people, ids.other);
}

/** The last position in a list of its own: spells, other spellings, pairs. */
export function lastTiePosition(db: ReadDb, table: 'spells' | 'aliases' | 'people_apart'): number {
  const text = {
    spells: 'SELECT max(position) AS last FROM spells',
    aliases: 'SELECT max(position) AS last FROM aliases',
    people_apart: 'SELECT max(position) AS last FROM people_apart',
  }[table];
  return rowOf<{ last: number | null }>(db, text)?.last ?? 0;
}

/** The leads beside one, on the same record, itself left out. */
export function leadsBeside(db: ReadDb, leadIds: readonly string[]): { leadId: string; personId: string }[] {
  return rowsOf(
    db,
    `SELECT l.id AS leadId, o.person_id AS personId FROM leads l JOIN leads o ON o.id <> l.id AND (
       o.action_id = l.action_id OR o.measure_id = l.measure_id OR o.kpi_id = l.kpi_id OR o.section_id = l.section_id)
     WHERE l.id IN (SELECT value FROM json_each(?)) AND o.person_id IS NOT NULL`,
    JSON.stringify(leadIds),
  );
}

/** One lead as it stands. */
export function leadById(
  db: ReadDb,
  leadId: string,
): { id: string; personId: string | null; text: string } | undefined {
  return rowOf(db, 'SELECT id, person_id AS personId, text FROM leads WHERE id = ?', leadId);
}

/** Which of these ids are records without a lead. */
export function stillUnled(db: ReadDb, what: 'actions' | 'kpis', ids: readonly string[]): string[] {
  const text = {
    actions: `SELECT id FROM actions a WHERE id IN (SELECT value FROM json_each(?))
      AND NOT EXISTS (SELECT 1 FROM leads l WHERE l.action_id = a.id)`,
    kpis: `SELECT id FROM kpis k WHERE id IN (SELECT value FROM json_each(?))
      AND NOT EXISTS (SELECT 1 FROM leads l WHERE l.kpi_id = k.id)`,
  }[what];
  return rowsOf<{ id: string }>(db, text, JSON.stringify(ids)).map(({ id }) => id);
}
