import type { ReadDb } from '../handles.ts';
import { rowsOf } from './prepared.ts';

/** Which KPIs the latest acts wrote something of, so that what was judged of the others need not be judged again. */

export type ActState = { readonly seq: number; readonly state: string };

/** The latest acts, newest first, with whether they are in force. */
export const latestActs = (db: ReadDb, most: number): ActState[] =>
  rowsOf(db, 'SELECT seq, state FROM change_sets ORDER BY seq DESC LIMIT ?', most);

/**
 * The KPIs of which an act wrote figures, words, changes or statuses; their own rows and owners are not looked at. Null
 * where it cannot be told any more, for what it added has since been taken out.
 */
export function kpisTouchedBy(db: ReadDb, seq: number): string[] | null {
  const rows = rowsOf<{ kpiId: string | null }>(
    db,
    `SELECT DISTINCT coalesce(json_extract(coalesce(c.new, c.old), '$.kpi_id'), CASE c.table_name
         WHEN 'kpi_values' THEN (SELECT kpi_id FROM kpi_values WHERE id = c.row_id)
         WHEN 'kpi_narratives' THEN (SELECT kpi_id FROM kpi_narratives WHERE id = c.row_id)
         WHEN 'kpi_changes' THEN (SELECT kpi_id FROM kpi_changes WHERE id = c.row_id)
         ELSE (SELECT kpi_id FROM kpi_judgements WHERE id = c.row_id) END) AS kpiId
     FROM changes c WHERE c.change_set_seq = ?
       AND c.table_name IN ('kpi_values', 'kpi_narratives', 'kpi_changes', 'kpi_judgements')`,
    seq,
  );
  const ids = rows.flatMap(({ kpiId }) => (kpiId === null ? [] : [kpiId]));
  return ids.length < rows.length ? null : ids;
}
