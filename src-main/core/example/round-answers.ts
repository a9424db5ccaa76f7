import type { ActionField } from '#shared/domain/round-fields.ts';

/** What the leads of the delivery plan wrote into their forms of the round before the October board. */

/** The round as it was opened and told, in days and instants of the example. */
export const round = {
  name: 'Half year to September 2010',
  openedOn: '2010-10-01',
  openedAt: '2010-10-01T15:30:00.000Z',
  dueOn: '2010-10-08',
} as const;

/** Who was not asked: Ruth herself, and those to whom no e-mail goes. */
export const notAsked: readonly string[] = ['Ruth Ashdown', 'Outreach team', 'PCT'];

export type Answer = {
  readonly lead: string;
  /** The day the lead wrote on the form. */
  readonly filledOn: string;
  /** By the reference of the action. */
  readonly says: Readonly<Record<string, Partial<Record<ActionField, string>>>>;
};

/** The files of one merge, with the instant at which Ruth read them. */
export type Merge = { readonly day: string; readonly at: string; readonly answers: readonly Answer[] };

export const merges: readonly Merge[] = [
  {
    day: '2010-10-07',
    at: '2010-10-07T08:55:00.000Z',
    answers: [
      {
        lead: 'Sian Corrie',
        filledOn: '2010-10-05',
        says: {
          '2.2 (iv)': { words: 'Changes made; the second reading is on the 18th as planned' },
          '3.3': { words: '40 of 44 settings', evidence: 'Notes of the termly visits' },
        },
      },
      {
        lead: 'Wil Easton',
        filledOn: '2010-10-04',
        says: { '2.3 (iii)': { words: 'Half-term: rangers booked for all six parks' } },
      },
      {
        lead: 'Beth Quill',
        filledOn: '2010-10-06',
        says: {
          '1.3 (i)': { words: 'Crèche booked for all three forums', help: 'A translator for Lithuanian' },
        },
      },
      // Sent back as it came: nothing has changed.
      { lead: 'Finn Sedge', filledOn: '2010-10-06', says: {} },
      {
        lead: 'Tom Pellow',
        filledOn: '2010-10-04',
        says: {
          '2.4 (ii)': { words: 'Eight of nine centres stocked; Long Ings waits for the books' },
        },
      },
    ],
  },
  {
    day: '2010-10-11',
    at: '2010-10-11T09:10:00.000Z',
    answers: [
      {
        lead: 'Gwen Marsh',
        filledOn: '2010-10-08',
        says: {
          '2.2 (i)': { words: '44 of 52 trained', share: '85%' },
          '2.2 (v)': { words: 'Both groups are full; five children wait for January' },
        },
      },
      {
        lead: 'Isla Orme',
        filledOn: '2010-10-08',
        says: { '3.4': { words: 'Cover found for one day a week from 18 October; 12 waiting' } },
      },
      {
        lead: 'Priya Nandy',
        filledOn: '2010-10-06',
        says: {
          // Hal rang two days after she wrote: both have changed it since the form was sent.
          '4.2': { status: 'At risk', words: 'Contractor promises the parent survey by the 15th' },
          '1.2 (iv)': { words: 'Fees collected from 104 of 118 settings' },
        },
      },
      {
        lead: 'Nell Tarrant',
        filledOn: '2010-10-08',
        says: {
          '2.3 (iv)': { words: 'Two halls offered without charge from April', date: 'By Easter 2011' },
        },
      },
    ],
  },
];

/** Whom Ruth reminded, and when. */
export const reminded = {
  at: '2010-10-11T09:30:00.000Z',
  leads: ['Dev Raman', 'Hal Brandreth'],
} as const;
