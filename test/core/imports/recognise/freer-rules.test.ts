import { describe, expect, it } from 'vitest';
import { isSerial } from '#core/imports/recognise/day-serials.ts';
import { unpackDrafts } from '#core/imports/recognise/drafts-wire.ts';
import { rowsBySide } from '#core/imports/recognise/kpi-rows.ts';
import { dayFirst, firstFigureOf } from '#core/imports/recognise/month-first.ts';
import { numberedParts } from '#core/imports/recognise/numbered-lists.ts';
import { splitNotes } from '#core/imports/recognise/progress-notes.ts';
import { recognise } from '#core/imports/recognise/recognise.ts';
import type { Drafts } from '#core/imports/recognise/types.ts';
import { readValueHeading, spansYears } from '#core/imports/recognise/value-headings.ts';
import { canvas, readFileOf } from '#test/fixtures/workbooks/canvas.ts';

/** What is read of one sheet with these rows. */
function draftsOf(rows: readonly (readonly (string | null)[])[]): Drafts {
  const sheet = canvas('Sheet1');
  rows.forEach((row, at) => {
    sheet.line(at, 0, row);
  });
  const options = { fileName: 'a.xlsx', year: null, yearStartMonth: 4, legend: {} };
  return unpackDrafts(recognise(readFileOf([sheet]), { ...options, corrections: [], profiles: [] }).drafts);
}

describe('the small rules for freer documents', () => {
  it('takes a cell apart only where its lines are numbered from the first', () => {
    expect(numberedParts('a) Book\nb) Invite\nand remind')?.map((part) => part.text)).toEqual([
      'Book',
      'Invite\nand remind',
    ]);
    expect(numberedParts('(i) One\n(ii) Two\n(iii) Three')).toHaveLength(3);
    expect(numberedParts('b) Book\nc) Invite')).toBeNull();
    expect(numberedParts('Book the room\n1. Invite')).toBeNull();
    expect(numberedParts('1. Book the room')).toBeNull();
  });

  it('reads updates that follow each other on one line, and keeps the words of a month', () => {
    const day = (words: string) => (/24$/.test(words) ? `read ${words}` : null);
    expect(splitNotes('Update Apr 24: pilot began; Update Jul 24: two sites', day)).toEqual([
      { on: 'read Apr 24', by: null, text: 'Update Apr 24: pilot began' },
      { on: 'read Jul 24', by: null, text: 'Update Jul 24: two sites' },
    ]);
    expect(splitNotes('3/4/24: pilot began', day)[0]?.text).toBe('pilot began');
  });

  it('tells from other dates of the file that the month stands first', () => {
    expect(['9/30/2023', '30/9/2023', '3/1/2023', '2009/10', '31/31/2023'].map(firstFigureOf)).toEqual([
      'month',
      'day',
      null,
      null,
      null,
    ]);
    expect(dayFirst('from 3/1/2023 to 9/30/2023')).toBe('from 1/3/2023 to 30/9/2023');
    const rows = (last: string) => [
      ['Action', 'Lead', 'Start', 'Due'],
      ['Open the hub', 'NB', '3/1/2023', last],
      ['Close the hut', 'TR', '4/1/2023', last],
    ];
    const starts = (last: string) => draftsOf(rows(last)).actions.map((action) => action.timescale?.start);
    expect(starts('9/30/2023')).toEqual(['2023-03-01', '2023-04-01']);
    expect(starts('30/9/2023')).toEqual(['2023-01-03', '2023-01-04']);
    expect(draftsOf(rows('9/30/2023')).actions[0]?.timescale?.text).toBe('9/30/2023');
  });

  it('reads a bare number as a day only in a column of dates', () => {
    const cell = (number: number) => ({
      row: 0,
      column: 0,
      text: `${number}`,
      value: { kind: 'number' as const, number, percent: false },
    });
    expect([43_191, 43_191.5, 120, 99_000].map((one) => isSerial(cell(one)))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const { actions } = draftsOf([
      ['Action', 'Lead', 'Due date', 'Budget'],
      ['Open the hub', 'NB', '43555', '43555'],
      ['Close the hut', 'TR', '43646', '43646'],
    ]);
    expect(actions.map((action) => [action.timescale?.end, action.resources])).toEqual([
      ['2019-03-31', '43555'],
      ['2019-06-30', '43646'],
    ]);
  });

  it('keeps numerator and denominator as KPIs beside the rate', () => {
    const words = ['Numerator', 'Denominator', '%'];
    expect(rowsBySide([4, 5, 6], (row) => words[row - 4] ?? '')).toEqual([
      { side: null, rows: [6] },
      { side: 'Numerator', rows: [4] },
      { side: 'Denominator', rows: [5] },
    ]);
    const { kpis, kpiValues } = draftsOf([
      ['Indicator', 'Measure', '2019/20', '2020/21'],
      ['Story sessions filled', 'Numerator', '30', '33'],
      [null, 'Denominator', '60', '60'],
      [null, '%', '50%', '55%'],
      ['Rooms in use', 'Numerator', '6', '7'],
      [null, 'Denominator', '10', '10'],
      [null, '%', '60%', '70%'],
    ]);
    expect(kpis.map((kpi) => kpi.name).slice(0, 3)).toEqual([
      'Story sessions filled',
      'Story sessions filled: numerator',
      'Story sessions filled: denominator',
    ]);
    expect(kpiValues.filter((value) => value.kpi === 0).map((value) => value.text)).toEqual(['50%', '55%']);
  });

  it('gives a bare quarter of a plan of several years no days, and keeps a fiscal year as it is written', () => {
    expect(['2022-25', '2009-10', '1999-2000', '2017-2027'].map(spansYears)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(readValueHeading(['FY24 Q1'], null)).toMatchObject({ period: 'Q1 FY24' });
    expect(readValueHeading(['Progress targets', '2009/10'], null)).toMatchObject({ role: 'target' });
  });

  it('takes a key of status words, and no sum for a record', () => {
    const { actions, plans, tray } = draftsOf([
      ['Ref', 'Action', 'Lead', 'Due date', 'Status'],
      ['1', 'Open the hub', 'NB', '31 March 2010', 'Open'],
      ['2', 'Close the hut', 'TR', '31 March 2010', 'Closed'],
      ['Total', '2'],
      [null],
      [null],
      [null],
      [null],
      [null],
      ['Status', 'Definition'],
      ['Open', 'Work goes on'],
      ['Closed', 'Nothing is left to do'],
    ]);
    expect(actions).toHaveLength(2);
    expect(plans[0]?.key.map((entry) => entry.label)).toEqual(['Open', 'Closed']);
    expect(tray.map((piece) => piece.text)).toEqual(['Total\t2']);
  });
});
