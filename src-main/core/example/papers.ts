import type { CirculationList, CirculationRecord } from '#shared/contract/circulation-records.ts';
import {
  type OwnWords,
  type PlacedWords,
  type ReportLayout,
  type ReportTemplate,
  usualLayout,
} from '#shared/contract/report-records.ts';
import { actionId, planId } from './build-plans.ts';
import { exampleId } from './ids.ts';
import { addressAt, people } from './office.ts';

/** To whom the invented partnership sends its reports, how they are laid out, what it writes in them, what went out. */

const plan = planId('delivery-2010');
const juneBoard = exampleId('snapshot 2010-06-30');
const boardList = exampleId('circulation list board');
const boardLayout = exampleId('report template board');
const sees = { notes: false, names: true, confidential: false } as const;

/** The board: its chair is written to openly, the others see nobody's address. */
const recipients = ['MO', 'JW', 'TP', 'DR', 'SC', 'PN', 'HB', 'AT', 'GM', 'OS', 'RD'];

const nameOf = (wanted: string) => people.find(([, initials]) => initials === wanted)?.[2] ?? wanted;
const addressOf = (initials: string) => addressAt(nameOf(initials));

export const circulationLists: readonly CirculationList[] = [
  {
    id: boardList,
    source: null,
    name: 'Partnership board',
    recipients: recipients.map((initials, at) => ({
      personId: exampleId(`person ${nameOf(initials)}`),
      address: null,
      field: at === 0 ? 'to' : 'bcc',
    })),
    sees: { ...sees },
    eachLead: false,
    papers: [
      { report: 'quarterly-review', format: 'docx', templateId: boardLayout },
      { report: 'exceptions', format: 'docx' },
    ],
    subject: null,
    words:
      'Dear all,\nthe papers for the board are attached. Please send me corrections before the day.\nRuth Ashdown',
  },
];

/** The office's own: a cover of its own page, with contents and logo. */
const layout: ReportLayout = { ...usualLayout, cover: { ownPage: true, contents: true, logo: true } };

export const templates: readonly ReportTemplate[] = [
  {
    id: boardLayout,
    source: null,
    name: 'Review for the board',
    report: 'quarterly-review',
    usual: false,
    choices: {
      planId: plan,
      sectionId: null,
      leadId: null,
      listId: boardList,
      formats: ['docx'],
      layout,
      words: [],
    },
  },
];

type Placed = Pick<PlacedWords, 'place' | 'text'> & { readonly of?: string; readonly internal?: true };

/** What Ruth wrote into the quarterly review of the delivery plan for the board in July. */
const written: readonly Placed[] = [
  {
    place: 'foreword',
    text:
      'The first quarter went well: the fee calculator opened, and library staff at five of seven branches are trained.\n' +
      'The board is asked to:\n' +
      '- note that the base at Saltby will not open in June\n' +
      '- say who speaks to the PCT about its share of the second minibus',
  },
  {
    place: 'at',
    of: actionId('delivery-2010', '2.3 (iv)'),
    text: 'Kit Lorimer asks for the price of a hired vehicle, so that the board can choose.',
  },
  {
    place: 'after:pictures',
    text: 'FM 21: Jean Whitlock has the figure from the PCT by telephone; the letter is still to come.',
    internal: true,
  },
  {
    place: 'closing',
    text: 'Ruth Ashdown, performance officer. The next review comes to the October board.',
  },
];

const placed = (one: Placed): PlacedWords => ({
  place: one.place,
  recordId: one.of ?? null,
  text: one.text,
  internal: one.internal ?? false,
});

export const ownWords: readonly OwnWords[] = written.map((one) => ({
  ...placed(one),
  id: exampleId(`report words ${one.place} ${one.of ?? ''}`),
  source: null,
  report: 'quarterly-review',
  ofId: plan,
  snapshotId: juneBoard,
  writtenOn: '2010-07-05',
}));

/** With what a report was made that went to the board. */
const recipe = (layout: ReportLayout | null, words: PlacedWords[]) => ({
  planId: plan,
  sectionId: null,
  leadId: null,
  meetingId: null,
  bodyId: null,
  sinceId: null,
  sees: { ...sees },
  layout,
  words,
});

/** What went out for the July meeting, as it was noted when the draft was made; the sums are those of its files. */
export const circulated: readonly CirculationRecord[] = [
  {
    id: exampleId('circulation 2010-07-05'),
    source: null,
    snapshotId: juneBoard,
    at: '2010-07-05T10:20:00.000Z',
    subject: 'Fenmoor Early Years Partnership: Quarterly review: Early Years Delivery Plan 2010-11',
    recipients: recipients.map(addressOf),
    files: [
      {
        name: 'Quarterly review, Early Years Delivery Plan 2010-11, 2010-06-30.docx',
        sha256: 'a66c686c8b4e900ea49f3121553fde834b058915b8c8ea99629e178164b6444c',
        size: 167_928,
        report: 'quarterly-review',
        ofId: plan,
        recipe: recipe(layout, written.map(placed)),
      },
      {
        name: 'Exception report, Early Years Delivery Plan 2010-11, 2010-06-30.docx',
        sha256: 'b49f11efdb92a3ed18d1f38c25e43f29a916636069a60a0773de7b0091b4b614',
        size: 76_731,
        report: 'exceptions',
        ofId: plan,
        recipe: recipe(null, []),
      },
    ],
    listId: boardList,
    listName: 'Partnership board',
    audience: { ...sees },
    draft: {
      name: 'Fenmoor Early Years Partnership Quarterly review Early Years Delivery Plan 2010-11, 2010-06-30.eml',
      sha256: '52b82a3e57e96bf29fe36a935a21ca0fa462ff5dfc4f7fe80fd3da30c771f060',
      size: 338_033,
    },
  },
];
