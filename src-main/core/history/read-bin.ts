import {
  type BinTable,
  type Deleted,
  deletedSince,
  type Gone,
  type GoneByOwner,
  goneByOwner,
  wentWith,
  whyNotBack,
} from '#db/bin.ts';
import type { ReadDb } from '#db/handles.ts';
import type { BinEntry } from '#shared/contract/history.ts';
import { addDays } from '#shared/domain/dates.ts';
import { rowName } from '#shared/domain/row-words.ts';
import { count, listWords } from '#shared/domain/words.ts';
import { nameOf, recordReader } from './record-names.ts';

const kinds: Record<BinTable, BinEntry['kind']> = {
  plans: 'plan',
  sections: 'section',
  actions: 'action',
  kpis: 'kpi',
  meetings: 'meeting',
};

/** How long what was deleted stays in the bin; in the change log it stands for ever. */
const daysKept = 366;

/** What was deleted in the last year and is not there, newest first, of what holds all the words looked for. */
export function readBin(
  db: ReadDb,
  { text, limit, now }: { text: string; limit: number; now: string },
): { entries: BinEntry[]; more: number } {
  const since = new Date(Date.parse(now) - daysKept * 86_400_000).toISOString();
  const names = recordReader(db);
  const words = text.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
  const found = deletedSince(db, since).filter(({ table, id, row, label }) => {
    const said = [nameOf(table, id, row), names.planOf(row), label, rowName(table).one]
      .join('\n')
      .toLocaleLowerCase('en-GB');
    return words.every((word) => said.includes(word));
  });
  const known = new Map<number, GoneByOwner>();
  const goneIn = ({ seq }: Deleted) => {
    const gone = known.get(seq) ?? goneByOwner(db, seq);
    known.set(seq, gone);
    return gone;
  };
  const entries = found.slice(0, limit).map((deleted): BinEntry => {
    const { table, id, row, actId, label, at } = deleted;
    return {
      id,
      kind: kinds[table],
      name: nameOf(table, id, row),
      plan: table === 'plans' ? null : names.planOf(row),
      withIt: inWords(wentWith(goneIn(deleted), id)),
      deleted: { id: actId, label, at },
      until: addDays(at.slice(0, 10), daysKept),
      why: whyNotBack(db, deleted),
    };
  });
  return { entries, more: found.length - entries.length };
}

/** "2 measures, 1 lead and 3 updates" */
function inWords(rows: readonly Gone[]): string {
  const groups = Map.groupBy(rows, ({ table }) => table);
  return listWords(
    [...groups].map(([table, those]) => count(those.length, rowName(table).one, rowName(table).many)),
  );
}
