import type { ReadDb } from '#db/handles.ts';
import { closuresBetween, datedMeetings, takenDays } from '#db/queries/cycles.ts';
import { bodyById } from '#db/queries/meetings-list.ts';
import type { YearProposed } from '#shared/contract/cycles.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Body } from '#shared/contract/meeting-records.ts';
import { bankHolidays, firstBankHolidayYear } from '#shared/domain/bank-holidays.ts';
import { yearAheadOf } from '#shared/domain/cycle-slots.ts';
import { type Cycle, cycleInWords, readCycle } from '#shared/domain/cycle-words.ts';
import { addDays } from '#shared/domain/dates.ts';
import { type Closed, closedDays, type Notice, noticeInWords } from '#shared/domain/free-days.ts';
import { proposeMeetings } from '#shared/domain/meeting-cycle.ts';
import { formatSpan } from '#shared/domain/periods.ts';
import { listWords } from '#shared/domain/words.ts';

export type Asked = {
  bodyId: string;
  from: string;
  words: string | null;
  groups: readonly string[] | null;
};

export function mustBody(db: ReadDb, bodyId: string): Body {
  const body = bodyById(db, bodyId);
  if (!body) {
    throw new AppError('not-found', 'This board or group is no longer in the register. Go back to the list.');
  }
  return body;
}

/** The title of a meeting of one cluster, by which it is known again: "Cluster forum: North". */
export const titleOf = (body: string, group: string | null): string =>
  group === null ? body : `${body}: ${group}`;

/** What would be planned for the year from a day on, why each date moved, and what is not known of the year. */
export function proposeYear(db: ReadDb, asked: Asked): YearProposed {
  const body = mustBody(db, asked.bodyId);
  const words = asked.words ?? body.cycle ?? '';
  const { cycle, unread, why } = readCycle(words);
  const [from, to] = [asked.from, yearAheadOf(asked.from)];
  const notice = noticeOf(body);
  const groups = cycle ? groupsOf(cycle, body, asked.groups) : [null];
  const known = knownClosures(db, from, to);
  const proposal = cycle
    ? proposeMeetings({
        cycle,
        from,
        series: groups.length,
        closures: known.closures,
        taken: takenDays(db, { bodyId: body.id, from, to }).map((one) => ({ ...one, what: `“${one.what}”` })),
        there: thereOf(db, body, groups),
        notice,
      })
    : { meetings: [], skipped: [] };
  const group = (series: number): string | null => groups[series] ?? null;
  const notes = [
    ...known.notes,
    ...(cycle?.groups && groups[0] === null
      ? [`The words speak of each ${cycle.groups.word}. Name them, one a line, to plan a series for each.`]
      : []),
    ...(cycle?.groups?.count && groups[0] !== null && groups.length !== cycle.groups.count
      ? [`The words speak of ${cycle.groups.count}; ${groups.length} are named.`]
      : []),
  ];
  return {
    read: { said: cycle && cycleInWords(cycle), unread: [...unread], why },
    from,
    to,
    meetings: proposal.meetings.map(({ series, slot, on, wanted, moved, papers }) => ({
      group: group(series),
      slot,
      on,
      wanted,
      moved,
      papersOn: papers?.on ?? null,
      papersMoved: papers?.moved ?? null,
    })),
    skipped: proposal.skipped.map(({ series, slot, why: reason, there }) => ({
      group: group(series),
      slot,
      why: reason,
      there,
    })),
    avoided: known.avoided,
    notes,
    usual: {
      startTime: body.usualStart ?? null,
      lengthMinutes: body.usualMinutes ?? null,
      place: body.usualPlace ?? null,
      papers: notice && noticeInWords(notice),
    },
  };
}

export const noticeOf = (body: Body): Notice | null =>
  body.papersDays === undefined ? null : { count: body.papersDays, unit: body.papersUnit ?? 'days' };

/** The clusters named, the body's own, or one series where there are none. */
function groupsOf(cycle: Cycle, body: Body, asked: Asked['groups']): (string | null)[] {
  const named = asked && asked.length > 0 ? asked : (body.groups ?? []);
  return cycle.groups && named.length > 0 ? [...new Set(named)] : [null];
}

/** Meetings in the register by series. In a body of clusters one that names none of them belongs to no series. */
function thereOf(
  db: ReadDb,
  body: Body,
  groups: readonly (string | null)[],
): { on: string; series: number }[] {
  return datedMeetings(db, body.id).flatMap(({ on, title }) => {
    if (groups[0] === null) return [{ on, series: 0 }];
    const series = groups.findIndex((group) => title.trim() === titleOf(body.name, group));
    return series < 0 ? [] : [{ on, series }];
  });
}

/**
 * The closures that the register keeps of a year, and a margin before it for papers. Where it keeps no bank holiday of a
 * calendar year at all, those that follow from the rule are kept off, and that is told.
 */
export function knownClosures(db: ReadDb, from: string, to: string) {
  const margin = addDays(from, -60);
  const kept = closuresBetween(db, margin, to);
  const notes: string[] = [];
  const closures: Closed[] = [...kept];
  const byRule: number[] = [];
  for (let year = Number(margin.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const has = kept.some((one) => one.kind === 'bank-holiday' && one.from.startsWith(`${year}-`));
    if (has || year < firstBankHolidayYear) continue;
    const own = bankHolidays(year).map(({ on, name }) => ({
      name,
      kind: 'bank-holiday' as const,
      from: on,
      until: on,
    }));
    closures.push(...own);
    if (own.some(({ from: on }) => on >= from && on <= to)) byRule.push(year);
  }
  if (byRule.length > 0) {
    notes.push(
      `Bank holidays of ${listWords(byRule.map(String))} are not in the register; those known by rule were kept off.`,
    );
  }
  if (!kept.some(({ kind, until }) => kind === 'school-holiday' && until >= from)) {
    notes.push(
      `No school holidays of ${formatSpan(from, to)} are in the register, so none were kept off. Add them first where they matter.`,
    );
  }
  const days = [...closedDays(closures)].filter(([day]) => day >= from && day <= to);
  const ofKind = (kind: Closed['kind']): number =>
    days.filter(([, list]) => list.some((one) => one.kind === kind)).length;
  return {
    closures,
    notes,
    avoided: {
      bankHolidays: ofKind('bank-holiday'),
      schoolHolidays: ofKind('school-holiday'),
      closedDays: ofKind('closed'),
    },
  };
}
