import type { Lead, Person } from '../contract/register.ts';
import { isInitials } from './lead-kind.ts';
import { count, listWords } from './words.ts';

type Named = Pick<Person, 'kind' | 'name' | 'initials' | 'role'>;

/**
 * How a plan names the successor where it named the leaver: initials for initials, else the name. A role written
 * beside the name passes on with the post, unless the successor has one of their own.
 */
export function successorWords(
  lead: Pick<Lead, 'text' | 'role'>,
  successor: Named,
): Pick<Lead, 'text' | 'role'> {
  const short = isInitials(lead.text) && successor.kind === 'person' ? successor.initials : null;
  const role =
    successor.kind === 'role' ? successor.name : lead.role === null ? null : (successor.role ?? lead.role);
  return { text: short ?? successor.name, role };
}

export type HandOverCounts = {
  readonly actions: number;
  readonly measures: number;
  readonly kpis: number;
  readonly sections: number;
};

/** "14 open actions in 3 plans, 2 KPIs and 1 section": what a hand-over changes; null where that is nothing. */
export function handOverInWords(plans: readonly HandOverCounts[]): string | null {
  const sum = (of: keyof HandOverCounts) => plans.reduce((all, plan) => all + plan[of], 0);
  const within = plans.filter((plan) => plan.actions > 0).length;
  const parts = [
    sum('actions') > 0
      ? `${count(sum('actions'), 'open action')}${within > 1 ? ` in ${count(within, 'plan')}` : ''}`
      : null,
    sum('measures') > 0 ? count(sum('measures'), 'measure') : null,
    sum('kpis') > 0 ? count(sum('kpis'), 'KPI') : null,
    sum('sections') > 0 ? count(sum('sections'), 'section') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : listWords(parts);
}
