import type { KnownContent } from '#db/queries/imports-match.ts';
import type { Polarity } from '#shared/contract/kpi-records.ts';
import { evidentWay } from '#shared/domain/kpi-rules.ts';
import { figureAsWritten } from '#shared/domain/kpi-units.ts';
import { readFigure } from '#shared/domain/numbers.ts';
import { comparePeriods } from '#shared/domain/periods.ts';
import type { DraftKpi, DraftKpiValue } from '../recognise/types.ts';
import type { PlanState } from './plan-state.ts';

/** Of more KPIs than these one question is asked about all of them: nobody answers thirty alike. */
const mostAlone = 12;

/** Where nothing tells which way is better nobody guesses: the KPI has no status until somebody says so. */
const choices = {
  later: {
    id: 'later',
    label: 'Leave it open',
    detail: 'It has no status until somebody says so, and its page asks again',
  },
  up: { id: 'up', label: 'Higher is better' },
  down: { id: 'down', label: 'Lower is better' },
} as const;

type Asked = {
  readonly draft: DraftKpi;
  readonly way: Polarity | null;
  /** "Its targets rise from 9 to 16"; null where they go no one way. */
  readonly why: string | null;
};

/**
 * Which way is better of the file's KPIs, by their place in it, as the officer answers. Asked of those that have targets
 * to be judged by, and whose figures, words and record in the register do not tell.
 */
export function settlePolarity(
  state: PlanState,
  matched: readonly (number | null)[],
  known: Pick<KnownContent, 'kpis' | 'values'>,
): ReadonlyMap<number, Polarity> {
  const said = new Map<number, Polarity>();
  if (!state.mayChange) return said;
  const figures = Map.groupBy(state.drafts.kpiValues, ({ kpi }) => kpi);
  const held = Map.groupBy(known.values, ({ kpiId }) => kpiId);
  const asked = new Map<number, Asked>();
  state.drafts.kpis.forEach((draft, at) => {
    const before = known.kpis[matched[at] ?? -1];
    if (draft.polarity !== null || before?.polarity) return;
    const values: Figure[] = [
      ...(before ? (held.get(before.id) ?? []) : []).map((value) => ({
        ...value,
        number: readFigure(value.text).number,
      })),
      ...(figures.get(at) ?? []),
    ];
    const baseline = values.find(({ role, number }) => role === 'baseline' && number !== null)?.number;
    const targets = targetsOf(values);
    if (targets.length === 0 || evidentWay(baseline ?? null, targets.map(numberOf)) !== null) return;
    asked.set(at, { draft, ...wayOfTargets(targets, draft.unit) });
  });
  if (asked.size > mostAlone) return answerForAll(state, asked);
  for (const [at, one] of asked) {
    const way = askOne(state, one);
    if (way) said.set(at, way);
  }
  return said;
}

type Figure = Pick<DraftKpiValue, 'role' | 'number' | 'text' | 'period'>;
const numberOf = ({ number }: Figure): number => number ?? 0;

const targetsOf = (values: readonly Figure[]): Figure[] =>
  values
    .filter(({ role, number }) => role === 'target' && number !== null)
    .toSorted((a, b) => comparePeriods(a.period, b.period));

/** Targets go somewhere, but of what is to be kept up they may as well only fall back: told, not taken. */
function wayOfTargets(targets: readonly Figure[], unit: string | null): Pick<Asked, 'way' | 'why'> {
  const [first, last] = [targets[0], targets.at(-1)];
  if (!first || !last) return { way: null, why: null };
  const way = evidentWay(numberOf(first), targets.slice(1).map(numberOf));
  if (way === null) return { way, why: null };
  const [from, to] = [figureAsWritten(first, unit), figureAsWritten(last, unit)];
  return { way, why: `Its targets ${way === 'up' ? 'rise' : 'fall'} from ${from} to ${to}` };
}

function askOne(state: PlanState, { draft, way, why }: Asked): Polarity | null {
  const where = state.sourceOf(draft.source).sourceWhere;
  const id = `polarity:${where}`;
  const answer = state.decisions.answers.get(id);
  state.raised.push({
    question: {
      id,
      where,
      about: 'polarity',
      text: `Which way is better: ${[draft.ref, draft.name].filter(Boolean).join(' ')}?`,
      choices: [
        choices.later,
        { ...choices.up, detail: way === 'up' ? why : null },
        { ...choices.down, detail: way === 'down' ? why : null },
      ],
      taken: wayIn(answer) ?? 'later',
      answered: answer !== undefined,
    },
    spot: state.spotOf(draft.source),
  });
  return wayIn(answer);
}

const wayIn = (answer: string | undefined): Polarity | null =>
  answer === 'up' || answer === 'down' ? answer : null;

function answerForAll(state: PlanState, asked: ReadonlyMap<number, Asked>): Map<number, Polarity> {
  const id = 'polarity:all';
  const given = state.decisions.answers.get(id);
  const answer = given === 'targets' ? given : wayIn(given);
  const [first] = asked.values();
  const going = [...asked.values()].filter(({ way }) => way !== null).length;
  state.raised.push({
    question: {
      id,
      where: first ? state.sourceOf(first.draft.source).sourceWhere : '',
      about: 'polarity',
      text: `Nothing tells of ${asked.size} KPIs which way is better. How are they to be read?`,
      choices: [
        {
          ...choices.later,
          label: 'Leave them open',
          detail: 'They have no status until somebody says so, and their pages ask again',
        },
        {
          id: 'targets',
          label: 'As their targets go',
          detail: `${going} have targets that rise, or fall; the others stay open`,
        },
        { ...choices.up, detail: 'Of all of them' },
        { ...choices.down, detail: 'Of all of them' },
      ],
      taken: answer ?? 'later',
      answered: given !== undefined,
    },
    spot: first ? state.spotOf(first.draft.source) : null,
  });
  return new Map(
    [...asked].flatMap(([at, { way }]) => {
      const said = answer === 'targets' ? way : answer;
      return said ? [[at, said] as const] : [];
    }),
  );
}
