import type { WriteDb } from '../handles.ts';
import { updateRow } from '../rows.ts';
import { leads } from '../schema/index.ts';
import { rowsOf } from './prepared.ts';

/** Says whom the words of a lead of an action mean, where they named nobody yet. */
export function updateLeadPeople(tx: WriteDb, actionId: string, text: string, personId: string): void {
  const rows = rowsOf<{ id: string }>(
    tx,
    'SELECT id FROM leads WHERE action_id = ? AND text = ? AND person_id IS NULL',
    actionId,
    text,
  );
  for (const { id } of rows) updateRow(tx, leads, id, { personId });
}
