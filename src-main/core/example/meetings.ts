export type MeetingRow = {
  readonly name: string;
  readonly body: string;
  readonly title: string;
  readonly on: string;
  readonly place: string;
  readonly minutes: string | null;
  readonly furtherTo: string | null;
  readonly state: 'proposed' | 'planned' | 'held' | 'draft-minutes' | 'confirmed';
  /** Initials or names; "Lena Vance for AT" is a substitute. */
  readonly present: readonly string[];
  readonly apologies: readonly string[];
  readonly absent?: readonly string[];
  readonly items: readonly {
    readonly number: string;
    readonly title: string;
    readonly text?: string;
    readonly points?: readonly (readonly [heading: string, text: string])[];
    readonly resolved?: readonly {
      readonly number: string;
      readonly text: string;
      readonly kind: 'notes' | 'action' | 'report' | 'decision';
      /** Plan and reference of the action that it is tracked as. */
      readonly action?: readonly [plan: string, ref: string];
    }[];
  }[];
};

export const meetings: readonly MeetingRow[] = [
  {
    name: 'board-april',
    body: 'Partnership board',
    title: 'Partnership board',
    on: '2010-04-22',
    place: 'Committee room 2',
    minutes: '13/10 to 19/10',
    furtherTo: null,
    state: 'confirmed',
    present: ['MO', 'JW', 'TP', 'DR', 'SC', 'PN', 'HB', 'AT', 'RD', 'RA'],
    apologies: ['GM'],
    absent: ['OS'],
    items: [
      { number: '1', title: 'Apologies and interests', text: 'There were no interests to declare.' },
      {
        number: '2',
        title: 'Close of the year 2009-10',
        text: 'P Nandy took the board through the last quarter. Of nineteen actions thirteen were complete; four go on into the new plan with a changed date or measure, and two run on as they are.',
        points: [
          ['Strengths', 'Joint guide; champions trained; every satisfactory setting visited'],
          ['To improve', 'Childminders’ awards; the second Saltby base'],
        ],
        resolved: [{ number: '15/10 (1)', text: 'That the close of the year be noted.', kind: 'notes' }],
      },
      {
        number: '3',
        title: 'Delivery plan 2010-11',
        text: 'The draft was agreed with two changes to priority 3.',
        resolved: [
          { number: '16/10 (1)', text: 'That the delivery plan for 2010-11 be agreed.', kind: 'decision' },
          {
            number: '16/10 (2)',
            text: 'That leads write by the tenth day after each quarter.',
            kind: 'decision',
          },
        ],
      },
      {
        number: '4',
        title: 'Saltby base',
        text: 'T Pellow reported that the lease was agreed in principle.',
        resolved: [
          {
            number: '19/10 (1)',
            text: 'That T Pellow report on the Saltby lease each quarter until the base is open.',
            kind: 'report',
            action: ['delivery-2010', '2.3 (ii)'],
          },
        ],
      },
    ],
  },
  {
    name: 'board-july',
    body: 'Partnership board',
    title: 'Partnership board',
    on: '2010-07-15',
    place: 'Committee room 2',
    minutes: '22/10 to 29/10',
    furtherTo: '19/10',
    state: 'draft-minutes',
    present: ['MO', 'JW', 'TP', 'DR', 'SC', 'PN', 'HB', 'GM', 'RD', 'RA'],
    apologies: ['AT', 'OS'],
    items: [
      {
        number: '1',
        title: 'Apologies and interests',
        text: 'R Dunmore declared an interest in item 4 as an officer of the landlord.',
      },
      { number: '2', title: 'Minutes of 22 April, 13/10 to 19/10', text: 'Agreed as a true record.' },
      {
        number: '3',
        title: 'Quarterly review, April to June',
        text: 'Eight actions had changed for the better since April and three for the worse.',
        points: [
          ['Going well', 'Fee calculator; toy library; the bands for settings'],
          ['Of concern', 'The referral form; the Saltby base; the mobile crèche'],
        ],
        resolved: [{ number: '24/10 (1)', text: 'That the review be noted.', kind: 'notes' }],
      },
      {
        number: '4',
        title: 'Second minibus',
        text: 'K Lorimer wrote that the PCT had withdrawn its share of the cost.',
        resolved: [
          {
            number: '26/10 (1)',
            text: 'That the second minibus be dropped from the plan.',
            kind: 'decision',
            action: ['delivery-2010', '2.4 (iv)'],
          },
        ],
      },
      {
        number: '5',
        title: 'Exception report',
        text: 'The board considered the referral form and heard that parents had found the draft long.',
        resolved: [
          { number: '27/10 (1)', text: 'That the report be noted.', kind: 'notes' },
          {
            number: '27/10 (2)',
            text: 'That J Whitlock redraft the consent wording by the end of September.',
            kind: 'action',
            action: ['delivery-2010', '2.1 (iii)'],
          },
          {
            number: '27/10 (3)',
            text: 'That the chair ask the PCT for a named solicitor by 30 September.',
            kind: 'action',
          },
        ],
      },
      {
        number: '6',
        title: 'Two-year-old places',
        text: 'P Nandy proposed a higher target for the second quarter, now that all wards take part.',
        resolved: [
          {
            number: '28/10 (1)',
            text: 'That the target for July to September be 63 per cent.',
            kind: 'decision',
            action: ['delivery-2010', '4.1 (i)'],
          },
        ],
      },
      { number: '7', title: 'Date of next meeting', text: '21 October 2010, 14:00.' },
    ],
  },
  {
    name: 'workforce-september',
    body: 'Workforce group',
    title: 'Workforce group',
    on: '2010-09-08',
    place: 'Eastmere library',
    minutes: 'WG 9/10 to WG 12/10',
    furtherTo: null,
    state: 'held',
    present: ['DR', 'TP', 'UB', 'RA'],
    apologies: ['WE'],
    items: [
      {
        number: '1',
        title: 'Level 3 places for childminders',
        text: 'Thirteen places of 24 were taken. The Eastmere evening did not run.',
        resolved: [
          {
            number: 'WG 9/10 (1)',
            text: 'That D Raman offer the evening at Saltby from January, with a crèche.',
            kind: 'action',
            action: ['workforce', '1.2'],
          },
        ],
      },
      {
        number: '2',
        title: 'First aid in every setting',
        text: 'The group welcomed the new row in the plan and asked for Saturdays.',
        resolved: [
          {
            number: 'WG 10/10 (1)',
            text: 'That the group be told at each meeting how many settings remain.',
            kind: 'report',
            action: ['workforce', '1.6'],
          },
        ],
      },
    ],
  },
  {
    name: 'board-october',
    body: 'Partnership board',
    title: 'Partnership board',
    on: '2010-10-21',
    place: 'Committee room 2',
    minutes: null,
    furtherTo: '27/10',
    state: 'planned',
    present: [],
    apologies: ['AT', 'GM', 'OS'],
    items: [
      { number: '1', title: 'Apologies and interests' },
      { number: '2', title: 'Minutes of 15 July, 22/10 to 29/10' },
      {
        number: '3',
        title: 'Matters arising',
        text: 'The consent wording (27/10 (2)); a named solicitor (27/10 (3)); the Saltby lease (19/10 (1)).',
      },
      { number: '4', title: 'Quarterly review, July to September' },
      {
        number: '5',
        title: 'Exception report',
        text: 'Four actions off track: 2.1 (iii), 2.2 (ii), 2.3 (iv) and 4.2.',
      },
      { number: '6', title: 'Childcare sufficiency assessment' },
      { number: '7', title: 'Two-year-old places: KPI FM 12' },
      { number: '8', title: 'Workforce group report' },
      { number: '9', title: 'Date of next meeting', text: '13 January 2011.' },
    ],
  },
  {
    name: 'workforce-november',
    body: 'Workforce group',
    title: 'Workforce group',
    on: '2010-11-03',
    place: 'Eastmere library',
    minutes: null,
    furtherTo: 'WG 9/10',
    state: 'planned',
    present: [],
    apologies: [],
    items: [{ number: '1', title: 'Matters arising' }],
  },
  {
    name: 'forum-november',
    body: 'Saltby and Eastmere cluster forum',
    title: 'Saltby and Eastmere cluster forum',
    on: '2010-11-23',
    place: 'Saltby children’s centre',
    minutes: null,
    furtherTo: null,
    state: 'proposed',
    present: [],
    apologies: [],
    items: [],
  },
];
