import type { KnownItem, KnownProceedings, KnownResolution } from '#db/queries/imports-match-meetings.ts';
import type { AgendaItem } from '#shared/contract/register.ts';
import { addDays } from '#shared/domain/dates.ts';
import { owedNext } from '#shared/domain/owed-reports.ts';
import { comparable } from '#shared/domain/similarity.ts';
import { timeWordsIn } from '../recognise/minutes/arising.ts';
import type { DraftAgendaItem, DraftResolution } from '../recognise/types.ts';
import { difference, differText } from './differences.ts';
import { matchNamed } from './match.ts';
import { noteAdded, noteMatched, type PlanState } from './plan-state.ts';

/** Plans who was at a meeting, its items and what it resolved. `meeting` is the index of its draft. */
export function planProceedings(
  state: PlanState,
  meeting: number,
  meetingId: string,
  known: KnownProceedings,
  actionIds: readonly string[],
): void {
  planAttendance(state, meeting, meetingId, known);
  const itemIds = planItems(state, meeting, meetingId, known.items);
  planResolutions(state, { meeting, meetingId, itemIds, actionIds, known: known.resolutions });
}

function planAttendance(state: PlanState, meeting: number, meetingId: string, known: KnownProceedings): void {
  const byName = Map.groupBy(known.attendance, (one) => comparable(one.name));
  for (const draft of state.drafts.attendance) {
    if (draft.meeting !== meeting) continue;
    const { name, role, substituteFor } = draft;
    const source = state.sourceOf(draft.source);
    const before = byName.get(comparable(name))?.shift();
    const personId = state.people.find(name);
    if (!before) {
      const id = state.newId();
      state.plan.rows.attendance.push({
        id,
        meetingId,
        position: state.nextPosition('attendance'),
        name,
        personId,
        state: draft.state,
        substituteFor,
        role,
        ...source,
      });
      noteAdded(state, 'attendance', { id, title: `${name}: ${draft.state}`, where: source.sourceWhere });
      continue;
    }
    const found = difference();
    if (state.mayChange) {
      differText(found, 'state', before.state, draft.state);
      differText(found, 'role', before.role, role);
      differText(found, 'substituteFor', before.substituteFor, substituteFor);
    }
    noteMatched(state, 'attendance', { id: before.id, title: name, source }, found);
  }
}

function planItems(
  state: PlanState,
  meeting: number,
  meetingId: string,
  known: readonly KnownItem[],
): Map<number, string> {
  const drafts: [number, DraftAgendaItem][] = [];
  state.drafts.agendaItems.forEach((item, at) => {
    if (item.meeting === meeting) drafts.push([at, item]);
  });
  const matched = matchNamed(
    drafts.map(([, { number, title }]) => ({ id: null, ref: number, text: title, under: '' })),
    known.map(({ id, number, title }) => ({ id, ref: number, text: title, under: '' })),
  );
  const ids = new Map<number, string>();
  drafts.forEach(([at, item], index) => {
    const { number, title, text, points } = item;
    const source = state.sourceOf(item.source);
    const before = known[matched[index] ?? -1];
    if (!before) {
      const id = state.newId();
      ids.set(at, id);
      state.plan.rows.agendaItems.push({
        id,
        meetingId,
        position: state.nextPosition('agendaItems'),
        number,
        title,
        text,
        points: [...points],
        ...source,
      });
      noteAdded(state, 'agendaItems', { id, ref: number, title, where: source.sourceWhere });
      return;
    }
    ids.set(at, before.id);
    const found = difference();
    if (state.mayChange) {
      differText(found, 'number', before.number, number);
      differText(found, 'title', before.title, title);
      differText(found, 'text', before.text, text);
      if (points.length > 0 && pointWords(points) !== pointWords(before.points)) {
        found.patch.points = points;
        found.fields.push({
          field: 'points',
          before: pointWords(before.points) || null,
          after: pointWords(points),
        });
      }
    }
    noteMatched(state, 'agendaItems', { id: before.id, ref: number, title, source }, found);
  });
  return ids;
}

function pointWords(points: AgendaItem['points']): string {
  return points.map(({ heading, text }) => (heading === '' ? text : `${heading}: ${text}`)).join('\n');
}

/**
 * A resolution that asks for a report again and again makes one owed to the body that resolved it, first one stretch
 * after the meeting, or after the day of the import where the meeting has none. Where the words tell no stretch of days
 * ("to each meeting") it is owed from the day after.
 */
function planOwedReport(
  state: PlanState,
  { meeting, meetingId }: { meeting: number; meetingId: string },
  resolutionId: string,
  { text, action }: DraftResolution,
  where: string,
): void {
  const every = timeWordsIn(text) ?? (action === null ? null : state.drafts.actions[action]?.timescale?.text);
  if (!every) return;
  const from = state.drafts.meetings[meeting]?.heldOn ?? state.today;
  const id = state.newId();
  state.plan.rows.owedReports.push({
    id,
    resolutionId,
    position: state.nextPosition('owedReports'),
    title: text,
    toBodyId: state.plan.rows.meetings.find((one) => one.id === meetingId)?.bodyId ?? null,
    every,
    nextOn: owedNext(every, from) ?? addDays(from, 1),
  });
  noteAdded(state, 'owedReports', { id, title: text, where });
}

function planResolutions(
  state: PlanState,
  o: {
    meeting: number;
    meetingId: string;
    itemIds: ReadonlyMap<number, string>;
    actionIds: readonly string[];
    known: readonly KnownResolution[];
  },
): void {
  const drafts = state.drafts.resolutions.filter((one) => one.meeting === o.meeting);
  const itemOf = (draft: DraftResolution) =>
    draft.item === null ? null : (o.itemIds.get(draft.item) ?? null);
  const matched = matchNamed(
    drafts.map((draft) => ({ id: null, ref: draft.number, text: draft.text, under: itemOf(draft) ?? '' })),
    o.known.map(({ id, number, text, itemId }) => ({ id, ref: number, text, under: itemId ?? '' })),
  );
  drafts.forEach((draft, index) => {
    const { number, text, kind } = draft;
    const source = state.sourceOf(draft.source);
    const actionId = draft.action === null ? null : (o.actionIds[draft.action] ?? null);
    const before = o.known[matched[index] ?? -1];
    if (!before) {
      const id = state.newId();
      state.plan.rows.resolutions.push({
        id,
        meetingId: o.meetingId,
        agendaItemId: itemOf(draft),
        position: state.nextPosition('resolutions'),
        number,
        text,
        kind,
        actionId,
        ...source,
      });
      noteAdded(state, 'resolutions', { id, ref: number, title: text, where: source.sourceWhere });
      if (kind === 'report') planOwedReport(state, o, id, draft, source.sourceWhere);
      return;
    }
    const found = difference();
    if (state.mayChange) {
      differText(found, 'number', before.number, number);
      differText(found, 'text', before.text, text);
      // What kind it is, and what it is tracked as, somebody may have settled otherwise.
      if (before.kind === null) differText(found, 'kind', null, kind);
      if (before.actionId === null && actionId !== null) {
        found.patch.actionId = actionId;
        found.fields.push({ field: 'action', before: null, after: text });
      }
    }
    noteMatched(state, 'resolutions', { id: before.id, ref: number, title: text, source }, found);
  });
}
