import type { Kpi, KpiChange, KpiJudgement, KpiNarrative, KpiValue } from '../contract/kpi-records.ts';
import { formatDay } from './dates.ts';
import {
  details,
  figureReading,
  figureText,
  kpiName,
  leads,
  lines,
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
  fields: {
    ref: plain('renumbered', (kpi) => kpi.ref),
    name: plain('measure-changed', (kpi) => kpi.name),
    'what it measures': plain('measure-changed', (kpi) => kpi.measured ?? null),
    unit: plain('measure-changed', (kpi) => kpi.unit),
    'kind of figure': plain('measure-changed', (kpi) => kpi.unitKind ?? null),
    'places after the point': plain('changed', (kpi) => kpi.decimals ?? null),
    polarity: plain('measure-changed', (kpi) => kpi.polarity),
    owners: leads((kpi) => kpi.owners),
    source: plain('changed', (kpi) => kpi.dataSource),
    calendar: plain('changed', (kpi) => kpi.calendar),
    year: {
      kind: 'changed',
      of: (kpi) => [kpi.yearKind, kpi.yearStartMonth],
      text: (kpi) => [kpi.yearKind, kpi.yearStartMonth].filter(Boolean).join(' from month ') || null,
    },
    'how often': plain('measure-changed', (kpi) => kpi.frequency ?? null),
    'how the year is reached': plain('measure-changed', (kpi) => kpi.yearBy ?? null),
    formula: {
      kind: 'measure-changed',
      of: (kpi) => kpi.formula ?? null,
      text: (kpi, side) =>
        kpi.formula?.replace(/\{([^}]*)\}/g, (_, id: string) => shortKpiName(id, side)) ?? null,
    },
    'counted from the register': {
      kind: 'measure-changed',
      of: (kpi) => kpi.calculated ?? null,
      text: ({ calculated }, side) => {
        if (!calculated) return null;
        const { kind, bodyId, planId } = calculated;
        const of = (bodyId && side.bodies.get(bodyId)?.name) || (planId && planName(planId, side));
        return [kind.replaceAll('-', ' '), of].filter(Boolean).join(' of ');
      },
    },
    tolerance: plain('changed', (kpi) => kpi.tolerance),
    'tolerance in': plain('changed', (kpi) => kpi.toleranceBy ?? null),
    'on track within': plain('changed', (kpi) => kpi.onTrackWithin ?? null),
    'days until due': plain('changed', (kpi) => kpi.dueDays ?? null),
    'counts children': plain('changed', (kpi) => kpi.countsChildren ?? false),
    plan: referring('moved', (kpi) => kpi.planId, planName),
    section: referring('moved', (kpi) => kpi.sectionId, sectionName),
    details: details((kpi) => kpi.details),
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
  toldWith: (value, other) => !other.kpis.has(value.kpiId),
  kindOf: (value) => (value.role === 'target' ? 'target-changed' : null),
  shown: (value, side) => ({ field: value.role, text: figureText(value, side) }),
  fields: {
    role: plain('changed', (value) => value.role),
    figure: {
      kind: 'changed',
      // Who entered it when, and what stood there before, is told with the figure and not by itself.
      of: ({ number, text, symbol, ...value }) => [
        number,
        text,
        symbol,
        value.enteredAt ?? null,
        value.enteredBy ?? null,
        value.calculated ?? null,
        value.revisions ?? null,
      ],
      text: figureText,
      reading: figureReading,
    },
    period: {
      kind: 'changed',
      of: (value) => value.period,
      text: (value) => value.period.label,
      reading: ({ period }) => [period.start, period.end].filter(Boolean).join(' to '),
    },
    kpi: referring('moved', (value) => value.kpiId, kpiName),
    comparator: plain('changed', (value) => value.comparator),
    tolerance: plain('changed', (value) => value.tolerance),
    'tolerance in': plain('changed', (value) => value.toleranceBy ?? null),
    'on track within': plain('changed', (value) => value.onTrackWithin ?? null),
    better: plain('changed', (value) => value.polarity ?? null),
    provisional: plain('changed', (value) => value.provisional),
    note: plain('changed', (value) => value.note ?? null),
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
  toldWith: (told, other) => !other.kpis.has(told.kpiId),
  fields: {
    period: { kind: 'changed', of: (told) => told.period, text: (told) => told.period.label },
    says: plain('changed', (told) => told.says ?? null),
    behind: plain('changed', (told) => told.behind),
    doing: plain('changed', (told) => told.doing),
    'by when': plain('re-dated', (told) => told.byWhen ?? null),
    'help wanted': plain('changed', (told) => told.help ?? null),
    by: plain('changed', (told) => told.by),
    on: plain('changed', (told) => told.on),
    kpi: referring('moved', (told) => told.kpiId, kpiName),
  },
};

export const kpiChangeRules: Rules<KpiChange> = {
  head: ({ kpiId }, side) => {
    const { name, ...kpi } = headOfKpi(kpiId, side);
    return { record: 'kpi', ...kpi, title: name };
  },
  toldWith: (change, other) => !other.kpis.has(change.kpiId),
  kindOf: () => 'measure-changed',
  shown: ({ words, on, breaks }) => ({
    field: 'what is measured',
    text: `${words} (from ${formatDay(on)}${breaks ? '; figures from then on are not compared with those before' : ''})`,
  }),
  fields: {
    words: plain('measure-changed', (change) => change.words),
    from: plain('re-dated', (change) => change.on),
    'breaks the series': plain('measure-changed', (change) => change.breaks),
    fields: {
      kind: 'measure-changed',
      of: (change) => change.fields,
      text: ({ fields }) =>
        lines(
          fields.map(({ label, before, after }) => `${label} was ${before ?? 'none'}, is ${after ?? 'none'}`),
        ),
    },
    by: plain('changed', (change) => change.by),
    kpi: referring('moved', (change) => change.kpiId, kpiName),
  },
};

export const kpiJudgementRules: Rules<KpiJudgement> = {
  head: ({ kpiId, period }, side) => {
    const { name, ...kpi } = headOfKpi(kpiId, side);
    return { record: 'kpi', ...kpi, title: `${name}, ${period.label}` };
  },
  toldWith: (judgement, other) => !other.kpis.has(judgement.kpiId),
  kindOf: () => 'status-changed',
  shown: ({ state, reason }) => ({
    field: 'status by judgement',
    text: `${state === null ? 'by the rules again' : lookOf(state).label} (${reason})`,
  }),
  fields: {
    status: plain('status-changed', ({ state }) => (state === null ? null : lookOf(state).label)),
    reason: plain('changed', (judgement) => judgement.reason),
    period: { kind: 'changed', of: (judgement) => judgement.period, text: ({ period }) => period.label },
    by: plain('changed', (judgement) => judgement.by),
    on: plain('re-dated', (judgement) => judgement.on),
    kpi: referring('moved', (judgement) => judgement.kpiId, kpiName),
  },
};
