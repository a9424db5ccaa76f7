import { Settings } from '#shared/contract/register.ts';
import type { ReadDb, WriteDb } from '../handles.ts';
import { prepared, rowsOf } from './prepared.ts';

/** What holds until the office says otherwise: England's years, and no outcomes. */
export const usualSettings: Settings = {
  partnership: '',
  financialYearStart: 4,
  academicYearStart: 9,
  outcomes: [],
};

export function readSettings(db: ReadDb): Settings {
  const set = rowsOf<{ id: string; value: string }>(db, 'SELECT id, value FROM settings').map(
    ({ id, value }) => [id, JSON.parse(value) as unknown],
  );
  return Settings.parse({ ...usualSettings, ...Object.fromEntries(set) });
}

/** Sets what is given and leaves the rest. */
export function writeSettings(tx: WriteDb, settings: Partial<Settings>): void {
  const put = prepared(
    tx,
    'INSERT INTO settings (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value',
  );
  for (const [id, value] of Object.entries(settings)) {
    if (value !== undefined) put.run(id, JSON.stringify(value));
  }
}
