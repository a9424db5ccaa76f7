import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlace } from '#shared/contract/find-place.ts';
import { cellName, rangeName } from '#shared/contract/grid.ts';
import { type DocumentRow, documentParts, placeName, rangePlace } from '#shared/contract/places.ts';

/** A document of tables and paragraphs in any order, numbered as a reader numbers them. */
const documents = fc
  .array(
    fc.oneof(
      fc.record({ paragraph: fc.constantFrom(...documentParts) }),
      fc.record({ table: fc.integer({ min: 1, max: 5 }) }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((blocks) => {
    const rows: (DocumentRow | undefined)[] = [];
    const numbers = new Map<string, number>();
    const next = (name: string) => {
      numbers.set(name, (numbers.get(name) ?? 0) + 1);
      return numbers.get(name) ?? 1;
    };
    for (const block of blocks) {
      if ('paragraph' in block) {
        rows.push({
          kind: 'paragraph',
          part: block.paragraph,
          number: next(block.paragraph),
          heading: null,
          list: null,
          style: null,
        });
        continue;
      }
      const table = next('table');
      for (let row = 1; row <= block.table; row += 1) rows.push({ kind: 'table', table, row, header: false });
      rows.push(undefined);
    }
    return { name: 'Document', document: rows };
  });

describe('finding a named place again', () => {
  it('finds the cell of a sheet, whatever the sheet is called', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        fc.nat(3),
        fc.nat(50_000),
        fc.nat(800),
        (names, pick, row, column) => {
          const unique = [...new Set(names)];
          const at = pick % unique.length;
          const grids = unique.map((name) => ({ name }));
          const where = cellName(unique[at] ?? '', row, column);
          const found = findPlace(grids, where);
          // "a" and "a!A1" as names of two sheets can only be told apart by luck.
          fc.pre(!unique.some((name, other) => other !== at && where.startsWith(`${name}!`)));
          expect(found).toEqual({ grid: at, top: row, left: column, bottom: row, right: column });
        },
      ),
    );
  });

  it('finds a range, and of several places the first', () => {
    const range = { top: 3, left: 0, bottom: 60, right: 27 };
    const grids = [{ name: 'Plan' }, { name: 'Plan, part 2' }];
    expect(findPlace(grids, rangeName('Plan, part 2', range))).toEqual({ grid: 1, ...range });
    expect(findPlace(grids, 'Plan!C4, Plan!D4')).toMatchObject({ grid: 0, top: 3, left: 2 });
  });

  it('finds every row of a document under the name that it is given', () => {
    fc.assert(
      fc.property(documents, fc.nat(4), (grid, column) => {
        grid.document.forEach((said, row) => {
          const found = findPlace([{ name: 'Sheet1' }, grid], placeName(grid, row, column));
          expect(found).toMatchObject({ grid: 1, top: row, bottom: row });
          if (said?.kind === 'table') expect(found).toMatchObject({ left: column, right: column });
        });
      }),
    );
  });

  it('finds every stretch of a document that begins and ends at something', () => {
    fc.assert(
      fc.property(documents, fc.nat(60), fc.nat(60), (grid, a, b) => {
        const said = grid.document.flatMap((line, row) => (line ? [row] : []));
        const one = said[a % said.length] ?? 0;
        const other = said[b % said.length] ?? 0;
        const range = { top: Math.min(one, other), bottom: Math.max(one, other), left: 0, right: 3 };
        const found = findPlace([grid], rangePlace(grid, range));
        const [first, last] = [grid.document[range.top], grid.document[range.bottom]];
        const severalTables = first?.kind === 'table' && last?.kind === 'table' && first.table !== last.table;
        // "tables 1 to 2" is all of both.
        if (severalTables) expect(found?.top).toBeLessThanOrEqual(range.top);
        else expect(found).toMatchObject({ top: range.top, bottom: range.bottom });
      }),
    );
  });

  it('finds nothing where the file has no such place', () => {
    const grid = { name: 'Document', document: [] };
    for (const where of ['', 'Plan!4', 'Other!B4', 'table 9', 'paragraph 3', 'paragraphs'])
      expect(findPlace([{ name: 'Plan' }, grid], where)).toBeNull();
  });
});
