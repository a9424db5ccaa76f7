import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutLabels } from '#core/imports/recognise/document/answers.ts';
import { unpackDrafts } from '#core/imports/recognise/drafts-wire.ts';
import { recognise } from '#core/imports/recognise/recognise.ts';
import { fateNames, type Recognition } from '#core/imports/recognise/types.ts';
import type { Grid, GridCell, Merge } from '#shared/contract/grid.ts';
import type { DocumentRow } from '#shared/contract/places.ts';

const options = {
  fileName: 'any.docx',
  year: null,
  yearStartMonth: 4,
  legend: {},
  corrections: [],
  profiles: [],
};

const lines = fc.constantFrom(
  ...[
    'Priority 1: Reading',
    'Priority 2: Writing',
    'Chapter 3: Health',
    'Priority 1: Key performance indicators',
  ],
  ...['Objectives:', 'Actions:', 'What we will do', 'Why this matters', 'Success criteria:', 'Contents'],
  ...['Priority lead: AB', 'Lead: CD; By: March 2010', 'We will open a room. Lead: EF', 'N.B. Draft only'],
  ...[
    'Work Plan 2009-10',
    'Introduction',
    'Appendix A',
    'Glossary',
    'HV – Health visitor',
    'BME',
    'Statutory duties',
  ],
  ...['Duty to help (from April 2008)', 'Children Act 2004', 'Green – done', 'Red – late', 'Page 2 of 9'],
  ...[
    'Membership',
    'Role of the Partnership',
    'Terms of reference of the Board',
    '1. Open a library',
    '2.1 Paint it',
  ],
  ...[
    'Inspection date: 3 May 2013',
    'Plain words of a sentence that says something.',
    'OUR PLACE',
    '¹ A note.',
  ],
);
const cells = fc.constantFrom(
  ...[
    'Action',
    'Lead',
    'By when',
    'Indicator',
    'Baseline',
    'Target 2010',
    'Ref',
    'Status',
    'Version',
    'Cluster',
  ],
  ...[
    'Open a toy library',
    'AB',
    'March 2010',
    '45%',
    '1.1',
    'Complete',
    'and goes on',
    'Priority 3: Play',
    '',
    '',
  ],
);
const paragraph = fc.record({
  kind: fc.constant('paragraph' as const),
  text: lines,
  bold: fc.boolean(),
  heading: fc.constantFrom(null, null, null, 1, 2, 3),
  item: fc.constantFrom(null, null, 'bullet', 'number'),
  part: fc.constantFrom('body', 'body', 'body', 'text-box', 'footnote', 'header'),
});
const table = fc.record({
  kind: fc.constant('table' as const),
  rows: fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    ),
  header: fc.boolean(),
  wide: fc.boolean(),
});
type Piece =
  typeof paragraph extends fc.Arbitrary<infer P>
    ? P | (typeof table extends fc.Arbitrary<infer T> ? T : never)
    : never;

/** A grid as a reader of documents gives it, without one between. */
function gridOf(pieces: readonly Piece[]): Grid {
  const columnCount = Math.max(
    1,
    ...pieces.map((one) => (one.kind === 'table' ? (one.rows[0]?.length ?? 1) : 1)),
  );
  const rows: (GridCell | undefined)[][] = [];
  const document: (DocumentRow | undefined)[] = [];
  const merges: Merge[] = [];
  let numbers = 0;
  let tables = 0;
  for (const piece of pieces) {
    if (piece.kind === 'paragraph') {
      const row = rows.length;
      const mark = piece.item === null ? null : piece.item === 'bullet' ? '•' : `${(row % 5) + 1}.`;
      const text = mark === null ? piece.text : `${mark} ${piece.text}`;
      rows.push([{ row, column: 0, text, ...(piece.bold && { bold: true }) }]);
      if (columnCount > 1) merges.push({ top: row, left: 0, bottom: row, right: columnCount - 1 });
      numbers++;
      const list = mark === null ? null : { level: 0, ordered: piece.item === 'number', mark };
      const { part, heading } = piece;
      document.push({ kind: 'paragraph', part, number: numbers, heading, list, style: null });
      continue;
    }
    tables++;
    piece.rows.forEach((texts, at) => {
      const row = rows.length;
      const wide = piece.wide && at === 0 && texts.length > 1;
      if (wide) merges.push({ top: row, left: 0, bottom: row, right: texts.length - 1 });
      rows.push(
        texts.map((text, column) =>
          text === '' || (wide && column > 0) ? undefined : { row, column, text },
        ),
      );
      document.push({ kind: 'table', table: tables, row: at + 1, header: piece.header && at === 0 });
    });
    rows.push([]);
    document.push(undefined);
  }
  return {
    name: 'Document',
    hidden: false,
    rowCount: rows.length,
    columnCount,
    rows,
    merges,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    columnWidths: [],
    document,
  };
}

