import type { StatusChoice } from '#shared/contract/plans.ts';
import type { KeyEntry, Status } from '#shared/contract/register.ts';
import { lookOf, type State } from '#shared/domain/states.ts';

/** The order of the editor: what needs saying first stands first. */
const order: readonly State[] = [
  'off-track',
  'at-risk',
  'on-track',
  'complete',
  'not-started',
  'changed',
  'closed',
];
const usual: Readonly<Record<State, string>> = {
  'off-track': 'O',
  'at-risk': 'R',
  'on-track': 'T',
  complete: 'C',
  'not-started': 'N',
  changed: 'G',
  closed: 'L',
};

/**
 * The states a plan's key offers, each with a letter of its own: the usual one where the label has it, else the
 * first letter of the label that is still free. A plan without a key has all seven under their usual words.
 */
export function statusChoices(key: readonly KeyEntry[]): StatusChoice[] {
  const labels: Status[] =
    key.length > 0
      ? key.map((entry) => ({ state: entry.state, label: entry.label }))
      : order.map((state) => ({ state, label: lookOf(state).label }));
  const sorted = [...labels].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const taken = new Set<string>();
  const usualOf = sorted.map(({ state, label }) => {
    const letter = usual[state];
    if (!label.toUpperCase().includes(letter) || taken.has(letter)) return null;
    taken.add(letter);
    return letter;
  });
  return sorted.map((status, place) => {
    let letter = usualOf[place] ?? null;
    if (letter === null) {
      letter = [...status.label.toUpperCase()].find((one) => /\p{L}/u.test(one) && !taken.has(one)) ?? '';
      if (letter !== '') taken.add(letter);
    }
    return { ...status, letter };
  });
}

/**
 * The choice that typed words mean: one letter by its letter, more by the beginning of a label, or of a word in
 * it ("track" alone is two states, and so none).
 */
export function choiceFor(typed: string, choices: readonly StatusChoice[]): StatusChoice | null {
  const words = typed.trim().toLocaleLowerCase('en-GB');
  if (words === '') return null;
  const exact = choices.find((choice) => choice.label.toLocaleLowerCase('en-GB') === words);
  if (exact) return exact;
  const byLetter = words.length === 1 ? choices.find((one) => one.letter === words.toUpperCase()) : undefined;
  if (byLetter) return byLetter;
  const starts = choices.filter((choice) => choice.label.toLocaleLowerCase('en-GB').startsWith(words));
  if (starts.length > 0) return starts[0] ?? null;
  const inside = choices.filter((choice) =>
    choice.label
      .toLocaleLowerCase('en-GB')
      .split(/\s+/)
      .some((word) => word.startsWith(words)),
  );
  return inside.length === 1 ? (inside[0] ?? null) : null;
}
