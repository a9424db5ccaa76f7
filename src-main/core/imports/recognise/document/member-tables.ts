import type { GridCell } from '#shared/contract/grid.ts';
import type { Context } from '../context.ts';
import { foldSpace } from '../words.ts';
import { isBodyName, kindOfBodyName } from './bodies.ts';
import type { DocumentReadTable } from './read-tables.ts';
import { rows } from './table-parts.ts';

const ofBody = /\b(?:members?|membership|composition|representatives?) (?:of|on) (?:the )?(.{3,90}?)\s*:?$/i;
const bodysOwn =
  /^(?:\W|\d|\.)*(?:the )?(.{3,90}?)(?:['’]s?)?[\s:–—-]+(?:members?|membership|representatives?|composition)\s*:?$/i;

/**
 * "Name | Organisation | Role" under "Membership of the board": the members of that body, or of the only one that the
 * document speaks of. False where nobody says whose members they are.
 */
export function draftMembers(
  context: Context,
  headings: readonly string[],
  table: DocumentReadTable,
): boolean {
  const { bodies } = context.drafts;
  const said = headings
    .flatMap((words) => ofBody.exec(words)?.[1] ?? bodysOwn.exec(words)?.[1] ?? [])
    .find(isBodyName);
  const name = said?.replace(/^the /i, '');
  const about = headings.some((words) => /\bmember(?:s|ship)?\b|\bcomposition\b/i.test(words));
  const known = bodies.find((body) => name !== undefined && body.name.toLowerCase() === name.toLowerCase());
  const body = known ?? (name === undefined && about && bodies.length === 1 ? bodies[0] : undefined);
  if (!body && name === undefined) return false;
  const { region } = table;
  const { sheet } = region;
  const first = body?.source[1] ?? region.header.top;
  const cells: (readonly [string, number, number])[] = [
    ...(context.drafts.layouts[body?.source[0] ?? -1]?.cells ?? [['name', 0, 0] as const]),
  ];
  const members: { name: string; role: string | null }[] = [];
  for (const row of rows(region.header.top, region.bottom)) {
    const filled = sheet.filled(row);
    const isHeader =
      row <= region.header.bottom || region.repeats.some(({ top, bottom }) => row >= top && row <= bottom);
    for (const cell of filled) {
      context.mark(sheet.index, row, cell.column, isHeader ? 'header' : 'placed');
      if (!isHeader) cells.push(['members', cell.column, row - first]);
    }
    const member = isHeader ? null : memberIn(filled);
    if (member) members.push(member);
  }
  const source = [
    context.layout(sheet.index, cells),
    Math.min(first, region.header.top),
    Math.max(body?.source[2] ?? 0, region.bottom),
  ] as const;
  if (body) {
    body.members.push(...members);
    body.source = source;
    return true;
  }
  const made = name ?? '';
  bodies.push({
    name: made,
    kind: kindOfBodyName(made),
    purpose: null,
    role: null,
    cycle: null,
    members,
    source,
  });
  return true;
}

function memberIn([first, ...others]: readonly GridCell[]): { name: string; role: string | null } | null {
  if (!first) return null;
  const role = others
    .map((cell) => foldSpace(cell.text))
    .filter((text) => text !== '')
    .join(', ');
  return { name: foldSpace(first.text), role: role === '' ? null : role };
}
