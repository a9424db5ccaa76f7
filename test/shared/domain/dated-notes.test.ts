import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitDatedNotes } from '#shared/domain/dated-notes.ts';

const period = { start: '2014-04-01', end: '2015-03-31' };
type Short = readonly [on: string | null, by: string | null, text: string];
const notes = (text: string): Short[] =>
  splitDatedNotes(text, { period }).map((note) => [note.on, note.by, note.text]);

const one: ReadonlyArray<readonly [string, ...Short]> = [
  ['12/06/15 – leaflet drafted', '2015-06-12', null, 'leaflet drafted'],
  ['12/06/15: leaflet drafted', '2015-06-12', null, 'leaflet drafted'],
  ['12/06/15 Leaflet drafted', '2015-06-12', null, 'Leaflet drafted'],
  ['12/06/15\nLeaflet drafted', '2015-06-12', null, 'Leaflet drafted'],
  ['• 12/06/15 – leaflet drafted', '2015-06-12', null, 'leaflet drafted'],
  ['June 2014: two rooms opened', '2014-06-30', null, 'June 2014: two rooms opened'],
  ['Q2: visits made', '2014-09-30', null, 'Q2: visits made'],
  ['Quarter 3 2014/15 – 85% done', '2014-12-31', null, 'Quarter 3 2014/15 – 85% done'],
  ['[KM 03/02/14] Forms agreed', '2014-02-03', 'KM', 'Forms agreed'],
  ['[2014-02-03 K Mellor] Forms agreed', '2014-02-03', 'K Mellor', 'Forms agreed'],
  ['(Kim Mellor, 12/06/15) agreed', '2015-06-12', 'Kim Mellor', 'agreed'],
  ['24.11.14 KM: rota agreed', '2014-11-24', 'KM', 'rota agreed'],
  ['24/11/14 – KM: rota agreed', '2014-11-24', 'KM', 'rota agreed'],
  ['KM 24/11/14 - rota agreed', '2014-11-24', 'KM', 'rota agreed'],
  ['KM: 24/11/14 rota agreed', '2014-11-24', 'KM', 'rota agreed'],
  ['24/11/14 Kim Mellor: rota agreed', '2014-11-24', 'Kim Mellor', 'rota agreed'],
  ['Kim Mellor 24/11/14: rota agreed', '2014-11-24', 'Kim Mellor', 'rota agreed'],
  ['24/11/2014 10:30 KM - rota agreed', '2014-11-24', 'KM', 'rota agreed'],
  ['Further update 03/02/2014 (RA): ready', '2014-02-03', 'RA', 'ready'],
  ['Leaflet drafted [KM 03/02/14]', '2014-02-03', 'KM', 'Leaflet drafted'],
  ['Leaflet drafted (KM, 03/02/14)', '2014-02-03', 'KM', 'Leaflet drafted'],
  ['Review meeting 24/11/14: on course', '2014-11-24', null, 'Review meeting 24/11/14: on course'],
  ['As at 31 March 2015: 40 places', '2015-03-31', null, '40 places'],
  ['Update (April 2014): drafted', '2014-04-30', null, 'Update (April 2014): drafted'],
  ['12th June: forms out', '2014-06-12', null, 'forms out'],
  ['w/c 3 March 2014: visits', '2014-03-09', null, 'visits'],
  ['24 Nov 2014 – New Start: agreed', '2014-11-24', null, 'New Start: agreed'],
];

const whole = [
  'Numbers increased to 79% by June 2014',
  'The board met on 12 June 2014 and agreed.',
  'June 2014 saw a rise',
  'Increase of 5% since March 2013. Further growth expected',
  'Report agreed (12/06/15)',
  'Report agreed (12/06/15) and sent',
  'By June 2014: all trained',
  'Target of 40 by 31/03/15: not met',
  'Phase 1: June 2014',
  'Training held 12/06/15 - 14/06/15',
  '12/06/15 – 14/06/15 training held',
  '2000 leaflets printed',
  'In 2014: new base',
  '2 centres: done',
  '12/06/15',
  'Completed – process in place',
  '30 Feb 2014: odd',
  'May be delayed: no room',
];

