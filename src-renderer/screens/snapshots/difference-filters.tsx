import type { Difference } from '#shared/contract/reports.ts';
import { countOf, type Kind, kindNames, kinds } from '#shared/domain/difference-words.ts';

export type Filters = { kind: Kind | null; planId: string | null; mustExplain: boolean };
export const noFilters: Filters = { kind: null, planId: null, mustExplain: false };

/** What a board will ask about: another measure, or an action gone. */
const mustExplain = (one: Difference): boolean =>
  one.kind === 'measure-changed' ||
  one.kind === 'dropped' ||
  (one.kind === 'removed' && one.record === 'action');

export function isKept(one: Difference, filters: Filters): boolean {
  if (filters.kind !== null && one.kind !== filters.kind) return false;
  if (filters.planId !== null && one.planId !== filters.planId) return false;
  return !filters.mustExplain || mustExplain(one);
}

/** The left column: kinds and plans with their numbers, each a filter. */
export function DifferenceFilters(props: {
  all: readonly Difference[];
  names: ReadonlyMap<string, string>;
  filters: Filters;
  onChange: (filters: Filters) => void;
}) {
  const { all, filters, onChange } = props;
  const plans = [...new Set(all.flatMap((one) => one.planId ?? []))];
  const explained = all.filter(mustExplain).length;
  const isAll = filters.kind === null && filters.planId === null && !filters.mustExplain;
  return (
    <div className="kinds">
      <h2>Kind</h2>
      <ul>
        <Choice name="All changes" n={all.length} pressed={isAll} onPress={() => onChange(noFilters)} />
        {kinds
          .filter((kind) => countOf(all, kind) > 0)
          .map((kind) => (
            <Choice
              key={kind}
              name={kindNames[kind]}
              n={countOf(all, kind)}
              pressed={filters.kind === kind}
              onPress={() => onChange({ ...filters, kind: filters.kind === kind ? null : kind })}
            />
          ))}
      </ul>
      {plans.length > 0 ? <h2>Plan</h2> : null}
      <ul>
        {plans.map((id) => (
          <Choice
            key={id}
            name={props.names.get(id) ?? 'Removed plan'}
            n={all.filter((one) => one.planId === id).length}
            pressed={filters.planId === id}
            onPress={() => onChange({ ...filters, planId: filters.planId === id ? null : id })}
          />
        ))}
      </ul>
      <h2>Must be explained</h2>
      <ul>
        <Choice
          name="Measure or action gone"
          n={explained}
          pressed={filters.mustExplain}
          onPress={() => onChange({ ...filters, mustExplain: !filters.mustExplain })}
        />
      </ul>
    </div>
  );
}

function Choice(props: { name: string; n: number; pressed: boolean; onPress: () => void }) {
  return (
    <li>
      <button type="button" aria-pressed={props.pressed} onClick={props.onPress}>
        <span>{props.name}</span>
        <span className="n">{props.n}</span>
      </button>
    </li>
  );
}
