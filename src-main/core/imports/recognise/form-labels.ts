import type { GridCell } from '#shared/contract/grid.ts';
import { readStatus } from '#shared/domain/status-words.ts';
import { headingMeans, readHeading } from './header-words.ts';
import { headsFigures } from './value-headings.ts';
import { foldSpace } from './words.ts';

/** A label of a form with what stands beside it: "Lead" and "Nadia Brook", or both in one cell. */
export type FormPair = {
  /** The label without its colon and its number. */
  readonly label: string;
  /** "1" of "Action 1"; null where it has none. */
  readonly number: string | null;
  readonly labelCell: GridCell;
  /** The cells of the answer; none where it is not filled in, or stands in the label's own cell. */
  readonly cells: readonly GridCell[];
  /** The answer where it stands in the label's own cell: "Lead: Nadia Brook". */
  readonly said: string | null;
};

const longestLabel = 60;
const clear = 0.75;
const numbered = /^(.*?[^\d\s.#-])\s*(?:no\.?|number|#|-)?\s*(\d{1,3}(?:\.\d{1,3})*[a-z]?)$/i;
const inOneCell = /^([^:\n]{2,60}?)\s*:\s*(\S[\s\S]*)$/;
/** Names of anything: they head no record by themselves. */
const vague =
  /^(?:title|name|description|objectives?|targets?|numbers?|outcomes?|outputs?|plans?|questions?|response|how|what|provision|offer|proposal|standard)$/i;

/** The label in a text, its colon and its number off; null for what is no label. */
function labelIn(text: string): { label: string; number: string | null } | null {
  const words = foldSpace(text).replace(/\s*[:?]\s*$/, '');
  if (words === '' || words.length > longestLabel) return null;
  if (isKnown(words)) return { label: words, number: null };
  const found = numbered.exec(words);
  if (found?.[1] && found[2] && !/\b(?:19|20)\d\d$/.test(words) && isKnown(found[1]))
    return { label: found[1].trim(), number: found[2] };
  return /:\s*$/.test(text) ? { label: words, number: null } : null;
}

function isKnown(words: string): boolean {
  return (readHeading(words)[0]?.strength ?? 0) >= clear || headsFigures(words);
}

/** An answer that would be a heading anywhere else; "Complete" and "High" are answers. */
function isHeading(words: string): boolean {
  if (/\d/.test(words) || readStatus(words)) return false;
  const [best] = readHeading(words);
  return best !== undefined && best.strength >= clear && best.field !== 'status';
}

/** A row of a form that has begun, whose label is known to nobody: it stands in line with those above. */
export function pairBeside(cells: readonly GridCell[], like: FormPair): FormPair | null {
  const [labelCell, answer] = cells;
  if (!labelCell || !answer || cells.length !== 2 || labelCell.column !== like.labelCell.column) return null;
  if (answer.column !== like.cells[0]?.column || isHeading(foldSpace(answer.text))) return null;
  const label = foldSpace(labelCell.text).replace(/\s*:$/, '');
  if (label.length > 40 || !/[a-z]/i.test(label)) return null;
  return { label, number: null, labelCell, cells: [answer], said: null };
}

/** A known label in line with those above and nothing beside it: not filled in. */
export function unanswered(cells: readonly GridCell[], like: FormPair): FormPair | null {
  const [only] = cells;
  if (!only || cells.length > 1 || only.column !== like.labelCell.column || like.cells.length === 0)
    return null;
  const own = labelIn(only.text.trim());
  const known = own !== null && (readHeading(own.label)[0]?.strength ?? 0) >= 0.95;
  return own && known && !namesRecord(own.label) && headingMeans(own.label, 'section') < clear
    ? { ...own, labelCell: only, cells: [], said: null }
    : null;
}

/** Whether a label names what the form is of: an action, an indicator. */
export function namesRecord(label: string): boolean {
  if (vague.test(label) || headsFigures(label)) return false;
  return headingMeans(label, 'text') >= 0.9 || headingMeans(label, 'kpi-name') >= 0.9;
}

/** "Lead: Nadia Brook" in one cell. */
function pairInside(cell: GridCell): FormPair | null {
  const said = inOneCell.exec(cell.text.trim());
  const own = said?.[1] ? labelIn(said[1]) : null;
  return own && said?.[2] && isKnown(own.label)
    ? { ...own, labelCell: cell, cells: [], said: said[2] }
    : null;
}

/** The labels of a row with their answers; null for a row that is none of a form. */
export function pairsOf(cells: readonly GridCell[]): FormPair[] | null {
  const [first] = cells;
  if (!first || cells.length > 6) return null;
  const inside = cells.map(pairInside);
  if (inside.every((pair) => pair !== null)) return inside;
  if (cells.length === 1) {
    const bare = labelIn(first.text.trim());
    return bare && /:\s*$/.test(first.text) ? [{ ...bare, labelCell: first, cells: [], said: null }] : null;
  }
  const pairs: FormPair[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const labelCell = cells[at] as GridCell;
    const label = labelIn(labelCell.text.trim());
    const answer = cells[at + 1];
    if (!label) return null;
    // Years over years head columns; a figure's heading beside nothing does too.
    if (headsFigures(label.label) && (!answer || headsFigures(answer.text.trim()))) return null;
    pairs.push({ ...label, labelCell, cells: answer ? [answer] : [], said: null });
  }
  // Two labels beside each other are headings, whatever follows them.
  const answers = pairs.flatMap((pair) => pair.cells);
  const heads = answers.filter((cell) => isHeading(foldSpace(cell.text)));
  return heads.length * 2 > answers.length || (heads.length > 0 && answers.length > 1) ? null : pairs;
}

/** Fields that a form of an action or an indicator has beside its name. */
const asked = ['leads', 'owners', 'timescale', 'end', 'status', 'progress', 'measures'] as const;
const beside = [
  'start',
  'resources',
  'links',
  'comment',
  'reviewOn',
  'unit',
  'data-source',
  'section',
  'ref',
] as const;

/** How many different things the labels ask beside the record's name: those that make a record, and all. */
export function askedBy(labels: readonly string[]): { telling: number; all: number } {
  const telling = new Set<string>();
  const all = new Set<string>();
  for (const label of labels) {
    if (namesRecord(label) && !asked.some((field) => headingMeans(label, field) >= 0.9)) continue;
    if (headsFigures(label)) {
      telling.add('value');
      all.add(label);
      continue;
    }
    const field = asked.find((one) => headingMeans(label, one) >= clear);
    if (field) telling.add(field);
    const any = field ?? beside.find((one) => headingMeans(label, one) >= clear);
    if (any) all.add(any);
  }
  return { telling: telling.size, all: all.size };
}
