import type { indexedKinds } from '#shared/contract/office.ts';

/**
 * Which words of which table are searchable, as SQL over one row. Every row of these tables is one piece of
 * search_docs. `ROW` stands for the row: `new` in a trigger, the table itself where all is built anew.
 */
export type SearchPiece = {
  readonly table: string;
  readonly kind: (typeof indexedKinds)[number] | { readonly sql: string };
  /** The column, or SQL, that names the record to which the piece leads. */
  readonly record: string;
  readonly title: string;
  readonly body: string;
};

const lines = (...parts: string[]) => `concat_ws(char(10), ${parts.join(', ')})`;
const withRef = (column: string) => `ltrim(concat_ws(' ', ROW."ref", ROW."${column}"))`;

/** All words in a JSON column, whatever its shape; most lists are empty, so that is asked first. */
const wordsIn = (column: string) =>
  `CASE WHEN ROW."${column}" = '[]' THEN NULL ELSE ` +
  `(SELECT group_concat(atom, char(10)) FROM json_tree(ROW."${column}") WHERE type = 'text') END`;

/** The words in some fields of the objects that a JSON column lists. */
const fieldsIn = (column: string, ...fields: string[]) =>
  `CASE WHEN ROW."${column}" = '[]' THEN NULL ELSE (SELECT group_concat(concat_ws(char(10), ` +
  `${fields.map((field) => `value ->> '${field}'`).join(', ')}), char(10)) FROM json_each(ROW."${column}")) END`;

const col = (name: string) => `ROW."${name}"`;

