import type { Body, Meeting, RegisterContent } from '#shared/contract/register.ts';
import { bankHolidays } from '#shared/domain/bank-holidays.ts';
import { bodyId } from './build-meetings.ts';
import { planId } from './build-plans.ts';
import { exampleId } from './ids.ts';

/** The year of meetings of the invented partnership: how its groups meet, when nobody does, who reports to whom. */

/** Besides what office.ts says of each: where and when it meets, and when its papers go out. */
export const usual: Readonly<Record<string, Partial<Body>>> = {
  'Children’s trust': { usualStart: '10:00', usualMinutes: 120, papersDays: 14 },
  'Partnership board': {
    quorum: 6,
    usualPlace: 'Committee room 2',
    usualStart: '14:00',
    usualMinutes: 120,
    papersDays: 5,
    papersUnit: 'working-days',
  },
  'Workforce group': { usualPlace: 'Eastmere library', usualStart: '09:30', usualMinutes: 90, papersDays: 7 },
  'Saltby and Eastmere cluster forum': { usualStart: '13:15', usualMinutes: 75, papersDays: 7 },
};

const ahead: readonly (readonly [
  body: string,
  on: string,
  papersOn: string,
  state: 'planned' | 'proposed',
])[] = [
  ['Children’s trust', '2010-11-10', '2010-10-27', 'planned'],
  ['Partnership board', '2011-01-13', '2011-01-06', 'planned'],
  ['Workforce group', '2011-01-12', '2011-01-05', 'planned'],
  ['Children’s trust', '2011-02-09', '2011-01-26', 'planned'],
  ['Workforce group', '2011-03-09', '2011-03-02', 'planned'],
  ['Saltby and Eastmere cluster forum', '2011-03-15', '2011-03-08', 'proposed'],
];

/** Meetings of the year that were planned when it began, so that every snapshot has them. */
export const meetingsAhead: readonly Meeting[] = ahead.map(([body, on, papersOn, state]) => {
  const { usualStart, usualMinutes, usualPlace } = usual[body] ?? {};
  return {
    id: exampleId(`meeting ${body} ${on}`),
    source: null,
    bodyId: bodyId(body),
    title: body,
    heldOn: on,
    place: usualPlace ?? null,
    minuteRef: null,
    furtherTo: null,
    state,
    ...(usualStart !== undefined && { startTime: usualStart }),
    ...(usualMinutes !== undefined && { lengthMinutes: usualMinutes }),
    papersOn,
  };
});

const school: readonly (readonly [name: string, from: string, until: string])[] = [
  ['Easter holiday', '2010-04-02', '2010-04-16'],
  ['Half-term', '2010-05-31', '2010-06-04'],
  ['Summer holiday', '2010-07-24', '2010-09-05'],
  ['Half-term', '2010-10-25', '2010-10-29'],
  ['Christmas holiday', '2010-12-18', '2011-01-03'],
  ['Half-term', '2011-02-21', '2011-02-25'],
  ['Easter holiday', '2011-04-09', '2011-04-25'],
];

export const closures: NonNullable<RegisterContent['closures']> = [
  ...school.map(([name, from, until]) => ({ name, kind: 'school-holiday' as const, from, until })),
  ...[2010, 2011]
    .flatMap(bankHolidays)
    .map(({ on, name }) => ({ name, kind: 'bank-holiday' as const, from: on, until: on })),
].map((one) => ({ id: exampleId(`closure ${one.name} ${one.from}`), source: null, ...one }));

type Ends = { fromBody?: string; fromPlan?: string; from?: string; toBody: string };
const lines: readonly (readonly [level: number, report: string, every: string | null, ends: Ends])[] = [
  [
    1,
    'Yearly report on outcomes for children under five',
    'yearly',
    { fromBody: 'Partnership board', toBody: 'Children’s trust' },
  ],
  [
    2,
    'Exception report: what is off track, and risks',
    'each quarter',
    { fromBody: 'Partnership board', toBody: 'Children’s trust' },
  ],
  [
    3,
    'Quarterly review of the delivery plan',
    'each quarter',
    { fromPlan: 'delivery-2010', toBody: 'Partnership board' },
  ],
  [
    3,
    'Report of the workforce group',
    'twice a year',
    { fromBody: 'Workforce group', toBody: 'Partnership board' },
  ],
  [
    4,
    'Update on each cluster’s plan',
    'termly',
    { fromBody: 'Saltby and Eastmere cluster forum', toBody: 'Partnership board' },
  ],
  [
    5,
    'Figures of the centres',
    'monthly',
    { from: 'Centre managers', toBody: 'Saltby and Eastmere cluster forum' },
  ],
];

export const reportingLines: NonNullable<RegisterContent['reportingLines']> = lines.map(
  ([level, report, every, { fromBody, fromPlan, from, toBody }]) => ({
    id: exampleId(`reporting line ${report}`),
    source: null,
    level,
    fromBodyId: fromBody === undefined ? null : bodyId(fromBody),
    fromPlanId: fromPlan === undefined ? null : planId(fromPlan),
    from: from ?? null,
    report,
    every,
    toBodyId: bodyId(toBody),
    toPlanId: null,
    to: null,
  }),
);
