import type { AgendaItem, Meeting } from '#shared/contract/meeting-records.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { agendaHeading, stageOf } from '#shared/domain/meeting-stages.ts';
import type { LeftOutOfMinutes } from '#shared/domain/public-content.ts';
import { quorumOf } from '#shared/domain/quorum.ts';
import { count } from '#shared/domain/words.ts';
import {
  type Block,
  cell,
  inParts,
  type Piece,
  part,
  quiet,
  type ReportDocument,
  withoutEmptyColumns,
  words,
} from '../document.ts';
import { type ContentIndex, keyOf, markOf } from './content-index.ts';
import { type FrontMatter, frontFacts, frontFoot } from './front.ts';
import {
  aboutLines,
  dayOr,
  facts,
  type MeetingTold,
  meetingTold,
  paperLines,
  refIn,
  resolutionBlocks,
  saidBlocks,
  whenHeld,
  whoAndWhen,
} from './meeting-words.ts';

/** What everybody may read leaves something out; null for the version that holds all. */
export type Public = LeftOutOfMinutes | null;

/** The minutes of a meeting, with all that the record holds of it. */
export function composeMinutes(
  index: ContentIndex,
  front: FrontMatter,
  meeting: Meeting,
  leftOut: Public,
): ReportDocument {
  const told = meetingTold(index.content, meeting);
  const title = told.body?.name ?? meeting.title;
  const holdsSecrets =
    leftOut === null &&
    (told.items.some(({ confidential, points }) => confidential || points.some((one) => one.confidential)) ||
      told.resolutions.some(({ confidential }) => confidential));
  const loose = told.resolutions.filter(
    ({ agendaItemId }) => !told.items.some(({ id }) => id === agendaItemId),
  );
  return {
    title: 'Minutes',
    subtitle: meeting.heldOn === null ? title : `${title}, ${formatDay(meeting.heldOn)}`,
    partnership: index.content.settings.partnership,
    asAt: front.takenAt,
    facts: [
      ...facts([
        ['Meeting', meeting.title === title ? null : meeting.title],
        ['Held', whenHeld(meeting)],
        ['Place', meeting.place],
        ['Minutes', meeting.minuteRef],
        ['Further to', meeting.furtherTo],
        ['Chair', meeting.chair],
        ['Minutes taken by', meeting.clerk],
        ['Standing', standingWords(index, meeting)],
        ['Version', leftOut === null ? null : 'For the public'],
      ]),
      ...frontFacts(front),
    ],
    key: tellsStatuses(index, told) ? keyOf(null) : [],
    foot: frontFoot(front),
    ...(holdsSecrets && { confidential: 'Confidential: holds parts that are not for the public' }),
    summary: summaryOf(told),
    ...inParts([
      part(
        'about',
        'About the meeting',
        (meeting.details ?? []).map(
          ({ label, text }): Block => ({
            kind: 'labelled',
            label,
            pieces: text.split('\n').map(words),
          }),
        ),
      ),
      part('attendance', 'Who was there', attendanceBlocks(told)),
      part(
        'items',
        'Items',
        told.items.flatMap((item) => itemBlocks(index, told, item, leftOut)),
      ),
      part(
        'resolutions',
        'Resolutions',
        loose.length > 0
          ? [{ kind: 'heading', level: 2, text: 'Resolutions' }, ...resolutionBlocks(index, told.body, loose)]
          : [],
      ),
      part('arising', 'Actions arising', arisingBlocks(index, told)),
      part('progress', 'Progress', progressBlocks(index, meeting)),
      part('corrections', 'Corrections', correctionBlocks(index, told, leftOut)),
      part('signature', 'Signature', signature(index, meeting)),
    ]),
  };
}

function standingWords({ content }: ContentIndex, meeting: Meeting): string {
  switch (stageOf(meeting)) {
    case 'confirmed': {
      const at = content.meetings.find(({ id }) => id === meeting.confirmedAtMeetingId);
      const where = at ? ` at ${at.title}${at.heldOn ? ` of ${formatDay(at.heldOn)}` : ''}` : '';
      return meeting.confirmedOn
        ? `Confirmed on ${formatDay(meeting.confirmedOn)}${where}`
        : `Confirmed${where}`;
    }
    case 'circulated': {
      const by = meeting.commentsBy ? `; comments by ${formatDay(meeting.commentsBy)}` : '';
      return `Draft, circulated on ${formatDay(meeting.circulatedOn ?? '')}${by}`;
    }
    case 'cancelled':
      return meeting.cancelledWhy ? `Cancelled: ${meeting.cancelledWhy}` : 'Cancelled';
    default:
      return 'Draft, not confirmed';
  }
}

