import { AppError } from '#shared/contract/errors.ts';
import type { Action, Kpi, Person, Plan } from '#shared/contract/register.ts';
import { daysBetween, formatDay } from '#shared/domain/dates.ts';
import { type Askable, shareOut } from '#shared/domain/round-share.ts';
import { isEnded } from '#shared/domain/states.ts';
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
import { timescalePieces, updatePieces } from './action-words.ts';
import { type ContentIndex, keyOf, markOf } from './content-index.ts';
import { type FrontMatter, frontFacts, frontFoot, stateSentence } from './front.ts';
import { kpiName, latestCells, latestColumns, readKpi } from './read-kpi.ts';

/** How far ahead "due soon" looks, in days, as on Home. */
const soonDays = 30;

type Theirs = {
  readonly actions: readonly Action[];
  /** Measures that are theirs in an action that somebody else leads. */
  readonly measures: readonly { readonly text: string; readonly action: Action }[];
  readonly kpis: readonly Kpi[];
};

/**
 * All that one lead answers for on the day of the snapshot, what is overdue first: actions, measures of others' actions
 * and KPIs, their own and those of the roles they hold. Throws `not-found` for who is not in the snapshot.
 */
export function composeLeadList(index: ContentIndex, front: FrontMatter, leadId: string): ReportDocument {
  const person = index.content.people.find(({ id }) => id === leadId);
  if (!person) {
    throw new AppError(
      'not-found',
      `This lead is not in the snapshot “${front.snapshotName}”. Take a new snapshot, or choose another lead.`,
    );
  }
  const day = index.content.judgedOn ?? front.takenAt.slice(0, 10);
  const { actions, measures, kpis } = ofLead(index, person, day);
  const { overdue, soon, later, ended } = byDate(actions, day);
  const summary = summaryOf({ actions, measures, kpis }, overdue.length);
  const plans = [...new Set([...actions, ...kpis].flatMap(({ planId }) => planId ?? []))];
  const only = plans.length === 1 ? (index.plans.get(plans[0] ?? '') ?? null) : null;
  return {
    title: 'Lead’s list',
    subtitle: person.name,
    partnership: index.content.settings.partnership,
    asAt: front.takenAt,
    facts: [...(person.role ? [{ label: 'Role', text: person.role }] : []), ...frontFacts(front)],
    key: keyOf(only),
    foot: frontFoot(front),
    summary,
    ...inParts([
      part('summary', 'Summary', [
        { kind: 'labelled', label: 'Summary', pieces: summary.map((sentence) => words(sentence)) },
      ]),
      part('overdue', 'Overdue', actionTable(index, 'Overdue', overdue, day)),
      part('soon', 'Due soon', actionTable(index, `Due within ${soonDays} days`, soon, day)),
      part('later', 'Later', actionTable(index, 'Later, or without a date', later, day)),
      part('measures', 'Measures of others’ actions', measureTable(index, measures)),
      part('kpis', 'KPIs', kpiTable(index, kpis)),
      part('ended', 'Ended', actionTable(index, 'Ended', ended, day)),
    ]),
  };
}

/** Everybody for whom a lead's list would say something, in the order of the register. */
export function leadsWithSomething(index: ContentIndex, day: string): Person[] {
  const { actions, measures, kpis } = shared(index, day);
  return index.content.people.filter(({ id }) => actions.has(id) || measures.has(id) || kpis.has(id));
}

function ofLead(index: ContentIndex, { id }: Person, day: string): Theirs {
  const { actions, measures, kpis } = shared(index, day);
  const own = actions.get(id) ?? [];
  const led = new Set(own.map((action) => action.id));
  return {
    actions: own,
    measures: (measures.get(id) ?? []).filter(({ action }) => !led.has(action.id)),
    kpis: (kpis.get(id) ?? []).map(({ kpi }) => kpi),
  };
}

/** What is whose on a day. Plans that another year continues are over: what was carried on is told there, once. */
function shared(index: ContentIndex, day: string) {
  const { content } = index;
  const over = new Set<string | null>(content.plans.map(({ continuesPlanId }) => continuesPlanId));
  const holders = Map.groupBy(content.spells ?? [], ({ ofId }) => ofId as string);
  const people = new Map<string, Askable>(
    content.people.map((person) => [person.id, { ...person, holders: holders.get(person.id) ?? [] }]),
  );
  const isCurrent = ({ planId }: { planId: string | null }) => planId === null || !over.has(planId);
  const measures = content.measures.flatMap(({ actionId, text, leads }) => {
    const action = index.actions.get(actionId);
    return action && isCurrent(action) ? [{ text, action, leads }] : [];
  });
  const kpis = content.kpis.filter(isCurrent).map((kpi) => ({ kpi, leads: kpi.owners }));
  return {
    actions: shareOut(content.actions.filter(isCurrent), people, day).byPerson,
    measures: shareOut(measures, people, day).byPerson,
    kpis: shareOut(kpis, people, day).byPerson,
  };
}

