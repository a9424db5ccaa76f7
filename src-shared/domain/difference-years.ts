import type { Lineage } from '../contract/lineage.ts';
import type { RegisterContent } from '../contract/register.ts';
import type { Difference } from '../contract/reports.ts';
import {
  actionName,
  type Change,
  type Kept,
  kpiName,
  named,
  plain,
  planName,
  type Row,
  type Rules,
  referring,
  type Side,
} from './difference-fields.ts';
import { listWords } from './words.ts';

type Told = Pick<Difference, 'record' | 'planId' | 'ref' | 'title'> & { id: string; text: string; row: Row };

/** What is compared of links between years that stayed; new ones are told by `yearDifferences`. */
export const lineageRules: Rules<Lineage> = {
  head: (link, side) => {
    const one =
      recordOf(link.toActionId, link.toKpiId, side) ?? recordOf(link.fromActionId, link.fromKpiId, side);
    const { record, planId, ref, title } = one ?? {
      record: 'other' as const,
      planId: link.planId,
      ref: null,
      title: 'From another year',
    };
    return { record, planId, ref, title };
  },
  partOf: ({ planId, toActionId, toKpiId, fromActionId, fromKpiId }) => [
    ['actions', toActionId],
    ['kpis', toKpiId],
    ['actions', fromActionId],
    ['kpis', fromKpiId],
    ['plans', planId],
  ],
  shown: ({ kind, reason }) => ({
    field: 'from another year',
    text: [how[kind], reason].filter(Boolean).join(': '),
  }),
  fields: {
    'carried forward': { kind: 'changed', keys: ['kind'], text: ({ kind }) => how[kind] },
    reason: plain('changed', 'reason'),
    'what is measured': plain('measure-changed', 'measuredChange'),
    'year of': referring('moved', 'planId', planName),
    'from action': referring('changed', 'fromActionId', actionName),
    'to action': referring('changed', 'toActionId', actionName),
    'from KPI': referring('changed', 'fromKpiId', kpiName),
    'to KPI': referring('changed', 'toKpiId', kpiName),
    on: plain('changed', 'on'),
  },
};

/**
 * What rolling a plan forward says of its actions and KPIs: where each new one comes from, why an old one was not
 * carried, and where what is measured has changed. Told of links that are new. A new record that is told so need not be
 * told again as added.
 */
export function yearDifferences(
  before: RegisterContent,
  after: RegisterContent,
  then: Side,
  now: Side,
): Change[] {
  const old = new Set((before.lineage ?? []).map(({ id }) => id));
  const fresh = (after.lineage ?? []).filter(({ id }) => !old.has(id));
  const changes: Change[] = [];
  const ways = Map.groupBy(fresh, (link) => link.toActionId ?? link.toKpiId ?? link.id);
  for (const links of ways.values()) {
    const [first] = links;
    if (!first) continue;
    const to = recordOf(first.toActionId, first.toKpiId, now);
    const from = links.flatMap((link) => {
      const one = recordOf(link.fromActionId, link.fromKpiId, now);
      return one ? [one] : [];
    });
    if (to === null) changes.push(endOf(first, from[0] ?? null, now));
    else {
      const isNew = !then.actions.has(to.id) && !then.kpis.has(to.id);
      const held = { was: isNew ? null : to.row, is: to.row, parts: links.map(keptOf) };
      changes.push(heldBy(carried(first, from, to, now), to, held));
      const measured = [...new Set(links.flatMap(({ measuredChange }) => measuredChange ?? []))];
      if (measured.length > 0)
        changes.push(
          heldBy(measuredAnew(to, measured.join('\n')), to, { was: to.row, is: to.row, parts: [] }),
        );
    }
  }
  return changes;
}

const keptOf = (link: Lineage): Kept => ({ list: 'lineage', was: null, is: link });

const heldBy = (
  difference: Difference,
  { record }: Told,
  held: Pick<Change['held'], 'was' | 'is' | 'parts'>,
): Change => ({
  ...difference,
  held: { list: record === 'kpi' ? 'kpis' : 'actions', keys: [], ...held },
});

/** An action or KPI that was not carried; of one that is gone itself the link alone is there to tell of. */
function endOf(link: Lineage, from: Told | null, now: Side): Change {
  const one = from ?? { id: link.id, row: link, ...lineageRules.head(link, now), text: '' };
  return {
    ...notCarried(link, one, now),
    held: { list: 'lineage', was: null, is: link, keys: [], parts: [] },
  };
}

function recordOf(actionId: string | null, kpiId: string | null, side: Side): Told | null {
  const action = side.actions.get(actionId ?? '');
  if (action) {
    const { id, planId, ref, text } = action;
    const all = [text, ...action.bullets].join('\n');
    return { id, row: action, record: 'action', planId, ref, title: text, text: all };
  }
  const kpi = side.kpis.get(kpiId ?? '');
  if (!kpi) return null;
  const { id, planId, ref, name } = kpi;
  return { id, row: kpi, record: 'kpi', planId, ref, title: name, text: name };
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
