import type { ActionRow, EditableField } from '#shared/contract/plans.ts';

/** The column that a kept source field is shown in. */
const fieldOfSource: Readonly<Record<string, EditableField>> = { bullets: 'text', progress: 'lastUpdate' };

/** The source cell of one value as the grid shows it: "Sheet1!F14" is "F14" where the whole row is of one sheet. */
export function originOf(row: ActionRow, field: string): string | null {
  const cells = row.source?.cells;
  if (!cells) return null;
  const own = cells[field];
  const other = Object.entries(fieldOfSource).find(([, shown]) => shown === field)?.[0];
  const where = own ?? (other === undefined ? undefined : cells[other]);
  return where === undefined ? null : where.slice(where.lastIndexOf('!') + 1);
}
