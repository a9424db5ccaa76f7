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
  toldWith: ({ actionId, kpiId }, side) =>
    (actionId !== null && !side.actions.has(actionId)) || (kpiId !== null && !side.kpis.has(kpiId)),
  fields: {
    words: plain('changed', (update) => update.text),
    on: plain('changed', (update) => update.on),
    status: status('changed', (update) => update.status),
    'colour of its status': plain('changed', (update) => update.statusColour ?? null),
    by: plain('changed', (update) => update.by),
    evidence: plain('changed', (update) => update.evidence),
    action: referring('moved', (update) => update.actionId, actionName),
    kpi: referring('moved', (update) => update.kpiId, kpiName),
    meeting: referring('changed', (update) => update.meetingId ?? null, meetingName),
    corrects: {
      kind: 'changed',
      of: (update) => update.correctsId ?? null,
      text: (update) => (update.correctsId ? 'an earlier update' : null),
      reading: (update) => update.correctsId ?? null,
    },
  },
};

export const dutyRules: Rules<Duty> = {
  head: ({ text, planId }) => other(text, { planId }),
  fields: {
    words: plain('re-worded', (duty) => duty.text),
    basis: plain('changed', (duty) => duty.basis),
    'in force': timescale((duty) => duty.inForceFrom),
    plan: referring('moved', (duty) => duty.planId, planName),
  },
};

export const glossaryRules: Rules<GlossaryEntry> = {
  head: ({ term, meaning, planId }) => other(`${term}: ${meaning}`, { planId }),
  fields: {
    term: plain('re-worded', (entry) => entry.term),
    meaning: plain('re-worded', (entry) => entry.meaning),
    plan: referring('moved', (entry) => entry.planId, planName),
  },
};

export const personRules: Rules<Person> = {
  head: (person) => other(person.name),
  fields: {
    name: plain('changed', (person) => person.name),
    kind: plain('changed', (person) => person.kind),
    initials: plain('changed', (person) => person.initials),
    role: plain('changed', (person) => person.role),
    'e-mail': plain('changed', (person) => person.email),
    'retired on': plain('changed', (person) => person.retiredOn ?? null),
  },
};
