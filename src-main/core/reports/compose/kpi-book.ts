import type { Kpi, Plan, Section } from '#shared/contract/register.ts';
import { latestPeriod } from '#shared/domain/kpi-standing.ts';
import { barOrder, lookOf } from '#shared/domain/states.ts';
import { count, listWords } from '#shared/domain/words.ts';
import {
  type Block,
  cell,
  inParts,
  part,
  type ReportDocument,
  type TableRow,
  withoutEmptyColumns,
  words,
} from '../document.ts';
import { type ContentIndex, keyOf } from './content-index.ts';
import { type FrontMatter, frontFacts, frontFoot } from './front.ts';
import { kpiTable } from './kpi-blocks.ts';
import { kpiPage } from './kpi-page.ts';
import { leftOutBlocks, leftOutFacts } from './left-out-blocks.ts';
import {
  directionWords,
  kpiName,
  latestCells,
  latestColumns,
  type ReadKpi,
  readKpi,
  targetsSentence,
} from './read-kpi.ts';

/** Every KPI of a plan, a section or the register on a page of its own, under contents, by section. */
export function composeKpiBook(
  index: ContentIndex,
  front: FrontMatter,
  plan: Plan | null,
  section: Section | null,
): ReportDocument {
  const groups = groupsOf(index, plan, section);
  const all = groups.flatMap(({ kpis }) => kpis);
  const planOf = (kpi: Kpi) => index.plans.get(kpi.planId ?? '') ?? null;
  const summary = [summaryOf(all), unjudged(all), targetsSentence(all)].filter((sentence) => sentence !== '');
  return {
    title: 'KPI book',
    subtitle: section?.title ?? plan?.title ?? 'All plans',
    partnership: index.content.settings.partnership,
    asAt: front.takenAt,
    facts: [...frontFacts(front), ...leftOutFacts(index)],
    key: keyOf(plan),
    foot: frontFoot(front),
    summary,
    ...inParts([
      part('summary', 'Summary', [
        { kind: 'labelled', label: 'Summary', pieces: summary.map((sentence) => words(sentence)) },
      ]),
      part(
        'glance',
        'At a glance',
        all.length === 0 ? [] : [{ kind: 'heading', level: 2, text: 'At a glance' }, glance(index, groups)],
      ),
      part(
        'pages',
        'A page for each KPI',
        groups.flatMap((group) => pagesOf(index, group)),
      ),
      part(
        'figures',
        'All figures',
        all.length === 0
          ? []
          : [{ kind: 'heading', level: 2, text: 'All figures', newPage: true }, kpiTable(index, planOf, all)],
      ),
      part('left-out', 'Left out', leftOutBlocks(index, new Set(all.map(({ kpi }) => kpi.id)))),
    ]),
  };
}

/** A page a KPI; those of which there is no figure yet stand one after the other, not each on an empty page. */
function pagesOf(index: ContentIndex, { plan, title, kpis }: KpiGroup): Block[] {
  return kpis.flatMap((read, at) => {
    const isEmpty = (one: ReadKpi | undefined) => one?.values.length === 0;
    const newPage = !(isEmpty(read) && (at === 0 || isEmpty(kpis[at - 1])));
    const own = index.plans.get(read.kpi.planId ?? '') ?? null;
    const under = plan && plan.title !== title ? `${title} (${plan.title})` : title;
    return kpiPage(index, own, read, { group: at === 0 ? under : null, newPage });
  });
}

export type KpiGroup = {
  /** Told where the book is of several plans. */
  readonly plan: Plan | null;
  readonly title: string;
  readonly kpis: readonly ReadKpi[];
};

const sectionName = ({ ref, title }: Section): string => [ref, title].filter(Boolean).join(' ');

