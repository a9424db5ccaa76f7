import type { WriteDb } from '#db/handles.ts';
import { type StoredLink, storedLinks } from '#db/queries/plans-links.ts';
import { type Part, partsOf } from '#db/queries/plans-order.ts';
import { removeMeasureRows } from '#db/queries/plans-remove.ts';
import { leadToColumns, linkToColumns } from '#db/records.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { actionLinks, leads, measures } from '#db/schema/index.ts';
import type { Lead, Link } from '#shared/contract/register.ts';
import { matchLines } from './match-lines.ts';
import { step } from './positions.ts';

/** What a change set's writing needs at hand. */
export type Writer = { tx: WriteDb; newId: () => string };

type Sync<T> = {
  existing: readonly Part[];
  wanted: readonly T[];
  wordsOf: (item: T) => string;
  /** Whether a row says all of the item beside its words; it does where this is left out. */
  isSame?: (id: string, item: T) => boolean;
  insert: (item: T, position: number) => void;
  /** Called for lines whose words changed and for lines that have to move. */
  change: (id: string, item: T, position: number) => void;
  remove: (ids: readonly string[]) => void;
};

/** Brings a list of rows to a list of lines with as few writes as keep every row's identity. */
function syncRows<T>(o: Sync<T>): void {
  const { existing, wanted, wordsOf, isSame = () => true, insert, change, remove } = o;
  const { from, gone } = matchLines(
    existing.map((part) => part.text),
    wanted.map(wordsOf),
  );
  remove(gone.flatMap((index) => existing[index]?.id ?? []));
  const grown = from.indexOf(null);
  // New lines at the end leave all others where they are; a new line between them moves the whole list.
  const moving = grown !== -1 && from.slice(grown).some((index) => index !== null);
  let last = 0;
  wanted.forEach((item, index) => {
    const old = existing[from[index] ?? -1];
    last = old && !moving ? old.position : last + step;
    if (!old) insert(item, last);
    else if (old.text !== wordsOf(item) || old.position !== last || !isSame(old.id, item))
      change(old.id, item, last);
  });
}

export type LeadOwner =
  | { actionId: string }
  | { sectionId: string }
  | { measureId: string }
  | { kpiId: string };

/** Who leads an action or a section, answers for a measure, or owns a KPI. */
export function writeLeads({ tx, newId }: Writer, owner: LeadOwner, wanted: readonly Lead[]): void {
  const existing =
    'actionId' in owner
      ? partsOf(tx, 'leads', owner.actionId)
      : 'sectionId' in owner
        ? partsOf(tx, 'sectionLeads', owner.sectionId)
        : 'measureId' in owner
          ? partsOf(tx, 'measureLeads', owner.measureId)
          : partsOf(tx, 'kpiLeads', owner.kpiId);
  syncRows({
    existing,
    wanted,
    wordsOf: (lead) => lead.text,
    insert: (lead, position) =>
      insertRow(tx, leads, { id: newId(), ...owner, ...leadToColumns(lead), position }),
    change: (id, lead, position) => updateRow(tx, leads, id, { ...leadToColumns(lead), position }),
    remove: (ids) => {
      for (const id of ids) deleteRow(tx, leads, id);
    },
  });
}

/** What an action is measured by. A re-worded measure keeps its leads and its KPI. */
export function writeMeasures({ tx, newId }: Writer, actionId: string, lines: readonly string[]): void {
  syncRows({
    existing: partsOf(tx, 'measures', actionId),
    wanted: lines,
    wordsOf: (line) => line,
    insert: (text, position) => insertRow(tx, measures, { id: newId(), actionId, text, position }),
    change: (id, text, position) => updateRow(tx, measures, id, { text, position }),
    remove: (ids) => removeMeasureRows(tx, ids),
  });
}

/** What an action is linked with. */
export function writeLinks({ tx, newId }: Writer, actionId: string, wanted: readonly Link[]): void {
  const stored = new Map(storedLinks(tx, actionId).map((row) => [row.id, row]));
  const words = (link: { text: string; code?: string | null }) => `${link.text}\u0000${link.code ?? ''}`;
  syncRows({
    existing: [...stored.values()].map((row) => ({ id: row.id, position: row.position, text: words(row) })),
    wanted,
    wordsOf: words,
    isSame: (id, link) =>
      Object.entries(linkToColumns(link)).every(
        ([column, value]) => stored.get(id)?.[column as keyof StoredLink] === value,
      ),
    insert: (link, position) =>
      insertRow(tx, actionLinks, { id: newId(), actionId, ...linkToColumns(link), position }),
    change: (id, link, position) => updateRow(tx, actionLinks, id, { ...linkToColumns(link), position }),
    remove: (ids) => {
      for (const id of ids) deleteRow(tx, actionLinks, id);
    },
  });
}
