import type { GridCell } from '#shared/contract/grid.ts';
import { splitReference } from '#shared/domain/references.ts';
import { readHeading } from '../header-words.ts';
import type { HeaderSpan } from '../headers.ts';
import { looksLikeSection } from '../section-titles.ts';
import type { Sheet } from '../sheet.ts';
import { foldSpace } from '../words.ts';

const answers = new Set(['leads', 'timescale', 'end', 'status', 'progress', 'measures', 'resources']);
const clear = 0.7;

/**
 * "1. Improve attendance | Lead | By when": the first heading is the section's own title, and what stands beneath it is
 * what will be done. Null where the first heading is one, or another already heads the actions.
 */
export function titleInHeader(sheet: Sheet, header: HeaderSpan): GridCell | null {
  if (header.top !== header.bottom) return null;
  const [first, ...others] = sheet.filled(header.row);
  if (first?.column !== 0 || sheet.rightOf(first) > 0 || others.length < 2) return null;
  const text = foldSpace(first.text);
  if (text.length < 8 || text.length > 260) return null;
  const split = splitReference(text);
  const own = readHeading(split.ref === null ? text : split.rest)[0]?.strength ?? 0;
  const titled = looksLikeSection(text) || (split.ref !== null && split.rest.length > 8 && own < clear);
  if (!titled && (own >= 0.35 || text.length < 20)) return null;
  const headings = others.map((cell) => readHeading(foldSpace(cell.text)));
  const strong = headings.filter((found) => {
    const best = found[0];
    return best !== undefined && best.strength >= clear && answers.has(best.field);
  });
  const headed = headings.some((found) =>
    found.some((one) => ['text', 'kpi-name', 'section'].includes(one.field) && one.strength >= clear),
  );
  return strong.length >= 2 && !headed ? first : null;
}

/** The sheet with a plain heading in the title's place, so that its column is read for what it holds. */
export function withPlainHeading(sheet: Sheet, title: GridCell): Sheet {
  const plain: GridCell = { ...title, text: 'Action' };
  const put = (cell: GridCell | undefined) => (cell === title ? plain : cell);
  return {
    ...sheet,
    cell: (row, column) => put(sheet.cell(row, column)),
    text: (row, column) => (sheet.cell(row, column) === title ? plain.text : sheet.text(row, column)),
    shown: (row, column) => put(sheet.shown(row, column)),
    filled: (row) =>
      row === title.row ? sheet.filled(row).map((cell) => put(cell) ?? cell) : sheet.filled(row),
  };
}