/** In reading order: of each plan the KPIs that stand under no section, then section by section. */
function groupsOf(index: ContentIndex, plan: Plan | null, section: Section | null): KpiGroup[] {
  const wanted = section ? sectionsWithin(index, section) : null;
  const plans = plan ? [plan] : [...index.plans.values()];
  const several = plans.length > 1;
  const groups: KpiGroup[] = [];
  const put = (of: Plan | null, title: string, kpis: readonly Kpi[]) => {
    if (kpis.length === 0) return;
    groups.push({ plan: several ? of : null, title, kpis: kpis.map((kpi) => readKpi(index, kpi)) });
  };
  for (const one of plans) {
    const own = index.kpisOf.get(one.id) ?? [];
    const sections = index.sectionsOf.get(one.id) ?? [];
    const there = new Set<string>(sections.map(({ id }) => id));
    const under = Map.groupBy(own, ({ sectionId }) => (sectionId && there.has(sectionId) ? sectionId : ''));
    if (!wanted) put(one, several ? one.title : 'Of the whole plan', under.get('') ?? []);
    for (const part of sections) {
      if (!wanted || wanted.has(part.id)) put(one, sectionName(part), under.get(part.id) ?? []);
    }
  }
  if (!plan && !wanted) put(null, 'Of no plan', index.kpisOf.get('') ?? []);
  return groups;
}

/** A section and all beneath it. */
export function sectionsWithin(index: ContentIndex, section: Section): Set<string> {
  const found = new Set<string>([section.id]);
  // Parents stand before their children in reading order.
  for (const { id, parentId } of index.sectionsOf.get(section.planId) ?? []) {
    if (parentId && found.has(parentId)) found.add(id);
  }
  return found;
}

const stateOf = ({ periods }: ReadKpi) => latestPeriod(periods)?.state ?? null;

/** "31 KPIs: 4 on track, 2 at risk and 1 off track." */
export function summaryOf(all: readonly ReadKpi[]): string {
  if (all.length === 0) return 'There is no KPI here yet. Add one, or choose another plan or section.';
  const parts = barOrder.flatMap((state) => {
    const n = all.filter((read) => stateOf(read) === state).length;
    return n === 0 ? [] : [`${n} ${lookOf(state).label.toLowerCase()}`];
  });
  return `${count(all.length, 'KPI')}${parts.length === 0 ? '' : `: ${listWords(parts)}`}.`;
}

function unjudged(all: readonly ReadKpi[]): string {
  const n = all.filter((read) => stateOf(read) === null).length;
  if (n === 0) return '';
  return n === 1 ? 'One has no status, and says why.' : `${count(n, 'KPI')} have no status, and say why.`;
}

/** All KPIs in one table, under their sections. */
export function glance(
  index: ContentIndex,
  groups: readonly KpiGroup[],
  caption = 'The latest of every KPI',
): Block {
  const rowOf = (read: ReadKpi): TableRow => {
    const latest = latestPeriod(read.periods);
    return {
      kind: 'cells',
      cells: [
        cell(words(kpiName(read.kpi))),
        ...latestCells(index, read),
        cell(latest?.previous ? words(directionWords(latest.previous)) : null),
      ],
    };
  };
  return withoutEmptyColumns({
    kind: 'table',
    caption,
    sheet: 'At a glance',
    rowHeader: 0,
    columns: [{ label: 'KPI', width: 40 }, ...latestColumns, { label: 'Direction', width: 24 }],
    rows: groups.flatMap(({ plan, title, kpis }, at): TableRow[] => {
      const isNewPlan = plan !== null && plan.id !== groups[at - 1]?.plan?.id;
      return [
        ...(isNewPlan ? [{ kind: 'group' as const, level: 0, ref: null, title: plan.title }] : []),
        // One group alone stands under its own heading already.
        ...(groups.length > 1 && title !== plan?.title
          ? [{ kind: 'group' as const, level: plan ? 1 : 0, ref: null, title }]
          : []),
        ...kpis.map(rowOf),
      ];
    }),
  });
}
