import type { ReadDb } from '#db/handles.ts';
import { bodiesIn, meetingsListed, meetingsOfBody, membersOf } from '#db/queries/meetings-list.ts';
import { minutesGiven } from '#db/queries/meetings-view.ts';
import { owedReportsIn } from '#db/queries/register-follow-up.ts';
import type { BodyListed, MemberShown } from '#shared/contract/bodies.ts';
import type { Body, Meeting } from '#shared/contract/meeting-records.ts';
import { isHeld } from '#shared/domain/meeting-stages.ts';
import { nextMinute, nextResolution, readStyle, usualStyle } from '#shared/domain/minute-numbers.ts';
import { isMemberOn } from '#shared/domain/quorum.ts';
import { bodyNamed } from './edit-bodies.ts';
import { yearMonths } from './read-meeting.ts';
import { shownResolutions } from './shown-resolutions.ts';

/** All bodies with how they stand, in their order. */
export function listBodies(db: ReadDb, today: string): BodyListed[] {
  const meetings = Map.groupBy(meetingsListed(db), ({ bodyId }) => bodyId as string);
  const open = Map.groupBy(
    shownResolutions(db, {}, today).filter(({ standing }) => standing === 'open'),
    ({ bodyId }) => bodyId as string,
  );
  const owed = owedReportsIn(db).filter(({ nextOn }) => nextOn !== null && nextOn <= today);
  return bodiesIn(db).map((body): BodyListed => {
    const own = (meetings.get(body.id) ?? []).filter(({ state }) => state !== 'cancelled');
    const held = own.filter(isHeld).flatMap(({ heldOn }) => heldOn ?? []);
    const next = own
      .filter((one) => !isHeld(one) && one.heldOn !== null && one.heldOn >= today)
      .toSorted((a, b) => (a.heldOn ?? '').localeCompare(b.heldOn ?? ''))[0];
    return {
      id: body.id,
      name: body.name,
      kind: body.kind,
      cycle: body.cycle,
      reportsToId: body.reportsToId,
      endedOn: body.endedOn ?? null,
      members: body.members.filter((member) => isMemberOn(member, today)).length,
      quorum: body.quorum ?? null,
      held: own.filter(isHeld).length,
      lastOn: held.sort().at(-1) ?? null,
      next: next?.heldOn ? { meetingId: next.id, on: next.heldOn } : null,
      openResolutions: open.get(body.id)?.length ?? 0,
      reportsOwed: owed.filter(({ toBodyId }) => toBodyId === body.id).length,
    };
  });
}

export function readBody(
  db: ReadDb,
  bodyId: string,
  today: string,
): {
  body: Body;
  members: MemberShown[];
  meetings: Meeting[];
  nextMinute: string | null;
  resolutionSample: string;
} {
  const body = bodyNamed(db, bodyId);
  const style = body.resolving ?? usualStyle;
  const { said, shown } = readStyle(style);
  const sample = [said, shown ? nextResolution(style, []) : ''].filter(Boolean).join(' ');
  return {
    body,
    members: membersOf(db, bodyId).map((member) => ({ ...member, now: isMemberOn(member, today) })),
    meetings: meetingsOfBody(db, bodyId),
    nextMinute: body.numbering
      ? nextMinute(body.numbering, minutesGiven(db, bodyId), today, yearMonths(db))
      : null,
    resolutionSample: sample,
  };
}
