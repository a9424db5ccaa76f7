import type { Kpi, KpiJudgement, KpiNarrative, KpiValue } from '../contract/kpi-records.ts';
import type { KpiPeriod } from '../contract/kpi-views.ts';
import type { LeftOut, LeftOutText } from '../contract/left-out.ts';
import type { SnapshotContent } from '../contract/register.ts';
import { kpiPeriods, periodKey } from './kpi-standing.ts';
import { unitKindOf, writtenUnit } from './kpi-units.ts';
import { formatFigure } from './numbers.ts';
import {
  leftOutMark,
  leftOutSymbol,
  leftOutWords,
  roundedCount,
  type SuppressionRule,
  saysNumber,
  suppressionInWords,
  usualSuppression,
} from './suppression.ts';
import { type Found, findLeftOut } from './suppression-find.ts';

/** A status as the true figures gave it, by KPI and period: a rounded figure is not judged anew. */
export type TrueStates = ReadonlyMap<string, Pick<KpiPeriod, 'state' | 'ruleState' | 'why'>>;
export const stateKey = (kpiId: string, period: KpiPeriod['period']): string =>
  `${kpiId} ${periodKey(period)}`;

/** A register as papers may tell it: small numbers of children left out, the others rounded, by its own rule. */
export type Published<T extends SnapshotContent> = {
  readonly content: T;
  readonly leftOut: LeftOut;
  readonly states: TrueStates;
};

export function published<T extends SnapshotContent>(content: T): Published<T> {
  const rule = content.settings.suppression ?? usualSuppression;
  const counting = content.kpis.filter(({ countsChildren }) => countsChildren);
  const none = {
    rule: suppressionInWords(rule),
    kpis: counting.length,
    figures: [],
    texts: [],
    warnings: [],
  };
  if (counting.length === 0) return { content, leftOut: none, states: new Map() };
  const valuesOf = Map.groupBy(content.kpiValues, ({ kpiId }) => kpiId as string);
  const found = findLeftOut(content.kpis, valuesOf, rule);
  const texts: LeftOutText[] = [];
  const masked = maskedBy({ rule, found, content, valuesOf, texts });
  return {
    content: {
      ...content,
      kpiValues: content.kpiValues.map(masked.value),
      kpiNarratives: content.kpiNarratives.map(masked.narrative),
      ...(content.kpiJudgements && withJudgements(content.kpiJudgements.flatMap(masked.judgement))),
    },
    leftOut: { ...none, figures: [...found.figures], texts, warnings: [...found.warnings] },
    states: rule.roundTo === undefined ? new Map() : trueStates(content, counting, valuesOf),
  };
}

/** The list is left out where nothing stands in it. */
const withJudgements = (kpiJudgements: KpiJudgement[]) => ({
  kpiJudgements: kpiJudgements.length > 0 ? kpiJudgements : undefined,
});

function trueStates(
  content: SnapshotContent,
  counting: readonly Kpi[],
  valuesOf: ReadonlyMap<string, readonly KpiValue[]>,
): TrueStates {
  const states = new Map<string, Pick<KpiPeriod, 'state' | 'ruleState' | 'why'>>();
  for (const kpi of counting) {
    const said = {
      changes: (content.kpiChanges ?? []).filter(({ kpiId }) => kpiId === kpi.id),
      judgements: (content.kpiJudgements ?? []).filter(({ kpiId }) => kpiId === kpi.id),
    };
    for (const { period, state, ruleState, why } of kpiPeriods(kpi, valuesOf.get(kpi.id) ?? [], said)) {
      states.set(stateKey(kpi.id, period), { state, ruleState, why });
    }
  }
  return states;
}

type Masking = {
  readonly rule: SuppressionRule;
  readonly found: Found;
  readonly content: SnapshotContent;
  readonly valuesOf: ReadonlyMap<string, readonly KpiValue[]>;
  /** Texts that were left out are told here. */
  readonly texts: LeftOutText[];
};

function maskedBy({ rule, found, content, valuesOf, texts }: Masking) {
  const kpis = new Map(content.kpis.map((kpi) => [kpi.id as string, kpi]));
  // The numbers that no words beside the figures of the KPI may name.
  const secret = new Map<string, Set<number>>();
  const withoutFigure = new Set<string>();
  for (const { kpiId, valueId, period } of found.figures) {
    const number = valuesOf.get(kpiId)?.find(({ id }) => id === valueId)?.number ?? null;
    const those = secret.get(kpiId) ?? new Set();
    if (number !== null) those.add(number);
    secret.set(kpiId, those);
    withoutFigure.add(stateKey(kpiId, period));
  }
  const spare = (kpiId: string, period: KpiPeriod['period'], what: string, text: string): string => {
    const kpi = kpis.get(kpiId);
    if (!kpi || !saysNumber(text, secret.get(kpiId) ?? [])) return text;
    texts.push({ kpiId: kpi.id, ref: kpi.ref, name: kpi.name, planId: kpi.planId, period, what });
    return leftOutWords;
  };
  return {
    value: (value: KpiValue): KpiValue => {
      const kpi = kpis.get(value.kpiId);
      const isTied = secret.has(value.kpiId);
      if (!kpi || !(kpi.countsChildren || isTied)) return value;
      // What stood here before is as much a count as what stands now.
      const { revisions, note, ...rest } = value;
      if (found.ids.has(value.id)) return { ...rest, number: null, text: leftOutMark, symbol: leftOutSymbol };
      const kept =
        note === undefined ? {} : { note: spare(kpi.id, value.period, 'Note beside a figure', note) };
      return { ...plainFigure(kpi, rest, rule, isTied), ...kept };
    },
    narrative: (one: KpiNarrative): KpiNarrative => {
      const told = (what: string, text: string) => spare(one.kpiId, one.period, `Narrative: ${what}`, text);
      return {
        ...one,
        ...(one.says !== undefined && { says: told('what the figures say', one.says) }),
        behind: told('what is behind it', one.behind),
        doing: told('what we will do', one.doing),
        ...(one.byWhen !== undefined && { byWhen: told('by when', one.byWhen) }),
        ...(one.help !== undefined && { help: told('help wanted', one.help) }),
      };
    },
    judgement: (one: KpiJudgement): KpiJudgement[] => {
      // How a figure that is left out stands against its target tells something of the figure.
      if (withoutFigure.has(stateKey(one.kpiId, one.period))) return [];
      return [{ ...one, reason: spare(one.kpiId, one.period, 'Reason of a status', one.reason) }];
    },
  };
}

/** Rounded where it is a count and the office rounds; its words without other numbers, which tell of other periods. */
function plainFigure(kpi: Kpi, value: KpiValue, rule: SuppressionRule, isTied: boolean): KpiValue {
  if (value.number === null) return value;
  const isCount = value.role === 'actual' || value.role === 'baseline';
  const rounds =
    rule.roundTo !== undefined && kpi.countsChildren === true && isCount && unitKindOf(kpi) === 'number';
  if (rounds) {
    const number = roundedCount(value.number, rule);
    return { ...value, number, text: formatFigure(number, writtenUnit(kpi)) };
  }
  const numbers = value.text.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
  if (numbers.length < 2 || !(isTied || rule.roundTo !== undefined)) return value;
  return { ...value, text: formatFigure(value.number, writtenUnit(kpi)) };
}
