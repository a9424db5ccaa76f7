import type { DraftLead } from './types.ts';
import { isBullet, linesOf, withoutBullet } from './words.ts';

/** The cells of one row of an entry that say what is aimed at and who answers for it. */
export type MeasureRow = { readonly row: number; readonly measures: string; readonly leads: string };
export type PairedMeasure = {
  readonly row: number;
  toRow: number;
  text: string;
  leads: readonly DraftLead[];
};

/**
 * Takes an entry's measures apart: one a row, or one a paragraph of a cell. Leads go to their measure where rows
 * or paragraphs pair one to one; otherwise they are the action's alone.
 */
export function pairMeasures(
  rows: readonly MeasureRow[],
  readLeads: (text: string) => readonly DraftLead[],
): PairedMeasure[] {
  const paired: PairedMeasure[] = [];
  const withMeasure = rows.filter((row) => row.measures !== '');
  for (const row of rows) {
    if (row.measures === '') continue;
    const lines = paragraphs(row.measures);
    const before = paired[paired.length - 1];
    if (before && goesOn(before.text, lines[0] ?? '')) {
      before.text = `${before.text} ${lines.shift() ?? ''}`;
      before.toRow = row.row;
      if (lines.length === 0) continue;
    }
    const leadLines = linesOf(row.leads);
    const inCell = lines.length > 1 && leadLines.length === lines.length;
    const byRow = withMeasure.length > 1 && lines.length === 1 && row.leads !== '';
    lines.forEach((text, at) => {
      const leads = inCell ? readLeads(leadLines[at] ?? '') : byRow ? readLeads(row.leads) : [];
      paired.push({ row: row.row, toRow: row.row, text, leads });
    });
  }
  // With one measure there is nothing to pair: the leads are the action's.
  if (paired.length === 1) for (const measure of paired) measure.leads = [];
  return paired;
}

/** A sentence cut by a page break: it has not ended, and the next row goes on in small letters. */
function goesOn(before: string, next: string): boolean {
  return /^[a-z]/.test(next) && !/[.!?:;]$/.test(before);
}

/** One measure a paragraph; a line that goes on in small letters belongs to the one before. */
export function paragraphs(text: string): string[] {
  const found: string[] = [];
  for (const line of linesOf(text)) {
    const last = found[found.length - 1];
    if (last !== undefined && !isBullet(line) && goesOn(last, line))
      found[found.length - 1] = `${last} ${line}`;
    else found.push(isBullet(line) ? withoutBullet(line) : line);
  }
  return found;
}
