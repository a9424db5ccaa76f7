import type { AgendaItem, Meeting } from '#shared/contract/meeting-records.ts';
import { plannedTimes } from '#shared/domain/agenda-times.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { agendaHeading } from '#shared/domain/meeting-stages.ts';
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
import type { ContentIndex } from './content-index.ts';
import { type FrontMatter, frontFacts, frontFoot } from './front.ts';
import {
  aboutLines,
  dayOr,
  facts,
  type MeetingTold,
  meetingTold,
  paperLines,
  resolutionBlocks,
  whenHeld,
} from './meeting-words.ts';
import type { Public } from './minutes-report.ts';

/** The agenda of a meeting: numbered and timed, with papers, and what goes with each item. */
export function composeAgenda(
  index: ContentIndex,
  front: FrontMatter,
  meeting: Meeting,
  leftOut: Public,
): ReportDocument {
  const told = meetingTold(index.content, meeting);
  const title = told.body?.name ?? meeting.title;
  const { starts, end } = plannedTimes(meeting.startTime, told.items);
  const minutes = told.items.reduce((sum, { plannedMinutes = 0 }) => sum + plannedMinutes, 0);
  const secrets = leftOut === null && told.items.some(({ confidential }) => confidential);
  return {
    title: 'Agenda',
    subtitle: meeting.heldOn === null ? title : `${title}, ${formatDay(meeting.heldOn)}`,
    partnership: index.content.settings.partnership,
    asAt: front.takenAt,
    facts: [
      ...facts([
        ['Meeting', meeting.title === title ? null : meeting.title],
        ['When', whenHeld(meeting)],
        ['Place', meeting.place],
        ['Chair', meeting.chair],
        ['Papers by', dayOr(meeting.papersOn)],
        ['Planned to end', minutes > 0 ? end : null],
        ['Version', leftOut === null ? null : 'For the public'],
      ]),
      ...frontFacts(front),
    ],
    key: [],
    foot: frontFoot(front),
    ...(secrets && { confidential: 'Confidential: holds parts that are not for the public' }),
    summary: [
      minutes > 0
        ? `${count(told.items.length, 'item')}, ${count(minutes, 'minute')} planned.`
        : `${count(told.items.length, 'item')}.`,
    ],
    ...inParts([
      part(
        'cancelled',
        'Cancelled',
        meeting.state === 'cancelled'
          ? [
              {
                kind: 'labelled',
                label: 'Cancelled',
                pieces: [words(meeting.cancelledWhy ?? 'This meeting does not take place.')],
              },
            ]
          : [],
      ),
      part('agenda', 'Agenda', agendaTable(index, told, starts, leftOut)),
      part('last-minutes', 'Resolved at the last meeting', lastMinutes(index, told)),
    ]),
  };
}

function agendaTable(
  index: ContentIndex,
  { items, meeting }: MeetingTold,
  starts: readonly (string | null)[],
  leftOut: Public,
): Block[] {
  if (items.length === 0) return [{ kind: 'words', runs: [{ text: 'Nothing is on the agenda yet.' }] }];
  return [
    withoutEmptyColumns({
      kind: 'table',
      caption: 'Agenda',
      sheet: 'Agenda',
      rowHeader: 1,
      columns: [
        { label: 'No.', width: 7 },
        { label: 'Item', width: 62 },
        { label: 'Led by', width: 22 },
        { label: 'Begins', width: 9 },
        { label: 'Minutes', width: 9, align: 'right' },
      ],
      rows: items.map((item, at) => ({
        kind: 'cells' as const,
        cells: [
          cell(item.number ? words(item.number) : null),
          cell(...itemPieces(index, asPlanned(item, meeting), leftOut)),
          cell(item.officer ? words(item.officer.text) : null),
          cell(item.plannedMinutes === undefined || !starts[at] ? null : words(starts[at])),
          item.plannedMinutes === undefined
            ? cell()
            : { ...cell(words(String(item.plannedMinutes))), number: item.plannedMinutes },
        ],
      })),
    }),
  ];
}

/** The item as the agenda had it: once there are minutes, what was said and found is theirs to tell. */
function asPlanned(item: AgendaItem, { state }: Pick<Meeting, 'state'>): AgendaItem {
  if (state !== 'draft-minutes' && state !== 'confirmed') return item;
  return { ...item, text: '', points: item.points.filter(({ heading }) => heading === agendaHeading) };
}

function itemPieces(index: ContentIndex, item: AgendaItem, leftOut: Public): Piece[] {
  const title: Piece = { kind: 'words', runs: [{ text: item.title, strong: true }] };
  if (leftOut?.items.has(item.id)) return [title];
  // What the agenda was built with says more of a record than its name does.
  const lines = item.points.map(({ heading, text, kind }) =>
    heading !== '' && heading !== agendaHeading && !kind ? `${heading}: ${text}` : text,
  );
  const about = lines.length > 0 ? [] : aboutLines(index, item);
  const papers = paperLines(item);
  const parts = leftOut?.parts.get(item.id) ?? 0;
  return [
    title,
    ...(item.confidential ? [quiet('Confidential')] : []),
    ...(item.furtherTo ? [quiet(`Further to ${item.furtherTo}`)] : []),
    ...(item.text.trim() === '' ? [] : item.text.split(/\n+/).map(words)),
    ...(lines.length + about.length > 0 ? [{ kind: 'list' as const, items: [...lines, ...about] }] : []),
    ...(papers.length > 0 ? [quiet(`Papers: ${papers.join('; ')}`)] : []),
    ...(parts > 0 ? [quiet(`${count(parts, 'confidential part')} left out.`)] : []),
  ];
}

/** What the meeting before resolved, for the item "minutes of the last meeting". */
function lastMinutes(index: ContentIndex, { body, meeting, items }: MeetingTold): Block[] {
  if (!items.some(({ kind }) => kind === 'last-minutes') || body === null || meeting.heldOn === null)
    return [];
  const [last] = index.content.meetings
    .filter(
      ({ bodyId, heldOn, state }) =>
        bodyId === body.id &&
        heldOn !== null &&
        heldOn < (meeting.heldOn ?? '') &&
        (state === 'held' || state === 'draft-minutes' || state === 'confirmed'),
    )
    .sort((a, b) => (b.heldOn ?? '').localeCompare(a.heldOn ?? ''));
  if (!last) return [];
  const told = meetingTold(index.content, last);
  const resolved = told.items.flatMap((item): Block[] => {
    const own = told.resolutions.filter(({ agendaItemId }) => agendaItemId === item.id);
    if (own.length === 0) return [];
    const name = [item.minuteRef ?? item.number, item.title].filter(Boolean).join(' ');
    return [{ kind: 'heading', level: 3, text: name }, ...resolutionBlocks(index, body, own)];
  });
  if (resolved.length === 0) return [];
  const heading = `Resolved at the last meeting, ${formatDay(last.heldOn ?? '')}`;
  return [{ kind: 'heading', level: 2, text: heading }, ...resolved];
}