function summaryOf({ actions, measures, kpis }: Theirs, overdue: number): string[] {
  const open = actions.filter(({ status }) => !isEnded(status?.state ?? null)).length;
  const parts = [
    actions.length > 0 ? `${count(actions.length, 'action')}, ${open} of them open` : '',
    measures.length > 0 ? `${count(measures.length, 'measure')} in the actions of others` : '',
    kpis.length > 0 ? count(kpis.length, 'KPI') : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return ['Nothing is theirs in this snapshot.'];
  return [
    `${parts.join('; ')}.`,
    ...(overdue > 0 ? [`${overdue} ${overdue === 1 ? 'is' : 'are'} past the end date.`] : []),
    ...(actions.length > 0 ? [stateSentence(null, actions)] : []),
  ];
}

function byDate(actions: readonly Action[], day: string) {
  const isOver = ({ status }: Action) => isEnded(status?.state ?? null);
  const end = ({ timescale }: Action) => timescale?.end ?? null;
  const open = actions.filter((action) => !isOver(action));
  const dated = open
    .filter((action) => end(action) !== null)
    .toSorted((a, b) => (end(a) ?? '').localeCompare(end(b) ?? ''));
  const isLate = (action: Action) => (end(action) ?? '') < day;
  const isSoon = (action: Action) => !isLate(action) && daysBetween(day, end(action) ?? day) <= soonDays;
  return {
    overdue: dated.filter(isLate),
    soon: dated.filter(isSoon),
    later: [
      ...dated.filter((action) => !isLate(action) && !isSoon(action)),
      ...open.filter((action) => end(action) === null),
    ],
    ended: actions.filter(isOver),
  };
}

const planOf = (index: ContentIndex, planId: string | null): Plan | null =>
  index.plans.get(planId ?? '') ?? null;

function actionTable(index: ContentIndex, title: string, actions: readonly Action[], day: string): Block[] {
  if (actions.length === 0) return [];
  const rows = actions.map((action): TableRow => {
    const plan = planOf(index, action.planId);
    const { status, timescale } = action;
    const late =
      !isEnded(status?.state ?? null) && timescale?.end && timescale.end < day
        ? quiet(`${count(daysBetween(timescale.end, day), 'day')} late`)
        : null;
    return {
      kind: 'cells',
      cells: [
        cell(action.ref ? words(action.ref) : null),
        cell(words(action.text)),
        cell(plan ? words(plan.title) : null),
        cell(...timescalePieces(action), late),
        cell({ kind: 'status', mark: markOf(plan, status?.state ?? 'not-started', status?.label) }),
        cell(...updatePieces(index, action.id)),
        cell(action.reviewOn ? words(formatDay(action.reviewOn)) : null),
      ],
    };
  });
  return [
    { kind: 'heading', level: 2, text: title },
    withoutEmptyColumns({
      kind: 'table',
      caption: `${title}: ${count(actions.length, 'action')}`,
      sheet: title,
      rowHeader: 1,
      columns: [
        { label: 'Ref', width: 8 },
        { label: 'Action', width: 44 },
        { label: 'Plan', width: 18 },
        { label: 'Timescale', width: 18 },
        { label: 'Status', width: 14 },
        { label: 'Last update', width: 32 },
        { label: 'Review', width: 12, foldable: true },
      ],
      rows,
    }),
  ];
}

function measureTable(index: ContentIndex, measures: Theirs['measures']): Block[] {
  if (measures.length === 0) return [];
  const title = 'Measures in the actions of others';
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'table',
      caption: title,
      sheet: 'Measures',
      rowHeader: 0,
      columns: [
        { label: 'Measure', width: 48 },
        { label: 'Of the action', width: 52 },
        { label: 'Plan', width: 24 },
      ],
      rows: measures.map(({ text, action }) => ({
        kind: 'cells',
        cells: [
          cell(words(text)),
          cell(words([action.ref, action.text].filter(Boolean).join(' '))),
          cell(words(planOf(index, action.planId)?.title ?? '')),
        ],
      })),
    },
  ];
}

function kpiTable(index: ContentIndex, kpis: readonly Kpi[]): Block[] {
  if (kpis.length === 0) return [];
  const rows = kpis.map((kpi): TableRow => {
    const read = readKpi(index, kpi);
    const plan = planOf(index, kpi.planId);
    return {
      kind: 'cells',
      cells: [cell(words(kpiName(kpi))), cell(plan ? words(plan.title) : null), ...latestCells(index, read)],
    };
  });
  return [
    { kind: 'heading', level: 2, text: 'KPIs' },
    withoutEmptyColumns({
      kind: 'table',
      caption: 'KPIs, with the latest figure of each',
      sheet: 'KPIs',
      rowHeader: 0,
      columns: [{ label: 'KPI', width: 44 }, { label: 'Plan', width: 20 }, ...latestColumns],
      rows,
    }),
  ];
}
