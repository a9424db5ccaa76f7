import type { RoundField, RoundLead } from '#shared/contract/rounds.ts';
import { dayOfInstant, formatDayNear } from '../../format/days.ts';
import { count, listWords } from '../../format/words.ts';

/** How far a lead is, in the words of the list. */
export function stateWords(lead: RoundLead, today: string): string {
  if (lead.toDecide > 0) return `${lead.toDecide} to decide`;
  if (lead.toConfirm > 0) return `${count(lead.toConfirm, 'new date')} to confirm`;
  if (lead.state !== 'sent') return lead.changed === 0 ? 'Nothing changed' : 'Merged';
  if (lead.remindedAt) return `Reminded ${formatDayNear(dayOfInstant(lead.remindedAt), today)}`;
  return lead.addresses.length === 0 ? 'Not returned, no e-mail' : 'Not returned';
}

export const wantsOfficer = (lead: RoundLead): boolean => lead.toDecide > 0 || lead.toConfirm > 0;

/** What is decided about together: the status, words and all that goes with them of one action; else one field. */
export type Group = { readonly id: string; readonly fields: readonly RoundField[]; readonly isDate: boolean };

export function groupsOf(fields: readonly RoundField[]): Group[] {
  const open = fields.filter(
    ({ verdict }) => verdict === 'conflict' || verdict === 'waits' || verdict === 'confirm',
  );
  const groups = Map.groupBy(open, ({ row, field }) =>
    field === 'date' || field === 'done' ? `${row} ${field}` : row,
  );
  return [...groups].map(([id, own]) => ({
    id,
    fields: own,
    isDate: own.every(({ verdict }) => verdict === 'confirm'),
  }));
}

/** "Jean Whitlock, 24 September": the sides of a comparison. */
export const sideWords = (words: readonly (string | null)[]): string => words.filter(Boolean).join(', ');

/** "9 actions, 3 measures and 1 figure" */
export function heldWords(o: { actions: number; measures: number; figures: number }): string {
  const parts = [
    o.actions > 0 ? count(o.actions, 'action') : null,
    o.measures > 0 ? count(o.measures, 'measure') : null,
    o.figures > 0 ? count(o.figures, 'figure') : null,
  ].filter((part) => part !== null);
  return listWords(parts) || 'nothing';
}
