import type { ReadDb } from '#db/handles.ts';
import { layoutOf } from '#db/layout.ts';
import { peopleWords, rowsBy } from '#db/queries/imports-matched.ts';
import * as schema from '#db/schema/index.ts';
import type { Evidence } from '../evidence.ts';
import type { ImportPlan, MatchedRow } from '../plan/plan-types.ts';
import { rowsRead } from '../plan/provenance.ts';
import { foldSpace } from '../recognise/words.ts';
import { bagOf, mark } from '../said.ts';

type TableName = keyof ImportPlan['rows'];
type Row = Record<string, unknown>;

const tables: Readonly<Record<TableName, Parameters<typeof layoutOf>[0]>> = {
  people: schema.people,
  plans: schema.plans,
  keyEntries: schema.keyEntries,
  sections: schema.sections,
  actions: schema.actions,
  kpis: schema.kpis,
  measures: schema.measures,
  leads: schema.leads,
  actionLinks: schema.actionLinks,
  progress: schema.progress,
  kpiValues: schema.kpiValues,
  kpiNarratives: schema.kpiNarratives,
  duties: schema.duties,
  glossary: schema.glossary,
  bodies: schema.bodies,
  bodyMembers: schema.bodyMembers,
  meetings: schema.meetings,
  attendance: schema.attendance,
  agendaItems: schema.agendaItems,
  resolutions: schema.resolutions,
  reportingLines: schema.reportingLines,
  owedReports: schema.owedReports,
};

/** Rows without a place of their own stand where the row was read that they belong to. */
const ownedBy = {
  leads: ['actionId', 'sectionId', 'measureId', 'kpiId'],
  actionLinks: ['actionId'],
  bodyMembers: ['bodyId'],
} as const satisfies Partial<Record<TableName, readonly string[]>>;

const owning: ReadonlySet<TableName> = new Set(['actions', 'sections', 'measures', 'kpis', 'bodies']);

/** What of a row of the register stands in rows of other tables, and the `Replacement` that does away with it. */
const belongings: readonly (readonly [of: TableName, part: TableName, by: string, what: string])[] = [
  ['actions', 'leads', 'actionId', 'leads'],
  ['sections', 'leads', 'sectionId', 'leads'],
  ['measures', 'leads', 'measureId', 'leads'],
  ['kpis', 'leads', 'kpiId', 'leads'],
  ['actions', 'actionLinks', 'actionId', 'links'],
  ['actions', 'progress', 'actionId', ''],
  ['kpis', 'progress', 'kpiId', ''],
  ['bodies', 'bodyMembers', 'bodyId', ''],
  ['plans', 'keyEntries', 'planId', 'key'],
];

/** What the rows hold that are about to be written or that stand in the register already, as a file's cells are looked for. */
export function evidenceOfPlan(db: ReadDb, plan: ImportPlan, fileId: string, gridCount: number): Evidence {
  const rows: (string | undefined)[][] = Array.from({ length: gridCount }, () => []);
  const ownerOf: (number | undefined)[][] = rows.map(() => []);
  const owners: string[] = [];
  const ownerAt = new Map<string, number>();
  const placeOf = new Map<string, unknown>();
  const wide = peopleWords(db);
  const sections: string[] = [];
  const lines = new Set<string>();

  const put = (cells: unknown, text: string): void => {
    const read = rowsRead(cells, fileId);
    const of = rows[read?.grid ?? -1];
    if (!read || !of) return;
    for (const row of read.rows) of[row] = of[row] === undefined ? text : `${of[row]}${mark}${text}`;
  };
  const stays = rows.map(() => new Set<number>());
  const stay = (cells: unknown): void => {
    const read = rowsRead(cells, fileId);
    for (const row of read?.rows ?? []) stays[read?.grid ?? -1]?.add(row);
  };
  const take = (name: TableName, row: Row, cells: unknown): void => {
    const text = textOf(name, row);
    if (owning.has(name)) placeOf.set(row.id as string, cells);
    // That somebody is known says nothing of what they lead.
    if (name !== 'people') put(cells, text);
    if (name === 'plans' || name === 'keyEntries' || name === 'people') wide.push(text);
    if (name === 'sections' || (name === 'leads' && row.sectionId)) sections.push(text);
    if (name === 'kpis') {
      ownerAt.set(row.id as string, owners.length);
      owners.push(foldSpace(text));
    }
    if (name === 'kpiValues') {
      const read = rowsRead(cells, fileId);
      const owner = ownerAt.get(row.kpiId as string);
      const of = ownerOf[read?.grid ?? -1];
      if (read && of && owner !== undefined) for (const at of read.rows) of[at] = owner;
    }
    if (name === 'agendaItems') for (const line of linesOf(row)) lines.add(line);
  };

  takeMatched(db, plan, (name, row, cells) => take(name, row, cells), wide, stay);
  for (const name of Object.keys(tables) as TableName[]) {
    for (const row of plan.rows[name] as readonly Row[]) {
      const owner = name in ownedBy ? ownerIn(name as keyof typeof ownedBy, row) : undefined;
      take(name, row, owner === undefined ? row.sourceCells : placeOf.get(owner));
    }
  }
  return {
    rows: rows.map((of) => of.map((text) => (text === undefined ? undefined : foldSpace(text)))),
    ownerOf,
    owners,
    stays,
    plan: bagOf(wide),
    sections: bagOf(sections),
    lines,
  };
}

