import type { TableView } from '#shared/contract/imports.ts';
import { markHeaders } from './build-table.ts';
import type { Context } from './context.ts';
import { tidy } from './entry-cells.ts';
import { type ReadTable, viewOf } from './read-table.ts';
import { strengthIn } from './table-kinds.ts';

/** Makes the entries of a glossary: terms beside their meaning. */
export function buildGlossary(context: Context, table: ReadTable, plan: number): TableView {
  const { sheet, top, bottom } = table.region;
  markHeaders(context, table);
  const term = bestColumn(table, 'term', 0);
  const meaning = bestColumn(table, 'meaning', 1);
  const entries: { from: number; to: number }[] = [];
  for (let row = top; row <= bottom; row++) {
    const words = tidy(sheet.text(row, term));
    const meant = tidy(sheet.text(row, meaning));
    if (words === '' || meant === '') continue;
    context.drafts.glossary.push({
      plan,
      term: words,
      meaning: meant,
      source: [
        context.layout(sheet.index, [
          ['term', term, 0],
          ['meaning', meaning, 0],
        ]),
        row,
        row,
      ],
    });
    entries.push({ from: row, to: row });
  }
  return viewOf(
    named(table, [
      [term, 'term'],
      [meaning, 'meaning'],
    ]),
    entries,
    entries.length,
  );
}

/** Makes the duties of a table: the duty, its legal basis, the date it comes into force. */
export function buildDuties(context: Context, table: ReadTable, plan: number): TableView {
  const { sheet, top, bottom } = table.region;
  markHeaders(context, table);
  const duty =
    table.profiles.find((profile) => /\bdut(?:y|ies)\b/i.test(profile.header)) ?? table.profiles[0];
  const text = duty?.column ?? table.region.left;
  const others = table.profiles.filter((profile) => profile.column !== text);
  const basis = others.find((profile) => strengthIn(profile, 'basis') >= 0.5)?.column ?? null;
  const force =
    others.find((profile) => /force|effect|from|commence/i.test(profile.header))?.column ??
    others.find((profile) => profile.dates > 0.5)?.column ??
    null;
  const entries: { from: number; to: number }[] = [];
  for (let row = top; row <= bottom; row++) {
    const words = tidy(sheet.text(row, text));
    if (words === '') continue;
    const cell = force === null ? undefined : sheet.cell(row, force);
    context.drafts.duties.push({
      plan,
      text: words,
      basis: basis === null ? null : tidy(sheet.text(row, basis)) || null,
      inForceFrom: cell?.text.trim() ? context.timescale(tidy(cell.text), sheet.index, cell) : null,
      source: [context.layout(sheet.index, [['text', text, 0]]), row, row],
    });
    entries.push({ from: row, to: row });
  }
  const fields: [number, 'text' | 'basis' | 'timescale'][] = [[text, 'text']];
  if (basis !== null) fields.push([basis, 'basis']);
  if (force !== null) fields.push([force, 'timescale']);
  return viewOf(named(table, fields), entries, entries.length);
}

function bestColumn(table: ReadTable, field: 'term' | 'meaning', at: number): number {
  const strong = table.profiles.find((profile) => strengthIn(profile, field) >= 0.75);
  return strong?.column ?? table.profiles[at]?.column ?? table.region.left;
}

function named(
  table: ReadTable,
  fields: readonly (readonly [number, TableView['columns'][number]['field']])[],
): ReadTable {
  const meanings = table.meanings.map((meaning) => {
    const field = fields.find(([column]) => column === meaning.column)?.[1];
    return field ? { ...meaning, field, because: `the heading says “${meaning.header}”` } : meaning;
  });
  return { ...table, meanings };
}
