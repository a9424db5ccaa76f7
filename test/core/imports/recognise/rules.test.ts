import { describe, expect, it } from 'vitest';
import { readHeading } from '#core/imports/recognise/header-words.ts';
import { keyLineOf, stateOfDefinition } from '#core/imports/recognise/key-rows.ts';
import { pairMeasures, paragraphs } from '#core/imports/recognise/measure-lines.ts';
import { splitNotes } from '#core/imports/recognise/progress-notes.ts';
import { looksLikeSection, readSectionTitle } from '#core/imports/recognise/section-titles.ts';
import { sheetOf } from '#core/imports/recognise/sheet.ts';
import {
  looksLikePeriod,
  looksLikeRole,
  readValueHeading,
  yearIn,
} from '#core/imports/recognise/value-headings.ts';
import { splitBullets } from '#core/imports/recognise/words.ts';
import { canvas } from '#test/fixtures/workbooks/canvas.ts';

describe('readHeading', () => {
  it.each([
    ['Ref.', 'ref'],
    ['What will we do?', 'text'],
    ['Named lead officer', 'leads'],
    ['By when (month)', 'timescale'],
    ['RAG status', 'status'],
    ['How will we know it has worked?', 'measures'],
    ['Latest position', 'progress'],
    ['Linked priorities', 'links'],
    ['Funding source', 'resources'],
    ['Strategic objective', 'section'],
    ['Date of next review', 'reviewOn'],
  ])('takes "%s" for %s', (text, field) => {
    expect(readHeading(text)[0]).toMatchObject({ field });
    expect(readHeading(text)[0]?.strength).toBeGreaterThanOrEqual(0.5);
  });

  it('takes no sentence for a heading', () => {
    expect(
      readHeading(
        'Ensure that all children in the three rural wards are seen at home within ten days of their birth',
      )[0]?.strength ?? 0,
    ).toBeLessThan(0.5);
  });
});

describe('readValueHeading', () => {
  it.each([
    [['2009/10', 'Target'], null, 'target', '2009/10'],
    [['Targets', 'Yr 2 2009/10'], null, 'target', 'Yr 2 2009/10'],
    [['Target_Q1'], '2021-22', 'target', 'Q1 2021-22'],
    [['Financial year 2020/21', 'H1 (Apr-Sep)', 'Actual'], null, 'actual', 'H1 2020/21'],
    [['Baseline 2008'], null, 'baseline', 'Baseline 2008'],
    [['England average', '2009/10'], null, 'comparator', '2009/10'],
    [['Annual target'], '2009-10', 'target', '2009-10'],
  ])('reads %j', (path, year, role, period) => {
    expect(readValueHeading(path, year)).toMatchObject({
      role,
      period: expect.stringContaining(period.replace('Baseline ', '')),
    });
  });

  it('tells what speaks about figures from figures', () => {
    expect(readValueHeading(['Reason for variance'], null)).toBeNull();
    expect(looksLikeRole('Target owner')).toBe(false);
    expect(looksLikePeriod('Mar 10')).toBe(true);
    expect(looksLikePeriod('March 2010 onwards in Leeds')).toBe(false);
  });

  it('takes a date for no financial year', () => {
    expect(yearIn('2025-04-02')).toBeNull();
    expect(yearIn('Plan 2009-10')).toBe('2009-10');
    expect(yearIn('Work Plan 2009 - 10')).toBe('2009-10');
    expect(yearIn('tel. 2009-1066')).toBeNull();
  });
});

describe('readSectionTitle', () => {
  it('takes kind, reference and title apart', () => {
    expect(readSectionTitle('Priority 2: Every family has a place')).toMatchObject({
      kind: 'priority',
      ref: '2',
      title: 'Every family has a place',
    });
    // The kind would give "Objective" back, not "Aim": the word stays in the title.
    expect(readSectionTitle('Aim 2: Feeding and first words')).toMatchObject({
      kind: 'objective',
      ref: '2',
      title: 'Aim 2: Feeding and first words',
    });
    expect(readSectionTitle('1.0 Reach more families')).toMatchObject({
      ref: '1.0',
      title: 'Reach more families',
    });
    expect(readSectionTitle('Every child thrives by:\n• seeing us early\n• staying with us')).toMatchObject({
      title: 'Every child thrives by:',
      bullets: ['seeing us early', 'staying with us'],
    });
  });

  it('knows a heading by its words', () => {
    expect(looksLikeSection('Chapter 3: Working together')).toBe(true);
    expect(looksLikeSection('Meet the parents of priority families')).toBe(false);
  });
});

