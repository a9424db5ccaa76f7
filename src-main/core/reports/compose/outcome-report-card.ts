import type { Action, Plan, Section } from '#shared/contract/register.ts';
import type { Difference } from '#shared/contract/reports.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { differencesBetween } from '#shared/domain/differences.ts';
import { count } from '#shared/domain/words.ts';
import {
  type Block,
  cell,
  inParts,
  part,
  quiet,
  type ReportDocument,
  type TableRow,
  withoutEmptyColumns,
  words,
} from '../document.ts';
import { leadWords } from './action-words.ts';
import type { Before } from './changed-blocks.ts';
import { type ContentIndex, currentPlans, keyOf, latestProgress, markOf } from './content-index.ts';
import { type FrontMatter, frontFacts, frontFoot, stateSentence } from './front.ts';
import { glance, sectionsWithin, summaryOf } from './kpi-book.ts';
import { leftOutBlocks, leftOutFacts } from './left-out-blocks.ts';
import { type ReadKpi, readKpi, smallChart, targetsSentence } from './read-kpi.ts';

/** What a card is of: an outcome, priority or theme of a plan with all beneath it. */
type Outcome = { readonly plan: Plan; readonly section: Section };

/** Which differences a card has room for; the report of changes has them all. */
const mostChanges = 4;

/**
 * One page for each outcome: its KPIs as small charts and figures, its actions with their states, what is said of
 * them, and what has changed since the snapshot before.
 */
export function composeReportCards(
  index: ContentIndex,
  front: FrontMatter,
  scope: { plan: Plan | null; section: Section | null },
  before: Before,
): ReportDocument {
  const outcomes = outcomesOf(index, scope);
  const [only] = outcomes;
  const single = outcomes.length === 1 ? only : undefined;
  const changes = before ? differencesBetween(before.index.content, index.content) : [];
  const several = new Set(outcomes.map(({ plan }) => plan.id)).size > 1;
  const cards = outcomes.map((outcome) =>
    card(index, outcome, { before, changes }, { isAlone: single !== undefined, namesPlan: several }),
  );
  const summary = single
    ? (cards[0]?.summary ?? [])
    : [
        outcomes.length === 0
          ? 'No outcome here has a KPI or an action yet.'
          : `${count(outcomes.length, 'outcome')}, each on its page.`,
      ];
  return {
    title: single ? 'Outcome report card' : 'Outcome report cards',
    subtitle: single ? sectionName(single.section) : (scope.plan?.title ?? 'All plans'),
    partnership: index.content.settings.partnership,
    asAt: front.takenAt,
    facts: [
      ...(single && !scope.plan?.title.includes(single.plan.title)
        ? [{ label: 'Plan', text: single.plan.title }]
        : []),
      ...frontFacts(front),
      ...leftOutFacts(index),
    ],
    key: keyOf(scope.plan ?? single?.plan ?? null),
    foot: frontFoot(front),
    summary,
    ...inParts([
      part(
        'summary',
        'Summary',
        single ? [] : [{ kind: 'labelled', label: 'Summary', pieces: summary.map((one) => words(one)) }],
      ),
      part(
        'cards',
        single ? 'The card' : 'The cards',
        cards.flatMap(({ blocks }) => blocks),
      ),
      part('left-out', 'Left out', leftOutBlocks(index, new Set(cards.flatMap(({ kpiIds }) => kpiIds)))),
    ]),
  };
}

const sectionName = ({ ref, title }: Section): string => [ref, title].filter(Boolean).join(' ');

/** The section asked for; else every one at the top of its plan that has a KPI or an action beneath it. */
function outcomesOf(
  index: ContentIndex,
  { plan, section }: { plan: Plan | null; section: Section | null },
): Outcome[] {
  if (section) {
    const own = index.plans.get(section.planId);
    return own ? [{ plan: own, section }] : [];
  }
  return (plan ? [plan] : currentPlans(index)).flatMap((one) =>
    (index.sectionsOf.get(one.id) ?? [])
      .filter(({ parentId }) => parentId === null)
      .map((top) => ({ plan: one, section: top }))
      .filter((outcome) => {
        const { kpis, actions } = within(index, outcome);
        return kpis.length + actions.length > 0;
      }),
  );
}

function within(index: ContentIndex, { plan, section }: Outcome): { kpis: ReadKpi[]; actions: Action[] } {
  const inside = sectionsWithin(index, section);
  const isInside = ({ sectionId }: { sectionId: string | null }) =>
    sectionId !== null && inside.has(sectionId);
  return {
    kpis: (index.kpisOf.get(plan.id) ?? []).filter(isInside).map((kpi) => readKpi(index, kpi)),
    actions: (index.actionsOf.get(plan.id) ?? []).filter(isInside),
  };
}

type Card = { readonly summary: string[]; readonly blocks: Block[]; readonly kpiIds: string[] };

type Changes = { readonly before: Before; readonly changes: readonly Difference[] };

