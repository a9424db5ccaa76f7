import type { Kpi, KpiChange, KpiJudgement, KpiNarrative, KpiValue } from '../contract/kpi-records.ts';
import { formatDay } from './dates.ts';
import {
  details,
  figureCame,
  figureText,
  kpiName,
  leads,
  lines,
  period,
  plain,
  planName,
  type Rules,
  referring,
  type Side,
  sectionName,
} from './difference-fields.ts';
import { lookOf } from './states.ts';

/** What is compared of KPIs and what hangs on them: every field but where it came from and when it was entered. */

export const kpiRules: Rules<Kpi> = {
  head: ({ planId, ref, name }) => ({ record: 'kpi', planId, ref, title: name }),
  among: ({ planId, sectionId }) => sectionId ?? planId ?? '',
  fields: {
    ref: plain('renumbered', 'ref'),
    name: plain('measure-changed', 'name'),
    'what it measures': plain('measure-changed', 'measured'),
    unit: plain('measure-changed', 'unit'),
    'kind of figure': plain('measure-changed', 'unitKind'),
    'places after the point': plain('changed', 'decimals'),
    polarity: plain('measure-changed', 'polarity'),
    owners: leads('owners'),
    source: plain('changed', 'dataSource'),
    calendar: plain('changed', 'calendar'),
    year: {
      kind: 'changed',
      keys: ['yearKind', 'yearStartMonth'],
      text: (kpi) => [kpi.yearKind, kpi.yearStartMonth].filter(Boolean).join(' from month ') || null,
    },
    'how often': plain('measure-changed', 'frequency'),
    'how the year is reached': plain('measure-changed', 'yearBy'),
    formula: {
      kind: 'measure-changed',
      keys: ['formula'],
      text: (kpi, side) =>
        kpi.formula?.replace(/\{([^}]*)\}/g, (_, id: string) => shortKpiName(id, side)) ?? null,
    },
    'counted from the register': {
      kind: 'measure-changed',
      keys: ['calculated'],
      text: ({ calculated }, side) => {
        if (!calculated) return null;
        const { kind, bodyId, planId } = calculated;
        const of = (bodyId && side.bodies.get(bodyId)?.name) || (planId && planName(planId, side));
        return [kind.replaceAll('-', ' '), of].filter(Boolean).join(' of ');
      },
    },
    tolerance: plain('changed', 'tolerance'),
    'tolerance in': plain('changed', 'toleranceBy'),
    'on track within': plain('changed', 'onTrackWithin'),
    'days until due': plain('changed', 'dueDays'),
    'counts children': plain('changed', 'countsChildren'),
    plan: referring('moved', 'planId', planName),
    section: referring('moved', 'sectionId', sectionName),
    details: details('details'),
  },
};

/** The reference of a KPI, else its name, in the words of a formula. */
const shortKpiName = (id: string, side: Side): string =>
  side.kpis.get(id)?.ref ?? kpiName(id, side) ?? 'one that is not there';

/** Where a thing about a KPI stands: in the plan and under the reference of the KPI. */
function headOfKpi(kpiId: string, side: Side): { planId: string | null; ref: string | null; name: string } {
  const kpi = side.kpis.get(kpiId);
  return { planId: kpi?.planId ?? null, ref: kpi?.ref ?? null, name: kpi?.name ?? '' };
}

export const kpiValueRules: Rules<KpiValue> = {
  head: ({ kpiId, role, period }, side) => {
    const { name, ...kpi } = headOfKpi(kpiId, side);
    return { record: 'kpi-value', ...kpi, title: `${name}, ${role}, ${period.label}` };
  },
  partOf: ({ kpiId }) => [['kpis', kpiId]],
  kindOf: (value) => (value.role === 'target' ? 'target-changed' : null),
  shown: (value, side) => ({ field: value.role, text: figureText(value, side) }),
  fields: {
    role: plain('changed', 'role'),
    figure: {
      kind: 'changed',
      // Who entered it when, and what stood there before, is told with the figure and not by itself.
      keys: ['number', 'text', 'symbol', 'enteredAt', 'enteredBy', 'calculated', 'revisions'],
      text: figureText,
      reading: figureCame,
    },
    period: period('period'),
    kpi: referring('moved', 'kpiId', kpiName),
    comparator: plain('changed', 'comparator'),
    tolerance: plain('changed', 'tolerance'),
    'tolerance in': plain('changed', 'toleranceBy'),
    'on track within': plain('changed', 'onTrackWithin'),
    better: plain('changed', 'polarity'),
    provisional: plain('changed', 'provisional'),
    note: plain('changed', 'note'),
  },
};

export const narrativeRules: Rules<KpiNarrative> = {
  head: (told, side) => {
    const { planId, ref, name } = headOfKpi(told.kpiId, side);
    return {
      record: 'other',
      planId,
      ref,
      title: `${name}, ${told.period.label}: ${told.behind || told.doing}`,
    };
  },
  partOf: ({ kpiId }) => [['kpis', kpiId]],
  fields: {
    period: period('period'),
    says: plain('changed', 'says'),
    behind: plain('changed', 'behind'),
    doing: plain('changed', 'doing'),
    'by when': plain('re-dated', 'byWhen'),
    'help wanted': plain('changed', 'help'),
    by: plain('changed', 'by'),
    on: plain('changed', 'on'),
    kpi: referring('moved', 'kpiId', kpiName),
  },
};

export const kpiChangeRules: Rules<KpiChange> = {
  head: ({ kpiId }, side) => {
    const { name, ...kpi } = headOfKpi(kpiId, side);
    return { record: 'kpi', ...kpi, title: name };
  },
  partOf: ({ kpiId }) => [['kpis', kpiId]],
  kindOf: () => 'measure-changed',
  shown: ({ words, on, breaks }) => ({
    field: 'what is measured',
    text: `${words} (from ${formatDay(on)}${breaks ? '; figures from then on are not compared with those before' : ''})`,
  }),
  fields: {
    words: plain('measure-changed', 'words'),
    from: plain('re-dated', 'on'),
    'breaks the series': plain('measure-changed', 'breaks'),
    fields: {
      kind: 'measure-changed',
      keys: ['fields'],
      text: ({ fields }) =>
        lines(
          fields.map(({ label, before, after }) => `${label} was ${before ?? 'none'}, is ${after ?? 'none'}`),
        ),
    },
    by: plain('changed', 'by'),
    kpi: referring('moved', 'kpiId', kpiName),
  },
};

export const kpiJudgementRules: Rules<KpiJudgement> = {
  head: ({ kpiId, period }, side) => {
    const { name, ...kpi } = headOfKpi(kpiId, side);
    return { record: 'kpi', ...kpi, title: `${name}, ${period.label}` };
  },
  partOf: ({ kpiId }) => [['kpis', kpiId]],
  kindOf: () => 'status-changed',
  shown: ({ state, reason }) => ({
    field: 'status by judgement',
    text: `${state === null ? 'by the rules again' : lookOf(state).label} (${reason})`,
  }),
  fields: {
    status: {
      kind: 'status-changed',
      keys: ['state'],
      text: ({ state }) => (state === null ? null : lookOf(state).label),
    },
    reason: plain('changed', 'reason'),
    period: period('period'),
    by: plain('changed', 'by'),
    on: plain('re-dated', 'on'),
    kpi: referring('moved', 'kpiId', kpiName),
  },
};
