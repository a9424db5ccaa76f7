import type { GridCell } from '#shared/contract/grid.ts';
import { lookOf } from '#shared/domain/states.ts';
import { readStatus } from '#shared/domain/status-words.ts';
import type { KeyLine } from './key-rows.ts';
import type { LooseLine } from './titles.ts';
import { foldSpace } from './words.ts';

/** Keys of marks: "1 Not started", "✓ = done", "Key: ✓ done, ✗ not done". Colours have keys of their own. */

const mark = '\\d{1,2}|[A-Z]|[✓✔☑✗✘☒×●○◐◑◔◕■□▲▼◆◇★☆→←↑↓☺☹😀🙁]';
const markAlone = new RegExp(`^(?:${mark})$`, 'u');
const markFirst = new RegExp(`^(${mark})\\s*(?:[-–—:=.)]|means\\b|is\\b)?\\s*(\\p{L}.*)$`, 'u');
const heading = /\b(?:key|legend|rag|ratings?|status|scale|scoring|codes?|symbols?)\b/i;
const introduced = /^(?:\w+\s){0,2}(?:key|legend|status|ratings?|codes?|symbols?)\s*[:–-]\s*(.+)$/i;
const longestDefinition = 60;

type Found = { key: KeyLine; line: LooseLine };

/** The first key of marks among the lines: two of them at least that say different states, under a word for a key. */
export function keyOfMarks(lines: readonly LooseLine[]): Found[] {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as LooseLine;
    const across = acrossOne(line);
    if (across.length > 1) return across;
    if (!headed(lines, at)) continue;
    const group: Found[] = [];
    for (let next = at; next < lines.length; next++) {
      const below = lines[next] as LooseLine;
      const last = group[group.length - 1]?.line;
      if (below.sheet !== line.sheet || (last && below.row - last.row > 1)) break;
      const key = markLine(below);
      if (!key) break;
      group.push({ key, line: below });
    }
    if (tellsApart(group)) return group;
  }
  return [];
}

function headed(lines: readonly LooseLine[], at: number): boolean {
  const line = lines[at] as LooseLine;
  const over = lines[at - 1];
  return (
    over?.sheet === line.sheet &&
    line.row - over.row <= 2 &&
    over.text.length <= 60 &&
    heading.test(over.text)
  );
}

function tellsApart(group: readonly Found[]): boolean {
  const labels = new Set(group.map((one) => one.key.entry.label));
  const states = new Set(group.map((one) => one.key.entry.state));
  return group.length >= 2 && group.length <= 10 && labels.size === group.length && states.size >= 2;
}

/** A mark and its meaning, in one cell or two. */
function markLine(line: LooseLine): KeyLine | null {
  const [first, second] = line.cells;
  if (!first || line.cells.length > 2) return null;
  const own = foldSpace(first.text);
  if (second) return markAlone.test(own) ? entryOf(line, own, foldSpace(second.text), line.cells) : null;
  const found = markFirst.exec(own);
  return found?.[1] && found[2] ? entryOf(line, found[1], found[2], line.cells) : null;
}

/** "Key: ✓ done, ✗ not done". */
function acrossOne(line: LooseLine): Found[] {
  const [only] = line.cells;
  const said = line.cells.length === 1 && only ? introduced.exec(foldSpace(only.text))?.[1] : undefined;
  if (!said) return [];
  const group = said.split(/\s*[,;|]\s*/).map((part) => {
    const found = markFirst.exec(part);
    return found?.[1] && found[2] ? entryOf(line, found[1], found[2], line.cells) : null;
  });
  const found = group.flatMap((key) => (key ? [{ key, line }] : []));
  return found.length === group.length && tellsApart(found) ? found : [];
}

function entryOf(
  line: LooseLine,
  label: string,
  definition: string,
  cells: readonly GridCell[],
): KeyLine | null {
  if (definition.length > longestDefinition) return null;
  const read = readStatus(definition);
  if (!read || read.rest.length > 20) return null;
  const { colour, shape } = lookOf(read.state);
  return {
    entry: { state: read.state, label, colour, shape, definition },
    hue: null,
    sheet: line.sheet,
    row: line.row,
    columns: cells.map((cell) => cell.column),
  };
}
