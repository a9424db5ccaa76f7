import type { GridCell } from '#shared/contract/grid.ts';
import { foldSpace } from '../words.ts';
import { type Attending, attendanceStart, attendeesOn, initialsOf } from './attendance.ts';
import type { TableRow } from './blocks.ts';
import { dayIn } from './front.ts';
import type { MinutesColumns, MinutesField } from './table-columns.ts';
import { fieldsOf, lineOf, markRow, type TableReading } from './table-reading.ts';

const yes = /^(?:✓|✔|√|x|y|yes|p|present|1|attended|in attendance)\b|^(?:✓|✔|√)/i;
const sorry = /^(?:a|aps?|apol\w*)\b|apolog/i;
const no = /^(?:n|no|absent|✗|✘|×|0|ab|-)$/i;

/** A table of names: their posts, initials and ticks beside them, groups and labels between. */
export function readAttendance(o: TableReading, columns: MinutesColumns, rows: readonly TableRow[]): void {
  // "Apologies:" may stand over the table as well as in it.
  let { state, group }: Attending = o.reader.attending() ?? { state: 'present', group: null };
  const days = dayColumns(o, columns, rows);
  const earlier = new Map<number, string[]>();
  const fields: MinutesColumns['fields'] =
    days === null ? columns.fields : new Map([...columns.fields, [days.own, 'present' as const]]);
  const here = { ...columns, fields };
  const kinds = new Set(fields.values());
  // Beside ticks a cross says that somebody was not there.
  const ticked = rows.some(({ cells }) => cells.some((cell) => /^[✓✔√]/.test(cell.text.trim())));
  for (const { row, cells } of rows) {
    const [first, ...others] = cells;
    if (!first) continue;
    const label = foldSpace(first.text).replace(/\s*:$/, '');
    const starts = others.length === 0 ? attendanceStart(`${label}:`) : null;
    // "Board support | Initials | Role": the header again, over another group.
    const again =
      others.length > 0 &&
      others.every((cell) => foldSpace(cell.text).replace(/\s*:$/, '') === columns.labels.get(cell.column));
    if (starts || again) {
      const said = starts ?? attendanceStart(`${label}:`);
      ({ state, group } = said?.attending ?? { state: 'present', group: label });
      markRow(o, { row, cells });
      continue;
    }
    const found = fieldsOf(here, cells);
    const line = lineOf(row, cells, '');
    const name = found.get('name');
    const crossed = ticked && /^x$/i.test(foldSpace(found.get('present')?.text ?? ''));
    const own = crossed ? 'absent' : stateIn(found, kinds, state);
    for (const cell of cells) {
      // A tick is said by the state.
      const field = fields.get(cell.column) ?? 'other';
      if (field === 'present' || field === 'apologies' || field === 'absent')
        o.mark(lineOf(row, [cell], ''), 'header');
      if (days?.others.has(cell.column))
        earlier.set(cell.column, [
          ...(earlier.get(cell.column) ?? []),
          `${foldSpace(name?.text ?? '')} ${foldSpace(cell.text)}`,
        ]);
    }
    const besides = cells.filter(
      (cell) => !days?.others.has(cell.column) && isWords(fields.get(cell.column)),
    );
    const more = [...remark(found), ...besides.map((cell) => foldSpace(cell.text))];
    const people = name ? attendeesOn(name.text, { state: own, group }) : [];
    const short = foldSpace(found.get('initials')?.text ?? '');
    for (const who of people) {
      const role = [who.role, ...more].filter(Boolean).join(', ');
      o.record.addAttendee(
        {
          ...who,
          role: role === '' ? null : role,
          initials: who.initials ?? (short === '' ? null : (initialsOf(who.name, short) ?? short)),
        },
        line,
      );
    }
    if (people.length === 0)
      o.record.addDetail(
        { label: 'Attendance', text: foldSpace(cells.map((cell) => cell.text).join(' | ')) },
        line,
      );
  }
  for (const [column, texts] of earlier) {
    const cells = rows.flatMap(({ cells: those }) => those.filter((cell) => cell.column === column));
    const detail = { label: `Attendance ${columns.labels.get(column) ?? ''}`, text: texts.join('; ') };
    o.record.addDetail(detail, lineOf(rows[0]?.row ?? 0, cells, ''));
  }
}

function isWords(field: MinutesField | undefined): boolean {
  return field === undefined || !['name', 'present', 'apologies', 'absent'].includes(field);
}

/** A tick, "Apols" or "X" in its column; a name without any is absent only where ticks are what says who came. */
function stateIn(
  found: ReadonlyMap<MinutesField, GridCell>,
  kinds: ReadonlySet<MinutesField>,
  over: Attending['state'],
): Attending['state'] {
  const said = (field: MinutesField) => foldSpace(found.get(field)?.text ?? '');
  const ticked = said('present');
  if (sorry.test(ticked) || said('apologies') !== '') return 'apologies';
  if (no.test(ticked) || said('absent') !== '') return 'absent';
  if (ticked !== '') return 'present';
  return kinds.has('present') && !kinds.has('apologies') ? 'absent' : over;
}

/** What stands beside a tick: "✓ (by phone)". */
function remark(found: ReadonlyMap<MinutesField, GridCell>): string[] {
  const ticked = foldSpace(found.get('present')?.text ?? '');
  if (ticked === '' || sorry.test(ticked) || no.test(ticked)) return [];
  const rest = foldSpace(ticked.replace(yes, '').replace(/[()]/g, ' '));
  return rest === '' ? [] : [rest];
}

/** Columns headed by the days of several meetings: the one of this meeting, and the others. */
function dayColumns(
  o: TableReading,
  columns: MinutesColumns,
  rows: readonly TableRow[],
): { own: number; others: ReadonlySet<number> } | null {
  const heldOn = o.record.meeting()?.heldOn ?? null;
  const dated = [...columns.labels].flatMap(([column, label]) => {
    const day = dayIn(label, heldOn?.slice(0, 4) ?? null)?.day;
    return day === undefined ? [] : [{ column, day }];
  });
  if (dated.length < 2) return null;
  const filled = dated.filter(({ column }) =>
    rows.some(({ cells }) => cells.some((cell) => cell.column === column)),
  );
  const own = dated.find(({ day }) => day === heldOn) ?? filled.at(-1) ?? dated.at(-1);
  if (!own) return null;
  return {
    own: own.column,
    others: new Set(dated.map(({ column }) => column).filter((column) => column !== own.column)),
  };
}