function summaryOf({ attendance, items, resolutions }: MeetingTold): string[] {
  const present = attendance.filter(({ state }) => state === 'present').length;
  const people = attendance.length > 0 ? [count(present, 'person', 'people')] : [];
  return [
    `${[...people.map((one) => `${one} present`), count(items.length, 'item'), count(resolutions.length, 'resolution')].join(', ')}.`,
  ];
}

const attended = { present: 'Present', apologies: 'Apologies', absent: 'Absent' } as const;

function attendanceBlocks({ body, meeting, attendance }: MeetingTold): Block[] {
  if (attendance.length === 0) return [];
  const order = ['present', 'apologies', 'absent'] as const;
  const here = quorumOf(body?.quorum ?? null, body?.members ?? [], attendance, meeting.heldOn);
  return [
    { kind: 'heading', level: 2, text: 'Attendance' },
    ...(body?.quorum ? [{ kind: 'words' as const, runs: [{ text: here.words }] }] : []),
    withoutEmptyColumns({
      kind: 'table',
      caption: 'Who was there',
      sheet: 'Attendance',
      rowHeader: 0,
      columns: [
        { label: 'Name', width: 30 },
        { label: 'Role', width: 30 },
        { label: 'Attended', width: 14 },
        { label: 'In place of', width: 24 },
      ],
      rows: order.flatMap((state) =>
        attendance
          .filter((one) => one.state === state)
          .map((one) => ({
            kind: 'cells' as const,
            cells: [
              cell(words(one.name)),
              cell(one.role ? words(one.role) : null),
              cell(words(attended[state])),
              cell(one.substituteFor ? words(one.substituteFor) : null),
            ],
          })),
      ),
    }),
  ];
}

const factsBlock = (pairs: readonly (readonly [string, string | false | undefined])[]): Block[] => {
  const told = pairs.flatMap(([label, text]) => (text ? [{ label, piece: words(text) }] : []));
  return told.length === 0 ? [] : [{ kind: 'facts', facts: told }];
};

function itemBlocks(index: ContentIndex, all: MeetingTold, item: AgendaItem, leftOut: Public): Block[] {
  const heading: Block = {
    kind: 'heading',
    level: 2,
    text: [item.number, item.title].filter(Boolean).join(' '),
  };
  const told: Block[] = factsBlock([
    ['Minute', item.minuteRef],
    ['Led by', item.officer?.text],
    ['Further to', item.furtherTo],
    ['Marked', item.confidential && 'Confidential'],
  ]);
  if (leftOut?.items.has(item.id)) return [heading, ...told];
  const parts = leftOut?.parts.get(item.id) ?? 0;
  const said = saidBlocks(item);
  const labelled = (label: string, lines: readonly string[]): Block[] =>
    lines.length === 0 ? [] : [{ kind: 'labelled', label, pieces: lines.map(words) }];
  // What the agenda was built with says more of a record than its name does.
  const built = item.points.some((point) => point.heading === agendaHeading);
  return [
    heading,
    ...told,
    ...labelled('Papers', paperLines(item)),
    ...labelled('About', built ? [] : aboutLines(index, item)),
    ...said.before,
    ...resolutionBlocks(
      index,
      all.body,
      all.resolutions.filter(({ agendaItemId }) => agendaItemId === item.id),
      said.announced,
    ),
    ...said.after,
    ...(parts > 0
      ? [
          {
            kind: 'words' as const,
            runs: [{ text: `${count(parts, 'confidential part')} of this item left out.`, quiet: true }],
          },
        ]
      : []),
  ];
}

/** Whether a status is in it, so that the key is worth its place. */
const tellsStatuses = (index: ContentIndex, { meeting, resolutions }: MeetingTold): boolean =>
  resolutions.some(({ actionId }) => index.actions.get(actionId ?? '')?.status) ||
  index.content.progress.some(({ meetingId, status }) => meetingId === meeting.id && status !== null);

