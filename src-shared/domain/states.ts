/**
 * The seven states of an action, whatever a partnership calls them.
 * A plan's key gives each state its own label, colour and definition; the shape stays with the state.
 */
export const states = [
  'not-started',
  'on-track',
  'at-risk',
  'off-track',
  'complete',
  'changed',
  'closed',
] as const;

/** One of the seven states a status can mean. */
export type State = (typeof states)[number];

/** How a state is drawn when no plan's key says otherwise: words, shape and definition. */
export type StateLook = {
  readonly state: State;
  readonly label: string;
  readonly shape: 'ring' | 'disc' | 'triangle' | 'diamond' | 'square-ticked' | 'arrow' | 'square-barred';
  /** Light-theme colour, #rrggbb. */
  readonly colour: string;
  readonly definition: string;
};

/** The default key: the words, shapes and colours of the design. */
export const defaultLooks: readonly StateLook[] = [
  {
    state: 'not-started',
    label: 'Not started',
    shape: 'ring',
    colour: '#6a7380',
    definition: 'Not yet due to begin',
  },
  {
    state: 'on-track',
    label: 'On track',
    shape: 'disc',
    colour: '#16724f',
    definition: 'Will meet its date and target',
  },
  {
    state: 'at-risk',
    label: 'At risk',
    shape: 'triangle',
    colour: '#b27212',
    definition: 'May miss; a plan is in hand',
  },
  {
    state: 'off-track',
    label: 'Off track',
    shape: 'diamond',
    colour: '#ae130e',
    definition: 'Will miss, or has missed',
  },
  {
    state: 'complete',
    label: 'Complete',
    shape: 'square-ticked',
    colour: '#173a9c',
    definition: 'Done, with evidence',
  },
  {
    state: 'changed',
    label: 'Changed',
    shape: 'arrow',
    colour: '#a05add',
    definition: 'Re-worded or re-targeted',
  },
  {
    state: 'closed',
    label: 'Closed',
    shape: 'square-barred',
    colour: '#6a7380',
    definition: 'Ended, with a reason',
  },
];

/** The default look of a state. */
export function lookOf(state: State): StateLook {
  const look = defaultLooks.find((candidate) => candidate.state === state);
  if (!look) throw new Error(`no look for state ${state}`);
  return look;
}

/**
 * Is there nothing left to do? Complete and closed end an action. A changed one goes on under the same identity with
 * the words and the date it has now, so it can be due and overdue like any other.
 */
export const isEnded = (state: State | null): boolean => state === 'complete' || state === 'closed';

/** The order in which a bar of states is drawn (design: state bars). */
export const barOrder: readonly State[] = [
  'complete',
  'on-track',
  'not-started',
  'at-risk',
  'off-track',
  'changed',
  'closed',
];
