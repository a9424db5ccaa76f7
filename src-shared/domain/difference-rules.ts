import type { Action, Measure, Plan, Section } from '../contract/register.ts';
import {
  actionName,
  details,
  dutyName,
  kpiName,
  leads,
  lines,
  plain,
  planName,
  type Rules,
  referring,
  sectionName,
  status,
  streamName,
  timescale,
} from './difference-fields.ts';

/** What is compared of plans, their sections and actions: every field but where it came from. */

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
            (link) =>
              (link.actionId && actionName(link.actionId, side)) ||
              (link.sectionId && sectionName(link.sectionId, side)) ||
              (link.planId && planName(link.planId, side)) ||
              (link.kpiId && kpiName(link.kpiId, side)) ||
              (link.dutyId && dutyName(link.dutyId, side)) ||
              (link.streamId && streamName(link.streamId, side)) ||
              link.kind,
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
    done: plain('changed', (measure) => measure.doneOn ?? null),
    leads: leads((measure) => measure.leads),
    action: referring('moved', (measure) => measure.actionId, actionName),
    kpi: referring('measure-changed', (measure) => measure.kpiId, kpiName),
  },
};
