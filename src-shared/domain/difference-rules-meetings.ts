import type {
  AgendaItem,
  Attendance,
  Body,
  Closure,
  ItemLink,
  Meeting,
  MinuteCorrection,
  Officer,
  OwedReport,
  Point,
  ReportDelivery,
  ReportingLine,
  Resolution,
  StandingItem,
} from '../contract/meeting-records.ts';
import {
  actionName,
  type Field,
  type Head,
  kpiName,
  leads,
  lines,
  plain,
  planName,
  type Rules,
  referring,
  type Side,
  sectionName,
  timescale,
} from './difference-fields.ts';

/** What is compared of bodies, meetings, what they resolved, and what became of that. */

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
const owedName = (id: string, side: Side) => side.owedReports.get(id)?.title;
const resolutionName = (id: string, side: Side) => {
  const found = side.resolutions.get(id);
  return found && `${found.number} ${found.text}`;
};

/** A field that is one of several of a kind: what it holds, and how its entries are told. */
const listed = <T, E>(of: (row: T) => readonly E[], told: (entry: E, side: Side) => string): Field<T> => ({
  kind: 'changed',
  of,
  text: (row, side) => lines(of(row).map((entry) => told(entry, side))),
  reading: (row) => JSON.stringify(of(row)),
});

const officer = <T>(of: (row: T) => Officer | null | undefined): Field<T> => ({
  kind: 're-assigned',
  of: (row) => of(row) ?? null,
  text: (row) => of(row)?.text ?? null,
  reading: (row, side) => personName(of(row)?.personId ?? '', side) ?? 'nobody on the list',
});

const standingWords = ({ title, plannedMinutes, officer: who }: StandingItem) =>
  [title, plannedMinutes === null ? null : `${plannedMinutes} minutes`, who?.text].filter(Boolean).join(', ');

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
    quorum: plain('changed', (body) => body.quorum ?? null),
    'terms of reference': plain('re-worded', (body) => body.terms ?? null),
    documents: listed(
      (body) => body.documents ?? [],
      ({ title, where }) => `${title}: ${where}`,
    ),
    'usual place': plain('changed', (body) => body.usualPlace ?? null),
    'usual start': plain('changed', (body) => body.usualStart ?? null),
    'usual length': plain('changed', (body) => body.usualMinutes ?? null),
    'days for papers': plain('changed', (body) => body.papersDays ?? null),
    'days counted for papers': plain('changed', (body) => body.papersUnit?.replace('-', ' ') ?? null),
    clusters: plain('changed', (body) => body.groups?.join(', ') ?? null),
    'minute numbers': {
      kind: 'changed',
      of: (body) => body.numbering ?? null,
      text: (body) => body.numbering?.pattern ?? null,
      reading: ({ numbering: by }) => (by ? `by ${by.counts}, one for each ${by.of}` : null),
    },
    'words of a resolution': {
      kind: 'changed',
      of: (body) => body.resolving ?? null,
      text: (body) => body.resolving?.words ?? null,
      reading: ({ resolving: by }) => (by ? `counted by ${by.counts}` : null),
    },
    'standing items': listed((body) => body.standingItems ?? [], standingWords),
    'meets no more since': plain('changed', (body) => body.endedOn ?? null),
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
    'begins at': plain('re-dated', (meeting) => meeting.startTime ?? null),
    length: plain('changed', (meeting) => meeting.lengthMinutes ?? null),
    'papers by': plain('re-dated', (meeting) => meeting.papersOn ?? null),
    'changes told': plain('changed', (meeting) => meeting.sequence ?? null),
    series: plain('changed', (meeting) => meeting.seriesId ?? null),
    chair: plain('changed', (meeting) => meeting.chair ?? null),
    'minutes taken by': plain('changed', (meeting) => meeting.clerk ?? null),
    'closed at': plain('changed', (meeting) => meeting.closedTime ?? null),
    'minutes circulated': plain('changed', (meeting) => meeting.circulatedOn ?? null),
    'comments by': plain('changed', (meeting) => meeting.commentsBy ?? null),
    'minutes confirmed': plain('changed', (meeting) => meeting.confirmedOn ?? null),
    'confirmed at': referring('changed', (meeting) => meeting.confirmedAtMeetingId ?? null, meetingName),
    'why cancelled': plain('changed', (meeting) => meeting.cancelledWhy ?? null),
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

const pointWords = ({ heading, text, kind, confidential }: Point) =>
  [confidential && 'Confidential', kind, heading, text].filter(Boolean).join(': ');
const linkTarget = (link: ItemLink, side: Side) =>
  (link.actionId && actionName(link.actionId, side)) ||
  (link.sectionId && sectionName(link.sectionId, side)) ||
  (link.kpiId && kpiName(link.kpiId, side)) ||
  (link.resolutionId && resolutionName(link.resolutionId, side)) ||
  (link.planId && planName(link.planId, side)) ||
  null;