export const searchPieces: readonly SearchPiece[] = [
  {
    table: 'plans',
    kind: 'plan',
    record: col('id'),
    title: col('title'),
    body: lines(col('kind'), col('period_label'), col('subject'), col('preamble')),
  },
  {
    table: 'key_entries',
    kind: 'plan',
    record: col('plan_id'),
    title: `''`,
    body: lines(col('label'), col('definition')),
  },
  {
    table: 'sections',
    kind: 'section',
    record: col('id'),
    title: withRef('title'),
    body: lines(wordsIn('bullets'), wordsIn('details')),
  },
  {
    table: 'actions',
    kind: 'action',
    record: col('id'),
    title: withRef('text'),
    body: lines(
      wordsIn('bullets'),
      col('timescale_text'),
      col('status_label'),
      col('resources'),
      col('comment'),
      wordsIn('details'),
    ),
  },
  {
    table: 'action_links',
    kind: 'action',
    record: col('action_id'),
    title: `''`,
    body: col('text'),
  },
  {
    table: 'leads',
    kind: {
      sql: `CASE WHEN ROW."action_id" IS NOT NULL THEN 'action' WHEN ROW."measure_id" IS NOT NULL THEN 'measure' WHEN ROW."section_id" IS NOT NULL THEN 'section' ELSE 'kpi' END`,
    },
    record: `coalesce(ROW."action_id", ROW."measure_id", ROW."section_id", ROW."kpi_id")`,
    title: `''`,
    body: lines(col('text'), col('role'), col('note')),
  },
  { table: 'measures', kind: 'measure', record: col('id'), title: col('text'), body: `''` },
  {
    table: 'progress',
    kind: 'progress',
    record: col('id'),
    title: col('text'),
    body: lines(col('status_label'), col('by'), col('evidence')),
  },
  {
    table: 'kpis',
    kind: 'kpi',
    record: col('id'),
    title: withRef('name'),
    body: lines(col('unit'), col('measured'), col('data_source'), col('calendar'), wordsIn('details')),
  },
  {
    table: 'kpi_values',
    kind: 'kpi',
    record: col('kpi_id'),
    title: `''`,
    body: lines(col('text'), col('comparator'), col('note')),
  },
  {
    table: 'kpi_narratives',
    kind: 'kpi',
    record: col('kpi_id'),
    title: `''`,
    body: lines(col('says'), col('behind'), col('doing'), col('by_when'), col('help'), col('by')),
  },
  {
    table: 'kpi_changes',
    kind: 'kpi',
    record: col('kpi_id'),
    title: `''`,
    body: lines(col('words'), wordsIn('fields'), col('by')),
  },
  {
    table: 'kpi_judgements',
    kind: 'kpi',
    record: col('kpi_id'),
    title: `''`,
    body: lines(col('reason'), col('by')),
  },
  {
    table: 'duties',
    kind: 'duty',
    record: col('id'),
    title: col('text'),
    body: lines(col('basis'), col('timescale_text')),
  },
  {
    table: 'people',
    kind: 'person',
    record: col('id'),
    title: col('name'),
    body: lines(col('initials'), col('role'), col('email')),
  },
  { table: 'aliases', kind: 'person', record: col('person_id'), title: `''`, body: col('text') },
  {
    table: 'bodies',
    kind: 'body',
    record: col('id'),
    title: col('name'),
    body: lines(
      col('kind'),
      col('purpose'),
      col('role'),
      col('cycle'),
      col('terms'),
      fieldsIn('documents', 'title', 'where'),
      col('usual_place'),
    ),
  },
  {
    table: 'body_members',
    kind: 'body',
    record: col('body_id'),
    title: `''`,
    body: lines(col('name'), col('role')),
  },
  {
    table: 'standing_items',
    kind: 'body',
    record: col('body_id'),
    title: `''`,
    body: lines(col('title'), col('officer')),
  },
  {
    table: 'meetings',
    kind: 'meeting',
    record: col('id'),
    title: col('title'),
    body: lines(
      col('place'),
      col('minute_ref'),
      col('further_to'),
      col('chair'),
      col('clerk'),
      col('cancelled_why'),
      wordsIn('details'),
    ),
  },
  {
    table: 'minute_corrections',
    kind: 'meeting',
    record: col('meeting_id'),
    title: `''`,
    body: col('text'),
  },
  {
    table: 'attendance',
    kind: 'meeting',
    record: col('meeting_id'),
    title: `''`,
    body: lines(col('name'), col('role'), col('substitute_for')),
  },
  {
    table: 'agenda_items',
    kind: 'agenda-item',
    record: col('id'),
    title: `ltrim(concat_ws(' ', ROW."number", ROW."title"))`,
    body: lines(
      col('text'),
      fieldsIn('points', 'heading', 'text'),
      col('officer'),
      col('minute_ref'),
      col('further_to'),
      fieldsIn('papers', 'title', 'where'),
    ),
  },
  {
    table: 'agenda_links',
    kind: 'agenda-item',
    record: col('agenda_item_id'),
    title: `''`,
    body: col('text'),
  },
  {
    table: 'resolutions',
    kind: 'resolution',
    record: col('id'),
    title: `ltrim(concat_ws(' ', ROW."number", ROW."text"))`,
    body: lines(col('timescale_text'), col('done_words')),
  },
  {
    table: 'resolution_leads',
    kind: 'resolution',
    record: col('resolution_id'),
    title: `''`,
    body: lines(col('text'), col('role'), col('note')),
  },
  {
    table: 'owed_reports',
    kind: 'owed-report',
    record: col('id'),
    title: col('title'),
    body: lines(col('every'), col('officer')),
  },
  {
    table: 'report_deliveries',
    kind: 'owed-report',
    record: col('owed_report_id'),
    title: `''`,
    body: col('words'),
  },
  {
    table: 'reporting_lines',
    kind: 'reporting-line',
    record: col('id'),
    title: col('report'),
    body: lines(col('from'), col('to'), col('every')),
  },
  {
    table: 'report_words',
    kind: 'report-words',
    record: col('id'),
    title: `substr(ROW."text", 1, 80)`,
    body: col('text'),
  },
  {
    table: 'report_templates',
    kind: 'report-template',
    record: col('id'),
    title: col('name'),
    body: `''`,
  },
  { table: 'closures', kind: 'closure', record: col('id'), title: col('name'), body: `''` },
  {
    table: 'glossary',
    kind: 'glossary',
    record: col('id'),
    title: col('term'),
    body: col('meaning'),
  },
  {
    table: 'funding_streams',
    kind: 'funding-stream',
    record: col('id'),
    title: col('name'),
    body: lines(wordsIn('also'), col('note')),
  },
  {
    table: 'lineage',
    kind: { sql: `CASE WHEN ROW."from_action_id" IS NOT NULL THEN 'action' ELSE 'kpi' END` },
    record: `coalesce(ROW."to_action_id", ROW."from_action_id", ROW."to_kpi_id", ROW."from_kpi_id")`,
    title: `''`,
    body: lines(col('reason'), col('measured_change')),
  },
  {
    table: 'acceptances',
    kind: {
      sql: `CASE WHEN ROW."action_id" IS NOT NULL THEN 'action' WHEN ROW."section_id" IS NOT NULL THEN 'section'
        WHEN ROW."kpi_id" IS NOT NULL THEN 'kpi' ELSE 'person' END`,
    },
    record: `coalesce(ROW."action_id", ROW."section_id", ROW."kpi_id", ROW."person_id")`,
    title: `''`,
    body: lines(col('reason'), col('by')),
  },
];

/** The piece of one row, as the values of (kind, record_id, piece_id, title, body). */
export function pieceValues(piece: SearchPiece, row: string): readonly string[] {
  const kind = typeof piece.kind === 'string' ? `'${piece.kind}'` : piece.kind.sql;
  return [kind, piece.record, col('id'), piece.title, piece.body].map((sql) => sql.replaceAll('ROW', row));
}

/** The columns whose change changes the piece. */
export function pieceColumns(piece: SearchPiece): readonly string[] {
  const all = pieceValues(piece, 'ROW')
    .slice(1)
    .concat(pieceValues(piece, 'ROW')[0] ?? '')
    .join(' ');
  const names = [...all.matchAll(/ROW\."(\w+)"/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name) => name !== 'id');
}
