import type { GridCell } from '#shared/contract/grid.ts';
import type { Period } from '#shared/contract/register.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import { looksLikeSection } from './section-titles.ts';
import type { Sheet } from './sheet.ts';
import { yearIn } from './value-headings.ts';
import { foldSpace, isBullet, linesOf } from './words.ts';

/** A line outside the tables: a lone cell, or a label beside its value. */
export type LooseLine = {
  readonly sheet: Sheet;
  readonly row: number;
  readonly cells: readonly GridCell[];
  readonly text: string;
  /** Where the first table of the sheet stands below it. */
  readonly above: boolean;
  /** In a document: the part of it that the line stands in, where that is not the running text. */
  readonly part?: string;
};

export const planWords =
  /\b(?:(?:work)?plan|strategy|scorecard|framework|register|log|tracker|dashboard|report|(?:reporting )?template|roadmap|charter|statement of (?:action|purpose|intent))\b/i;
export const weakerWords =
  /\b(?:programme|return|book|performance|targets|indicators|objectives|priorities|monitoring|review)\b/i;
const kinds: readonly (readonly [RegExp, string])[] = [
  [/improvement plan|inspection|ofsted action/i, 'improvement plan'],
  [/delivery plan|implementation plan|business plan|service plan/i, 'delivery plan'],
  [/work ?plan|work programme/i, 'work plan'],
  [/action plan|action log|action tracker/i, 'action plan'],
  [/strategy|strategic plan/i, 'strategy'],
  [/risk register|risk log/i, 'risk register'],
];
const titleLabel =
  /^(?:plan name|plan title|title|name of plan|name of the plan|project name|project title|name of project|programme name|strategy|plan|document title|report title)\s*:?$/i;
const guidance =
  /^(?:guidance|instructions?|how to (?:use|complete)|please |click |tab \d|note(?:s)? (?:for|on) completion|notes?:|n\.?\s?b\.?)/i;
const longestTitle = 160;
const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
export const monthSpan = new RegExp(
  `\\b${month}(?: (?:19|20)\\d\\d)?\\s*(?:-|–|—|to)\\s*${month} (?:19|20)\\d\\d\\b`,
  'i',
);

export type Titles = {
  readonly title: string;
  readonly kind: string;
  readonly period: Period | null;
  readonly titleLine: LooseLine | null;
};

/** The kind of plan that words name; null where they name none. */
export function kindOfTitle(title: string): string | null {
  return kinds.find(([pattern]) => pattern.test(title))?.[1] ?? null;
}

/** Finds the plan's name, kind and period among the lines above the tables; the file's name where there is none. */
export function titlesOf(o: {
  lines: readonly LooseLine[];
  sheets: readonly Sheet[];
  fileName: string;
  year: string | null;
  yearStartMonth: number;
  hasActions: boolean;
}): Titles {
  const opening = o.lines[0]?.sheet;
  let best: { line: LooseLine; score: number; text: string } | null = null;
  o.lines.forEach((line, at) => {
    const found = scoreOf(line, at, opening);
    if (found && found.score > 0 && (!best || found.score > best.score)) best = { line, ...found };
  });
  const chosen = best as { line: LooseLine; score: number; text: string } | null;
  const sheetTitle = o.sheets.find(
    ({ grid }) => !grid.hidden && planWords.test(grid.name) && /\S\s+\S/.test(grid.name),
  )?.grid.name;
  const fromName = nameOfFile(o.fileName);
  const title =
    chosen && (chosen.score >= 3 || !sheetTitle)
      ? chosen.text
      : (sheetTitle ?? (fromName === '' ? 'Imported plan' : fromName));
  const kind = kindOfTitle(title) ?? kindOfTitle(o.sheets.map((sheet) => sheet.grid.name).join('\n'));
  const year = yearIn(title) ?? o.year;
  const words = year ?? spanIn(o.lines);
  const period = words === null ? null : readPeriod(words, o.yearStartMonth);
  return {
    title,
    kind: kind ?? (o.hasActions ? 'action plan' : 'set of indicators'),
    period: period?.start ? period : null,
    titleLine: chosen && title === chosen.text ? chosen.line : null,
  };
}

/** "April 2016 – March 2019" on a line above the tables. */
function spanIn(lines: readonly LooseLine[]): string | null {
  for (const line of lines) {
    const found = line.above && line.text.length <= longestTitle ? monthSpan.exec(line.text) : null;
    if (found) return found[0];
  }
  return null;
}

function scoreOf(
  line: LooseLine,
  at: number,
  opening: Sheet | undefined,
): { score: number; text: string } | null {
  const [first, second] = line.cells;
  if (!first || !line.above) return null;
  if (second && line.cells.length === 2 && titleLabel.test(foldSpace(first.text))) {
    return { score: 9, text: foldSpace(second.text) };
  }
  const text = foldSpace(first.text);
  if (text.length > longestTitle || text.length < 4 || guidance.test(text) || line.cells.length > 6)
    return null;
  // "Report run: 2 October 2023" says when, not what.
  if (second && /^\d[\dT\s./:Z-]{5,}$/.test(foldSpace(second.text))) return null;
  if (/^[\d\s./-]+$/.test(text) || isBullet(first.text.trim())) return null;
  // "Theme 1: Our buildings" names a part of the plan.
  if (looksLikeSection(text) && !planWords.test(text)) return null;
  let score = 2 - Math.min(2, at * 0.25);
  if (planWords.test(text)) score += 3;
  else if (weakerWords.test(text)) score += 1.5;
  // The document is named where it begins.
  if (line.sheet !== opening) score -= 1.5;
  if (first.bold) score += 1;
  if (yearIn(text)) score += 1.5;
  if (/[.:]$/.test(text)) score -= text.endsWith(':') ? 4 : 1.5;
  if (/^(?:section|part|appendix|annex|tab)\b/i.test(text)) score -= 2;
  if (line.cells.length > 1) score -= 1.5;
  return { score, text };
}

/** "early-years_plan 2010.xlsx" as a title: "Early years plan 2010". */
export function nameOfFile(fileName: string): string {
  const bare = fileName
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/_+/g, ' ')
    .trim();
  const words = bare.includes(' ') ? bare : bare.replace(/-+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The document's year: the first that its titles, its sheets' names or its file's name give. */
export function documentYear(
  lines: readonly LooseLine[],
  sheets: readonly Sheet[],
  fileName: string,
): string | null {
  for (const line of lines) {
    if (!line.above || line.text.length > 600 || guidance.test(line.text)) continue;
    // A row of several years heads columns; it does not date the document.
    const years = new Set(line.cells.map((cell) => yearIn(cell.text)).filter((year) => year !== null));
    const [year] = years;
    if (year && years.size === 1) return year;
  }
  for (const sheet of sheets) {
    const year = sheet.grid.hidden ? null : yearIn(sheet.grid.name);
    if (year) return year;
  }
  return yearIn(fileName);
}

/** A loose line as the preamble keeps it: "Date of export: 2 April 2025". */
export function preambleText(line: LooseLine): string {
  if (line.cells.length === 1) return linesOf(line.cells[0]?.text ?? '').join('\n');
  const [label, ...values] = line.cells.map((cell) => foldSpace(cell.text));
  return label?.endsWith(':') ? `${label} ${values.join(', ')}` : `${label}: ${values.join(', ')}`;
}
