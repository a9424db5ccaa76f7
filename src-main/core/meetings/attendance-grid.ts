import type { ReadDb } from '#db/handles.ts';
import { meetingsOfBody } from '#db/queries/meetings-list.ts';
import { rowsOf } from '#db/queries/prepared.ts';
import type { AttendanceGrid, GridPerson } from '#shared/contract/bodies.ts';
import type { Attendance, BodyMember, Meeting } from '#shared/contract/meeting-records.ts';
import { attendanceOfMember, isMemberOn, isSameMember, quorumOf } from '#shared/domain/quorum.ts';
import { comparable } from '#shared/domain/similarity.ts';
import { bodyNamed } from './edit-bodies.ts';

type Line = Pick<Attendance, 'name' | 'personId' | 'state' | 'substituteFor'> & {
  meetingId: string;
  role: string | null;
};
type Held = Meeting & { heldOn: string };
type Cell = GridPerson['cells'][number];

/** The share in per cent with one place, as the KPI that the register counts has it; null of nothing. */
const shareOf = (present: number, expected: number): number | null =>
  expected === 0 ? null : Math.round((present * 1_000) / expected) / 10;

/**
 * Who came to the meetings of a body in a stretch of days: its members first (each spell of one person in one row),
 * then everybody else who was noted. A substitute fills the place of the member; who was no member yet is not expected.
 */
export function attendanceGrid(db: ReadDb, o: { bodyId: string; from: string; to: string }): AttendanceGrid {
  const body = bodyNamed(db, o.bodyId);
  const meetings = meetingsOfBody(db, o.bodyId).filter(
    (one): one is Held =>
      one.heldOn !== null && one.heldOn >= o.from && one.heldOn <= o.to && one.state !== 'cancelled',
  );
  const byMeeting = Map.groupBy(linesOf(db, o), ({ meetingId }) => meetingId);
  const known = meetings.filter(({ id }) => byMeeting.has(id));
  const linesAt = known.map(({ id }) => byMeeting.get(id) ?? []);
  const rows = memberRows(body.members, known, linesAt);
  const others = otherRows(body.members, linesAt);
  const shownMeetings = known.map((meeting, at) => {
    const cells = rows.flatMap(({ cells: own }) => own[at] ?? []);
    const present = cells.filter(({ state }) => state === 'present').length;
    const here = quorumOf(body.quorum ?? null, body.members, linesAt[at] ?? [], meeting.heldOn);
    return {
      meetingId: meeting.id,
      title: meeting.title,
      on: meeting.heldOn,
      state: meeting.state,
      present: here.present,
      expected: cells.length,
      share: shareOf(present, cells.length),
      quorate: here.quorate,
    };
  });
  const present = rows.reduce((sum, row) => sum + row.present, 0);
  const expected = rows.reduce((sum, row) => sum + row.expected, 0);
  return {
    bodyId: body.id,
    body: body.name,
    quorum: body.quorum ?? null,
    from: o.from,
    to: o.to,
    meetings: shownMeetings,
    people: [...rows, ...others],
    present,
    expected,
    share: shareOf(present, expected),
  };
}

function linesOf(db: ReadDb, { bodyId, from, to }: { bodyId: string; from: string; to: string }): Line[] {
  return rowsOf<Line>(
    db,
    `SELECT a.meeting_id AS meetingId, a.name, a.person_id AS personId, a.state, a.substitute_for AS substituteFor, a.role
     FROM meetings m JOIN attendance a ON a.meeting_id = m.id
     WHERE m.body_id = ? AND m.held_on BETWEEN ? AND ? ORDER BY a.position, a.id`,
    bodyId,
    from,
    to,
  );
}

/** Several spells of one person are one row. */
function memberRows(
  members: readonly BodyMember[],
  meetings: readonly Held[],
  linesAt: readonly Line[][],
): GridPerson[] {
  const people: { member: BodyMember; spells: BodyMember[] }[] = [];
  for (const member of members) {
    const same = people.find((one) => isSameMember(one.member, member));
    if (same) same.spells.push(member);
    else people.push({ member, spells: [member] });
  }
  return people.flatMap(({ member, spells }) => {
    const cells = meetings.map(({ heldOn }, at): Cell => {
      if (!spells.some((spell) => isMemberOn(spell, heldOn))) return null;
      const { own, substitute } = attendanceOfMember(member, linesAt[at] ?? []);
      if (substitute && own?.state !== 'present') return { state: 'present', substitute: substitute.name };
      return own ? { state: own.state, substitute: null } : { state: 'absent', substitute: null };
    });
    if (cells.every((cell) => cell === null)) return [];
    return [rowOf({ name: member.name, personId: member.personId, role: member.role, member: true }, cells)];
  });
}

function otherRows(members: readonly BodyMember[], linesAt: readonly Line[][]): GridPerson[] {
  const found = new Map<string, Line>();
  const keyOf = (line: Line) => line.personId ?? comparable(line.name);
  for (const line of linesAt.flat()) {
    if (!members.some((member) => isSameMember(member, line)) && !found.has(keyOf(line)))
      found.set(keyOf(line), line);
  }
  return [...found].map(([key, { name, personId, role }]) =>
    rowOf(
      { name, personId, role, member: false },
      linesAt.map((lines): Cell => {
        const own = lines.find((line) => keyOf(line) === key);
        return own ? { state: own.state, substitute: null } : null;
      }),
    ),
  );
}

function rowOf(who: Pick<GridPerson, 'name' | 'personId' | 'role' | 'member'>, cells: Cell[]): GridPerson {
  const noted = cells.filter((cell) => cell !== null);
  const present = noted.filter(({ state }) => state === 'present').length;
  const key = `${who.member ? 'member' : 'other'} ${who.personId ?? comparable(who.name)}`;
  return { key, ...who, cells, present, expected: noted.length, share: shareOf(present, noted.length) };
}
