import type { ReadDb, WriteDb } from '../handles.ts';
import { insertRow } from '../rows.ts';
import { settings } from '../schema/index.ts';
import { rowOf } from './prepared.ts';

/**
 * The day that a register is told on for ever: set in the example, whose story stands still, so that what is
 * overdue or due soon in it reads as life. Null in every register of an office.
 */
export function toldOn(db: ReadDb): string | null {
  const row = rowOf<{ value: string }>(db, `SELECT value FROM settings WHERE id = 'toldOn'`);
  return row ? (JSON.parse(row.value) as string) : null;
}

export function setToldOn(tx: WriteDb, day: string): void {
  insertRow(tx, settings, { id: 'toldOn', value: day });
}
