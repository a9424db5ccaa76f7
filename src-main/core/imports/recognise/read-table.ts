import type { Correction, TableView } from '#shared/contract/imports.ts';
import { rangePlace } from '#shared/contract/places.ts';
import { type ColumnMeaning, meaningsOf } from './column-meanings.ts';
import { type ColumnProfile, profilesOf } from './column-profile.ts';
import { tableIdOf } from './corrected-regions.ts';
import { formIn } from './forms.ts';
import { type Kind, kindOf, type TableKind } from './table-kinds.ts';
import type { Region } from './tables.ts';
import { turnedTable } from './turned-tables.ts';
import type { Profile, RecogniseOptions } from './types.ts';
import { wordsOf } from './words.ts';

/** A table with its kind and the meaning of its columns, the officer's corrections applied. */
export type ReadTable = {
  readonly id: string;
  readonly region: Region;
  readonly kind: Kind;
  readonly profiles: readonly ColumnProfile[];
  readonly meanings: readonly ColumnMeaning[];
};

/** One name for all tables with these headings, whatever their order of rows: under it a profile is kept. */
export function signatureOf(headers: readonly string[]): string {
  return headers.map((header) => wordsOf(header).join(' ')).join('|');
}

export function readTable(found: Region, options: RecogniseOptions, year: string | null): ReadTable {
  const region = withForm(found);
  const id = tableIdOf(region);
  const profiles = profilesOf(region.form?.table ?? region);
  let kind = correctedKind(
    id,
    answeredKind(id, kindOf(profiles, year), options.corrections),
    options.corrections,
    profiles,
  );
  const meanings = meaningsOf(profiles, kind, year);
  if (kind.kind === 'kpis' && !meanings.some((meaning) => meaning.field === 'kpi-name')) {
    kind = { kind: 'text', form: null, because: 'no column names what its figures are of' };
  }
  applyProfile(meanings, options.profiles);
  for (const correction of options.corrections) {
    if (correction.kind !== 'column' || correction.tableId !== id) continue;
    const meaning = meanings.find((one) => one.column === correction.column);
    if (!meaning) continue;
    giveRoom(meanings, meaning, correction.field);
    Object.assign(meaning, {
      field: correction.field,
      role: correction.role,
      period: correction.period,
      because: 'you said so',
    });
  }
  return { id, region, kind, profiles, meanings };
}

/** A table without headings may be a form, a label beside each answer; one of figures may stand on its side. */
function withForm(region: Region): Region {
  if (region.form) return region;
  const headless = region.header.bottom < region.header.top;
  const form = headless ? formIn(region.sheet, region) : turnedTable(region);
  return form ? { ...region, form } : region;
}

/** The question whether a log's rows are actions. */
export function logQuestionId(tableId: string): string {
  return `log:${tableId}`;
}

/** A log as the officer wants it kept: its rows as actions, or all of it as it stands. */
function answeredKind(id: string, found: Kind, corrections: readonly Correction[]): Kind {
  if (found.log === undefined) return found;
  const answer = corrections.findLast((one) => one.kind === 'answer' && one.questionId === logQuestionId(id));
  if (answer?.kind !== 'answer' || (answer.choice !== 'actions' && answer.choice !== 'text')) return found;
  return { ...found, kind: answer.choice, because: 'you said so' };
}

/** Fields of which there is one: a column that takes it over leaves the other a detail. */
const single = new Set([
  'ref',
  'text',
  'kpi-name',
  'timescale',
  'start',
  'end',
  'reviewOn',
  'term',
  'meaning',
]);

function giveRoom(meanings: readonly ColumnMeaning[], to: ColumnMeaning, field: string): void {
  if (!single.has(field)) return;
  for (const other of meanings) {
    if (other !== to && other.field === field)
      Object.assign(other, { field: 'detail', because: `gave way to "${to.header}"` });
  }
}

function applyProfile(meanings: readonly ColumnMeaning[], profiles: readonly Profile[]): void {
  const signature = signatureOf(meanings.map((meaning) => meaning.header));
  const profile = profiles.find((one) => one.signature === signature);
  if (!profile) return;
  meanings.forEach((meaning, at) => {
    const mapping = profile.mapping[at];
    if (!mapping || mapping.field === meaning.field) return;
    Object.assign(meaning, {
      field: mapping.field,
      role: mapping.role,
      period: mapping.period,
      because: 'as in your earlier import',
    });
  });
}

function correctedKind(
  id: string,
  found: Kind,
  corrections: readonly Correction[],
  profiles: readonly ColumnProfile[],
): Kind {
  const last = corrections.findLast(
    (one) => (one.kind === 'table-kind' || one.kind === 'new-table') && one.tableId === id,
  );
  if ((last?.kind !== 'table-kind' && last?.kind !== 'new-table') || last.as === found.kind) return found;
  const long = profiles.some((profile) => profile.periods > 0.5 && profile.path.length > 0);
  return {
    kind: last.as,
    form: last.as === 'kpis' ? (long ? 'long' : 'wide') : null,
    because: 'you said so',
  };
}

/** The table as the screen shows it. */
export function viewOf(
  table: ReadTable,
  entries: readonly { from: number; to: number }[],
  records: number,
  kind: TableKind = table.kind.kind,
): TableView {
  const { region, id, meanings } = table;
  const { sheet, header } = region;
  const rectangle = {
    top: header.top,
    left: region.left,
    bottom: Math.max(region.bottom, header.bottom),
    right: region.right,
  };
  const headerRows: number[] = [];
  for (const span of [header, ...region.repeats])
    for (let row = span.top; row <= span.bottom; row++) headerRows.push(row);
  return {
    id,
    sheet: sheet.index,
    where: rangePlace(sheet.grid, rectangle),
    kind,
    ...rectangle,
    headerRows,
    columns: meanings.map(({ column, header: words, field, role, period, because }) => ({
      column,
      header: words,
      field,
      role,
      period,
      because,
    })),
    entries: [...entries],
    rows: rectangle.bottom - header.bottom,
    records,
  };
}