function card(
  index: ContentIndex,
  outcome: Outcome,
  since: Changes,
  { isAlone, namesPlan }: { isAlone: boolean; namesPlan: boolean },
): Card {
  const { plan, section } = outcome;
  const { kpis, actions } = within(index, outcome);
  const states = stateSentence(plan, actions);
  const summary = [
    ...(kpis.length === 0
      ? ['There is no KPI of this outcome yet.']
      : [summaryOf(kpis), targetsSentence(kpis)]),
    ...(actions.length === 0
      ? []
      : [`${count(actions.length, 'action')}: ${states.charAt(0).toLowerCase()}${states.slice(1)}`]),
  ];
  const lead = leadWords(index, section.leads);
  return {
    summary,
    kpiIds: kpis.map(({ kpi }) => kpi.id),
    blocks: [
      ...(isAlone
        ? []
        : [
            {
              kind: 'heading' as const,
              level: 2 as const,
              text: sectionName(section),
              newPage: true,
              recordId: section.id,
            },
          ]),
      ...(namesPlan ? [{ kind: 'labelled' as const, label: 'Plan', pieces: [words(plan.title)] }] : []),
      { kind: 'labelled', label: 'Summary', pieces: [words(summary.join(' '))] },
      ...(lead === '' ? [] : [{ kind: 'labelled' as const, label: 'Lead', pieces: [words(lead)] }]),
      ...multiples(kpis),
      ...(kpis.length === 0
        ? []
        : [
            glance(
              index,
              [{ plan: null, title: sectionName(section), kpis }],
              `KPIs of ${sectionName(section)}`,
            ),
          ]),
      ...narrative(kpis),
      ...actionTable(index, plan, section, actions),
      ...changed(index, since, new Set([...kpis.map(({ kpi }) => kpi.id), ...actions.map(({ id }) => id)])),
    ],
  };
}

function multiples(kpis: readonly ReadKpi[]): Block[] {
  const items = kpis.flatMap((read) => smallChart(read) ?? []);
  return items.length === 0 ? [] : [{ kind: 'multiples', title: 'KPIs: actual, and target dashed', items }];
}

/** The latest narrative of each KPI in a line or two: what is behind the figures and what will be done. */
function narrative(kpis: readonly ReadKpi[]): Block[] {
  return kpis.flatMap(({ kpi, narratives }): Block[] => {
    const latest = narratives.at(-1);
    if (!latest) return [];
    const said = [latest.says, latest.behind, latest.doing, latest.byWhen, latest.help].filter(Boolean);
    if (said.length === 0) return [];
    return [{ kind: 'labelled', label: kpi.ref ?? kpi.name, pieces: said.map((text) => words(text ?? '')) }];
  });
}

function actionTable(index: ContentIndex, plan: Plan, section: Section, actions: readonly Action[]): Block[] {
  if (actions.length === 0) return [];
  const rows = actions.map((action): TableRow => {
    const who = leadWords(index, action.leads);
    // What goes as it should needs no words here: the page has room for what does not.
    const update = goesWell(action) ? null : latestProgress(index, action.id);
    const why = update?.text && (update.on ? `${update.text} (${formatDay(update.on)})` : update.text);
    return {
      kind: 'cells',
      cells: [
        cell(action.ref ? words(action.ref) : null),
        cell(words(action.text), why ? quiet(why) : null),
        cell(who === '' ? null : words(who)),
        cell(action.timescale ? words(action.timescale.text) : null),
        cell(
          action.status
            ? { kind: 'status', mark: markOf(plan, action.status.state, action.status.label) }
            : null,
        ),
      ],
    };
  });
  return [
    withoutEmptyColumns({
      kind: 'table',
      caption: `Actions of ${sectionName(section)}`,
      sheet: 'Actions',
      rowHeader: 1,
      columns: [
        { label: 'Ref', width: 8 },
        { label: 'Action', width: 62 },
        { label: 'Leads', width: 16 },
        { label: 'Timescale', width: 18 },
        { label: 'Status', width: 17 },
      ],
      rows,
    }),
  ];
}

const goesWell = ({ status }: Action): boolean =>
  status?.state === 'on-track' || status?.state === 'complete';

/** The first differences from the snapshot before, in the words of the report of changes. */
function changed(index: ContentIndex, { before, changes }: Changes, ids: ReadonlySet<string>): Block[] {
  if (!before) return [];
  const kpiOf = new Map(
    [...before.index.content.kpiValues, ...index.content.kpiValues].map(({ id, kpiId }) => [
      id as string,
      kpiId,
    ]),
  );
  const all = changes.filter(({ id }) => ids.has(id) || ids.has(kpiOf.get(id) ?? ''));
  const heading: Block = { kind: 'heading', level: 3, text: `What changed since ${before.name}` };
  if (all.length === 0) return [heading, { kind: 'words', runs: [{ text: 'Nothing.' }] }];
  const items = all.slice(0, mostChanges).map(({ words: told }) => told);
  const more = all.length - items.length;
  return [heading, { kind: 'list', items: more > 0 ? [...items, `and ${count(more, 'other')}`] : items }];
}
