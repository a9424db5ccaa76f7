import type { KpiChange, KpiJudgement, KpiValue, Period } from '#shared/contract/register.ts';
import { type Decimal, quotient, toNumber } from '#shared/domain/decimals.ts';
import { periodKey } from '#shared/domain/kpi-standing.ts';
import { formatDecimal } from '#shared/domain/kpi-units.ts';
import { financialYear, quarterOf, readPeriod } from '#shared/domain/periods.ts';
import { count } from '#shared/domain/words.ts';
import { type KpiRecords, kpiId } from './build-kpis.ts';
import { bodyId, type MeetingRecords } from './build-meetings.ts';
import { type AsOf, isKnown, planId } from './build-plans.ts';
import { exampleId } from './ids.ts';
import type { KpiRow } from './rows.ts';

/** KPIs that count children, are worked out, or are counted from the register itself; and one of money. */
export const workedOutKpis: readonly KpiRow[] = [
  {
    ref: 'FM 31',
    name: 'Two-year-olds found to need help with talking',
    outcome: 'Enjoying and achieving',
    unit: 'number',
    polarity: null,
    owner: 'GM',
    dataSource: 'Talking drop-in sheets',
    more: {
      countsChildren: true,
      frequency: 'quarter',
      yearBy: 'sum',
      measured: 'Two-year-olds whom the speech therapist asks to come back, each counted once.',
    },
    actual: {
      '2008-09': ['x', 'low', '5', '4'],
      '2009-10': ['6', '4', '7', '3'],
      '2010-11': ['5', '8 (p)', '', ''],
    },
    target: {},
  },
  {
    ref: 'FM 32',
    name: 'Two-year-olds seen at the talking drop-in',
    outcome: 'Enjoying and achieving',
    unit: 'number',
    polarity: 'up',
    owner: 'GM',
    dataSource: 'Talking drop-in sheets of both centres',
    tolerance: 10,
    more: {
      countsChildren: true,
      frequency: 'quarter',
      yearBy: 'sum',
      toleranceBy: 'percent',
      onTrackWithin: 2,
    },
    baseline: ['2007-08', '24'],
    actual: {
      '2008-09': ['x', '31', '36', '35'],
      '2009-10': ['41', '38', '44', '47'],
      '2010-11': ['58', '61 (p)', '', ''],
    },
    target: {
      '2008-09': ['30', '32', '34', '36'],
      '2009-10': ['40', '42', '44', '46'],
      '2010-11': ['55', '62', '64', '66'],
    },
    forecast: { '2010-11': ['', '', '63', '66'] },
  },
  {
    ref: 'FM 33',
    name: 'Share of two-year-olds seen who need help with talking',
    outcome: 'Enjoying and achieving',
    unit: '%',
    polarity: 'down',
    owner: 'GM',
    dataSource: 'Worked out from FM 31 and FM 32',
    tolerance: 2,
    more: {
      countsChildren: true,
      frequency: 'quarter',
      yearBy: 'formula',
      decimals: 1,
      formula: `100 * {${kpiId('FM 31')}} / {${kpiId('FM 32')}}`,
    },
    actual: {},
    target: { '2009-10': ['15', '14', '14', '12'], '2010-11': ['12', '12', '10', '10'] },
    comparator: { name: 'Fen counties', figures: { '2009-10': ['14.8', '14.1', '13.9', '13.6'] } },
  },
  {
    ref: 'FM 34',
    name: 'Attendance at the partnership board',
    outcome: 'Making a contribution',
    unit: '%',
    polarity: 'up',
    owner: 'RA',
    dataSource: 'Counted from the register',
    tolerance: 5,
    more: {
      frequency: 'quarter',
      calculated: { kind: 'attendance', bodyId: bodyId('Partnership board'), planId: null },
    },
    actual: {},
    target: { '2010-11': ['80', '80', '80', '80'] },
  },
  {
    ref: 'FM 35',
    name: 'Actions of the delivery plan that are on track',
    outcome: 'Making a contribution',
    unit: '%',
    polarity: 'up',
    owner: 'RA',
    dataSource: 'Counted from the register',
    tolerance: 10,
    more: {
      frequency: 'quarter',
      calculated: { kind: 'actions-on-track', bodyId: null, planId: planId('delivery-2010') },
    },
    actual: {},
    target: { '2010-11': ['75', '75', '80', '85'] },
  },
  {
    ref: 'FM 36',
    name: 'Paid out of the small grants',
    outcome: 'Economic well-being',
    unit: 'money',
    polarity: 'up',
    owner: 'HB',
    dataSource: 'Grants ledger',
    tolerance: 5,
    more: { frequency: 'quarter', yearBy: 'sum', toleranceBy: 'percent', dueDays: 20 },
    actual: {
      '2009-10': ['£6,200', '£5,250', '£7,450', '£5,100'],
      '2010-11': ['£7,150.50', '£5,870 (p)', '', ''],
    },
    target: {
      '2009-10': ['£6,000', '£6,000', '£6,000', '£6,000'],
      '2010-11': ['£7,000', '£7,000', '£7,000', '£7,000'],
    },
    forecast: { '2010-11': ['', '', '£7,900', '£7,000'] },
    narratives: [
      {
        period: 'July to September 2010',
        says: 'A sixth short of the quarter’s target.',
        behind: 'Three childminders claimed in the last week of September and were paid in October.',
        doing: 'Claims are asked for a month before the quarter ends.',
        byWhen: 'from December 2010',
        help: 'Finance to confirm that a claim counts on the day it is signed.',
        by: 'HB',
        on: '2010-10-08',
      },
    ],
  },
];

