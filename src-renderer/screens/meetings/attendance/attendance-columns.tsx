import type { AttendanceGrid } from '#shared/contract/bodies.ts';
import { monthNames, partsOfDay } from '#shared/domain/dates.ts';
import { formatDay } from '../../../format/days.ts';
import type { GridLine } from '../../../grid/lines.ts';
import type { GridColumn } from '../../../grid/types.ts';

type GridMeeting = AttendanceGrid['meetings'][number];
type GridPerson = AttendanceGrid['people'][number];

/** A line of the grid: somebody, or the meetings themselves under all of them. */
export type AttendanceRow = {
  readonly key: string;
  readonly name: string;
  readonly role: string | null;
  /** In the order of the meetings. */
  readonly cells: readonly { readonly text: string; readonly says: string }[];
  readonly share: string;
  readonly shareSays: string;
};

const words = { present: 'Here', apologies: 'Apologies', absent: 'Not here' } as const;

/** "83 %" */
export const shareWords = (share: number): string => `${Math.round(share)} %`;

function ofPerson(person: GridPerson): AttendanceRow {
  return {
    key: person.key,
    name: person.name,
    role: person.role,
    cells: person.cells.map((cell) => {
      if (cell === null) return { text: '', says: 'Not known, or not expected' };
      const sent = cell.substitute ? `${cell.substitute} came for them` : null;
      return {
        text: cell.substitute ? 'Sent somebody' : words[cell.state],
        says: sent ? `${words[cell.state]}; ${sent}` : words[cell.state],
      };
    }),
    share: person.share === null ? '' : shareWords(person.share),
    shareSays:
      person.expected === 0
        ? 'Expected at none of these meetings'
        : `${person.present} of ${person.expected} meetings`,
  };
}

const ofMeeting = ({ present, expected, share, quorate }: GridMeeting) => ({
  text: share === null ? '' : shareWords(share),
  says: [
    `${present} here`,
    expected > 0 ? `of ${expected} members expected ${shareWords(share ?? 0)} came` : null,
    quorate === false ? 'not quorate' : null,
  ]
    .filter(Boolean)
    .join(', '),
});

/** Members, then whoever else came, then how many came to each meeting. */
export function attendanceLines(grid: AttendanceGrid): GridLine<AttendanceRow>[] {
  const lines: GridLine<AttendanceRow>[] = [];
  const others = grid.people.filter(({ member }) => !member);
  let number = 0;
  const push = (person: GridPerson) => {
    number += 1;
    lines.push({ kind: 'row', id: person.key, number, row: ofPerson(person) });
  };
  for (const person of grid.people) if (person.member) push(person);
  if (others.length > 0 && lines.length > 0) {
    lines.push({ kind: 'group', id: 'others', number: null, ref: null, title: 'Others who came', note: '' });
  }
  for (const person of others) push(person);
  if (lines.length === 0) return lines;
  lines.push({ kind: 'group', id: 'meetings', number: null, ref: null, title: 'Members who came', note: '' });
  lines.push({
    kind: 'row',
    id: 'shares',
    number: number + 1,
    row: {
      key: 'shares',
      name: 'All members',
      role: null,
      cells: grid.meetings.map(ofMeeting),
      share: grid.share === null ? '' : shareWords(grid.share),
      shareSays: `${grid.present} of ${grid.expected}, over all members and meetings`,
    },
  });
  return lines;
}

const marked = 'It is marked at the meeting itself.';

/** "21 Oct" */
function headOf(day: string): string {
  const parts = partsOfDay(day);
  return parts ? `${parts.day} ${(monthNames[parts.month - 1] ?? '').slice(0, 3)}` : day;
}

/** Name and role, which stay in view, a column for each meeting, and the share of all. */
export function attendanceColumns(grid: AttendanceGrid): GridColumn<AttendanceRow>[] {
  // The cell bar says why a cell takes no typing: here it says what the cell means as well.
  const fixed = () => marked;
  return [
    { key: 'name', title: 'Name', width: 170, frozen: true, text: ({ name }) => name, fixed },
    {
      key: 'role',
      title: 'Role',
      width: 150,
      text: ({ role }) => role ?? '',
      fixed: ({ role }) => (role ? marked : ''),
    },
    {
      key: 'share',
      title: 'Came to',
      width: 76,
      numeric: true,
      text: ({ share }) => share,
      fixed: ({ shareSays }) => `${shareSays}.`,
    },
    ...grid.meetings.map(
      ({ meetingId, on, title }, at): GridColumn<AttendanceRow> => ({
        key: meetingId,
        title: headOf(on),
        width: 84,
        text: (row) => row.cells[at]?.text ?? '',
        fixed: (row) => `${title}, ${formatDay(on)}: ${row.cells[at]?.says ?? 'nothing known'}. ${marked}`,
      }),
    ),
  ];
}
