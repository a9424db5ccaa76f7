import type { Kpi, KpiValue } from '../contract/kpi-records.ts';
import type { LeftOutFigure, LeftOutWarning } from '../contract/left-out.ts';
import { isSmall, type SuppressionRule } from './suppression.ts';
import { figureSet } from './suppression-figures.ts';
import { unproved } from './suppression-gaps.ts';
import { alsoLeftOut, type FigureSet, partsOf, type WorkedOut, workedOut } from './suppression-guard.ts';
import { count, listWords } from './words.ts';

/** Which figures papers leave out by the office's rule, and which can be worked out all the same. */
export type Found = {
  readonly figures: readonly LeftOutFigure[];
  readonly warnings: readonly LeftOutWarning[];
  /** Ids of the values that are left out. */
  readonly ids: ReadonlySet<string>;
};

const roleNames: Readonly<Partial<Record<KpiValue['role'], string>>> = { baseline: ', baseline' };

export function findLeftOut(
  kpis: readonly Kpi[],
  valuesOf: ReadonlyMap<string, readonly KpiValue[]>,
  rule: SuppressionRule,
): Found {
  const set = figureSet(kpis, valuesOf, rule);
  const primary = new Set(
    [...set.figures.values()].filter(({ sensitive, hidden }) => sensitive && !hidden).map(({ id }) => id),
  );
  const { leaveOut, open } = unproved(kpis, valuesOf, primary);
  const gaps = rule.secondary ? leaveOut : none;
  const also = rule.secondary
    ? alsoLeftOut(set, new Set([...primary, ...gaps.keys()]), rule.threshold)
    : none;
  const ids = new Set([...primary, ...gaps.keys(), ...also.keys()]);
  const names = namesOf(kpis, valuesOf);
  const figures = kpis.flatMap((kpi) =>
    (valuesOf.get(kpi.id) ?? []).flatMap((value): LeftOutFigure[] => {
      if (!ids.has(value.id)) return [];
      const why = primary.has(value.id) ? 'small' : 'worked-out';
      return [
        {
          ...kpiFacts(kpi),
          valueId: value.id,
          role: value.role,
          period: value.period,
          text: value.text,
          why,
          words:
            why === 'small'
              ? smallWords(value, rule)
              : gaps.has(value.id)
                ? gapWords(gaps.get(value.id) ?? [], names)
                : alsoWords(also.get(value.id) ?? [], names),
        },
      ];
    }),
  );
  const warnings = warningsOf(set, ids, rule, names, kpis);
  const told = new Set(warnings.map(({ kpiId, period }) => `${kpiId} ${period?.label}`));
  for (const id of open) {
    const { kpi, value, words } = names.get(id) ?? {};
    if (!kpi || !value || told.has(`${kpi.id} ${value.period.label}`)) continue;
    const doubt = `${words} is made of figures that do not all stand here: nothing shows that it could not be worked out.`;
    warnings.push({ ...kpiFacts(kpi), period: value.period, words: doubt });
  }
  return { figures, warnings, ids };
}

const kpiFacts = ({ id, ref, name, planId }: Kpi) => ({ kpiId: id, ref, name, planId });

const smallWords = ({ number }: KpiValue, rule: SuppressionRule): string =>
  number !== null && isSmall(number, rule)
    ? `A small number: fewer than ${rule.threshold}.`
    : `Made of a small number: fewer than ${rule.threshold}.`;

const none: ReadonlyMap<string, readonly string[]> = new Map();

const namedIn = (ids: readonly string[], names: Names): string =>
  listWords(shortened(ids.map((id) => names.get(id)?.words ?? 'a part of it')));

const gapWords = (ids: readonly string[], names: Names): string =>
  `Not all figures that it is made of stand here, so nothing shows that ${namedIn(ids, names)} could not be worked out from it.`;

const alsoWords = (ids: readonly string[], names: Names): string =>
  `${namedIn(ids, names)} could be worked out from it.`;

type Names = ReadonlyMap<string, { readonly kpi: Kpi; readonly value: KpiValue; readonly words: string }>;

function namesOf(kpis: readonly Kpi[], valuesOf: ReadonlyMap<string, readonly KpiValue[]>): Names {
  return new Map(
    kpis.flatMap((kpi) =>
      (valuesOf.get(kpi.id) ?? []).map((value) => [
        value.id as string,
        { kpi, value, words: `${kpi.ref ?? kpi.name}, ${value.period.label}${roleNames[value.role] ?? ''}` },
      ]),
    ),
  );
}

const most = 3;
const shortened = (words: readonly string[]): string[] =>
  words.length <= most + 1 ? [...words] : [...words.slice(0, most), count(words.length - most, 'other')];

/** Every small number that what is printed still tells. */
function warningsOf(
  set: FigureSet,
  ids: ReadonlySet<string>,
  rule: SuppressionRule,
  names: Names,
  kpis: readonly Kpi[],
): LeftOutWarning[] {
  const told = partsOf(set)
    // Where nothing is printed nothing can be worked out.
    .filter((part) => [...part.figures.values()].some(({ id, hidden }) => !hidden && !ids.has(id)))
    .flatMap((part) => workedOut(part, ids, rule.threshold));
  return told.flatMap((one): LeftOutWarning[] => {
    const named = names.get(one.id);
    const kpi = named?.kpi ?? kpis.find(({ id }) => one.id.startsWith(`piece ${id} `));
    if (!kpi) return [];
    return [{ ...kpiFacts(kpi), period: named?.value.period ?? null, words: workedOutWords(one, names) }];
  });
}

/** "HB 1, July to September 2010 can be worked out from HB 1, 2010-11 and 3 others." */
export function workedOutWords({ id, how, from }: WorkedOut, names: Names): string {
  const what = names.get(id)?.words ?? 'A small number that stands nowhere itself';
  const nearly = how === 'nearly' ? ' nearly' : '';
  const sources = shortened(from.flatMap((one) => names.get(one)?.words ?? []));
  if (sources.length === 0) return `${what} can be worked out${nearly} from what is known of it.`;
  return `${what} can be worked out${nearly} from ${listWords(sources)}.`;
}
