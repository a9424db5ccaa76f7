import type { ReadDb } from '#db/handles.ts';
import { closuresBetween, owedTo, type YearMeeting, yearMeetings } from '#db/queries/cycles.ts';
import { bodiesIn } from '#db/queries/meetings-list.ts';
import { bodiesReporting, reportingRows } from '#db/queries/reporting.ts';
import type { BodyYear, MeetingInYear } from '#shared/contract/cycles.ts';
import type { Body } from '#shared/contract/meeting-records.ts';
import { yearAheadOf } from '#shared/domain/cycle-slots.ts';
import { readCycle } from '#shared/domain/cycle-words.ts';
import { proposeMeetings } from '#shared/domain/meeting-cycle.ts';
import { gapsOf } from '#shared/domain/meeting-gaps.ts';
import { count } from '#shared/domain/words.ts';
import { knownClosures, mustBody, titleOf } from './propose-year.ts';

/** Twelve months of all bodies that meet in them, with the closures and what is missing. */
export function readYear(db: ReadDb, from: string, today: string) {
  const to = yearAheadOf(from);
  const byBody = grouped(yearMeetings(db, { bodyId: null, from, to }));
  const closures = closuresBetween(db, from, to);
  const known = knownClosures(db, from, to).closures;
  const bodies = bodiesIn(db)
    .filter((body) => body.endedOn === undefined || body.endedOn >= from || byBody.has(body.id))
    .map((body) => bodyYear(body, byBody.get(body.id) ?? [], { from, to, today, closures: known }));
  return { from, to, bodies, closures: closures.map((one) => ({ ...one, source: null })) };
}

type Year = {
  from: string;
  to: string;
  today: string;
  closures: Parameters<typeof proposeMeetings>[0]['closures'];
};

function bodyYear(body: Body, rows: readonly YearMeeting[], year: Year): BodyYear {
  const undated = body.endedOn === undefined || body.endedOn > year.to ? undatedOf(body, rows, year) : 0;
  return {
    id: body.id,
    name: body.name,
    kind: body.kind,
    cycle: body.cycle,
    meetings: rows.map((row) => inYear(row, year.today)),
    undated,
    note: noteOf(body, undated),
  };
}

/** How many meetings the cycle asks for that have no date; null where its words give none. */
function undatedOf(body: Body, rows: readonly YearMeeting[], { from, closures }: Year): number | null {
  const { cycle } = readCycle(body.cycle ?? '');
  if (!cycle) return null;
  const groups = cycle.groups && body.groups ? body.groups : [null];
  const titles = groups.map((group) => titleOf(body.name, group));
  const there = rows.flatMap(({ heldOn, title, state }) => {
    const series = groups[0] === null ? 0 : titles.indexOf(title.trim());
    return heldOn === null || state === 'cancelled' || series < 0 ? [] : [{ on: heldOn, series }];
  });
  const request = { cycle, from, series: groups.length, closures, taken: [], there, notice: null };
  return proposeMeetings(request).meetings.length;
}

function noteOf(body: Body, undated: number | null): string | null {
  if (undated === null) return body.cycle ? 'The words give no dates' : null;
  return undated === 0 ? null : `${count(undated, 'meeting')} without a date`;
}

function inYear(row: YearMeeting, today: string): MeetingInYear {
  const { id, title, heldOn, startTime, state, seriesId } = row;
  return { id, title, on: heldOn, startTime, state, seriesId, gaps: gapsOf(row, today) };
}

function grouped(rows: readonly YearMeeting[]): Map<string, YearMeeting[]> {
  const byBody = new Map<string, YearMeeting[]>();
  for (const row of rows) {
    if (row.bodyId === null) continue;
    byBody.set(row.bodyId, [...(byBody.get(row.bodyId) ?? []), row]);
  }
  return byBody;
}

/** One body's year, the reports that come to it, and to whom it reports. */
export function readBodyYear(db: ReadDb, bodyId: string, from: string, today: string) {
  const body = mustBody(db, bodyId);
  const to = yearAheadOf(from);
  const rows = yearMeetings(db, { bodyId, from, to });
  const closures = knownClosures(db, from, to).closures;
  const lines = reportingRows(db);
  return {
    from,
    to,
    year: bodyYear(body, rows, { from, to, today, closures }),
    reports: [
      ...lines
        .filter((line) => line.toBodyId === bodyId)
        .map((line) => ({
          id: line.id,
          kind: 'line' as const,
          report: line.report,
          every: line.every,
          from: line.fromTitle,
          planId: line.fromPlanId,
          nextOn: null,
        })),
      ...owedTo(db, bodyId).map((owed) => ({ ...owed, kind: 'owed' as const, planId: null })),
    ],
    reportsTo: [
      ...lines
        .filter((line) => line.fromBodyId === bodyId)
        .map((line) => ({ to: line.toTitle ?? '', bodyId: line.toBodyId, report: line.report })),
      ...bodiesReporting(db)
        .filter(
          ({ id, toId }) =>
            id === bodyId && !lines.some((line) => line.fromBodyId === id && line.toBodyId === toId),
        )
        .map(({ toId, to: name }) => ({ to: name, bodyId: toId, report: '' })),
    ],
  };
}
