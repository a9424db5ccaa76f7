import type { EditableField } from '#shared/contract/plans.ts';
import { count } from '#shared/domain/words.ts';

/** What Undo says of the acts on a plan. */

const fieldNames: Readonly<Record<EditableField, string>> = {
  ref: 'Reference',
  text: 'Words',
  leads: 'Leads',
  timescale: 'Timescale',
  status: 'Status',
  lastUpdate: 'Update',
  measures: 'Measures',
  resources: 'Resources',
  links: 'Links',
  comment: 'Comment',
  reviewOn: 'Review day',
};

/** An action as a label names it: its reference, else its first words. */
export function nameOf(action: { ref: string | null; text: string }): string {
  return action.ref ?? (shortened(action.text, 40) || 'a new action');
}

/** "Timescale of 2.2 (i)", "5 cells in Early Years Delivery Plan 2010-11", "3 actions added to …". */
export function editLabel(o: {
  planTitle: string;
  /** One entry for each cell that changed. */
  cells: readonly { field: EditableField; action: { ref: string | null; text: string } }[];
  added: number;
}): string {
  const [first] = o.cells;
  if (o.added > 0) {
    const rows = `${count(o.added, 'action')} added to ${o.planTitle}`;
    return first ? `${count(o.cells.length, 'cell')} and ${rows}` : rows;
  }
  return first && o.cells.length === 1
    ? `${fieldNames[first.field]} of ${nameOf(first.action)}`
    : `${count(o.cells.length, 'cell')} in ${o.planTitle}`;
}

export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most + 1).lastIndexOf(' ');
  return `${line.slice(0, cut > most / 2 ? cut : most).trimEnd()}…`;
}
