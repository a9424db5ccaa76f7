import type { Duty, GlossaryEntry, Person, Progress } from '../contract/register.ts';
import {
  actionName,
  type Head,
  kpiName,
  plain,
  planName,
  type Rules,
  referring,
  type Side,
  status,
  timescale,
} from './difference-fields.ts';

/** What is compared of updates, duties, people and whatever else the office keeps. */

const other = (title: string, at: Partial<Head> = {}): Head => ({
  record: 'other',
  planId: null,
  ref: null,
  title,
  ...at,
});

const meetingName = (id: string, side: Side) => side.meetings.get(id)?.title;

export const progressRules: Rules<Progress> = {
  head: ({ actionId, kpiId, text, status: given }, side) => {
    const owner = side.actions.get(actionId ?? '') ?? side.kpis.get(kpiId ?? '');
    return other(text || (given?.label ?? 'Update'), {
      planId: owner?.planId ?? null,
      ref: owner?.ref ?? null,
    });
  },
  partOf: ({ actionId, kpiId }) => [
    ['actions', actionId],
    ['kpis', kpiId],
  ],
  fields: {
    words: plain('changed', 'text'),
    on: plain('changed', 'on'),
    status: status('changed', 'status'),
    'colour of its status': plain('changed', 'statusColour'),
    by: plain('changed', 'by'),
    evidence: plain('changed', 'evidence'),
    action: referring('moved', 'actionId', actionName),
    kpi: referring('moved', 'kpiId', kpiName),
    meeting: referring('changed', 'meetingId', meetingName),
    corrects: {
      kind: 'changed',
      keys: ['correctsId'],
      text: (update) => (update.correctsId ? 'an earlier update' : null),
      reading: (update) => update.correctsId ?? null,
    },
  },
};

export const dutyRules: Rules<Duty> = {
  head: ({ text, planId }) => other(text, { planId }),
  fields: {
    words: plain('re-worded', 'text'),
    basis: plain('changed', 'basis'),
    'in force': timescale('inForceFrom'),
    plan: referring('moved', 'planId', planName),
  },
};

export const glossaryRules: Rules<GlossaryEntry> = {
  head: ({ term, meaning, planId }) => other(`${term}: ${meaning}`, { planId }),
  fields: {
    term: plain('re-worded', 'term'),
    meaning: plain('re-worded', 'meaning'),
    plan: referring('moved', 'planId', planName),
  },
};

export const personRules: Rules<Person> = {
  head: (person) => other(person.name),
  fields: {
    name: plain('changed', 'name'),
    kind: plain('changed', 'kind'),
    initials: plain('changed', 'initials'),
    role: plain('changed', 'role'),
    'e-mail': plain('changed', 'email'),
    'retired on': plain('changed', 'retiredOn'),
  },
};
