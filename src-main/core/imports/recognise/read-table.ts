import type { Correction, TableView } from '#shared/contract/imports.ts';
import { rangePlace } from '#shared/contract/places.ts';
import { answeredFigures, bareFigures } from './bare-figures.ts';
import { type ColumnMeaning, meaningsOf } from './column-meanings.ts';
import { type ColumnProfile, profilesOf } from './column-profile.ts';
import { tableIdOf } from './corrected-regions.ts';
import { formIn } from './forms.ts';
import { asBefore, rememberedOf } from './remembered.ts';
import { type Kind, kindOf, strengthIn, type TableKind } from './table-kinds.ts';
import type { Region } from './tables.ts';
import { turnedTable } from './turned-tables.ts';
import type { Profile, RecogniseOptions } from './types.ts';

/** A table with its kind and the meaning of its columns, the officer's corrections applied. */
export type ReadTable = {
  readonly id: string;
  readonly region: Region;
  readonly kind: Kind;
  readonly profiles: readonly ColumnProfile[];
  readonly meanings: readonly ColumnMeaning[];
  /** How many columns of figures stand behind a baseline under periods alone. */
  readonly bareFigures?: number;
  /** What was corrected of such a table in an earlier import. */
  readonly remembered?: Profile;
};

export function readTable(found: Region, options: RecogniseOptions, year: string | null): ReadTable {
  const region = withForm(found);
  const id = tableIdOf(region);
  const profiles = profilesOf(region.form?.table ?? region);
  const headers = profiles.map((one) => one.header);
  const remembered = rememberedOf(id, headers, options);
  let kind = correctedKind(
    id,
    answeredKind(id, rememberedKind(kindOf(profiles, year), remembered, profiles), options.corrections),
    options.corrections,
    profiles,
  );
  if (region.form && kind.kind === 'text' && kind.log === undefined && namesIndicator(profiles))
    kind = { kind: 'kpis', form: 'wide', because: 'a form of an indicator' };
  const meanings = meaningsOf(profiles, kind, year);
  const bare = bareFigures(meanings, profiles);
  for (const meaning of bare) {
    meaning.role = answeredFigures(options.corrections);
    meaning.because = `${meaning.because}, behind a baseline`;
  }
  if (kind.kind === 'kpis' && !meanings.some((meaning) => meaning.field === 'kpi-name')) {
    kind = { kind: 'text', form: null, because: 'no column names what its figures are of' };
  }
  if (remembered) applyProfile(meanings, remembered);
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
  return {
    id,
    region,
    kind,
    profiles,
    meanings,
    ...(bare.length > 0 && { bareFigures: bare.length }),
    ...(remembered && { remembered }),
  };
}

/** A table without headings may be a form, a label beside each answer; one of figures may stand on its side. */
function withForm(region: Region): Region {
  if (region.form) return region;
  const headless = region.header.bottom < region.header.top;
  const form = headless ? formIn(region.sheet, region) : turnedTable(region);
  return form ? { ...region, form } : region;
}

/** A form of an indicator may leave its figures to a table of their own. */
function namesIndicator(profiles: readonly ColumnProfile[]): boolean {
  const strongest = (field: 'kpi-name' | 'text') =>
    Math.max(0, ...profiles.map((profile) => strengthIn(profile, field)));
  return strongest('kpi-name') >= 0.9 && strongest('text') < 0.9;
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
      Object.assign(other, { field: 'detail', because: `gave way to “${to.header}”` });
  }
}

function applyProfile(meanings: readonly ColumnMeaning[], profile: Profile): void {
  meanings.forEach((meaning, at) => {
    const mapping = profile.mapping[at];
    if (!mapping || mapping.field === meaning.field) return;
    Object.assign(meaning, {
      field: mapping.field,
      role: mapping.role,
      period: mapping.period,
      because: asBefore,
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
  return kindAs(last.as, profiles, 'you said so');
}

/** The kind that such a table was said to be before: nothing about it is asked again. */
function rememberedKind(
  found: Kind,
  remembered: Profile | undefined,
  profiles: readonly ColumnProfile[],
): Kind {
  return remembered?.kind ? kindAs(remembered.kind, profiles, asBefore) : found;
}

function kindAs(kind: TableKind, profiles: readonly ColumnProfile[], because: string): Kind {
  const long = profiles.some((profile) => profile.periods > 0.5 && profile.path.length > 0);
  return { kind, form: kind === 'kpis' ? (long ? 'long' : 'wide') : null, because };
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
    ...(table.remembered && { remembered: true }),
  };
}
