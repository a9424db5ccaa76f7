import type { Attendance, BodyMember } from '../contract/meeting-records.ts';
import { comparable } from './similarity.ts';
import { count } from './words.ts';

/** Who counts at a meeting: its members on that day, and those who came in their stead. */

const keys = new Map<string, string>();
/** A name as two typists would agree on it; kept, because grids of years ask for the same few names again and again. */
function nameKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = comparable(name);
  if (keys.size > 5_000) keys.clear();
  keys.set(name, key);
  return key;
}

type Member = Pick<BodyMember, 'name' | 'personId' | 'from' | 'until'>;
type Attending = Pick<Attendance, 'name' | 'personId' | 'state' | 'substituteFor'>;

export const isMemberOn = ({ from, until }: Pick<BodyMember, 'from' | 'until'>, on: string): boolean =>
  (from === null || from <= on) && (until === null || on <= until);

/** One who stands for the same person or the same name, however it is typed. */
export const isSameMember = (
  member: Pick<BodyMember, 'name' | 'personId'>,
  one: { name: string; personId: string | null },
): boolean =>
  (member.personId !== null && member.personId === one.personId) ||
  (nameKey(member.name) !== '' && nameKey(member.name) === nameKey(one.name));

/** What is known of a member at one meeting: the line of their own, and who came instead of them. */
export function attendanceOfMember<A extends Attending>(
  member: Member,
  attendance: readonly A[],
): { own: A | null; substitute: A | null } {
  const own = attendance.find((one) => isSameMember(member, one)) ?? null;
  const names = [member.name, own?.name ?? ''].map(nameKey).filter(Boolean);
  const substitute =
    attendance.find(
      (one) => one.state === 'present' && one.substituteFor && names.includes(nameKey(one.substituteFor)),
    ) ?? null;
  return { own, substitute };
}

/** How many of a body are present, and whether that is enough. Without a list of members all present count. */
export function quorumOf(
  quorum: number | null,
  members: readonly Member[],
  attendance: readonly Attending[],
  on: string | null,
): { quorum: number | null; present: number; quorate: boolean | null; words: string } {
  const then = on === null ? members : members.filter((member) => isMemberOn(member, on));
  const present =
    then.length === 0
      ? attendance.filter(({ state }) => state === 'present').length
      : then.filter((member) => {
          const { own, substitute } = attendanceOfMember(member, attendance);
          return own?.state === 'present' || substitute !== null;
        }).length;
  const quorate = quorum === null || attendance.length === 0 ? null : present >= quorum;
  const said = count(
    present,
    then.length === 0 ? 'person' : 'member',
    then.length === 0 ? 'people' : 'members',
  );
  const enough = quorate ? '' : quorate === null ? '' : '; there is no quorum';
  const words = quorum === null ? `${said} present.` : `${said} present; the quorum is ${quorum}${enough}.`;
  return { quorum, present, quorate, words };
}
