import type { Action, Kpi, Plan } from '#shared/contract/register.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { latestPeriod } from '#shared/domain/kpi-standing.ts';
import type { State } from '#shared/domain/states.ts';
import { barOrder } from '#shared/domain/states.ts';
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
import { leadWords, updatePieces } from './action-words.ts';
import { type Before, changedBlocks } from './changed-blocks.ts';
import { checkBlocks, slipWords } from './check-blocks.ts';
import { type ContentIndex, currentPlans, keyOf, markOf } from './content-index.ts';
import { type FrontMatter, frontFacts, frontFoot, stateSentence } from './front.ts';
import { summaryOf } from './kpi-book.ts';
import {
  kpiName,
  latestCells,
  latestColumns,
  type ReadKpi,
  readKpi,
  smallChart,
  targetsSentence,
} from './read-kpi.ts';

/** As many small charts as a page holds; the KPI book has them all. */
const mostCharts = 12;

/**
 * The review of a quarter on four pages: how things stand, with pictures; what is good; what is not and what will be
 * done; how we improve. Of one plan or of all, beside the snapshot before.
 */
export function composeQuarterlyReview(
  index: ContentIndex,
  front: FrontMatter,
  plan: Plan | null,
  before: Before,
): ReportDocument {
  const plans = plan ? [plan] : currentPlans(index);
  const actions = plans.flatMap(({ id }) => index.actionsOf.get(id) ?? []);
  const kpis = [
    ...plans.flatMap(({ id }) => index.kpisOf.get(id) ?? []),
    ...(plan ? [] : ofNoPlan(index)),
  ].map((kpi) => readKpi(index, kpi));
  const states = stateSentence(plan, actions);
  const summary = [
    actions.length === 0
      ? 'There is no action here yet.'
      : `${count(actions.length, 'action')}: ${states.charAt(0).toLowerCase()}${states.slice(1)}`,
    ...(kpis.length === 0 ? [] : [summaryOf(kpis), targetsSentence(kpis)]),
  ];
  return {
    title: 'Quarterly review',
    subtitle: plan?.title ?? 'All plans',
    partnership: index.content.settings.partnership,
    asAt: front.takenAt,
    facts: frontFacts(front),
    key: keyOf(plan),
    foot: frontFoot(front),
    summary,
    ...inParts([
      part('summary', 'Summary', [
        { kind: 'labelled', label: 'Summary', pieces: summary.map((sentence) => words(sentence)) },
      ]),
      part('changed', 'What has changed', changedBlocks(index, before, plan?.id ?? null)),
      part('states', 'Actions by state', stateTable(index, { plan, plans }, before)),
      part('pictures', 'KPIs in pictures', pictures(kpis)),
      part('good', 'What is good', page('What is good', good(index, actions, kpis, before))),
      part(
        'not-good',
        'What is not, and what will be done',
        page('What is not, and what will be done', notGood(index, actions, kpis)),
      ),
      part(
        'improve',
        'How we improve',
        page('How we improve', improving(index, front, { plan, actions, kpis, before })),
      ),
    ]),
  };
}

/** A page of its own, unless a sentence is all there is to say. */
const page = (text: string, blocks: readonly Block[]): Block[] => [
  { kind: 'heading', level: 2, text, newPage: blocks.length > 1 || blocks[0]?.kind !== 'words' },
  ...blocks,
];
const plain = (text: string): Block => ({ kind: 'words', runs: [{ text }] });
const heading = (text: string): Block => ({ kind: 'heading', level: 3, text });
const planOf = (index: ContentIndex, planId: string | null): Plan | null =>
  index.plans.get(planId ?? '') ?? null;
const stateOf = ({ periods }: ReadKpi): State | null => latestPeriod(periods)?.state ?? null;
const named = ({ ref, text }: Action): string => [ref, text].filter(Boolean).join(' ');

const ofNoPlan = (index: ContentIndex): readonly Kpi[] => index.kpisOf.get('') ?? [];

