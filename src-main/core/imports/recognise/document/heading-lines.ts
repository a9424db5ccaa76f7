import { isLeadLine } from '../row-kinds.ts';
import { looksLikeSection, readSectionTitle } from '../section-titles.ts';
import { answersAction, answersIn } from './answers.ts';
import type { Block, Paragraph } from './blocks.ts';
import { isBackMatter, labelKind } from './heading-words.ts';

/** A paragraph that heads what comes after it. */
export type Heading = {
  /** Word's own levels are whole numbers from 1; what only looks like a heading stands between them. */
  readonly level: number;
  /** Word says so, not only its look. */
  readonly styled: boolean;
};

const longestHeading = 260;
const longestLook = 140;
/** Divisions of the paper, not of the plan. */
const paperDivision = /^(?:section|part|appendix|annexe?|table|figure|tab|page)\b/i;

/**
 * The headings of a document: those that Word knows, and short lines that look or read like headings: "Priority 2:
 * …", bold lines, capitals, numbered lines. Labels of a list ("Objectives:") are none.
 */
export function headingsOf(blocks: readonly Block[]): Map<Paragraph, Heading> {
  const found = new Map<Paragraph, Heading>();
  const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  const bold = saysSomething(paragraphs);
  const ranks = rankLooks();
  const over = linesOverTables(blocks);
  // Lines before the first styled heading stand over none of them.
  let styled = Math.min(...paragraphs.map((one) => one.said.heading ?? 10));
  if (styled === 10) styled = 0;
  blocks.forEach((block, at) => {
    if (block.kind !== 'paragraph' || !inText(block)) return;
    if (block.said.heading !== null) {
      if (block.text.length > longestHeading || isLeadLine(block.text)) return;
      styled = block.said.heading;
      found.set(block, { level: styled, styled: true });
      return;
    }
    const look = lookOf(block, [blocks[at - 1], blocks[at + 1]], bold);
    if (look === null) {
      if (over.has(block)) found.set(block, { level: styled + 0.8, styled: false });
      return;
    }
    const base = isBackMatter(block.text) ? Math.max(0, Math.min(styled, 1) - 1) : styled;
    found.set(block, { level: base + (isBackMatter(block.text) ? 0.05 : ranks(look)), styled: false });
  });
  return found;
}

/**
 * Plain lines of which one stands right over each of several tables: they head them. One alone may be anything, and
 * where a heading stands over the line it heads already.
 */
function linesOverTables(blocks: readonly Block[]): Set<Block> {
  const lines = blocks.filter((block, at): block is Paragraph => {
    const next = blocks[at + 1];
    if (block.kind !== 'paragraph' || next?.kind !== 'table' || next.right < 2 || next.top === next.bottom)
      return false;
    const before = blocks[at - 1];
    // The first stands under the document's title.
    const follows = before === undefined || before.kind === 'table' || (at <= 3 && before.said.heading === 1);
    return (
      follows &&
      inText(block) &&
      block.item === null &&
      block.text.length <= 120 &&
      !/[.:;,]$/.test(block.text) &&
      !/^(?:n\.?\s?b\.?[\s:.]|notes?\b|source|table \d|figure|\(?cont(?:inued|['’]?d)?\b|page\b)/i.test(
        block.text,
      ) &&
      labelKind(block.text) === null
    );
  });
  const different = new Set(lines.map((line) => line.text.toLowerCase()));
  return different.size >= 2 ? new Set(lines) : new Set();
}

/** Running text and text boxes; what stands in page margins heads nothing. */
export function inText(paragraph: Paragraph): boolean {
  return paragraph.said.part === 'body' || paragraph.said.part === 'text-box';
}

/** Bold sets a line apart only where most of the text is not bold. */
function saysSomething(paragraphs: readonly Paragraph[]): boolean {
  const plain = paragraphs.filter((one) => one.said.heading === null && inText(one));
  const length = (ones: readonly Paragraph[]) => ones.reduce((sum, one) => sum + one.text.length, 0);
  return length(plain.filter((one) => one.cell.bold)) <= length(plain) * 0.5;
}

type Look =
  | { readonly by: 'capitals' | 'bold' }
  | { readonly by: 'kind'; readonly kind: string; readonly depth: number }
  | { readonly by: 'number'; readonly depth: number };

function lookOf(
  paragraph: Paragraph,
  beside: readonly (Block | undefined)[],
  boldSays: boolean,
): Look | null {
  const { text, item, cell } = paragraph;
  if (text.length > longestHeading || isLeadLine(text) || /[;,]$/.test(text)) return null;
  // "1.1 Empty the bins" over "Lead: AB; by: June" is what is to be done.
  const [, next] = beside;
  if (next?.kind === 'paragraph' && answersAction(next.words) && !looksLikeSection(text)) return null;
  const bold = cell.bold === true && boldSays;
  const bulleted = item !== null && !item.ordered;
  if (bulleted && !bold) return null;
  if (looksLikeSection(text) && !paperDivision.test(text) && (bold || isNumbered(text))) {
    const { kind, ref } = readSectionTitle(text);
    if (text.length <= longestHeading && !/[^.]\.$/.test(text))
      return { by: 'kind', kind: kind ?? '', depth: (ref ?? '').split('.').length };
  }
  if (bulleted || text.length > longestLook || /[.:]$/.test(text) || labelKind(text) !== null) {
    // "Glossary:" and "Actions" head what follows where they are set apart.
    return bold && labelKind(text) === 'actions' ? { by: 'bold' } : null;
  }
  const numbered = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+\p{Lu}/u.exec(text);
  if (
    numbered?.[1] &&
    (bold || paragraph.said.list === null) &&
    answersIn(text).labelled === 0 &&
    (bold || !beside.some((block) => isSibling(block, numbered[1] ?? '')))
  ) {
    if (bold || text.length <= 80) return { by: 'number', depth: numbered[1].split('.').length };
  }
  if (item !== null && !bold) return null;
  if (/\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text) && /\p{L}.*\s.*\p{L}/u.test(text) && text.length <= 90)
    return { by: 'capitals' };
  // A line in a coloured box is set apart like a bold one.
  return bold || cell.fill !== undefined ? { by: 'bold' } : null;
}

/** "Priority 2: …", not "Outcome: …" of running text. */
function isNumbered(text: string): boolean {
  return readSectionTitle(text).ref !== null;
}

/** Whether the line beside carries a number of the same depth: then both are items of a list. */
function isSibling(next: Block | undefined, number: string): boolean {
  if (next?.kind !== 'paragraph') return false;
  const own = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s/.exec(next.text)?.[1];
  return own !== undefined && own.split('.').length === number.split('.').length;
}

/** Looks that are met first stand over looks that are met later. */
function rankLooks(): (look: Look) => number {
  const kinds: string[] = [];
  return (look) => {
    switch (look.by) {
      case 'capitals':
        return 0.1;
      case 'number':
        return kinds.length > 0 ? 0.55 + look.depth * 0.02 : 0.2 + (look.depth - 1) * 0.32;
      case 'kind': {
        const name = `${look.kind} ${look.depth}`;
        if (!kinds.includes(name)) kinds.push(name);
        return 0.25 + Math.min(8, kinds.indexOf(name)) * 0.03;
      }
      default:
        return 0.7;
    }
  };
}