/** Cells that are no headings and whose words, but for a list's number and the labels of answers, stand nowhere. */
function wordsLost(grid: Grid, read: Recognition, written: string): string[] {
  const known = new Set(wordsOf(written.replace(/\\[ntr]/g, ' ')));
  const missing: string[] = [];
  for (const row of grid.rows) {
    for (const cell of row ?? []) {
      if (!cell) continue;
      const fate = fateNames[read.fates[0]?.[cell.row * grid.columnCount + cell.column] ?? 0];
      if (fate === 'header' || fate === 'furniture') continue;
      const said = grid.document?.[cell.row];
      const mark = said?.kind === 'paragraph' ? (said.list?.mark ?? '') : '';
      const text = withoutLabels(cell.text.slice(mark.length).trim()).replace(/^¹/, '');
      // Between names that were taken apart "and" is a sign like the comma.
      if (wordsOf(text).some((word) => !known.has(word) && word !== 'and'))
        missing.push(`${fate}: ${cell.text}`);
    }
  }
  return missing;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

describe('recognise on whatever a document holds', () => {
  it('never fails, accounts for every cell, and keeps every word', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(paragraph, paragraph, table), { maxLength: 24 }), (pieces) => {
        const grid = gridOf(pieces);
        const read = recognise({ format: 'docx', grids: [grid], remarks: [] }, options);
        const { cells: all, placed, tray, lost } = read.reconciliation;
        expect(lost).toBe(0);
        expect(placed + tray).toBe(all);
        const made = unpackDrafts(read.drafts);
        for (const action of made.actions) {
          expect(action.section === null || made.sections[action.section] !== undefined).toBe(true);
          expect(made.plans[action.plan]).toBeDefined();
        }
        for (const section of made.sections) expect(section.parent ?? -1).toBeLessThan(made.sections.length);
        expect(wordsLost(grid, read, JSON.stringify(made))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('takes a hundred times the document in about a hundred times the time', () => {
    const part: Piece[] = [
      { kind: 'paragraph', text: 'Priority 1: Reading', bold: false, heading: 2, item: null, part: 'body' },
      {
        kind: 'paragraph',
        text: 'Plain words of a sentence that says something.',
        bold: false,
        heading: null,
        item: null,
        part: 'body',
      },
      {
        kind: 'table',
        rows: [
          ['Action', 'Lead', 'By when'],
          ['Open a toy library', 'AB', 'March 2010'],
        ],
        header: true,
        wide: false,
      },
    ];
    const timeOf = (times: number) => {
      const grid = gridOf(
        Array.from({ length: times }, (_, at) => at).flatMap((at) =>
          part.map((piece) =>
            piece.kind === 'paragraph' ? { ...piece, text: piece.text.replace('1', String(at)) } : piece,
          ),
        ) as Piece[],
      );
      const began = performance.now();
      const read = recognise({ format: 'docx', grids: [grid], remarks: [] }, options);
      expect(read.reconciliation.lost).toBe(0);
      return performance.now() - began;
    };
    timeOf(50);
    const small = timeOf(100);
    expect(timeOf(2_000)).toBeLessThan(Math.max(small, 5) * 20 * 5);
  });
});
