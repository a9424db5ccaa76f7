import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsOf, textsOfAction } from '#core/imports/recognise/draft-evidence.ts';
import { packDrafts, unpackDrafts } from '#core/imports/recognise/drafts-wire.ts';
import { recognise } from '#core/imports/recognise/recognise.ts';
import type { RecogniseOptions } from '#core/imports/recognise/types.ts';
import { cellsNotFound, cellsNotInTheirRows } from '#test/fixtures/answers/words-found.ts';
import { canvas, readFileOf } from '#test/fixtures/workbooks/canvas.ts';

const options: RecogniseOptions = {
  fileName: 'any.xlsx',
  year: null,
  yearStartMonth: 4,
  legend: {},
  corrections: [],
  profiles: [],
};
const texts = [
  ...[
    'Ref',
    'Action',
    'Lead',
    'By when',
    'RAG',
    'Target',
    'Actual',
    'Baseline',
    'Indicator',
    '2009/10',
    'Q1',
    'Objective',
    'Progress',
  ],
  ...[
    '1',
    '1.1',
    '2.',
    'A3',
    '45%',
    'NB/TR',
    'March 2010',
    'Ongoing',
    'Complete',
    'Priority 1: Speech',
    'Project 2: not applicable',
    '< Select >',
  ],
  ...[
    'END',
    'Green - done',
    'Red - late',
    'Total',
    'N.B. none',
    '♦ a bullet\n♦ another',
    'Glossary',
    'and goes on',
    'Open a toy library',
    '[2009-01-02 NB] said',
    'Lead: NB',
    'Action: Mend the gate',
    'Action 2',
    'Success criteria',
    'Risk',
    'Likelihood',
    'Decision',
    'Level',
    'Parent task',
    '\u00a0\u00a0Indented',
    '£1,200',
    'a) Dig\nb) Plant',
    'May 2010\nJune 2010',
    'ditto',
    '',
    ' ',
  ],
];
const style = fc.record(
  { bold: fc.boolean(), fill: fc.constantFrom(undefined, '#00b050', '#ff0000', '#d9d9d9') },
  { requiredKeys: [] },
);
const anyCell = fc.record({
  row: fc.nat(14),
  column: fc.nat(7),
  text: fc.oneof(
    fc.constantFrom(...texts),
    fc.string({ maxLength: 12 }).map((one) => one.replaceAll('\\', '/')),
  ),
  style,
});
const anyMerge = fc.record({ top: fc.nat(12), left: fc.nat(6), down: fc.nat(3), across: fc.nat(4) });
const anySheet = fc.record({
  cells: fc.array(anyCell, { maxLength: 70 }),
  merges: fc.array(anyMerge, { maxLength: 3 }),
  hidden: fc.boolean(),
});

describe('recognise on whatever a sheet holds', () => {
  it('never fails, accounts for every cell, and keeps every word', () => {
    fc.assert(
      fc.property(fc.array(anySheet, { minLength: 1, maxLength: 2 }), (sheets) => {
        const file = readFileOf(
          sheets.map((sheet, at) => {
            const drawn = canvas(`Sheet${at + 1}`);
            const taken = new Set<string>();
            for (const { row, column, text, style: looks } of sheet.cells) {
              if (taken.has(`${row} ${column}`)) continue;
              taken.add(`${row} ${column}`);
              drawn.put(
                row,
                column,
                text,
                looks.fill === undefined
                  ? { bold: looks.bold === true }
                  : { bold: looks.bold === true, fill: looks.fill },
              );
            }
            for (const { top, left, down, across } of sheet.merges)
              drawn.merge(top, left, top + down, left + across);
            if (sheet.hidden && at > 0) drawn.hide();
            return drawn;
          }),
        );
        const recognition = recognise(file, options);
        const { cells, placed, tray, lost } = recognition.reconciliation;
        expect(lost).toBe(0);
        expect(placed + tray).toBe(cells);
        const drafts = unpackDrafts(recognition.drafts);
        const written = JSON.stringify([drafts, recognition.tables, recognition.headings]);
        expect(cellsNotFound(file, written.replace(/\\[ntr]/g, ' '))).toEqual([]);
        expect(cellsNotInTheirRows(file, recognition, drafts)).toEqual([]);
        expect(unpackDrafts(packDrafts(drafts))).toEqual(drafts);
        for (const action of drafts.actions) {
          const words = (text: string) => new Set(text.split('\u0001').filter((one) => one !== ''));
          expect([...words(textsOfAction(action))].every((one) => words(textsOf(action)).has(one))).toBe(
            true,
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes an empty file, and sheets without a word', () => {
    const nothing = recognise(readFileOf([canvas('Sheet1')]), options);
    expect(nothing.reconciliation).toEqual({ cells: 0, placed: 0, tray: 0, lost: 0 });
    expect(recognise({ format: 'csv', grids: [], remarks: [] }, options).tables).toEqual([]);
  });
});
