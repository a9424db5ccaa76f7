import type { StateCounts } from '#shared/contract/plans.ts';
import { barOrder } from '#shared/domain/states.ts';
import { count } from '../format/words.ts';
import { labelOf, ownColour, type PlanKey, StatusMark, stateClass } from './status.tsx';

type Counts = Partial<StateCounts>;
const present = (counts: Counts) => barOrder.filter((state) => (counts[state] ?? 0) > 0);

/** "11 complete, 22 on track": the words of a bar, for its accessible name or a foot line. */
export function countsInWords(counts: Counts, planKey?: PlanKey): string {
  return present(counts)
    .map((state) => `${counts[state]} ${labelOf(state, planKey).toLocaleLowerCase('en-GB')}`)
    .join(', ');
}

/**
 * How many stand in each state, as lengths. Never alone: the counts stand beside it (StateBarWithCounts, StateSummary).
 * `isTold`: all of them in words, so that the bar need not be read out too.
 */
export function StateBar(props: { counts: Counts; planKey?: PlanKey | undefined; isTold?: boolean }) {
  const { counts, planKey, isTold = false } = props;
  const spoken = { role: 'img', 'aria-label': countsInWords(counts, planKey) || 'No actions' };
  return (
    <span className="bar" {...(isTold ? { 'aria-hidden': true } : spoken)}>
      {present(counts).map((state) => {
        const colour = ownColour(state, planKey);
        return (
          <i
            key={state}
            className={stateClass[state]}
            style={{
              flex: counts[state] ?? 0,
              ...(colour && state !== 'not-started' ? { background: colour } : {}),
            }}
          />
        );
      })}
    </span>
  );
}

/** The bar with what needs attention in marks and the total, as in the outline of a plan. */
export function StateBarWithCounts({ counts, planKey }: { counts: Counts; planKey?: PlanKey | undefined }) {
  const total = Object.values(counts).reduce((sum, n) => sum + (n ?? 0), 0);
  const worst = (['off-track', 'at-risk'] as const).filter((state) => (counts[state] ?? 0) > 0);
  return (
    <span className="nbar">
      <StateBar counts={counts} planKey={planKey} />
      <span className="ct">
        {worst.map((state) => (
          <span className="w" key={state}>
            <StatusMark state={state} planKey={planKey} size={9} />
            <span aria-hidden="true">{counts[state]}</span>
          </span>
        ))}
      </span>
      <span className="tot">
        {total}
        <span className="vh"> {count(total, 'action').replace(/^\S+ /, '')}</span>
      </span>
    </span>
  );
}

/** The worded key with its counts, for a page head. */
export function StateSummary({ counts, planKey }: { counts: Counts; planKey?: PlanKey | undefined }) {
  return (
    <ul className="sum" aria-label="How the actions stand">
      {present(counts).map((state) => (
        <li className="c" key={state}>
          <span className="st">
            <StatusMark state={state} planKey={planKey} />
            <b>{counts[state]}</b>
          </span>
          <small>{labelOf(state, planKey)}</small>
        </li>
      ))}
    </ul>
  );
}