/** What somebody is to do, in one table. */
function arisingBlocks(index: ContentIndex, told: MeetingTold): Block[] {
  const owed = index.content.owedReports ?? [];
  const asked = told.resolutions.filter(
    ({ id, kind, actionId }) =>
      actionId !== null ||
      kind === 'action' ||
      kind === 'report' ||
      owed.some(({ resolutionId }) => resolutionId === id),
  );
  if (asked.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Actions arising' },
    withoutEmptyColumns({
      kind: 'table',
      caption: 'Actions arising',
      sheet: 'Actions arising',
      rowHeader: 1,
      columns: [
        { label: 'Resolution', width: 12 },
        { label: 'What is to be done', width: 50 },
        { label: 'Lead', width: 22 },
        { label: 'When', width: 20 },
        { label: 'Tracked as', width: 22 },
        { label: 'Status', width: 14 },
      ],
      rows: asked.map((resolution) => {
        const action = index.actions.get(resolution.actionId ?? '');
        const plan = action ? (index.plans.get(action.planId) ?? null) : null;
        const reports = owed.filter(({ resolutionId }) => resolutionId === resolution.id);
        const { who, when } = whoAndWhen(index, resolution);
        const tracked: Piece[] = [
          ...(action ? [words([action.ref, plan?.title].filter(Boolean).join(', '))] : []),
          ...reports.map(({ title, nextOn }) =>
            words(nextOn === null ? title : `${title}, next by ${formatDay(nextOn)}`),
          ),
        ];
        return {
          kind: 'cells' as const,
          cells: [
            cell(words(refIn(told, resolution))),
            cell(words(action?.text ?? resolution.text)),
            cell(who ? words(who) : null),
            cell(when ? words(when) : null),
            cell(...tracked),
            cell(
              action?.status && {
                kind: 'status',
                mark: markOf(plan, action.status.state, action.status.label),
              },
            ),
          ],
        };
      }),
    }),
  ];
}

function progressBlocks(index: ContentIndex, meeting: Meeting): Block[] {
  const given = index.content.progress.filter(({ meetingId }) => meetingId === meeting.id);
  if (given.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Progress told' },
    withoutEmptyColumns({
      kind: 'table',
      caption: 'Updates given at this meeting',
      sheet: 'Progress',
      rowHeader: 0,
      columns: [
        { label: 'Action or KPI', width: 46 },
        { label: 'Status', width: 16 },
        { label: 'What was said', width: 54 },
        { label: 'By', width: 18 },
      ],
      rows: given.map(({ actionId, kpiId, status, text, by }) => {
        const action = index.actions.get(actionId ?? '');
        const kpi = index.content.kpis.find(({ id }) => id === kpiId);
        const plan = index.plans.get(action?.planId ?? '') ?? null;
        const name = [action?.ref ?? kpi?.ref, action?.text ?? kpi?.name].filter(Boolean).join(' ');
        return {
          kind: 'cells' as const,
          cells: [
            cell(words(name)),
            cell(status && { kind: 'status', mark: markOf(plan, status.state, status.label) }),
            cell(text ? words(text) : null),
            cell(by ? words(by) : null),
          ],
        };
      }),
    }),
  ];
}

function correctionBlocks(index: ContentIndex, told: MeetingTold, leftOut: Public): Block[] {
  const own = (index.content.minuteCorrections ?? []).filter(
    ({ meetingId }) => meetingId === told.meeting.id,
  );
  const secret = leftOut?.corrections.get(told.meeting.id) ?? 0;
  if (own.length + secret === 0) return [];
  const rows = own.map(({ on, atMeetingId, agendaItemId, text }) => {
    const at = index.content.meetings.find(({ id }) => id === atMeetingId);
    const item = told.items.find(({ id }) => id === agendaItemId);
    return {
      kind: 'cells' as const,
      cells: [
        cell(words(formatDay(on))),
        cell(words(text)),
        cell(item ? words([item.number, item.title].filter(Boolean).join(' ')) : null),
        cell(at ? words([at.title, dayOr(at.heldOn)].filter(Boolean).join(', ')) : null),
      ],
    };
  });
  const table: Block[] =
    rows.length === 0
      ? []
      : [
          withoutEmptyColumns({
            kind: 'table',
            caption: 'Corrections recorded since these minutes were confirmed',
            sheet: 'Corrections',
            rowHeader: 1,
            columns: [
              { label: 'Recorded on', width: 18 },
              { label: 'Correction', width: 60 },
              { label: 'Item', width: 30 },
              { label: 'At', width: 30 },
            ],
            rows,
          }),
        ];
  const note: Block[] =
    secret === 0
      ? []
      : [
          {
            kind: 'words',
            runs: [{ text: `${count(secret, 'confidential correction')} left out.`, quiet: true }],
          },
        ];
  return [{ kind: 'heading', level: 2, text: 'Corrections' }, ...table, ...note];
}

function signature(index: ContentIndex, meeting: Meeting): Block[] {
  const pieces: Piece[] =
    meeting.state === 'confirmed'
      ? [words(standingWords(index, meeting))]
      : [
          quiet('Confirmed as a true record'),
          words('Signed ______________________ Chair    Date ______________'),
        ];
  return [{ kind: 'labelled', label: 'Confirmation', pieces }];
}
