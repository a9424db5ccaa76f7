import type { Body, Settings } from '#shared/contract/register.ts';

export const settings: Settings = {
  partnership: 'Fenmoor Early Years Partnership',
  financialYearStart: 4,
  academicYearStart: 9,
  outcomes: [
    'Being healthy',
    'Staying safe',
    'Enjoying and achieving',
    'Making a contribution',
    'Economic well-being',
  ],
};

/** Kind, initials, name, role, name before the @ of an address that nobody has. */
export const people: readonly (readonly [
  kind: 'person' | 'role' | 'team' | 'organisation',
  initials: string | null,
  name: string,
  role: string | null,
])[] = [
  ['person', 'RA', 'Ruth Ashdown', 'Performance officer'],
  ['person', 'MO', 'Marian Okafor', 'Head of early years, chair of the board'],
  ['person', 'TP', 'Tom Pellow', 'Children’s centres manager'],
  ['person', 'JW', 'Jean Whitlock', 'Health visiting lead'],
  ['person', 'GM', 'Gwen Marsh', 'Speech and language lead'],
  ['person', 'HB', 'Hal Brandreth', 'Childcare development manager'],
  ['person', 'PN', 'Priya Nandy', 'Data and research officer'],
  ['person', 'DR', 'Dev Raman', 'Workforce manager'],
  ['person', 'SC', 'Sian Corrie', 'Inclusion lead'],
  ['person', 'AT', 'Alice Thorne', 'Libraries, children’s services'],
  ['person', 'LV', 'Lena Vance', 'Libraries, Eastmere'],
  ['person', 'OS', 'Owen Sutter', 'Jobcentre link adviser'],
  ['person', 'EF', 'Esme Farrow', 'Midwifery'],
  ['person', 'RD', 'Rob Dunmore', 'Housing'],
  ['person', 'KL', 'Kit Lorimer', 'Transport'],
  ['person', 'BQ', 'Beth Quill', 'Manager, Holme Street centre'],
  ['person', 'CY', 'Col Yarrow', 'Manager, Saltby centre'],
  ['person', 'DM', 'Dina Marlowe', 'Manager, Eastmere centre'],
  ['person', 'FS', 'Finn Sedge', 'Manager, Carr Bridge centre'],
  ['person', 'NT', 'Nell Tarrant', 'Manager, Long Ings centre'],
  ['person', 'IO', 'Isla Orme', 'Portage'],
  ['person', 'UB', 'Uma Birch', 'Family learning'],
  ['person', 'WE', 'Wil Easton', 'Play'],
  ['team', null, 'Outreach team', null],
  ['team', null, 'Data team', null],
  ['team', null, 'Family information service', null],
  ['organisation', null, 'PCT', null],
  ['role', null, 'Centre manager', null],
  ['role', null, 'Outreach co-ordinator', null],
  ['role', null, 'Outreach worker', null],
  ['role', null, 'Training co-ordinator', null],
  ['role', null, 'Family learning tutor', null],
  ['role', null, 'Health visitors', null],
];

/** An address that nobody has: .example can belong to nobody (RFC 2606). */
export const addressAt = (name: string): string =>
  `${name.toLowerCase().replace(/\s+/g, '.')}@fenmoor.example`;

export type BodyRow = Pick<Body, 'name' | 'kind' | 'purpose' | 'role' | 'cycle'> & {
  readonly reportsTo: string | null;
  /** Initials, or a name where the person is not in the register; role; from. */
  readonly members: readonly (readonly [who: string, role: string | null, from: string | null])[];
};

export const bodies: readonly BodyRow[] = [
  {
    name: 'Children’s trust',
    kind: 'trust board',
    purpose: 'Holds the children and young people’s plan for the district.',
    role: 'Receives the partnership’s yearly report and its exception reports.',
    cycle: 'Four a year',
    reportsTo: null,
    members: [],
  },
  {
    name: 'Partnership board',
    kind: 'board',
    purpose: 'Brings together all who work with children under five in Fenmoor and their families.',
    role: 'Agrees the delivery plan, looks at progress each quarter, decides what is changed.',
    cycle: 'Quarterly: January, April, July, October',
    reportsTo: 'Children’s trust',
    members: [
      ['MO', 'Chair', '2008-04-01'],
      ['JW', null, '2008-04-01'],
      ['TP', null, '2008-04-01'],
      ['DR', null, '2009-01-15'],
      ['SC', null, '2008-04-01'],
      ['PN', 'Data', '2009-09-01'],
      ['HB', null, '2008-04-01'],
      ['AT', null, '2008-04-01'],
      ['GM', null, '2009-01-15'],
      ['OS', null, '2009-09-01'],
      ['RD', null, '2010-01-14'],
      ['RA', 'Minutes', '2008-04-01'],
    ],
  },
  {
    name: 'Workforce group',
    kind: 'project group',
    purpose: 'Keeps the workforce action plan.',
    role: 'Reports to the board twice a year.',
    cycle: 'Every two months',
    reportsTo: 'Partnership board',
    members: [
      ['DR', 'Chair', '2009-01-15'],
      ['TP', null, '2009-01-15'],
      ['UB', null, '2009-05-01'],
      ['WE', null, '2010-03-01'],
      ['RA', 'Minutes', '2009-01-15'],
    ],
  },
  {
    name: 'Saltby and Eastmere cluster forum',
    kind: 'cluster forum',
    purpose: 'Centres, schools, health and parents of the cluster, on what families there need.',
    role: 'Looks at the cluster’s improvement plan each term.',
    cycle: 'Termly',
    reportsTo: 'Partnership board',
    members: [
      ['CY', 'Chair', '2009-09-01'],
      ['DM', null, '2009-09-01'],
      ['FS', null, '2009-09-01'],
      ['JW', null, '2010-01-11'],
      ['Shona Keld', 'Parent', '2010-01-11'],
    ],
  },
];

export const glossary: readonly (readonly [term: string, meaning: string])[] = [
  [
    'Band',
    'One of three groups of settings, by what the last inspection found; it decides how much support they are offered',
  ],
  [
    'Better-off sum',
    'What a family would have in hand each week if a parent took a job, after tax, credits and childcare',
  ],
  ['Cluster', 'Three children’s centres and the schools round them'],
  ['CYP', 'Children and young people’s plan; the number after it is the plan’s priority'],
  ['Headcount', 'The count of children in funded places, taken in the fourth week of each term'],
  ['PCT', 'Fenmoor Primary Care Trust'],
  ['Portage', 'Home teaching for young children with additional needs'],
  ['Reach area', 'The streets whose families a centre is there for'],
  ['Setting', 'A nursery, playgroup, nursery class, childminder or club'],
  ['WF', 'Workforce strategy; the number after it is the strategy’s aim'],
];

export const duties: readonly (readonly [text: string, basis: string, inForce: string])[] = [
  [
    'Improve the well-being of all young children in the area and narrow the gaps between them',
    'Childcare Act 2006, section 1',
    'From April 2008',
  ],
  [
    'Run early childhood services as one, with health and employment services as partners',
    'Childcare Act 2006, sections 3 and 4',
    'From April 2008',
  ],
  [
    'Secure enough childcare for parents who work or train',
    'Childcare Act 2006, section 6',
    'From April 2008',
  ],
  [
    'Secure free early years provision for eligible children',
    'Childcare Act 2006, section 7',
    'From September 2008',
  ],
  [
    'Assess whether there is enough childcare, at least every three years',
    'Childcare Act 2006, section 11',
    'From April 2007',
  ],
  ['Give parents information, advice and assistance', 'Childcare Act 2006, section 12', 'From April 2008'],
];
