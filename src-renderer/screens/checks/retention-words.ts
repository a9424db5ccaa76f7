import type { KeptPlan } from '#shared/contract/retention.ts';
import { count, listWords } from '../../format/words.ts';

/** "go 6 sections, 24 actions and 60 updates"; "goes nothing" for a plan that is empty. */
export function goesWithIt({ counts }: Pick<KeptPlan, 'counts'>): string {
  const { sections, actions, updates, kpis, figures } = counts;
  const parts = [
    sections > 0 ? count(sections, 'section') : null,
    actions > 0 ? count(actions, 'action') : null,
    updates > 0 ? count(updates, 'update') : null,
    kpis > 0 ? count(kpis, 'KPI') : null,
    figures > 0 ? count(figures, 'figure') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'goes nothing else' : `go ${listWords(parts)}`;
}