describe('splitBullets', () => {
  it('keeps the order where lines follow bullets', () => {
    expect(splitBullets('Do both:\n• one\nand then\n• two')).toEqual({
      text: 'Do both:\n• one\nand then\n• two',
      bullets: [],
    });
    expect(splitBullets('-5% by June')).toEqual({ text: '-5% by June', bullets: [] });
  });
});

describe('splitNotes', () => {
  const day = (words: string) => ({ '2009-11-18': '2009-11-18', '24/11/09': '2009-11-24' })[words] ?? null;
  it('gives each dated line its day and author, and lines after it to it', () => {
    expect(splitNotes('[2009-11-18 N Brook] Hall booked\nand paid for\n24/11/09: Keys fetched', day)).toEqual(
      [
        { on: '2009-11-18', by: 'N Brook', text: 'Hall booked\nand paid for' },
        { on: '2009-11-24', by: null, text: 'Keys fetched' },
      ],
    );
    expect(splitNotes('Nothing dated here', day)).toEqual([
      { on: null, by: null, text: 'Nothing dated here' },
    ]);
  });
});

describe('pairMeasures', () => {
  const leads = (text: string) => text.split('/').map((one) => ({ text: one, role: null, note: null }));
  it('pairs rows with their leads, and paragraphs with lines where they are as many', () => {
    const rows = [
      { row: 4, measures: '9 halls', leads: 'NB' },
      { row: 5, measures: '80% seen', leads: 'TR' },
    ];
    expect(pairMeasures(rows, leads).map((one) => one.leads.map((lead) => lead.text))).toEqual([
      ['NB'],
      ['TR'],
    ]);
    const cell = [{ row: 4, measures: '9 halls\n80% seen', leads: 'NB\nTR/OD' }];
    expect(pairMeasures(cell, leads).map((one) => one.leads.map((lead) => lead.text))).toEqual([
      ['NB'],
      ['TR', 'OD'],
    ]);
    const uneven = [{ row: 4, measures: '9 halls\n80% seen\n7 visits', leads: 'NB\nTR' }];
    expect(pairMeasures(uneven, leads).every((one) => one.leads.length === 0)).toBe(true);
  });

  it('joins a sentence that a page break cut', () => {
    const rows = [
      { row: 4, measures: 'The number of children has', leads: 'NB' },
      { row: 5, measures: 'risen by a tenth.', leads: '' },
    ];
    expect(pairMeasures(rows, leads)).toEqual([
      { row: 4, toRow: 5, text: 'The number of children has risen by a tenth.', leads: [] },
    ]);
    expect(paragraphs('One line\nthat goes on\nAnother')).toEqual(['One line that goes on', 'Another']);
  });
});

describe('a key', () => {
  it('reads colour words and filled cells with their meaning', () => {
    const sheet = canvas('Key');
    sheet.put(0, 0, 'Green - task finished');
    sheet.put(1, 0, null, { fill: '#ffc000' });
    sheet.put(1, 1, 'May miss its date');
    sheet.put(2, 0, 'Greenwood Road - a site');
    const drawn = sheetOf(sheet.grid(), 0);
    expect(keyLineOf(drawn, 0)?.entry).toMatchObject({
      label: 'Green',
      state: 'complete',
      definition: 'task finished',
    });
    expect(keyLineOf(drawn, 1)?.entry).toMatchObject({ state: 'at-risk', colour: '#ffc000' });
    expect(keyLineOf(drawn, 2)).toBeNull();
  });

  it.each([
    ['on schedule for completion', 'on-track'],
    ['Will not be met this year', 'off-track'],
    ['Not yet due to start', 'not-started'],
    ['All done and embedded', 'complete'],
    ['Some delay', 'at-risk'],
  ])('takes "%s" for %s', (words, state) => {
    expect(stateOfDefinition(words)).toBe(state);
  });
});