/** What the register works out and stores, what was measured otherwise, and a status by judgement, as known on the day. */
export function addWorkedOut(
  asOf: AsOf,
  { kpis, kpiValues }: KpiRecords,
  { meetings, attendance }: Pick<MeetingRecords, 'meetings' | 'attendance'>,
): { kpiChanges: KpiChange[]; kpiJudgements: KpiJudgement[] } {
  const store = (ref: string, period: Period, decimal: Decimal, o: Partial<KpiValue>) =>
    kpiValues.push({
      id: exampleId(`value ${ref} actual  ${period.label}`),
      source: null,
      kpiId: kpiId(ref),
      role: 'actual',
      period,
      number: toNumber(decimal),
      text: formatDecimal(decimal, '%'),
      symbol: null,
      comparator: null,
      tolerance: workedOutKpis.find((row) => row.ref === ref)?.tolerance ?? null,
      provisional: false,
      ...o,
    });
  const of = (ref: string) =>
    kpiValues.filter(
      (value) => value.kpiId === kpiId(ref) && value.role === 'actual' && value.number !== null,
    );
  const seen = new Map(of('FM 32').map((value) => [periodKey(value.period), value]));
  for (const some of of('FM 31')) {
    const all = seen.get(periodKey(some.period));
    if (!all?.number || some.number === null) continue;
    const share = quotient(BigInt(some.number) * 100n, BigInt(all.number), 1);
    const provisional = some.provisional || all.provisional;
    store('FM 33', some.period, share, { polarity: 'down', provisional, calculated: 'formula' });
  }
  for (const quarter of [1, 2]) {
    const period = quarterOf(2010, quarter);
    if (!isKnown(period.end ?? '', asOf)) continue;
    const held = meetings.filter(
      ({ bodyId: body, heldOn }) =>
        body === bodyId('Partnership board') &&
        (heldOn ?? '') >= (period.start ?? '') &&
        (heldOn ?? '9') <= (period.end ?? ''),
    );
    const asked = attendance.filter(({ meetingId }) => held.some(({ id }) => id === meetingId));
    const present = asked.filter(({ state }) => state === 'present').length;
    if (asked.length === 0) continue;
    const note = `${present} of ${asked.length} present at ${count(held.length, 'meeting')}.`;
    const share = quotient(BigInt(present) * 100n, BigInt(asked.length), 1);
    store('FM 34', period, share, { polarity: 'up', note, calculated: 'register' });
  }
  const place = new Map(kpis.map(({ id }, at) => [id as string, at]));
  kpiValues.sort((a, b) => (place.get(a.kpiId) ?? 0) - (place.get(b.kpiId) ?? 0));
  const change: KpiChange = {
    id: exampleId('change FM 32'),
    source: null,
    kpiId: kpiId('FM 32'),
    on: financialYear(2010).start ?? '2010-04-01',
    words: 'Counts the drop-in at Eastmere as well',
    breaks: true,
    fields: [
      {
        label: 'Data source',
        before: 'Talking drop-in sheets of Saltby',
        after: 'Talking drop-in sheets of both centres',
      },
    ],
    by: 'Gwen Marsh',
  };
  const judgement: KpiJudgement = {
    id: exampleId('judgement FM 36'),
    source: null,
    kpiId: kpiId('FM 36'),
    period: readPeriod('July to September 2010'),
    state: 'at-risk',
    reason: 'Off track by the figures, but £880 of claims signed in September were paid in October.',
    by: 'Hal Brandreth',
    on: '2010-10-08',
  };
  return {
    kpiChanges: isKnown('2010-04-19', asOf) ? [change] : [],
    kpiJudgements: isKnown(judgement.on, asOf) ? [judgement] : [],
  };
}
