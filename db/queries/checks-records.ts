import type { Acceptance } from '#shared/contract/acceptances.ts';
import type { ReadDb } from '../handles.ts';
import { pointsNowhere } from './plans-links.ts';
import { rowsOf } from './prepared.ts';

/** What the checks of the data look at beside the actions themselves. One statement each. */

/** Actions without a lead, or without a measure. */
export function actionsWithout(db: ReadDb, what: 'leads' | 'measures'): Set<string> {
  const text =
    what === 'leads'
      ? 'SELECT id FROM actions a WHERE NOT EXISTS (SELECT 1 FROM leads WHERE action_id = a.id)'
      : 'SELECT id FROM actions a WHERE NOT EXISTS (SELECT 1 FROM measures WHERE action_id = a.id)';
  return new Set(rowsOf<{ id: string }>(db, text).map(({ id }) => id));
}

/** Leads of actions whose words name nobody of the register; `all` are all leads of the action, one a line. */
export function unknownLeads(db: ReadDb): { actionId: string; text: string; all: string }[] {
  return rowsOf(
    db,
    `SELECT l.action_id AS actionId, l.text,
       (SELECT group_concat(text, char(10)) FROM (SELECT text FROM leads WHERE action_id = l.action_id ORDER BY position))
         AS "all"
     FROM leads l
     WHERE l.person_id IS NULL AND l.action_id IS NOT NULL AND trim(l.text) <> '' ORDER BY l.action_id, l.position`,
  );
}

/** Actions whose every lead is somebody who leads nothing any more on a day, with the latest of them. */
export function actionsLeft(
  db: ReadDb,
  today: string,
): { actionId: string; name: string; since: string; all: string }[] {
  return rowsOf(
    db,
    `SELECT l.action_id AS actionId, p.name, max(p.retired_on) AS since, group_concat(l.text, char(10)) AS "all"
     FROM leads l LEFT JOIN people p ON p.id = l.person_id
     WHERE l.action_id IS NOT NULL
     GROUP BY l.action_id HAVING count(*) = count(CASE WHEN p.retired_on <= ? THEN 1 END)`,
    today,
  );
}

/** The words of an action's links, one a line. */
export function linksInWords(db: ReadDb, actionId: string): string {
  const rows = rowsOf<{ text: string }>(
    db,
    'SELECT text FROM action_links WHERE action_id = ? ORDER BY position, id',
    actionId,
  );
  return [...new Set(rows.map(({ text }) => text))].join('\n');
}

/** Links that lead nowhere: those that say "As 2.3 (i)" first; of several codes in one only those that do. */
export function brokenLinks(db: ReadDb): { actionId: string; text: string; isRow: 0 | 1 }[] {
  return rowsOf(
    db,
    `SELECT l.action_id AS actionId, coalesce(l.code, l.text) AS text, l.kind = 'same-as' AS isRow
     FROM action_links l WHERE ${pointsNowhere} ORDER BY l.action_id, isRow DESC, l.position`,
  );
}

export type CheckedSection = {
  id: string;
  planId: string;
  parentId: string | null;
  ref: string | null;
  title: string;
  /** Actions and KPIs that stand in the section itself. */
  held: number;
  /** Words of its own beside the title. */
  bullets: number;
  /** Its own leads, one a line; null where it has none. */
  leads: string | null;
};
export function checkedSections(db: ReadDb): CheckedSection[] {
  return rowsOf(
    db,
    `SELECT s.id, s.plan_id AS planId, s.parent_id AS parentId, s.ref, s.title,
       (SELECT count(*) FROM actions WHERE section_id = s.id) + (SELECT count(*) FROM kpis WHERE section_id = s.id)
         AS held,
       json_array_length(s.bullets) AS bullets,
       (SELECT group_concat(text, char(10)) FROM (SELECT text FROM leads WHERE section_id = s.id ORDER BY position))
         AS leads
     FROM sections s ORDER BY s.plan_id, s.position, s.id`,
  );
}

export type CheckedKpi = {
  id: string;
  planId: string | null;
  ref: string | null;
  name: string;
  source: string | null;
  unit: string | null;
  polarity: string | null;
  /** Figures that are numbers, and so need a unit and a direction to be read. */
  numbers: number;
  targets: number;
};
export function checkedKpis(db: ReadDb): CheckedKpi[] {
  return rowsOf(
    db,
    `SELECT k.id, k.plan_id AS planId, k.ref, k.name, k.data_source AS source,
       coalesce(k.unit, k.unit_kind) AS unit, k.polarity,
       (SELECT count(*) FROM kpi_values v WHERE v.kpi_id = k.id AND v.number IS NOT NULL) AS numbers,
       (SELECT count(*) FROM kpi_values v WHERE v.kpi_id = k.id AND v.role = 'target') AS targets
     FROM kpis k ORDER BY k.plan_id, k.position, k.id`,
  );
}

/** People who lead and are known by nothing but initials; teams, roles and those who retired have their own names. */
export type UnnamedPerson = { id: string; name: string; initials: string | null };
export function peopleByInitials(db: ReadDb): UnnamedPerson[] {
  return rowsOf<UnnamedPerson>(
    db,
    `SELECT id, name, initials FROM people WHERE kind = 'person' AND retired_on IS NULL AND instr(trim(name), ' ') = 0
     ORDER BY position, id`,
  );
}

/** Names of the people of the register, without its teams, roles and organisations. */
export function personNames(db: ReadDb): string[] {
  return rowsOf<{ name: string }>(
    db,
    `SELECT name FROM people WHERE kind = 'person' ORDER BY position, id`,
  ).map(({ name }) => name);
}

export function acceptanceById(db: ReadDb, id: string): Pick<Acceptance, 'check' | 'finding'> | undefined {
  const [row] = rowsOf<Pick<Acceptance, 'check' | 'finding'>>(
    db,
    'SELECT "check", finding FROM acceptances WHERE id = ?',
    id,
  );
  return row;
}

export function lastAcceptancePosition(db: ReadDb): number {
  return rowsOf<{ last: number | null }>(db, 'SELECT max(position) AS last FROM acceptances')[0]?.last ?? 0;
}
