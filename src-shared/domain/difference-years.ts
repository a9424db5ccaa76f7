import type { Lineage } from '../contract/lineage.ts';
import type { RegisterContent } from '../contract/register.ts';
import type { Difference } from '../contract/reports.ts';
import { named, planName, type Side } from './difference-fields.ts';
import { listWords } from './words.ts';

type Told = Pick<Difference, 'record' | 'planId' | 'ref' | 'title'> & { id: string; text: string };

/**
 * What rolling a plan forward says of its actions and KPIs: where each new one comes from, why an old one was not
 * carried, and where what is measured has changed. Told of links that are new. `told` are the new records that need
 * not be told again as added.
 */
export function yearDifferences(
  before: RegisterContent,
  after: RegisterContent,
  then: Side,
  now: Side,
): { readonly differences: Difference[]; readonly told: ReadonlySet<string> } {
  const old = new Set((before.lineage ?? []).map(({ id }) => id));
  const fresh = (after.lineage ?? []).filter(({ id }) => !old.has(id));
  const told = new Set<string>();
  const differences: Difference[] = [];
  const ways = Map.groupBy(fresh, (link) => link.toActionId ?? link.toKpiId ?? link.id);
  for (const links of ways.values()) {
    const [first] = links;
    if (!first) continue;
    const to = recordOf(first.toActionId, first.toKpiId, now);
    const from = links.flatMap((link) => {
      const one = recordOf(link.fromActionId, link.fromKpiId, now);
      return one ? [one] : [];
    });
    if (to === null) differences.push(...from.map((one) => notCarried(first, one, now)));
    else {
      const isNew = !then.actions.has(to.id) && !then.kpis.has(to.id);
      if (isNew) {
        told.add(to.id);
        differences.push(carried(first, from, to, now));
      }
      const measured = [...new Set(links.flatMap(({ measuredChange }) => measuredChange ?? []))];
      if (measured.length > 0) differences.push(measuredAnew(to, measured.join('\n')));
    }
  }
  return { differences, told };
}

function recordOf(actionId: string | null, kpiId: string | null, side: Side): Told | null {
  const action = side.actions.get(actionId ?? '');
  if (action) {
    const { id, planId, ref, text } = action;
    return { id, record: 'action', planId, ref, title: text, text: [text, ...action.bullets].join('\n') };
  }
  const kpi = side.kpis.get(kpiId ?? '');
  if (!kpi) return null;
  const { id, planId, ref, name } = kpi;
  return { id, record: 'kpi', planId, ref, title: name, text: name };
}

const yearOf = (planId: string | null, side: Side): string =>
  side.plans.get(planId ?? '')?.period?.label ?? planName(planId ?? '', side) ?? 'another plan';

const headOf = ({ id, record, planId, ref, title }: Told) => ({ id, record, planId, ref, title });

const how: Record<Lineage['kind'], string> = {
  carried: 'Carried forward from',
  reworded: 'Carried forward, re-worded, from',
  split: 'Carried forward as part of',
  merged: 'Carried forward, merged, from',
  closed: 'Closed',
  dropped: 'Dropped',
};

function carried({ kind }: Lineage, from: readonly Told[], to: Told, now: Side): Difference {
  const was = from.map((one) => one.text).join('\n');
  const refs = from.flatMap(({ ref }) => ref ?? []);
  const of = `${refs.length > 0 ? `${listWords(refs)} of ` : ''}${yearOf(from[0]?.planId ?? null, now)}`;
  const same = was === to.text;
  return {
    ...headOf(to),
    kind: 'carried-forward',
    field: same ? null : 'text',
    before: same ? null : was || null,
    after: same ? null : to.text,
    words: `${how[kind]} ${of}: ${named(to.ref, to.title)}`,
  };
}

function notCarried({ kind, reason, planId }: Lineage, one: Told, now: Side): Difference {
  return {
    ...headOf(one),
    kind: kind === 'dropped' ? 'dropped' : 'closed',
    field: 'reason',
    before: null,
    after: reason,
    words: `${how[kind]}, not carried into ${yearOf(planId, now)}: ${named(one.ref, one.title)}${reason ? `: ${reason}` : ''}`,
  };
}

function measuredAnew(to: Told, words: string): Difference {
  return {
    ...headOf(to),
    kind: 'measure-changed',
    field: 'what is measured',
    before: null,
    after: words,
    words: `${named(to.ref, to.title)}: what is measured has changed: ${words}`,
  };
}
