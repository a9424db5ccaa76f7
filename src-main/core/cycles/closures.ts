import type { ReadDb } from '#db/handles.ts';
import { closureName, closuresBetween, lastClosurePosition } from '#db/queries/cycles.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { closures } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Closure } from '#shared/contract/meeting-records.ts';
import { bankHolidays } from '#shared/domain/bank-holidays.ts';
import { daysBetween, formatDay } from '#shared/domain/dates.ts';
import { count } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { step } from '../plans/positions.ts';

/** The days on which nobody meets: school holidays, bank holidays, days on which the office is closed. */

export type ClosureFields = Omit<Closure, 'id' | 'source'>;

/** No holiday lasts longer; one that does has a year mistyped. */
const longest = 366;

export function listClosures(db: ReadDb): Closure[] {
  return closuresBetween(db, '0001-01-01', '9999-12-31').map((row) => ({ ...row, source: null }));
}

export function addClosure({ app, register }: Doing, fields: ClosureFields): string {
  checked(fields);
  const id = app.options.newId();
  register.act({ kind: 'edit', label: `Added: ${inWords(fields)}` }, (tx) =>
    insertRow(tx, closures, { id, position: lastClosurePosition(tx) + step, ...fields }),
  );
  return id;
}

export function changeClosure({ register }: Doing, id: string, fields: ClosureFields): void {
  checked(fields);
  mustName(register.db, id);
  register.act({ kind: 'edit', label: `Changed: ${inWords(fields)}` }, (tx) =>
    updateRow(tx, closures, id, fields),
  );
}

export function removeClosure({ register }: Doing, id: string): void {
  const name = mustName(register.db, id);
  register.act({ kind: 'edit', label: `Deletion of ${name}` }, (tx) => deleteRow(tx, closures, id));
}

/** Adds those of a year that are not there on their day yet, as one act. */
export function addBankHolidays({ app, register }: Doing, year: number): { added: number; there: number } {
  const all = bankHolidays(year);
  const known = new Set(
    closuresBetween(register.db, `${year}-01-01`, `${year}-12-31`)
      .filter(({ kind }) => kind === 'bank-holiday')
      .map(({ from }) => from),
  );
  const missing = all.filter(({ on }) => !known.has(on));
  if (missing.length > 0) {
    const label = `${count(missing.length, 'bank holiday')} of ${year} added`;
    register.act({ kind: 'edit', label }, (tx) => {
      let position = lastClosurePosition(tx);
      for (const { on, name } of missing) {
        position += step;
        insertRow(tx, closures, {
          id: app.options.newId(),
          position,
          name,
          kind: 'bank-holiday',
          from: on,
          until: on,
        });
      }
    });
  }
  return { added: missing.length, there: all.length - missing.length };
}

const inWords = ({ name, from, until }: ClosureFields): string =>
  from === until ? `${name}, ${formatDay(from)}` : `${name}, ${formatDay(from)} to ${formatDay(until)}`;

function checked({ from, until }: ClosureFields): void {
  if (until < from) {
    throw new AppError(
      'not-possible',
      `The last day, ${formatDay(until)}, is before the first, ${formatDay(from)}. Change one of the two.`,
    );
  }
  if (daysBetween(from, until) > longest) {
    throw new AppError(
      'not-possible',
      `From ${formatDay(from)} to ${formatDay(until)} is more than a year. Look at the years of both days.`,
    );
  }
}

function mustName(db: ReadDb, id: string): string {
  const name = closureName(db, id);
  if (name === undefined) {
    throw new AppError('not-found', 'This holiday is no longer in the register. Look at the list again.');
  }
  return name;
}
