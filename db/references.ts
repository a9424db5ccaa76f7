import type { ReadDb } from './handles.ts';
import { loggedTables, quoted, type TableLayout } from './layout.ts';

/** A column that holds the id of a row of another table, or of its own. */
export type Reference = {
  readonly table: TableLayout;
  readonly column: string;
  readonly to: string;
  readonly nullable: boolean;
};

let known: readonly Reference[] | null = null;

/** Every reference from a logged table to a logged table, as the database itself declares them. */
export function references(db: ReadDb): readonly Reference[] {
  known ??= loggedTables.flatMap((table) => {
    const columns = db.raw.pragma(`table_info(${quoted(table.name)})`) as { name: string; notnull: number }[];
    const keys = db.raw.pragma(`foreign_key_list(${quoted(table.name)})`) as {
      from: string;
      table: string;
    }[];
    return keys
      .filter((key) => loggedTables.some(({ name }) => name === key.table))
      .map((key) => ({
        table,
        column: key.from,
        to: key.table,
        nullable: columns.some(({ name, notnull }) => name === key.from && notnull === 0),
      }));
  });
  return known;
}

/** The columns by which a row hangs on another, so that it goes with it and comes back with it. */
const owners: Readonly<Record<string, readonly string[]>> = {
  sections: ['plan_id', 'parent_id'],
  actions: ['section_id', 'plan_id'],
  kpis: ['plan_id'],
  key_entries: ['plan_id'],
  duties: ['plan_id'],
  glossary: ['plan_id'],
  lineage: ['plan_id', 'from_action_id', 'to_action_id', 'from_kpi_id', 'to_kpi_id'],
  measures: ['action_id'],
  leads: ['action_id', 'measure_id', 'section_id', 'kpi_id'],
  progress: ['action_id', 'kpi_id'],
  action_links: ['action_id'],
  acceptances: ['action_id', 'section_id', 'kpi_id', 'person_id'],
  kpi_values: ['kpi_id'],
  kpi_narratives: ['kpi_id'],
  kpi_changes: ['kpi_id'],
  kpi_judgements: ['kpi_id'],
  duty_answers: ['duty_id', 'action_id', 'section_id', 'kpi_id'],
  circulation_recipients: ['list_id'],
  attendance: ['meeting_id'],
  agenda_items: ['meeting_id'],
  resolutions: ['meeting_id'],
  body_members: ['body_id'],
  standing_items: ['body_id'],
  agenda_links: ['agenda_item_id'],
  resolution_leads: ['resolution_id'],
  owed_reports: ['resolution_id'],
  report_deliveries: ['owed_report_id'],
  minute_corrections: ['meeting_id'],
  aliases: ['person_id'],
  spells: ['of_id', 'person_id'],
  people_apart: ['person_id', 'other_id'],
  import_files: ['import_id'],
  tray: ['import_file_id'],
  round_forms: ['round_id'],
};

/** The columns of a table that say what its rows hang on; none for what stands by itself. */
export const ownerColumns = (table: string): readonly string[] => owners[table] ?? [];
