import type { Action, Measure, Plan, Section } from '../contract/register.ts';
import {
  actionName,
  details,
  dutyName,
  keyWords,
  kpiName,
  leads,
  lines,
  period,
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
  among: () => '',
  fields: {
    title: plain('re-worded', 'title'),
    kind: plain('changed', 'kind'),
    period: period('period'),
    subject: plain('re-worded', 'subject'),
    preamble: plain('re-worded', 'preamble'),
    'days of silence': plain('changed', 'silentDays'),
    parent: referring('moved', 'parentPlanId', planName),
    continues: referring('changed', 'continuesPlanId', planName),
    key: {
      kind: 'changed',
      keys: ['key'],
      text: (plan) => keyWords(plan.key),
    },
  },
};

export const sectionRules: Rules<Section> = {
  head: ({ planId, ref, title }) => ({ record: 'section', planId, ref, title }),
  among: ({ planId, parentId }) => parentId ?? planId,
  fields: {
    ref: plain('renumbered', 'ref'),
    title: plain('re-worded', 'title'),
    kind: plain('changed', 'kind'),
    bullets: {
      kind: 're-worded',
      keys: ['bullets'],
      text: (section) => lines(section.bullets),
    },
    leads: leads('leads'),
    plan: referring('moved', 'planId', planName),
    parent: referring('moved', 'parentId', sectionName),
    details: details('details'),
  },
};

export const actionRules: Rules<Action> = {
  head: ({ planId, ref, text }) => ({ record: 'action', planId, ref, title: text }),
  among: ({ planId, sectionId }) => sectionId ?? planId,
  fields: {
    ref: plain('renumbered', 'ref'),
    plan: referring('moved', 'planId', planName),
    section: referring('moved', 'sectionId', sectionName),
    text: {
      kind: 're-worded',
      keys: ['text', 'bullets'],
      text: (action) => lines([action.text, ...action.bullets]),
    },
    timescale: timescale('timescale'),
    leads: leads('leads'),
    status: status('status-changed', 'status'),
    resources: plain('changed', 'resources'),
    comment: plain('changed', 'comment'),
    details: details('details'),
    links: {
      kind: 'changed',
      keys: ['links'],
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
    review: plain('re-dated', 'reviewOn'),
    continues: referring('changed', 'continuesActionId', actionName),
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
  partOf: ({ actionId }) => [['actions', actionId]],
  among: ({ actionId }) => actionId,
  fields: {
    text: plain('measure-changed', 'text'),
    done: plain('changed', 'doneOn'),
    leads: leads('leads'),
    action: referring('moved', 'actionId', actionName),
    kpi: referring('measure-changed', 'kpiId', kpiName),
  },
};
