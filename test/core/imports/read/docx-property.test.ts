import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid } from '#shared/contract/grid.ts';
import { readGrid } from '#test/fixtures/word/reading.ts';
import {
  type Block,
  type Cell,
  cell,
  heading,
  numbered,
  outlineLevels,
  para,
  table,
} from '#test/fixtures/word/word.ts';

/** Words with everything that XML and white space make hard, never blank and never with breaks at their ends. */
const words = fc
  .array(
    fc.constantFrom('plan', 'R&D', '<b>', '“so”', 'É', '50%', 'a\tb', 'line\nbreak', '😀', "o'clock", '£5'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((some) => some.join(' '));

type Place = { readonly text: string; readonly span: number; readonly rows: number };
type Model =
  | { readonly kind: 'words'; readonly text: string; readonly heading: number | null }
  | { readonly kind: 'items'; readonly items: readonly { readonly text: string; readonly level: number }[] }
  | {
      readonly kind: 'table';
      readonly columns: number;
      readonly places: readonly (readonly (Place | null)[])[];
    };

/** A table cut into rectangles: each place is the top left of one, or null where one covers it. */
const cut = fc
  .record({
    columns: fc.integer({ min: 2, max: 5 }),
    rows: fc.integer({ min: 2, max: 5 }),
    sizes: fc.array(
      fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.option(words, { freq: 5 })),
      {
        minLength: 25,
        maxLength: 25,
      },
    ),
  })
  .map(({ columns, rows, sizes }): Model => {
    const places: (Place | null | undefined)[][] = Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => undefined),
    );
    let next = 0;
    for (let r = 0; r < rows; r += 1) {
      for (let c = 0; c < columns; c += 1) {
        if (places[r]?.[c] !== undefined) continue;
        const [wide, high, text] = sizes[next] ?? [1, 1, 'x'];
        next += 1;
        let span = 1;
        while (span < wide && c + span < columns && places[r]?.[c + span] === undefined) span += 1;
        const down = Math.min(high, rows - r);
        for (let dr = 0; dr < down; dr += 1) {
          for (let dc = 0; dc < span; dc += 1) (places[r + dr] as (Place | null)[])[c + dc] = null;
        }
        (places[r] as (Place | null)[])[c] = { text: text ?? '', span, rows: down };
      }
    }
    return { kind: 'table', columns, places: places as (Place | null)[][] };
  });

const model: fc.Arbitrary<Model> = fc.oneof(
  fc.record({
    kind: fc.constant('words' as const),
    text: words,
    heading: fc.option(fc.integer({ min: 1, max: 6 })),
  }),
  fc.record({
    kind: fc.constant('items' as const),
    items: fc.array(fc.record({ text: words, level: fc.constantFrom(0, 0, 1, 2) }), {
      minLength: 1,
      maxLength: 6,
    }),
  }),
  cut,
);

function written(one: Model): Block[] {
  if (one.kind === 'words') return [one.heading === null ? para(one.text) : heading(one.text, one.heading)];
  if (one.kind === 'items') {
    return numbered(
      one.items.map(({ text, level }) => ({ words: text, level })),
      outlineLevels,
    );
  }
  return [
    table(
      one.places.map((row) =>
        row
          .filter((place): place is Place => place !== null)
          .map(({ text, span, rows }): Cell => cell(text, { span, rows })),
      ),
      { widths: Array.from({ length: one.columns }, () => 1_500) },
    ),
  ];
}

/** What a reader must say, worked out from the model alone: one line a row. */
function expected(models: readonly Model[]): string[] {
  const lines: string[] = [];
  let tables = 0;
  let paragraphs = 0;
  for (const one of models) {
    if (one.kind === 'words') {
      paragraphs += 1;
      lines.push(`p${paragraphs} ${one.heading ?? '-'} ${one.text}`);
    } else if (one.kind === 'items') {
      const counts = [0, 0, 0];
      for (const { text, level } of one.items) {
        for (let n = 0; n < level; n += 1) if (counts[n] === 0) counts[n] = 1;
        counts[level] = (counts[level] ?? 0) + 1;
        counts.fill(0, level + 1);
        paragraphs += 1;
        const mark = level === 0 ? `${counts[0]}.` : counts.slice(0, level + 1).join('.');
        lines.push(`p${paragraphs} - ${mark} ${text}`);
      }
    } else {
      tables += 1;
      one.places.forEach((row, r) => {
        const cells = row.flatMap((place, c) =>
          place === null || place.text === '' ? [] : [`${c}+${place.span}x${place.rows}=${place.text}`],
        );
        lines.push(`t${tables}.${r + 1} ${cells.join(' | ')}`);
      });
      lines.push('-');
    }
  }
  return lines;
}

function said(grid: Grid): string[] {
  const merges = new Map(grid.merges.map((merge) => [`${merge.top},${merge.left}`, merge]));
  return (grid.document ?? []).map((row, r) => {
    if (row === undefined) return '-';
    const cells = (grid.rows[r] ?? []).filter((one) => one !== undefined);
    if (row.kind === 'paragraph') return `p${row.number} ${row.heading ?? '-'} ${cells[0]?.text}`;
    const shown = cells.map((one) => {
      const merge = merges.get(`${r},${one.column}`);
      const span = merge === undefined ? 1 : merge.right - merge.left + 1;
      const rows = merge === undefined ? 1 : merge.bottom - merge.top + 1;
      return `${one.column}+${span}x${rows}=${one.text}`;
    });
    return `t${row.table}.${row.row} ${shown.join(' | ')}`;
  });
}

/** A table that has but one cell with words, or a column that no cell begins, is rightly read as less than it is. */
function isPlain(one: Model): boolean {
  if (one.kind !== 'table') return true;
  const cells = one.places.flat().filter((place): place is Place => place !== null);
  if (cells.filter((place) => place.text !== '').length < 2) return false;
  if (one.places.every((row) => row.filter((place) => place !== null).length <= 1)) return false;
  return Array.from({ length: one.columns }, (_, c) => c).every((c) =>
    one.places.some((row) => row[c] !== null && row[c] !== undefined),
  );
}

describe('a document of any blocks', () => {
  it('comes back with every word, mark, level and merge in its place', () => {
    fc.assert(
      fc.property(fc.array(model.filter(isPlain), { minLength: 1, maxLength: 6 }), (models) => {
        const grid = readGrid(models.flatMap(written));
        const width = Math.max(1, ...models.map((one) => (one.kind === 'table' ? one.columns : 1)));
        expect(grid.columnCount).toBe(width);
        expect(said(grid)).toEqual(expected(models));
      }),
      { numRuns: 150 },
    );
  });
});
