import type {
  AgendaItem,
  Attendance,
  Body,
  Duty,
  GlossaryEntry,
  Meeting,
  Person,
  Progress,
  Resolution,
} from '../contract/register.ts';
import {
  actionName,
  type Head,
  kpiName,
  lines,
  plain,
  planName,
  type Rules,
  referring,
  type Side,
  status,
  timescale,
} from './difference-fields.ts';

/** What is compared of updates, meetings and whatever else the office keeps. */

const other = (title: string, at: Partial<Head> = {}): Head => ({
  record: 'other',
  planId: null,
  ref: null,
  title,
  ...at,
});

const bodyName = (id: string, side: Side) => side.bodies.get(id)?.name;
const meetingName = (id: string, side: Side) => side.meetings.get(id)?.title;
const personName = (id: string, side: Side) => side.people.get(id)?.name;
const itemName = (id: string, side: Side) => side.agendaItems.get(id)?.title;

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

export const bodyRules: Rules<Body> = {
  head: (body) => other(body.name),
  fields: {
    name: plain('changed', (body) => body.name),
    kind: plain('changed', (body) => body.kind),
    purpose: plain('changed', (body) => body.purpose),
    role: plain('changed', (body) => body.role),
    cycle: plain('changed', (body) => body.cycle),
    'reports to': referring('changed', (body) => body.reportsToId, bodyName),
    members: {
      kind: 'changed',
      of: (body) => body.members,
      text: (body) => lines(body.members.map(({ name, role }) => (role ? `${name}, ${role}` : name))),
      reading: (body) =>
        body.members.map(({ from, until }) => `${from ?? 'start'} to ${until ?? 'now'}`).join('; '),
    },
  },
};

export const meetingRules: Rules<Meeting> = {
  head: (meeting) => other(meeting.title),
  fields: {
    title: plain('changed', (meeting) => meeting.title),
    body: referring('changed', (meeting) => meeting.bodyId, bodyName),
    held: plain('re-dated', (meeting) => meeting.heldOn),
    place: plain('changed', (meeting) => meeting.place),
    minute: plain('changed', (meeting) => meeting.minuteRef),
    'further to': plain('changed', (meeting) => meeting.furtherTo),
    state: plain('changed', (meeting) => meeting.state),
    details: {
      kind: 're-worded',
      of: (meeting) => meeting.details ?? [],
      text: (meeting) => lines((meeting.details ?? []).map(({ label, text }) => `${label}: ${text}`)),
    },
  },
};

export const attendanceRules: Rules<Attendance> = {
  head: ({ name, state }) => other(`${name}: ${state}`),
  toldWith: (one, side) => !side.meetings.has(one.meetingId),
  fields: {
    name: plain('changed', (one) => one.name),
    person: referring('changed', (one) => one.personId, personName),
    state: plain('changed', (one) => one.state),
    'substitute for': plain('changed', (one) => one.substituteFor),
    role: plain('changed', (one) => one.role ?? null),
    meeting: referring('moved', (one) => one.meetingId, meetingName),
  },
};

export const agendaItemRules: Rules<AgendaItem> = {
  head: ({ title, text }) => other(lines([title, text].filter(Boolean))),
  fields: {
    number: plain('renumbered', (item) => item.number),
    title: plain('re-worded', (item) => item.title),
    words: plain('re-worded', (item) => item.text),
    points: {
      kind: 're-worded',
      of: (item) => item.points,
      text: (item) => lines(item.points.map(({ heading, text }) => (heading ? `${heading}: ${text}` : text))),
    },
    meeting: referring('moved', (item) => item.meetingId, meetingName),
  },
};

export const resolutionRules: Rules<Resolution> = {
  head: ({ number, text }) => other(`${number} ${text}`),
  fields: {
    number: plain('renumbered', (resolution) => resolution.number),
    words: plain('re-worded', (resolution) => resolution.text),
    kind: plain('changed', (resolution) => resolution.kind),
    action: referring('changed', (resolution) => resolution.actionId, actionName),
    'agenda point': referring('moved', (resolution) => resolution.agendaItemId, itemName),
    meeting: referring('moved', (resolution) => resolution.meetingId, meetingName),
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
