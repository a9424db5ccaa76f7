import { describe, expect, it } from 'vitest';
import { findMinutes } from '#core/imports/recognise/minutes/find-minutes.ts';
import { sheetOf } from '#core/imports/recognise/sheet.ts';
import { type Piece, pageGrid } from '#test/fixtures/minutes/page.ts';
import { readGrids } from './reads.ts';

const found = (pieces: readonly Piece[]) =>
  findMinutes([sheetOf(pageGrid(pieces), 0)]).map(({ from, to }) => [from, to]);

const minutes: Piece[] = [
  { text: 'Minutes of the Quay Board held on 3 May 2016', bold: true },
  'Present: Ann Bell, Carl Dow',
  '1. Lamps',
  'Ann reported that the lamps are in. It was AGREED to light them in June.',
  '2. Any other business',
  'None.',
  'The meeting closed at 4pm.',
];
const plan: Piece[] = [
  { text: 'Quay Improvement Plan 2016-17', heading: 1 },
  'This plan was agreed by the Board on 3 May 2016. Progress is reported to every meeting of the Board.',
  [
    ['Ref', 'Action', 'Lead', 'By when', 'Status'],
    ['1', 'Open the quay', 'AB', 'June 2016', 'Agreed'],
    ['2', 'Light the lamps', 'CD', 'July 2016', 'Complete'],
  ],
  ...Array.from({ length: 12 }, (_, at) => `Note ${at + 1} on how the quay is kept clean in winter.`),
];

describe('where minutes are', () => {
  it('is the whole of a document that is called so', () => {
    expect(found(minutes)).toEqual([[0, 6]]);
  });

  it('is nowhere in an agenda, though it names the same items', () => {
    expect(
      found([
        { text: 'AGENDA', bold: true },
        'Meeting of the Planning Committee to be held on 3 May 2016',
        '1. Apologies for absence',
        '2. Declarations of interest',
        '3. Minutes of the meeting held on 5 April 2016',
        '4. Date of next meeting',
      ]),
    ).toEqual([]);
  });

  it('is nowhere in a plan that a board agreed, nor in terms of reference', () => {
    expect(found(plan)).toEqual([]);
    expect(
      found([
        { text: 'Terms of reference', bold: true },
        'Chair: Director of Education',
        'Minutes of meetings will be sent out within ten days.',
        'The Board agreed these terms on 4 May 2014.',
        'Apologies should be sent to the clerk.',
      ]),
    ).toEqual([]);
  });

  it('is the end of a document where something else stands before them', () => {
    const { drafts, recognition } = readGrids([pageGrid([...plan, ...minutes])]);
    expect(drafts.meetings.map(({ heldOn }) => heldOn)).toEqual(['2016-05-03']);
    expect(drafts.plans[0]?.title).toBe('Quay Improvement Plan 2016-17');
    expect(drafts.actions.filter((action) => action.plan === 0).map((action) => action.ref)).toEqual([
      '1',
      '2',
    ]);
    expect(recognition.reconciliation.lost).toBe(0);
  });
});