export const agendaItemRules: Rules<AgendaItem> = {
  head: ({ title, text }) => other(lines([title, text].filter(Boolean))),
  fields: {
    number: plain('renumbered', (item) => item.number),
    title: plain('re-worded', (item) => item.title),
    words: plain('re-worded', (item) => item.text),
    points: {
      kind: 're-worded',
      of: (item) => item.points,
      text: (item) => lines(item.points.map(pointWords)),
    },
    meeting: referring('moved', (item) => item.meetingId, meetingName),
    kind: plain('changed', (item) => item.kind ?? null),
    'minutes planned': plain('changed', (item) => item.plannedMinutes ?? null),
    'began at': plain('changed', (item) => item.beganTime ?? null),
    officer: officer((item) => item.officer),
    confidential: plain('changed', (item) => item.confidential ?? null),
    minute: plain('renumbered', (item) => item.minuteRef ?? null),
    'further to': plain('changed', (item) => item.furtherTo ?? null),
    papers: listed(
      (item) => item.papers ?? [],
      ({ title, where }) => [title, where].filter(Boolean).join(': '),
    ),
    about: listed(
      (item) => item.links ?? [],
      (link, side) => [link.text, linkTarget(link, side)].filter(Boolean).join(': '),
    ),
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
    state: plain('changed', (resolution) => resolution.state ?? null),
    'superseded by': referring('changed', (resolution) => resolution.supersededById ?? null, resolutionName),
    'done on': plain('changed', (resolution) => resolution.doneOn ?? null),
    'how it was done': plain('changed', (resolution) => resolution.doneWords ?? null),
    leads: leads((resolution) => resolution.leads ?? []),
    due: timescale((resolution) => resolution.due ?? null),
    confidential: plain('changed', (resolution) => resolution.confidential ?? null),
  },
};

export const correctionRules: Rules<MinuteCorrection> = {
  head: ({ text }) => other(`Correction: ${text}`),
  toldWith: (one, side) => !side.meetings.has(one.meetingId),
  fields: {
    words: plain('re-worded', (one) => one.text),
    on: plain('changed', (one) => one.on),
    meeting: referring('moved', (one) => one.meetingId, meetingName),
    'recorded at': referring('changed', (one) => one.atMeetingId, meetingName),
    'agenda point': referring('moved', (one) => one.agendaItemId, itemName),
    confidential: plain('changed', (one) => one.confidential ?? null),
  },
};

export const owedReportRules: Rules<OwedReport> = {
  head: ({ title }) => other(title),
  fields: {
    title: plain('re-worded', (report) => report.title),
    resolution: referring('changed', (report) => report.resolutionId, resolutionName),
    to: referring('changed', (report) => report.toBodyId, bodyName),
    'how often': plain('changed', (report) => report.every),
    'owed next by': plain('re-dated', (report) => report.nextOn),
    officer: officer((report) => report.officer),
  },
};

export const deliveryRules: Rules<ReportDelivery> = {
  head: ({ owedReportId, words }, side) =>
    other(`${owedName(owedReportId, side) ?? 'A report'} was given${words ? `: ${words}` : ''}`),
  toldWith: ({ owedReportId }, side) => !side.owedReports.has(owedReportId),
  fields: {
    report: referring('moved', (one) => one.owedReportId, owedName),
    meeting: referring('changed', (one) => one.meetingId, meetingName),
    on: plain('re-dated', (one) => one.on),
    words: plain('re-worded', (one) => one.words),
  },
};

const lineWords = (line: ReportingLine, side: Side) => {
  const from = bodyName(line.fromBodyId ?? '', side) ?? planName(line.fromPlanId ?? '', side) ?? line.from;
  const to = bodyName(line.toBodyId ?? '', side) ?? planName(line.toPlanId ?? '', side) ?? line.to;
  return `${line.report}, from ${from || 'nobody named'} to ${to || 'nobody named'}`;
};
export const reportingLineRules: Rules<ReportingLine> = {
  head: (line, side) => other(lineWords(line, side)),
  fields: {
    level: plain('changed', (line) => line.level),
    'from body': referring('changed', (line) => line.fromBodyId, bodyName),
    'from plan': referring('changed', (line) => line.fromPlanId, planName),
    from: plain('changed', (line) => line.from),
    report: plain('re-worded', (line) => line.report),
    'how often': plain('changed', (line) => line.every),
    'to body': referring('changed', (line) => line.toBodyId, bodyName),
    'to plan': referring('changed', (line) => line.toPlanId, planName),
    to: plain('changed', (line) => line.to),
  },
};

export const closureRules: Rules<Closure> = {
  head: ({ name }) => other(name),
  fields: {
    name: plain('changed', (one) => one.name),
    kind: plain('changed', (one) => one.kind),
    from: plain('re-dated', (one) => one.from),
    until: plain('re-dated', (one) => one.until),
  },
};
