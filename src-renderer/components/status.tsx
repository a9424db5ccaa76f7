import type { ReactElement } from 'react';
import type { KeyEntry, Status as StatusValue } from '#shared/contract/register.ts';
import { contrast, isColour, papers } from '#shared/domain/contrast.ts';
import { lookOf, type State } from '#shared/domain/states.ts';
import { entryFor } from '#shared/domain/status-keys.ts';

/** The class under which the sheets know a state: .mk.on, .bar .risk, --off-t. */
export const stateClass: Record<State, string> = {
  'not-started': 'ns',
  'on-track': 'on',
  'at-risk': 'risk',
  'off-track': 'off',
  complete: 'done',
  changed: 'chg',
  closed: 'shut',
};

/** Seven shapes in a 12 by 12 box. The shape stays with the state whatever a key calls or colours it. */
const shapes: Record<State, ReactElement> = {
  'not-started': <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  'on-track': <circle cx="6" cy="6" r="5.25" fill="currentColor" />,
  'at-risk': <path d="M6 .6 11.8 11.2H.2Z" fill="currentColor" />,
  'off-track': <path d="M6 0 12 6 6 12 0 6Z" fill="currentColor" />,
  complete: (
    <path
      fillRule="evenodd"
      d="M1.6.5h8.8c.6 0 1.1.5 1.1 1.1v8.8c0 .6-.5 1.1-1.1 1.1H1.6A1.1 1.1 0 0 1 .5 10.400V1.600C.5 1 1 .5 1.600.5ZM5.200 9.100 9.900 4.100 8.700 3 5.100 6.800 3.400 5.200 2.300 6.400Z"
      fill="currentColor"
    />
  ),
  changed: <path d="M.3 2.200h5.500L11.900 6 5.800 9.800H.3L2.800 6Z" fill="currentColor" />,
  closed: (
    <>
      <path d="M1.300 1.300h9.400v9.400H1.300Z" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M3.500 6h5" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
};

export type PlanKey = readonly KeyEntry[];

/** The shape alone, hidden from screen readers: the word must stand beside it, or in `label`. */
export function StatusMark(props: {
  state: State;
  /** The plan's key: its colour for this state is used where it differs from the usual one. */
  planKey?: PlanKey | undefined;
  /** The word of the status: a key may give several words of one state a colour each. */
  word?: string | undefined;
  /** A colour of its own: of a key being edited, or the one a status had before the key was changed. */
  colour?: string | undefined;
  /** 12 (rest), 9 (outline), 15 (a report's heading). */
  size?: 9 | 12 | 15;
  /** Given where no word stands beside the shape. */
  label?: string;
}) {
  const { state, size = 12, label } = props;
  const colour = props.colour ?? ownColour(state, props.planKey, props.word);
  const classes = ['mk', stateClass[state]];
  if (size !== 12) classes.push(`m${size}`);
  if (colour && contrast(colour, papers.light) < 3) classes.push('faint-light');
  if (colour && contrast(colour, papers.dark) < 3) classes.push('faint-dark');
  return (
    <span
      className={classes.join(' ')}
      style={colour ? { color: colour } : undefined}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {shapes[state]}
      </svg>
    </span>
  );
}

/** Shape, word and colour: the only way a status is shown. */
export function Status({ status, planKey }: { status: StatusValue | State; planKey?: PlanKey | undefined }) {
  const state = typeof status === 'string' ? status : status.state;
  const label = typeof status === 'string' ? labelOf(state, planKey) : status.label;
  return (
    <span className={`st ${stateClass[state]}`}>
      <StatusMark state={state} planKey={planKey} word={label} />
      <span>{label}</span>
    </span>
  );
}

/** What this plan calls a state, else the usual word. */
export function labelOf(state: State, planKey?: PlanKey): string {
  return planKey?.find((entry) => entry.state === state)?.label || lookOf(state).label;
}

/** A key's own colour, or null where it is the usual one, which each theme draws in its own shade. */
export function ownColour(state: State, planKey?: PlanKey, word?: string): string | undefined {
  const colour = planKey && entryFor(planKey, { state, label: word ?? null })?.colour;
  if (!colour || !isColour(colour)) return undefined;
  return colour.toLowerCase() === lookOf(state).colour.toLowerCase() ? undefined : colour;
}