describe('splitDatedNotes', () => {
  it.each(one)('reads the stamp of %j', (text, on, by, said) => {
    expect(notes(text)).toEqual([[on, by, said]]);
  });

  it.each(whole)('takes no date of %j for a stamp', (text) => {
    expect(notes(text)).toEqual([[null, null, text]]);
  });

  it('parts the updates of a cell, in their order, lines without a stamp going on', () => {
    expect(notes('Began in May.\n12/06/15: drafted\nand printed\n\n03/09/15 KM: sent out')).toEqual([
      [null, null, 'Began in May.'],
      ['2015-06-12', null, 'drafted\nand printed'],
      ['2015-09-03', 'KM', 'sent out'],
    ]);
    expect(notes('03/09/15 - sent out. 12/06/15 - drafted')).toEqual([
      ['2015-09-03', null, 'sent out.'],
      ['2015-06-12', null, 'drafted'],
    ]);
    expect(notes('NOV 14: Post advertised. JAN 15: Post filled.').map(([on]) => on)).toEqual([
      '2014-11-30',
      '2015-01-31',
    ]);
    expect(notes('Q1: none yet\nQ2: two visits\nQ3: all done').map(([on]) => on)).toEqual([
      '2014-06-30',
      '2014-09-30',
      '2014-12-31',
    ]);
    expect(splitDatedNotes('Update Apr 24: drafted; Update Jul 24: printed').map((note) => note.on)).toEqual([
      '2024-04-30',
      '2024-07-31',
    ]);
  });

  it('parts updates of one line that each open a sentence with a date in figures, or with their quarter', () => {
    expect(splitDatedNotes('12/05/12 Rota drafted. 20/06/12 Rota agreed')).toEqual([
      { on: '2012-05-12', by: null, text: 'Rota drafted.' },
      { on: '2012-06-20', by: null, text: 'Rota agreed' },
    ]);
    expect(splitDatedNotes('Rota drafted. 20/06/12 Rota agreed')).toHaveLength(1);
    const quarters = splitDatedNotes('Q1: rota drafted. Q2: rota agreed.', {}, (words) =>
      words === 'Q1' ? '2024-06-30' : '2024-09-30',
    );
    expect(quarters.map((note) => note.on)).toEqual(['2024-06-30', '2024-09-30']);
  });

  it('parts updates of quarters without a year, undated, in a plan without a period', () => {
    expect(splitDatedNotes('Q1: none yet\nQ2: two visits').map(({ on, text }) => [on, text])).toEqual([
      [null, 'Q1: none yet'],
      [null, 'Q2: two visits'],
    ]);
  });

  it('reads days as the file does where it is told how', () => {
    const monthFirst = (words: string): string | null => {
      const [month, day, year] = words.split('/');
      return `${year}-${month}-${day}`;
    };
    expect(splitDatedNotes('06/12/2015: drafted', {}, monthFirst)[0]?.on).toBe('2015-06-12');
  });

  it('loses no word and never throws', () => {
    const bit = fc.oneof(
      fc.constantFrom(
        '12/06/15',
        'June 2014',
        'Q2',
        'Update',
        ':',
        ' – ',
        '[',
        ']',
        '(',
        ')',
        '\n',
        '. ',
        '; ',
      ),
      fc.constantFrom('KM', 'Kim Mellor', 'drafted', 'Rota agreed', 'by', '79%'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 12 }), (bits) => {
        const text = bits.join(' ');
        const found = splitDatedNotes(text, { period });
        const kept = found.map((note) => `${note.by ?? ''} ${note.text}`).join(' ');
        for (const word of ['drafted', 'Rota', '79%'])
          expect(kept.split(word).length).toBe(text.split(word).length);
        if (found.every((note) => note.on === null)) {
          const signs = /[\s;]+/g;
          expect(kept.replace(signs, '')).toBe(text.replace(signs, ''));
        }
      }),
      { numRuns: 800 },
    );
  });
});
