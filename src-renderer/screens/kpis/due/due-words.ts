import type { DueByOwner, KpiDue } from '#shared/contract/kpis.ts';
import { count, listWords } from '../../../format/words.ts';

/** What can be due, as the choice above the list says it, and as it is counted. */
export const dueWords: Readonly<
  Record<KpiDue['kind'], { readonly choice: string; readonly one: string; readonly many: string }>
> = {
  figure: { choice: 'Figures', one: 'figure', many: 'figures' },
  narrative: { choice: 'Words behind the figures', one: 'narrative', many: 'narratives' },
  final: { choice: 'Final figures', one: 'final figure', many: 'final figures' },
  target: { choice: 'Targets', one: 'target', many: 'targets' },
  owner: { choice: 'Owners', one: 'owner', many: 'owners' },
  children: { choice: 'Children not told', one: 'count of children', many: 'counts of children' },
  polarity: { choice: 'Which way is better', one: 'direction', many: 'directions' },
  'to-store': { choice: 'Counts to store', one: 'count to store', many: 'counts to store' },
  formula: { choice: 'Formulas', one: 'formula', many: 'formulas' },
};

/** "3 figures, 1 narrative and 1 target" */
export function dueCounts(due: readonly Pick<KpiDue, 'kind'>[]): string {
  const kinds = Map.groupBy(due, ({ kind }) => kind);
  return listWords(
    [...kinds].map(([kind, own]) => count(own.length, dueWords[kind].one, dueWords[kind].many)),
  );
}

/** "Late by 45 days", the worst of them; nothing where none is late. */
export function lateInWords(due: readonly Pick<KpiDue, 'daysLate'>[]): string {
  const most = Math.max(0, ...due.map(({ daysLate }) => daysLate));
  return most === 0 ? '' : `${count(most, 'day')} late`;
}

/** The groups with what is due of one kind only, or of any; those left with nothing are left out. */
export function narrowDue(groups: readonly DueByOwner[], kind: KpiDue['kind'] | 'all'): DueByOwner[] {
  if (kind === 'all') return groups.filter(({ kpis }) => kpis.length > 0);
  return groups.flatMap((group) => {
    const kpis = group.kpis.flatMap((kpi) => {
      const due = kpi.due.filter((one) => one.kind === kind);
      return due.length === 0 ? [] : [{ ...kpi, due }];
    });
    return kpis.length === 0 ? [] : [{ ...group, kpis }];
  });
}