/** Rows of the register that the file holds again, as they will stand, with all that belongs to them. */
function takeMatched(
  db: ReadDb,
  plan: ImportPlan,
  take: (name: TableName, row: Row, cells: unknown) => void,
  wide: string[],
  stay: (cells: unknown) => void,
): void {
  const patches = new Map(plan.patches.map(({ table, id, patch }) => [`${table} ${id}`, patch]));
  const replaced = new Set(plan.replacements.map(({ what, id }) => `${what} ${id}`));
  const matched = Map.groupBy(plan.matched, (one) => one.table);
  for (const name of Object.keys(tables) as TableName[]) {
    const list = matched.get(name as MatchedRow['table']) ?? [];
    const cells = new Map(list.map((one) => [one.id, one.cells]));
    for (const [id, [row]] of rowsBy(db, tables[name], 'id', cells.keys()))
      take(name, { ...row, ...patches.get(`${name} ${id}`) }, cells.get(id));
    for (const [of, part, by, what] of belongings) {
      if (of !== name || list.length === 0) continue;
      const kept = [...cells.keys()].filter((id) => !replaced.has(`${what} ${id}`));
      for (const [id, rows] of rowsBy(db, tables[part], by, kept))
        for (const row of rows) take(part, row, cells.get(id));
    }
    for (const one of list) if (one.stays) stay(one.cells);
    for (const one of list) wide.push(...(one.told ?? []));
  }
}

function ownerIn(name: keyof typeof ownedBy, row: Row): string | undefined {
  for (const column of ownedBy[name]) {
    const owner = row[column];
    if (typeof owner === 'string') return owner;
  }
  return undefined;
}

function linesOf(row: Row): string[] {
  const points = (row.points ?? []) as readonly { readonly text: string }[];
  return [...String(row.text ?? '').split('\n'), ...points.map(({ text }) => text)];
}

/** Provenance is no text of the source, and ids are none of its words. */
const apart = /^(?:id|position|source\w+|\w+Id)$/;
const columnsOf = new Map<TableName, readonly string[]>();

function textOf(name: TableName, row: Row): string {
  let columns = columnsOf.get(name);
  if (!columns) {
    columns = layoutOf(tables[name])
      .columns.map(({ property }) => property)
      .filter((property) => !apart.test(property));
    columnsOf.set(name, columns);
  }
  let text = '';
  for (const column of columns) {
    const value = row[column];
    if (typeof value === 'string') text += value + mark;
    else if (value !== null && value !== undefined) text += textsIn(value);
  }
  return text;
}

function textsIn(value: unknown): string {
  if (typeof value === 'string') return value + mark;
  if (typeof value !== 'object' || value === null) return '';
  let text = '';
  for (const held of Object.values(value)) text += textsIn(held);
  return text;
}
