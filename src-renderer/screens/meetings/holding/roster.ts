import type { Attendance, Body } from '#shared/contract/register.ts';

/** One line of the attendance of a meeting: a member, whoever came for one, or somebody else who was there. */
export type RosterRow = {
  /** The record where something is said of them; null for a member of whom nothing is said yet. */
  readonly attendanceId: string | null;
  readonly name: string;
  readonly personId: string | null;
  readonly role: string | null;
  readonly state: Attendance['state'] | null;
  readonly substituteFor: string | null;
  readonly isMember: boolean;
};

const fold = (name: string) => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-GB');

const sits = (member: Body['members'][number], day: string) =>
  (member.from === null || member.from <= day) && (member.until === null || member.until >= day);

/**
 * Everybody to be asked for at a meeting: the members of its day in their order, then whoever else is noted. Somebody
 * who came for a member stands under that member.
 */
export function rosterOf(
  body: Pick<Body, 'members'> | null,
  attendance: readonly Attendance[],
  day: string,
): RosterRow[] {
  const left = [...attendance];
  const rows: RosterRow[] = [];
  const noted = (one: Attendance, isMember: boolean, role: string | null): RosterRow => ({
    attendanceId: one.id,
    name: one.name,
    personId: one.personId,
    role: one.role ?? role,
    state: one.state,
    substituteFor: one.substituteFor,
    isMember,
  });
  for (const member of body?.members ?? []) {
    if (!sits(member, day)) continue;
    const at = left.findIndex(
      (one) =>
        one.substituteFor === null &&
        ((member.personId !== null && one.personId === member.personId) ||
          fold(one.name) === fold(member.name)),
    );
    const [own] = at < 0 ? [] : left.splice(at, 1);
    rows.push(
      own
        ? noted(own, true, member.role)
        : {
            attendanceId: null,
            name: member.name,
            personId: member.personId,
            role: member.role,
            state: null,
            substituteFor: null,
            isMember: true,
          },
    );
    for (const one of left.filter(({ substituteFor }) => fold(substituteFor ?? '') === fold(member.name))) {
      left.splice(left.indexOf(one), 1);
      rows.push(noted(one, false, null));
    }
  }
  return [...rows, ...left.map((one) => noted(one, false, null))];
}