/** How many actions stand in each state, plan by plan, and stood in it in the snapshot before. */
function stateTable(
  index: ContentIndex,
  { plan, plans: all }: { plan: Plan | null; plans: readonly Plan[] },
  before: Before,
): Block[] {
  const plans = all.filter(({ id }) => (index.actionsOf.get(id) ?? []).length > 0);
  if (plans.length === 0) return [];
  const of = (of: ContentIndex, planId: string, state: State) =>
    (of.actionsOf.get(planId) ?? []).filter(({ status }) => (status?.state ?? 'not-started') === state)
      .length;
  const seen = barOrder.filter((state) =>
    plans.some(({ id }) => of(index, id, state) > 0 || (before && of(before.index, id, state) > 0)),
  );
  const number = (now: number, then: number | null) => ({
    ...cell(words(String(now)), then !== null && then !== now ? quiet(`was ${then}`) : null),
    number: now,
  });
  return [
    {
      kind: 'table',
      caption: before ? `Actions by state, and as they stood in ${before.name}` : 'Actions by state',
      sheet: 'States',
      rowHeader: 0,
      columns: [
        { label: 'Plan', width: 40 },
        ...seen.map((state) => ({ label: markOf(plan, state).label, width: 12, align: 'right' as const })),
        { label: 'Together', width: 10, align: 'right' },
      ],
      rows: plans.map(({ id, title }) => ({
        kind: 'cells',
        cells: [
          cell(words(title)),
          ...seen.map((state) =>
            number(of(index, id, state), before?.index.plans.has(id) ? of(before.index, id, state) : null),
          ),
          number((index.actionsOf.get(id) ?? []).length, null),
        ],
      })),
    },
  ];
}

/** Those that need looking at first: off track, at risk, then the others, as far as the page goes. */
function pictures(kpis: readonly ReadKpi[]): Block[] {
  const order: readonly (State | null)[] = ['off-track', 'at-risk', 'changed'];
  const place = (read: ReadKpi) =>
    order.includes(stateOf(read)) ? order.indexOf(stateOf(read)) : order.length;
  const drawn = kpis.toSorted((a, b) => place(a) - place(b)).flatMap((read) => smallChart(read) ?? []);
  if (drawn.length === 0) return [];
  const items = drawn.slice(0, mostCharts);
  const more = drawn.length - items.length;
  return [
    { kind: 'multiples', title: 'KPIs: actual, and target dashed', items },
    ...(more > 0
      ? [plain(`${count(more, 'other KPI')} with a line ${more === 1 ? 'is' : 'are'} in the KPI book.`)]
      : []),
  ];
}

function good(
  index: ContentIndex,
  actions: readonly Action[],
  kpis: readonly ReadKpi[],
  before: Before,
): Block[] {
  const wasComplete = (id: string) => before?.index.actions.get(id)?.status?.state === 'complete';
  const complete = actions.filter(({ id, status }) => status?.state === 'complete' && !wasComplete(id));
  const better = actions.filter(({ id, status }) => {
    const then = before?.index.actions.get(id)?.status?.state;
    return status?.state === 'on-track' && (then === 'off-track' || then === 'at-risk');
  });
  const met = kpis.filter((read) => stateOf(read) === 'on-track' || stateOf(read) === 'complete');
  const since = before ? ` since ${before.name}` : '';
  const nothing = complete.length + better.length + met.length === 0;
  return [
    ...(nothing ? [plain(`No action was completed${since}, and no KPI is where it should be.`)] : []),
    ...told(index, `Completed${since}`, 'Completed', complete),
    ...told(index, `On track again${since}`, 'On track again', better),
    ...kpiTable(index, 'KPIs where they should be', 'KPIs that do well', met, 'says'),
  ];
}

/** Actions with their leads and what was last said of them. */
function told(index: ContentIndex, title: string, sheet: string, actions: readonly Action[]): Block[] {
  if (actions.length === 0) return [];
  const plans = Map.groupBy(actions, ({ planId }) => planId);
  const row = (action: Action): TableRow => {
    const who = leadWords(index, action.leads);
    const plan = planOf(index, action.planId);
    return {
      kind: 'cells',
      recordId: action.id,
      cells: [
        cell(action.ref ? words(action.ref) : null),
        cell(words(action.text)),
        cell(who === '' ? null : words(who)),
        cell(action.timescale ? words(action.timescale.text) : null),
        cell({
          kind: 'status',
          mark: markOf(plan, action.status?.state ?? 'not-started', action.status?.label),
        }),
        cell(...updatePieces(index, action.id)),
      ],
    };
  };
  const rows = [...plans].flatMap(([planId, own]): TableRow[] => [
    ...(plans.size > 1
      ? [{ kind: 'group' as const, level: 0, ref: null, title: planOf(index, planId)?.title ?? '' }]
      : []),
    ...own.map(row),
  ]);
  return [
    heading(title),
    withoutEmptyColumns({
      kind: 'table',
      caption: `${title}: ${count(actions.length, 'action')}`,
      sheet,
      rowHeader: 1,
      columns: [
        { label: 'Ref', width: 8 },
        { label: 'Action', width: 42 },
        { label: 'Leads', width: 18 },
        { label: 'Timescale', width: 20 },
        { label: 'Status', width: 14 },
        { label: 'What is said of it', width: 40 },
      ],
      rows,
    }),
  ];
}

