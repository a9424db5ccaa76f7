import type { Period } from '#shared/contract/register.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import { keyLineOf } from '../key-rows.ts';
import { isLeadLine } from '../row-kinds.ts';
import { looksLikeSection, readSectionTitle } from '../section-titles.ts';
import { kindOfTitle, monthSpan, nameOfFile, planWords, weakerWords } from '../titles.ts';
import { yearIn } from '../value-headings.ts';
import type { Block, Paragraph } from './blocks.ts';
import { type Fact, factOfLine, factsOf, periodFrom, titleFrom } from './facts.ts';
import { isGeneric, labelKind } from './heading-words.ts';

/** How a document names itself. */
export type TitleBlock = {
  readonly title: string;
  readonly kind: string | null;
  /** Lines that the title was read from. */
  readonly lines: readonly Paragraph[];
  readonly titleFact: Fact | null;
  /** Whose it is, where a first line over the title says so: a school, a service. */
  readonly owner: string | null;
  /** Facts of lines and tables above the plan's first table or section. */
  readonly facts: readonly Fact[];
  /** "2009-10" or a span of months, as the document writes it; null where it does not say. */
  readonly year: string | null;
};

const longest = 180;
/** So far into a document its title may stand. */
const opening = 30;

/** "2022 to 2025" and "2022-25" alike. */
export function yearsIn(text: string): string | null {
  return yearIn(text.replace(/\b((?:19|20)\d\d)\s+(?:to|until)\s+((?:19|20)\d\d)\b/gi, '$1-$2'));
}

