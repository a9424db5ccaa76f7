import type {
  AgendaItem,
  Attendance,
  Body,
  Meeting,
  Point,
  Resolution,
} from '#shared/contract/meeting-records.ts';
import type { SnapshotContent } from '#shared/contract/register.ts';
import { formatDay, formatDayWithWeekday } from '#shared/domain/dates.ts';
import { readStyle, resolutionRef, usualStyle } from '#shared/domain/minute-numbers.ts';
import { describeRecurrence } from '#shared/domain/recurrence.ts';
import { type Block, type Piece, quiet, words } from '../document.ts';
import type { ContentIndex } from './content-index.ts';

/** What the agenda and the minutes of a meeting both say. */

/** A meeting of a snapshot with all that belongs to it, in order. */
export type MeetingTold = {
  readonly meeting: Meeting;
  readonly body: Body | null;
  readonly attendance: readonly Attendance[];
  readonly items: readonly AgendaItem[];
  readonly resolutions: readonly Resolution[];
};

export function meetingTold(content: SnapshotContent, meeting: Meeting): MeetingTold {
  const own = <T extends { meetingId: string }>(list: readonly T[]) =>
    list.filter(({ meetingId }) => meetingId === meeting.id);
  return {
    meeting,
    body: content.bodies.find(({ id }) => id === meeting.bodyId) ?? null,
    attendance: own(content.attendance),
    items: own(content.agendaItems),
    resolutions: own(content.resolutions),
  };
}

/** "Thursday 14 October 2010, 14:00 to 15:40". */
export function whenHeld({ heldOn, startTime, closedTime }: Meeting): string {
  const times = [startTime, closedTime].filter(Boolean).join(' to ');
  return [heldOn === null ? 'No day is set' : formatDayWithWeekday(heldOn), times].filter(Boolean).join(', ');
}

export const facts = (pairs: readonly (readonly [string, string | null | undefined])[]) =>
  pairs.flatMap(([label, text]) => (text ? [{ label, text }] : []));

/** Paragraphs as they were written. */
export const paragraphs = (text: string): Block[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'words', runs: [{ text: line }] }));

const kindLabels: Readonly<Record<NonNullable<Point['kind']>, string>> = {
  question: 'Question',
  answer: 'Answer',
  decision: 'Decision',
};

/** Points under their headings: what is merely said as lists, questions, answers and decisions by what they are. */
export function pointBlocks(points: readonly Point[], o: { bare?: boolean } = {}): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  let list: string[] = [];
  const flush = () => {
    if (list.length > 0) blocks.push({ kind: 'list', items: list });
    list = [];
  };
  for (const point of points) {
    if (point.heading !== heading) {
      flush();
      heading = point.heading;
      if (heading !== '' && !o.bare) blocks.push({ kind: 'words', runs: [{ text: heading, strong: true }] });
    }
    const told = point.confidential ? `${point.text} (confidential)` : point.text;
    if (point.kind) {
      flush();
      blocks.push({ kind: 'labelled', label: kindLabels[point.kind], pieces: [words(told)] });
    } else list.push(told);
  }
  flush();
  return blocks;
}

const announces = (line: string): boolean => /:\s*[-–]?\s*$/.test(line);
const resolves = (line: string): boolean =>
  /^(?:it was )?(?:resolved|agreed|decided|recommended)\b/i.test(line);

/**
 * What was said: the paragraphs and the points in the order in which they were written. The record keeps the two apart;
 * where as many paragraphs announce a list ("… as follows:") as there are lists, each list stands below its own, and
 * resolutions below the paragraph that announces them (`announced` tells that one did).
 */
