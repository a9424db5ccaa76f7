import { foldSpace } from '../words.ts';
import type { Block, TableRow } from './blocks.ts';
import { headerAt } from './table-columns.ts';

/**
 * The tables of minutes taken apart where another begins without a blank row between: who was there, and under it
 * "Item | Discussion | Action" with the items.
 */
export function partedTables(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? partsOf(block.rows).map((rows): Block => ({ kind: 'table', rows })) : [block],
  );
}

/** Where a label or the name of the minutes stands inside a paragraph: "… of the Board. Present:- Ann Bell …". */
const inside =
  /(?<=(?:\p{L}|\d{4}|\))[.;])\s+(?=(?:minutes?|notes?) of (?:the )?(?:meeting|\w+ meeting)\b|(?:(?:also )?(?:present|in attendance|attending)|apolog(?:y|ies)(?: for absence)?)\s*:)/iu;

/** Opening paragraphs that say everything in one, a line for each thing they say. */
export function openedParagraphs(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, at) => {
    if (at > 12 || block.kind !== 'line' || block.line.text.length < 60) return [block];
    const parts = block.line.text.split(inside);
    return parts.map((text): Block => ({ kind: 'line', line: { ...block.line, text } }));
  });
}

function partsOf(rows: readonly TableRow[]): TableRow[][] {
  const starts = [0];
  for (let at = 1; at < rows.length; at++) {
    const from = starts.at(-1) ?? 0;
    const found = readsAsHeader(rows, at) ? headerAt(rows, at) : null;
    if (!found) continue;
    // Titles over the first header belong to its table.
    if (at - from <= 2 && rows.slice(from, at).every(({ cells }) => cells.length === 1)) continue;
    const before = headerAt(rows, from) ?? headerAt(rows, from + 1);
    // The header again on the next page.
    if (before?.kind === found.kind && sameLabels(before.labels, found.labels)) continue;
    starts.push(at);
  }
  return starts.map((from, at) => rows.slice(from, starts[at + 1] ?? rows.length));
}

/** Short words without figures throughout, and records beneath. */
function readsAsHeader(rows: readonly TableRow[], at: number): boolean {
  const cells = rows[at]?.cells ?? [];
  return (
    at + 1 < rows.length &&
    cells.every(({ text }) => {
      const plain = foldSpace(text);
      return plain.length <= 32 && !/\d/.test(plain) && !/[^Nno][.;]$/.test(plain);
    })
  );
}

function sameLabels(before: ReadonlyMap<number, string>, now: ReadonlyMap<number, string>): boolean {
  return [...now].every(([column, label]) => before.get(column)?.toLowerCase() === label.toLowerCase());
}