/** The title of a document: by its style, by a label, or the line that reads most like one. */
export function titleBlockOf(all: readonly Block[], fileName: string): TitleBlock {
  // A line of a key names a colour, not the document.
  const blocks = all.filter(
    (block) => block.kind === 'table' || keyLineOf(block.sheet, block.row, [block.cell]) === null,
  );
  const first = firstOfPlan(blocks);
  const head = blocks.slice(0, first);
  const facts = head.flatMap((block) =>
    block.kind === 'table' ? (factsOf(block) ?? []) : [factOfLine(block) ?? []].flat(),
  );
  const titleFact = titleFrom(facts);
  const lines = titleFact ? [] : titleLines(blocks, first);
  const title = titleFact?.value ?? lines.map((line) => line.words).join(' ');
  const fromFile = nameOfFile(fileName);
  const named = title !== '' ? title : fromFile === '' ? 'Imported plan' : fromFile;
  return {
    title: named,
    kind:
      kindOfTitle(named) ??
      kindOfTitle(head.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n')),
    lines,
    titleFact,
    owner: ownerOver(blocks, lines),
    facts,
    year: yearOf(named, facts, head, blocks, fileName),
  };
}

export function periodOfTitle(title: TitleBlock, year: string | null, yearStartMonth: number): Period | null {
  const words = title.year ?? year;
  const period = words === null ? null : readPeriod(words, yearStartMonth);
  return period?.start ? period : null;
}

/** Where the plan itself begins: its first section or its first table of more than facts. */
function firstOfPlan(blocks: readonly Block[]): number {
  for (let at = 0; at < Math.min(blocks.length, opening); at++) {
    const block = blocks[at] as Block;
    if (block.kind === 'table') {
      if (factsOf(block) === null) return at;
    } else if (isNumberedSection(block.text)) return at;
  }
  return Math.min(blocks.length, opening);
}

function isNumberedSection(text: string): boolean {
  return looksLikeSection(text) && readSectionTitle(text).ref !== null;
}

function titleLines(blocks: readonly Block[], first: number): Paragraph[] {
  let best: { at: number; score: number } | null = null;
  blocks.forEach((block, at) => {
    if (block.kind !== 'paragraph') return;
    const score = scoreOf(block, at, first, blocks);
    if (score > 0 && (best === null || score > best.score)) best = { at, score };
  });
  const found = best as { at: number; score: number } | null;
  if (found === null) return [];
  const line = blocks[found.at] as Paragraph;
  return withNeighbours(blocks, found.at, line);
}

function scoreOf(line: Paragraph, at: number, first: number, blocks: readonly Block[]): number {
  const { words, said, cell } = line;
  const style = said.style ?? '';
  if (/^title$/i.test(style) && words.length <= longest) {
    const next = blocks[at + 1];
    const named =
      next?.kind === 'paragraph' && /title/i.test(next.said.style ?? '') && planWords.test(next.words);
    // "Fernhill School" over "Improvement plan 2023-24": the plan is named by the second.
    return named && !planWords.test(words) ? 4 : 12 - Math.min(2, at * 0.1);
  }
  if (words.length < 4 || words.length > longest || line.item !== null || isLeadLine(words)) return 0;
  if (!/\p{L}{3}/u.test(words) || said.part === 'footnote' || said.part === 'comment') return 0;
  if (/^(?:n\.?\s?b\.?[\s:.]|notes?\s*:|page \d|figure|table \d)/i.test(words) || isNumberedSection(words))
    return 0;
  let score = 2 - Math.min(2, at * 0.25);
  if (planWords.test(words)) score += 3;
  else if (weakerWords.test(words)) score += 1.5;
  if (yearsIn(words)) score += 1.5;
  if (said.heading === 1 || cell.bold) score += 1;
  if (/^subtitle$/i.test(style)) score += planWords.test(words) ? 2 : 0.5;
  if (/\.$/.test(words)) score -= 2.5;
  if (words.endsWith(':') || labelKind(words) !== null) score -= 4;
  if (/^(?:section|part|appendix|annexe?|chapter|\d+(?:\.\d+)*)\b/i.test(words)) score -= 2;
  if (words.split(' ').length > 18) score -= 1.5;
  if (said.part === 'header' || said.part === 'footer')
    return planWords.test(words) ? Math.min(score - 1, 2) : 0;
  if (at > first || said.part === 'text-box') {
    // Far down only what stands free and reads as a title and nothing else.
    const free =
      (said.heading === null || isGeneric(words)) &&
      /\bplan\b|\bstrategy\b/i.test(words) &&
      words.length <= 70;
    if (!free || !yearsIn(words) || blocks.length < 3) return 0;
    score -= 0.5;
  }
  return score;
}

/** A title goes on over lines that look alike: "Early help", "Delivery plan", "2024-25". */
function withNeighbours(blocks: readonly Block[], at: number, line: Paragraph): Paragraph[] {
  const lines = [line];
  const alike = (other: Block | undefined): other is Paragraph =>
    other?.kind === 'paragraph' &&
    other.said.part === line.said.part &&
    (other.said.style === line.said.style || /^(?:sub)?title$/i.test(other.said.style ?? '')) &&
    other.words.length <= 90 &&
    other.item === null &&
    !/[.:;,]$/.test(other.words) &&
    !isNumberedSection(other.words) &&
    labelKind(other.words) === null &&
    factOfLine(other) === null;
  const styled = /^title$/i.test(line.said.style ?? '');
  const after = blocks[at + 1];
  if (alike(after) && (isGeneric(after.words) || (styled && /^title$/i.test(after.said.style ?? ''))))
    lines.push(after);
  const before = blocks[at - 1];
  if (isGeneric(line.words) && (alike(before) || (at === 1 && opens(before))) && !isGeneric(before.words))
    lines.unshift(before);
  return lines;
}

/** The name of a school or service right over the title. */
function ownerOver(blocks: readonly Block[], lines: readonly Paragraph[]): string | null {
  const [first] = lines;
  const at = first ? blocks.indexOf(first) : -1;
  const before = at === 1 ? blocks[0] : undefined;
  const names =
    /\b(?:school|academy|college|nursery|cent(?:re|er)|council|trust|partnership|service|services|board|cluster)\b/i;
  return opens(before) && names.test(before.words) && !planWords.test(before.words) ? before.words : null;
}

/** A first line that says whose document it is: a name, no sentence. */
function opens(block: Block | undefined): block is Paragraph {
  return (
    block?.kind === 'paragraph' &&
    block.words.length <= 90 &&
    block.item === null &&
    !/[.:;,]$/.test(block.words) &&
    (block.said.heading !== null || block.cell.bold === true || /title/i.test(block.said.style ?? ''))
  );
}

function yearOf(
  title: string,
  facts: readonly Fact[],
  head: readonly Block[],
  blocks: readonly Block[],
  fileName: string,
): string | null {
  const said = periodFrom(facts);
  const own = yearsIn(title) ?? (said === null ? null : (yearsIn(said) ?? monthSpan.exec(said)?.[0] ?? null));
  if (own !== null) return own;
  const inHead = head.filter(
    (block): block is Paragraph =>
      block.kind === 'paragraph' && block.text.length <= 120 && !/\.$/.test(block.text),
  );
  const margins = blocks.filter(
    (block): block is Paragraph =>
      block.kind === 'paragraph' && (block.said.part === 'header' || block.said.part === 'footer'),
  );
  for (const line of [...inHead, ...margins]) {
    const found = yearsIn(line.text) ?? monthSpan.exec(line.text)?.[0] ?? null;
    if (found !== null) return found;
  }
  const headings = blocks.filter(
    (block): block is Paragraph => block.kind === 'paragraph' && block.said.heading !== null,
  );
  for (const line of headings) {
    const found = isGeneric(line.text.replace(/\d{4}.*$/, '')) ? yearsIn(line.text) : null;
    if (found !== null) return found;
  }
  return yearsIn(fileName);
}
