import { inReadTransaction } from '#db/change-log.ts';
import { confirmedMinutes, rowsPointingTo } from '#db/queries/held.ts';
import { keptUntil } from '#db/retention-forecast.ts';
import type { DoubtfulWords, HeldOn } from '#shared/contract/held.ts';
import { doubts } from '#shared/domain/person-words.ts';
import { rowName } from '#shared/domain/row-words.ts';
import type { App, Register } from '../../app.ts';
import { type FoundText, findHeld, isSure } from './find-held.ts';

/** Texts shown of each doubt: enough to see whether they are meant. */
const firstShown = 3;
const longestShown = 160;

/** What is held on a person, in numbers. */
export function readHeld({ app, register }: { app: App; register: Register }, personId: string): HeldOn {
  const { sought, texts, files, snapshots } = findHeld(register.db, personId);
  const { person, finder, instead } = sought;
  const confirmed = confirmedMinutes(register.db);
  const now = texts.filter(({ place }) => place.logged === null && place.table !== 'change_sets');
  const sure = (list: readonly FoundText[]) =>
    list.reduce((sum, { hits }) => sum + hits.filter(isSure).length, 0);
  return {
    person: { id: person.id, name: person.name, role: person.role, retiredOn: person.retiredOn ?? null },
    pointing: pointingTo(register, personId),
    now: sure(now),
    inConfirmedMinutes: sure(now.filter(({ place }) => confirmed.has(place.rowId))),
    history: sure(texts) - sure(now),
    doubtful: doubts.flatMap((doubt): DoubtfulWords[] => {
      const words = finder.doubtful.get(doubt);
      const there = texts.flatMap((text) => {
        const n = text.hits.filter((hit) => hit.doubt === doubt).length;
        return n > 0 ? [{ ...text, n, isNow: now.includes(text) }] : [];
      });
      if (!words || there.length === 0) return [];
      const count = (isNow: boolean) =>
        there.reduce((sum, one) => sum + (one.isNow === isNow ? one.n : 0), 0);
      const first = [
        ...new Set(there.toSorted((a, b) => Number(b.isNow) - Number(a.isNow)).map(shown(doubt))),
      ];
      return [
        {
          doubt,
          words: [...words],
          now: count(true),
          history: count(false),
          first: first.slice(0, firstShown),
        },
      ];
    }),
    files,
    snapshots,
    backups: backupsKept(app, register),
    instead,
  };
}

/** The words round the first place in doubt. */
const shown =
  (doubt: string) =>
  ({ words, hits }: FoundText): string => {
    const at = hits.find((hit) => hit.doubt === doubt)?.at ?? 0;
    const from = Math.max(0, at - longestShown / 2);
    const piece = words
      .slice(from, from + longestShown)
      .replace(/\s+/g, ' ')
      .trim();
    return `${from > 0 ? '… ' : ''}${piece}${from + longestShown < words.length ? ' …' : ''}`;
  };

function pointingTo(register: Register, personId: string): HeldOn['pointing'] {
  const rows = inReadTransaction(register.db, (tx) => rowsPointingTo(tx, personId));
  return [...Map.groupBy(rows, ({ table }) => table)]
    .map(([table, those]) => ({ what: rowName(table).one, many: rowName(table).many, rows: those.length }))
    .sort((a, b) => b.rows - a.rows);
}

/** Every backup of the register, and until when it stays where one is made a day. */
export function backupsKept(app: App, register: Register): HeldOn['backups'] {
  const all = app.backups.list(register);
  const until = keptUntil(all, app.options.now());
  return all.map(({ id, at }) => ({ id, at, until: until.get(id) ?? null }));
}
