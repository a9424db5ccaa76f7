import { contrast, isColour, papers } from './contrast.ts';
import { defaultLooks, lookOf, type State } from './states.ts';

/** A plan's key: several words may stand for one state; the shape stays with the state. */

type Entry = { readonly state: State; readonly label: string; readonly colour: string };

const fold = (label: string): string => label.trim().toLocaleLowerCase('en-GB');

/** The entry that a status is drawn by: that of its word, else the first of its state; none where the key has neither. */
export function entryFor<E extends Entry>(
  key: readonly E[],
  status: { readonly state: State; readonly label?: string | null },
): E | undefined {
  const ofState = key.filter((entry) => entry.state === status.state);
  const label = fold(status.label ?? '');
  return ofState.find((entry) => fold(entry.label) === label) ?? ofState[0];
}

/** The colour of a status under a key, #rrggbb: the usual one where the key has none for it. */
export function colourFor(
  key: readonly Entry[],
  status: { readonly state: State; readonly label?: string | null },
): string {
  return entryFor(key, status)?.colour ?? lookOf(status.state).colour;
}

/** What keeps a key from being used, as a sentence; null where nothing does. */
export function faultInKey(key: readonly Entry[]): string | null {
  const states = new Map<string, State>();
  for (const { label, state, colour } of key) {
    const word = fold(label);
    if (word === '') return 'Every entry of a key needs a word: status is never shown by colour alone.';
    const other = states.get(word);
    if (other === state) return `“${label.trim()}” stands in the key twice. Take one of them out.`;
    if (other !== undefined) return `“${label.trim()}” stands for two states. Give each its own word.`;
    if (!isColour(colour)) return `“${colour}” is not a colour. Write it as #16724f, or choose one.`;
    states.set(word, state);
  }
  return null;
}

/** Papers on which a colour has less than 3 to 1 and so is given an outline, with its ratio. */
export function faintOn(colour: string): { readonly paper: 'light' | 'dark'; readonly ratio: number }[] {
  if (!isColour(colour)) return [];
  return (['light', 'dark'] as const)
    .map((paper) => ({ paper, ratio: contrast(colour, papers[paper]) }))
    .filter(({ ratio }) => ratio < 3);
}

/** All that a key says, with the usual entry for each state that it leaves out, in the order of the key. */
export function wholeKey<E extends Entry>(key: readonly E[], usual: (state: State) => E): E[] {
  const missing = defaultLooks.filter((look) => !key.some((entry) => entry.state === look.state));
  return [...key, ...missing.map((look) => usual(look.state))];
}
