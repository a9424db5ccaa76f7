import type { Lineage } from '#shared/contract/lineage.ts';
import type { Plan } from '#shared/contract/register.ts';
import { count, listWords } from '#shared/domain/words.ts';
import { type Block, cell, type TableRow, words } from '../document.ts';
import type { ContentIndex } from './content-index.ts';

/**
 * What a plan says of the year before it, from the links recorded when it was rolled forward. A plan that continues
 * none, or continues it unaltered, says nothing.
 */
const linksOf = (index: ContentIndex, plan: Plan): Lineage[] =>
  (index.content.lineage ?? []).filter(({ planId }) => planId === plan.id);

type Named = { readonly ref: string; readonly text: string };

function namesIn(index: ContentIndex): (actionId: string | null, kpiId: string | null) => Named {
  const kpis = new Map(index.content.kpis.map((kpi) => [kpi.id as string, kpi]));
  return (actionId, kpiId) => {
    const action = index.actions.get(actionId ?? '');
    if (action) return { ref: action.ref ?? '', text: action.text };
    const kpi = kpis.get(kpiId ?? '');
    return { ref: kpi?.ref ?? '', text: kpi?.name ?? '' };
  };
}

/** The year that the plan continues, in words; "last year" where the old plan is no longer there. */
function oldYear(index: ContentIndex, plan: Plan): string {
  const old = index.plans.get(plan.continuesPlanId ?? '');
  return old?.period?.label ?? old?.title ?? 'last year';
}

/** Where what is measured has changed: figures and progress of the two years cannot be compared without this. */
export function measuredBlocks(index: ContentIndex, plan: Plan): Block[] {
  const names = namesIn(index);
  const told = new Map<string, TableRow>();
  for (const { toActionId, toKpiId, measuredChange } of linksOf(index, plan)) {
    if (!measuredChange) continue;
    const { ref, text } = names(toActionId, toKpiId);
    const cells = [cell(ref ? words(ref) : null), cell(words(text)), cell(words(measuredChange))];
    told.set(`${toActionId ?? toKpiId} ${measuredChange}`, { kind: 'cells', cells });
  }
  if (told.size === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'What is measured has changed' },
    {
      kind: 'table',
      caption: `Measured otherwise than in ${oldYear(index, plan)}`,
      sheet: 'What is measured',
      columns: [
        { label: 'Ref', width: 8 },
        { label: 'Action or KPI', width: 46 },
        { label: 'What has changed', width: 46 },
      ],
      rowHeader: 1,
      rows: [...told.values()],
    },
  ];
}

const became: Record<Lineage['kind'], string> = {
  carried: 'Carried',
  reworded: 'Re-worded',
  split: 'Split',
  merged: 'Merged',
  closed: 'Closed',
  dropped: 'Dropped',
};

/** What did not simply go on, with the reason: nothing vanishes unexplained. */
export function becameBlocks(index: ContentIndex, plan: Plan): Block[] {
  const names = namesIn(index);
  const links = linksOf(index, plan);
  const origin = (link: Lineage) => link.fromActionId ?? link.fromKpiId ?? '';
  const rows = [
    ...Map.groupBy(
      links.filter(({ kind }) => kind !== 'carried'),
      origin,
    ).values(),
  ].map((those): TableRow => {
    const [link] = those;
    const from = names(link?.fromActionId ?? null, link?.fromKpiId ?? null);
    const into = those.flatMap(({ toActionId, toKpiId }) => {
      const to = names(toActionId, toKpiId);
      return toActionId || toKpiId ? [to.ref || to.text] : [];
    });
    return {
      kind: 'cells',
      cells: [
        cell(from.ref ? words(from.ref) : null),
        cell(words(from.text)),
        cell(words(`${became[link?.kind ?? 'carried']}${into.length > 0 ? ` into ${listWords(into)}` : ''}`)),
        cell(link?.reason ? words(link.reason) : null),
      ],
    };
  });
  if (rows.length === 0) return [];
  const carried = links.filter(
    ({ kind, fromActionId }) => kind === 'carried' && fromActionId !== null,
  ).length;
  const year = oldYear(index, plan);
  return [
    { kind: 'heading', level: 2, text: `What became of ${year}` },
    {
      kind: 'words',
      runs: [{ text: `${count(carried, 'action')} of ${year} went on unaltered. These did not:` }],
    },
    {
      kind: 'table',
      caption: `Not carried as it was from ${year}`,
      sheet: 'Last year',
      columns: [
        { label: `Ref in ${year}`, width: 12 },
        { label: 'Action or KPI', width: 44 },
        { label: 'What became of it', width: 22 },
        { label: 'Reason', width: 34 },
      ],
      rowHeader: 1,
      rows,
    },
  ];
}
