import type { Action, Kpi, KpiNarrative, KpiValue, Measure, Plan, Section } from '../contract/register.ts';
import {
  actionName,
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
  status,
  timescale,
} from './difference-fields.ts';

/** What is compared of plans, their sections and actions, and of KPIs: every field but where it came from. */

export const planRules: Rules<Plan> = {
  head: (plan) => ({ record: 'plan', planId: plan.id, ref: null, title: plan.title }),
  fields: {
    title: plain('re-worded', (plan) => plan.title),
    kind: plain('changed', (plan) => plan.kind),
    period: { kind: 'changed', of: (plan) => plan.period, text: (plan) => plan.period?.label ?? null },
    subject: plain('re-worded', (plan) => plan.subject),
    preamble: plain('re-worded', (plan) => plan.preamble),
    'days of silence': plain('changed', (plan) => plan.silentDays?.toString() ?? null),
    parent: referring('moved', (plan) => plan.parentPlanId, planName),
    continues: referring('changed', (plan) => plan.continuesPlanId, planName),
    key: {
      kind: 'changed',
      of: (plan) => plan.key,
      text: (plan) =>
        lines(plan.key.map((e) => `${e.state}: ${e.label}, ${e.colour}, ${e.shape}, ${e.definition}`)),
    },
  },
};

export const sectionRules: Rules<Section> = {
  head: ({ planId, ref, title }) => ({ record: 'section', planId, ref, title }),
  fields: {
    ref: plain('renumbered', (section) => section.ref),
    title: plain('re-worded', (section) => section.title),
    kind: plain('changed', (section) => section.kind),
    bullets: {
      kind: 're-worded',
      of: (section) => section.bullets,
      text: (section) => lines(section.bullets),
    },
    leads: leads((section) => section.leads),
    plan: referring('moved', (section) => section.planId, planName),
    parent: referring('moved', (section) => section.parentId, sectionName),
    details: details((section) => section.details),
  },
};

export const actionRules: Rules<Action> = {
  head: ({ planId, ref, text }) => ({ record: 'action', planId, ref, title: text }),
  fields: {
    ref: plain('renumbered', (action) => action.ref),
    plan: referring('moved', (action) => action.planId, planName),
    section: referring('moved', (action) => action.sectionId, sectionName),
    text: {
      kind: 're-worded',
      of: (action) => [action.text, ...action.bullets],
      text: (action) => lines([action.text, ...action.bullets]),
    },
    timescale: timescale((action) => action.timescale),
    leads: leads((action) => action.leads),
    status: status('status-changed', (action) => action.status),
    resources: plain('changed', (action) => action.resources),
    comment: plain('changed', (action) => action.comment),
    details: details((action) => action.details),
    links: {
      kind: 'changed',
      of: (action) => action.links,
      text: (action) => lines(action.links.map((link) => link.text)),
      reading: (action, side) =>
        action.links
          .map(
            ({ kind, planId, sectionId, actionId }) =>
              (actionId && actionName(actionId, side)) ||
              (sectionId && sectionName(sectionId, side)) ||
              (planId && planName(planId, side)) ||
              kind,
          )
          .join('; '),
    },
    review: plain('re-dated', (action) => action.reviewOn),
    continues: referring('changed', (action) => action.continuesActionId, actionName),
  },
};

export const measureRules: Rules<Measure> = {
  head: (measure, side) => {
    const owner = side.actions.get(measure.actionId);
    return {
      record: 'measure',
      planId: owner?.planId ?? null,
      ref: owner?.ref ?? null,
      title: measure.text,
    };
  },
  toldWith: (measure, other) => !other.actions.has(measure.actionId),
  fields: {
    text: plain('measure-changed', (measure) => measure.text),
    leads: leads((measure) => measure.leads),
    action: referring('moved', (measure) => measure.actionId, actionName),
    kpi: referring('measure-changed', (measure) => measure.kpiId, kpiName),
  },
};

export const kpiRules: Rules<Kpi> = {
  head: ({ planId, ref, name }) => ({ record: 'kpi', planId, ref, title: name }),
  fields: {
    ref: plain('renumbered', (kpi) => kpi.ref),
    name: plain('measure-changed', (kpi) => kpi.name),
    unit: plain('measure-changed', (kpi) => kpi.unit),
    polarity: plain('measure-changed', (kpi) => kpi.polarity),
    owners: leads((kpi) => kpi.owners),
    source: plain('changed', (kpi) => kpi.dataSource),
    calendar: plain('changed', (kpi) => kpi.calendar),
    tolerance: plain('changed', (kpi) => kpi.tolerance),
    plan: referring('moved', (kpi) => kpi.planId, planName),
    section: referring('moved', (kpi) => kpi.sectionId, sectionName),
    details: details((kpi) => kpi.details),
  },
};

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
      of: ({ number, text, symbol }) => [number, text, symbol],
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
    provisional: plain('changed', (value) => value.provisional),
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
    behind: plain('changed', (told) => told.behind),
    doing: plain('changed', (told) => told.doing),
    by: plain('changed', (told) => told.by),
    on: plain('changed', (told) => told.on),
    kpi: referring('moved', (told) => told.kpiId, kpiName),
  },
};
