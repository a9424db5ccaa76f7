import type { ReadDb, WriteDb } from '../handles.ts';
import { insertRow, updateRow } from '../rows.ts';
import { settings } from '../schema/index.ts';
import { rowsOf } from './prepared.ts';

export function settingRows(db: ReadDb): { id: string; value: unknown }[] {
  return rowsOf<{ id: string; value: string }>(db, 'SELECT id, value FROM settings').map(({ id, value }) => ({
    id,
    value: JSON.parse(value),
  }));
}

/** Sets settings by name; those that already have the value are left alone. */
export function writeSettings(tx: WriteDb, values: Record<string, unknown>): void {
  const before = new Map(settingRows(tx).map(({ id, value }) => [id, value]));
  for (const [id, value] of Object.entries(values)) {
    if (value === undefined || JSON.stringify(before.get(id)) === JSON.stringify(value)) continue;
    if (before.has(id)) updateRow(tx, settings, id, { value });
    else insertRow(tx, settings, { id, value });
  }
}
