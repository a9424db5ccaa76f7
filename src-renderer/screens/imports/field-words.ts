import type { ColumnField, ColumnView, TableView } from '#shared/contract/imports.ts';

/** What the officer calls the meaning of a column. */
const fieldWords: Record<Exclude<ColumnField, 'value'>, string> = {
  ref: 'Ref',
  section: 'Section',
  'section-ref': 'Section ref',
  text: 'Action',
  leads: 'Leads',
  timescale: 'Timescale',
  start: 'Start date',
  end: 'End date',
  status: 'Status',
  progress: 'Progress',
  measures: 'Measures',
  resources: 'Resources',
  links: 'Links',
  comment: 'Comment',
  reviewOn: 'Review date',
  'kpi-name': 'KPI',
  unit: 'Unit',
  'data-source': 'Source',
  owners: 'Owners',
  period: 'Period',
  'value-role': 'Kind of figure',
  area: 'Area',
  behind: 'What is behind it',
  doing: 'What we will do',
  term: 'Term',
  meaning: 'Meaning',
  basis: 'Legal basis',
  detail: 'Keep as it is',
  none: 'To the tray',
};

const roleWords = {
  baseline: 'Baseline',
  target: 'Target',
  actual: 'Actual',
  forecast: 'Forecast',
  comparator: 'Comparator',
} as const;
type Role = keyof typeof roleWords;

/** A meaning as one choice of a list: a field, or a figure of one kind. */
export type Meaning = Exclude<ColumnField, 'value'> | `value:${Role}`;

export function meaningOf(column: Pick<ColumnView, 'field' | 'role'>): Meaning {
  return column.field === 'value' ? `value:${column.role ?? 'actual'}` : column.field;
}

/** Back to what a correction takes. */
export function fieldOf(meaning: Meaning): { field: ColumnField; role: Role | null } {
  if (!meaning.startsWith('value:')) return { field: meaning as ColumnField, role: null };
  return { field: 'value', role: meaning.slice('value:'.length) as Role };
}

export function meaningWords(meaning: Meaning, period: string | null = null): string {
  if (!meaning.startsWith('value:')) return fieldWords[meaning as Exclude<ColumnField, 'value'>];
  const role = roleWords[meaning.slice('value:'.length) as Role];
  return period ? `${role} ${period}` : role;
}

const actionFields: Meaning[] = [
  'ref',
  'section',
  'section-ref',
  'text',
  'leads',
  'timescale',
  'start',
  'end',
  'status',
  'progress',
  'measures',
  'resources',
  'links',
  'comment',
  'reviewOn',
];
const kpiFields: Meaning[] = [
  'ref',
  'section',
  'kpi-name',
  'unit',
  'data-source',
  'owners',
  'period',
  'value-role',
  'area',
  'value:baseline',
  'value:target',
  'value:actual',
  'value:forecast',
  'value:comparator',
  'status',
  'behind',
  'doing',
  'comment',
];
const wordFields: Meaning[] = ['term', 'meaning', 'text', 'basis', 'timescale'];

/** The meanings a column of such a table can have; keeping it as it is, and the tray, always among them. */
export function meaningsFor(kind: TableView['kind'], own: Meaning): Meaning[] {
  const fields = kind === 'kpis' ? kpiFields : kind === 'actions' ? actionFields : wordFields;
  const all: Meaning[] = [...fields, 'detail', 'none'];
  return all.includes(own) ? all : [own, ...all];
}

export const tableKindWords: Record<TableView['kind'], string> = {
  actions: 'Actions',
  kpis: 'KPIs',
  key: 'A key',
  glossary: 'A glossary',
  duties: 'Duties',
  text: 'Words',
  furniture: 'Nothing to bring in',
};

/** "24 actions, 6 sections and 31 KPIs" of counts by record. */
export const recordWords: Readonly<Record<string, [string, string]>> = {
  plans: ['plan', 'plans'],
  sections: ['section', 'sections'],
  actions: ['action', 'actions'],
  measures: ['measure', 'measures'],
  progress: ['update', 'updates'],
  kpis: ['KPI', 'KPIs'],
  kpiValues: ['figure', 'figures'],
  kpiNarratives: ['narrative', 'narratives'],
  people: ['lead', 'leads'],
  duties: ['duty', 'duties'],
  glossary: ['glossary entry', 'glossary entries'],
  bodies: ['body', 'bodies'],
  meetings: ['meeting', 'meetings'],
  attendance: ['attendance', 'attendances'],
  agendaItems: ['agenda item', 'agenda items'],
  reportingLines: ['reporting line', 'reporting lines'],
  owedReports: ['report owed', 'reports owed'],
  resolutions: ['resolution', 'resolutions'],
  snapshots: ['snapshot', 'snapshots'],
};
