import { actionsWithLooseLinks, storedLinks } from '#db/queries/plans-links.ts';
import type { Link } from '#shared/contract/register.ts';
import { type LinkReader, linkReader } from '#shared/domain/link-targets.ts';
import { linksOf, linkWorld } from './resolve-links.ts';
import { type Writer, writeLinks } from './write-parts.ts';

/**
 * Reads anew what points nowhere, of one plan or of all: a plan that came later may hold what the words meant. What
 * points somewhere stays as it is. Gives how many actions have a link more that leads somewhere.
 */
export function relinkLoose(writer: Writer, planId: string | null): number {
  const loose = actionsWithLooseLinks(writer.tx, planId);
  if (loose.length === 0) return 0;
  const world = linkWorld(writer.tx);
  const readers = new Map<string, LinkReader>();
  const readerOf = (of: string) => {
    const reader = readers.get(of) ?? linkReader(world, of);
    readers.set(of, reader);
    return reader;
  };
  let settled = 0;
  for (const action of loose) {
    const rows = world.actionsOf(action.planId);
    const before = storedLinks(writer.tx, action.id).map(linkFrom);
    const read = (link: Link) => linksOf(link.text, link.kind, action.id, readerOf(action.planId), rows);
    const after = relinked(before, read);
    if (after === before) continue;
    writeLinks(writer, action.id, after);
    settled += 1;
  }
  return settled;
}

/** The links with those that led nowhere read again; the same list where none of them leads anywhere now. */
function relinked(before: readonly Link[], read: (link: Link) => readonly Link[]): readonly Link[] {
  let found = false;
  const after = before.flatMap((link): Link[] => {
    if (leadsSomewhere(link)) return [link];
    const now = read(link);
    // Of words of which a piece led somewhere already, only this piece is looked for.
    const meant = link.code === undefined ? now : now.filter((one) => one.code === link.code);
    if (!meant.some(leadsSomewhere)) return [link];
    found = true;
    return [...meant];
  });
  return found ? after : before;
}

export function leadsSomewhere(link: Link): boolean {
  const { planId, sectionId, actionId, kpiId, dutyId, streamId } = link;
  return [planId, sectionId, actionId, kpiId, dutyId, streamId].some((id) => id !== null && id !== undefined);
}

function linkFrom(row: ReturnType<typeof storedLinks>[number]): Link {
  return {
    text: row.text,
    kind: row.kind,
    planId: row.toPlanId,
    sectionId: row.toSectionId,
    actionId: row.toActionId,
    ...(row.code !== null && { code: row.code }),
    ...(row.toKpiId !== null && { kpiId: row.toKpiId }),
    ...(row.toDutyId !== null && { dutyId: row.toDutyId }),
    ...(row.toStreamId !== null && { streamId: row.toStreamId }),
  };
}