export function saidBlocks({ text, points }: Pick<AgendaItem, 'text' | 'points'>): {
  before: Block[];
  after: Block[];
  announced: boolean;
} {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  const groups: Point[][] = [];
  for (const point of points) {
    const last = groups.at(-1);
    if (last && last[0]?.heading === point.heading) last.push(point);
    else groups.push([point]);
  }
  // "Report of …" stands above what is said of it.
  const first = groups[0]?.[0]?.heading === 'Report' ? groups.slice(0, 1) : [];
  const rest = groups.slice(first.length);
  const told = lines.filter((line) => announces(line) && !resolves(line));
  const fits = rest.length > 0 && told.length === rest.length && rest.flat().every(({ kind }) => !kind);
  const resolvedAt = lines.findIndex((line) => announces(line) && resolves(line));
  const upTo = resolvedAt === -1 ? lines.length : resolvedAt + 1;
  let at = 0;
  const block = (line: string): Block[] => {
    const own = fits && announces(line) && !resolves(line) ? (rest[at++] ?? []) : [];
    return [...paragraphs(line), ...pointBlocks(own, { bare: true })];
  };
  return {
    before: [
      ...first.flatMap((group) => group.flatMap((point) => paragraphs(point.text))),
      ...lines.slice(0, upTo).flatMap(block),
      ...(fits ? [] : pointBlocks(rest.flat())),
    ],
    after: lines.slice(upTo).flatMap(block),
    announced: resolvedAt !== -1,
  };
}

/** Who carries a resolution out, and by when: of the action that it became, else its own. */
export function whoAndWhen(index: ContentIndex, resolution: Resolution): { who: string; when: string } {
  const action = index.actions.get(resolution.actionId ?? '');
  const owed = (index.content.owedReports ?? []).find(({ resolutionId }) => resolutionId === resolution.id);
  const leads = action?.leads.length ? action.leads : (resolution.leads ?? []);
  const when = action?.timescale?.text ?? resolution.due?.text ?? null;
  return {
    who: leads.map(({ text }) => text).join(', ') || (owed?.officer?.text ?? ''),
    when: when ?? (owed ? describeRecurrence(owed.every) : ''),
  };
}

/** Resolutions in the body's style: what is said once above, each with its mark, its lead and its date. `announced` where that was said before. */
export function resolutionBlocks(
  index: ContentIndex,
  body: Body | null,
  resolutions: readonly Resolution[],
  announced = false,
): Block[] {
  if (resolutions.length === 0) return [];
  const style = readStyle(body?.resolving ?? usualStyle);
  const said = announced ? '' : style.said || 'Resolved';
  return resolutions.map((resolution, at): Block => {
    const { who, when } = whoAndWhen(index, resolution);
    const mark = style.shown || resolutions.length > 1 ? `${resolution.number} ` : '';
    const due = [who && `Lead: ${who}`, when && `When: ${when}`, resolution.confidential && 'Confidential']
      .filter(Boolean)
      .join('. ');
    const pieces: Piece[] = [words(`${mark}${resolution.text}`), ...(due ? [quiet(due)] : [])];
    return { kind: 'labelled', label: at === 0 ? said : '', pieces };
  });
}

/** How a resolution is named elsewhere. */
export function refIn(told: MeetingTold, resolution: Resolution): string {
  const item = told.items.find(({ id }) => id === resolution.agendaItemId);
  const own = told.meeting.minuteRef;
  return resolutionRef(
    resolution.number,
    item?.minuteRef ?? (own !== null && /^\S+$/.test(own) ? own : null),
  );
}

/** "Exception report (appended); Terms of reference: shelf 3". */
export const paperLines = ({ papers = [] }: AgendaItem): string[] =>
  papers.map(({ title, where }) => (where ? `${title}: ${where}` : title));

/** What an item is about, by its records; words alone where the record is gone. */
export function aboutLines(index: ContentIndex, { links = [] }: AgendaItem): string[] {
  const names = links.map(({ text, actionId, sectionId, kpiId, planId, resolutionId }) => {
    const action = index.actions.get(actionId ?? '');
    if (action) return [action.ref, action.text].filter(Boolean).join(' ');
    const section = index.sections.get(sectionId ?? '');
    if (section) return [section.ref, section.title].filter(Boolean).join(' ');
    const kpi = index.content.kpis.find(({ id }) => id === kpiId);
    if (kpi) return [kpi.ref, kpi.name].filter(Boolean).join(' ');
    const resolution = index.content.resolutions.find(({ id }) => id === resolutionId);
    if (resolution) return `${text} ${resolution.text}`.trim();
    return index.plans.get(planId ?? '')?.title ?? text;
  });
  return [...new Set(names.filter((name) => name !== ''))];
}

export const dayOr = (day: string | null | undefined): string | null => (day ? formatDay(day) : null);