/** KPIs with the part of their latest narrative that the page is about. */
function kpiTable(
  index: ContentIndex,
  title: string,
  sheet: string,
  kpis: readonly ReadKpi[],
  part: 'says' | 'behind',
): Block[] {
  if (kpis.length === 0) return [];
  const rows = kpis.map((read): TableRow => {
    const narrative = read.narratives.at(-1);
    const said = (text: string | null | undefined) => cell(text ? words(text) : null);
    const doing = part === 'behind' ? [narrative?.doing, narrative?.byWhen].filter(Boolean).join(' ') : '';
    return {
      kind: 'cells',
      cells: [
        cell(words(kpiName(read.kpi))),
        ...latestCells(index, read),
        said(narrative?.[part]),
        said(doing),
      ],
    };
  });
  return [
    heading(title),
    withoutEmptyColumns({
      kind: 'table',
      caption: title,
      sheet,
      rowHeader: 0,
      columns: [
        { label: 'KPI', width: 36 },
        ...latestColumns,
        { label: part === 'says' ? 'What the figures say' : 'What is behind it', width: 34 },
        { label: 'What will be done', width: 30 },
      ],
      rows,
    }),
  ];
}

function notGood(index: ContentIndex, actions: readonly Action[], kpis: readonly ReadKpi[]): Block[] {
  const inState = (state: State) => actions.filter(({ status }) => status?.state === state);
  const [off, risk] = [inState('off-track'), inState('at-risk')];
  const badly = kpis.filter((read) => stateOf(read) === 'off-track' || stateOf(read) === 'at-risk');
  if (off.length + risk.length + badly.length === 0) return [plain('Nothing is off track or at risk.')];
  return [
    ...told(index, 'Actions off track', 'Off track', off),
    ...told(index, 'Actions at risk', 'At risk', risk),
    ...kpiTable(index, 'KPIs off track or at risk', 'KPIs to mend', badly, 'behind'),
  ];
}

/** What the quarter taught: dates that moved, help that is wanted, what meetings decided, what was added and dropped. */
function improving(
  index: ContentIndex,
  front: FrontMatter,
  scope: { plan: Plan | null; actions: readonly Action[]; kpis: readonly ReadKpi[]; before: Before },
): Block[] {
  const { plan, actions, kpis, before } = scope;
  const moved = actions.flatMap((action) => {
    const how = slipWords(index, action);
    return how === null ? [] : [`${named(action)}: ${how}`];
  });
  const help = kpis.flatMap(({ kpi, narratives }) => {
    const wanted = narratives.at(-1)?.help;
    return wanted ? [`${kpiName(kpi)}: ${wanted}`] : [];
  });
  const added = before
    ? actions.filter(({ id }) => !before.index.actions.has(id) && before.index.plans.size > 0).map(named)
    : [];
  const blocks = [
    ...listed('End dates that moved', moved),
    ...listed('Help that is wanted', help),
    ...listed('Decided at meetings', plan ? [] : decided(index, before)),
    ...listed(before ? `New since ${before.name}` : 'New', added),
    ...checkBlocks(index, actions, front),
  ];
  return blocks.length > 0
    ? blocks
    : [plain('No end date has moved, no help is asked for, and every status is borne out.')];
}

const listed = (title: string, items: readonly string[]): Block[] =>
  items.length === 0 ? [] : [heading(title), { kind: 'list', items }];

/** What was resolved at meetings that the snapshot before does not know, confidential words left out. */
function decided(index: ContentIndex, before: Before): string[] {
  const known = new Set(before?.index.content.resolutions.map(({ id }) => id));
  const meetings = new Map(index.content.meetings.map((meeting) => [meeting.id as string, meeting]));
  const secret = new Set(index.content.agendaItems.flatMap((item) => (item.confidential ? [item.id] : [])));
  return index.content.resolutions.flatMap((one) => {
    if (known.has(one.id) || one.confidential || (one.agendaItemId && secret.has(one.agendaItemId)))
      return [];
    const meeting = meetings.get(one.meetingId);
    const on = meeting?.heldOn ? formatDay(meeting.heldOn) : null;
    return [[on, one.number, one.text].filter(Boolean).join(': ')];
  });
}
