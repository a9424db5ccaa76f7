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
  Paper,
  Point,
  ReportDelivery,
  ReportingLine,
  Resolution,
  StandingItem,
} from '../contract/meeting-records.ts';
import {
  actionName,
  details,
  type Field,
  type Head,
  type KeyOf,
  kpiName,
  leads,
  lines,
  listed,
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

const officer = <T extends { readonly officer?: Officer | null }>(): Field<T> => ({
  kind: 're-assigned',
  keys: ['officer' as KeyOf<T>],
  text: ({ officer: who }) => who?.text ?? null,
  reading: ({ officer: who }, side) => personName(who?.personId ?? '', side) ?? 'nobody on the list',
});

const standingWords = ({ title, plannedMinutes, officer: who }: StandingItem) =>
  [title, plannedMinutes === null ? null : `${plannedMinutes} minutes`, who?.text].filter(Boolean).join(', ');

export const bodyRules: Rules<Body> = {
  head: (body) => other(body.name),
  fields: {
    name: plain('changed', 'name'),
    kind: plain('changed', 'kind'),
    purpose: plain('changed', 'purpose'),
    role: plain('changed', 'role'),
    cycle: plain('changed', 'cycle'),
    'reports to': referring('changed', 'reportsToId', bodyName),
    members: {
      kind: 'changed',
      keys: ['members'],
      text: (body) => lines(body.members.map(({ name, role }) => (role ? `${name}, ${role}` : name))),
      reading: (body, side) =>
        body.members
          .map(({ from, until, personId }) => {
            const who = personName(personId ?? '', side) ?? 'nobody on the list';
            return `${who}, ${from ?? 'start'} to ${until ?? 'now'}`;
          })
          .join('; '),
    },
    quorum: plain('changed', 'quorum'),
    'terms of reference': plain('re-worded', 'terms'),
    documents: listed(
      'documents',
      ({ title, where }: { title: string; where: string }) => `${title}: ${where}`,
    ),
    'usual place': plain('changed', 'usualPlace'),
    'usual start': plain('changed', 'usualStart'),
    'usual length': plain('changed', 'usualMinutes'),
    'days for papers': plain('changed', 'papersDays'),
    'days counted for papers': {
      kind: 'changed',
      keys: ['papersUnit'],
      text: ({ papersUnit }) => papersUnit?.replace('-', ' ') ?? null,
    },
    clusters: {
      kind: 'changed',
      keys: ['groups'],
      text: ({ groups }) => groups?.join(', ') ?? null,
      reading: ({ groups }) => groups?.map((one) => `“${one}”`).join('; ') ?? null,
    },
    'minute numbers': {
      kind: 'changed',
      keys: ['numbering'],
      text: (body) => body.numbering?.pattern ?? null,
      reading: ({ numbering: by }) => (by ? `by ${by.counts}, one for each ${by.of}` : null),
    },
    'words of a resolution': {
      kind: 'changed',
      keys: ['resolving'],
      text: (body) => body.resolving?.words ?? null,
      reading: ({ resolving: by }) => (by ? `counted by ${by.counts}` : null),
    },
    'standing items': listed('standingItems', standingWords),
    'meets no more since': plain('changed', 'endedOn'),
  },
};

export const meetingRules: Rules<Meeting> = {
  head: (meeting) => other(meeting.title),
  fields: {
    title: plain('changed', 'title'),
    body: referring('changed', 'bodyId', bodyName),
    held: plain('re-dated', 'heldOn'),
    place: plain('changed', 'place'),
    minute: plain('changed', 'minuteRef'),
    'further to': plain('changed', 'furtherTo'),
    state: plain('changed', 'state'),
    details: details('details', 're-worded'),
    'begins at': plain('re-dated', 'startTime'),
    length: plain('changed', 'lengthMinutes'),
    'papers by': plain('re-dated', 'papersOn'),
    'changes told': plain('changed', 'sequence'),
    series: plain('changed', 'seriesId'),
    chair: plain('changed', 'chair'),
    'minutes taken by': plain('changed', 'clerk'),
    'closed at': plain('changed', 'closedTime'),
    'minutes circulated': plain('changed', 'circulatedOn'),
    'comments by': plain('changed', 'commentsBy'),
    'minutes confirmed': plain('changed', 'confirmedOn'),
    'confirmed at': referring('changed', 'confirmedAtMeetingId', meetingName),
    'why cancelled': plain('changed', 'cancelledWhy'),
  },
};

export const attendanceRules: Rules<Attendance> = {
  head: ({ name, state }) => other(`${name}: ${state}`),
  partOf: ({ meetingId }) => [['meetings', meetingId]],
  fields: {
    name: plain('changed', 'name'),
    person: referring('changed', 'personId', personName),
    state: plain('changed', 'state'),
    'substitute for': plain('changed', 'substituteFor'),
    role: plain('changed', 'role'),
    meeting: referring('moved', 'meetingId', meetingName),
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
  among: ({ meetingId }) => meetingId,
  fields: {
    number: plain('renumbered', 'number'),
    title: plain('re-worded', 'title'),
    words: plain('re-worded', 'text'),
    points: {
      kind: 're-worded',
      keys: ['points'],
      text: (item) => lines(item.points.map(pointWords)),
    },
    meeting: referring('moved', 'meetingId', meetingName),
    kind: plain('changed', 'kind'),
    'minutes planned': plain('changed', 'plannedMinutes'),
    'began at': plain('changed', 'beganTime'),
    officer: officer(),
    confidential: plain('changed', 'confidential'),
    minute: plain('renumbered', 'minuteRef'),
    'further to': plain('changed', 'furtherTo'),
    papers: listed('papers', ({ title, where }: Paper) => [title, where].filter(Boolean).join(': ')),
    about: listed('links', (link: ItemLink, side) =>
      [link.text, linkTarget(link, side)].filter(Boolean).join(': '),
    ),
  },
};

export const resolutionRules: Rules<Resolution> = {
  head: ({ number, text }) => other(`${number} ${text}`),
  among: ({ meetingId }) => meetingId,
  fields: {
    number: plain('renumbered', 'number'),
    words: plain('re-worded', 'text'),
    kind: plain('changed', 'kind'),
    action: referring('changed', 'actionId', actionName),
    'agenda point': referring('moved', 'agendaItemId', itemName),
    meeting: referring('moved', 'meetingId', meetingName),
    state: plain('changed', 'state'),
    'superseded by': referring('changed', 'supersededById', resolutionName),
    'done on': plain('changed', 'doneOn'),
    'how it was done': plain('changed', 'doneWords'),
    leads: leads('leads'),
    due: timescale('due'),
    confidential: plain('changed', 'confidential'),
  },
};

export const correctionRules: Rules<MinuteCorrection> = {
  head: ({ text }) => other(`Correction: ${text}`),
  partOf: ({ meetingId }) => [['meetings', meetingId]],
  fields: {
    words: plain('re-worded', 'text'),
    on: plain('changed', 'on'),
    meeting: referring('moved', 'meetingId', meetingName),
    'recorded at': referring('changed', 'atMeetingId', meetingName),
    'agenda point': referring('moved', 'agendaItemId', itemName),
    confidential: plain('changed', 'confidential'),
  },
};

export const owedReportRules: Rules<OwedReport> = {
  head: ({ title }) => other(title),
  fields: {
    title: plain('re-worded', 'title'),
    resolution: referring('changed', 'resolutionId', resolutionName),
    to: referring('changed', 'toBodyId', bodyName),
    'how often': plain('changed', 'every'),
    'owed next by': plain('re-dated', 'nextOn'),
    officer: officer(),
  },
};

export const deliveryRules: Rules<ReportDelivery> = {
  head: ({ owedReportId, words }, side) =>
    other(`${owedName(owedReportId, side) ?? 'A report'} was given${words ? `: ${words}` : ''}`),
  partOf: ({ owedReportId }) => [['owedReports', owedReportId]],
  fields: {
    report: referring('moved', 'owedReportId', owedName),
    meeting: referring('changed', 'meetingId', meetingName),
    on: plain('re-dated', 'on'),
    words: plain('re-worded', 'words'),
  },
};

const lineWords = (line: ReportingLine, side: Side) => {
  const from = bodyName(line.fromBodyId ?? '', side) ?? planName(line.fromPlanId ?? '', side) ?? line.from;
  const to = bodyName(line.toBodyId ?? '', side) ?? planName(line.toPlanId ?? '', side) ?? line.to;
  return `${line.report}, from ${from || 'nobody named'} to ${to || 'nobody named'}`;
};
export const reportingLineRules: Rules<ReportingLine> = {
  head: (line, side) => other(lineWords(line, side)),
  among: () => '',
  fields: {
    level: plain('changed', 'level'),
    'from body': referring('changed', 'fromBodyId', bodyName),
    'from plan': referring('changed', 'fromPlanId', planName),
    from: plain('changed', 'from'),
    report: plain('re-worded', 'report'),
    'how often': plain('changed', 'every'),
    'to body': referring('changed', 'toBodyId', bodyName),
    'to plan': referring('changed', 'toPlanId', planName),
    to: plain('changed', 'to'),
  },
};

export const closureRules: Rules<Closure> = {
  head: ({ name }) => other(name),
  fields: {
    name: plain('changed', 'name'),
    kind: plain('changed', 'kind'),
    from: plain('re-dated', 'from'),
    until: plain('re-dated', 'until'),
  },
};
