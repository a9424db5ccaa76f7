import type { Action } from '../contract/register.ts';
import type { YearChoice, YearCounts } from '../contract/years.ts';
import { isEnded, lookOf } from './states.ts';
import { count } from './words.ts';

/** What the officer decided about each action of a plan that is rolled forward, and what is wrong with it. */

type Standing = Pick<Action, 'id' | 'ref' | 'text' | 'bullets' | 'status'>;

export const actionsOf = (choice: YearChoice): readonly string[] =>
  choice.kind === 'merged' ? choice.actionIds : [choice.actionId];

/** What is proposed for an action: what has ended stays behind, everything else goes on. */
export const proposedFor = (action: Pick<Action, 'status'>): 'carried' | 'closed' =>
  isEnded(action.status?.state ?? null) ? 'closed' : 'carried';

/** Why an action that has ended is not carried: its own word, with the usual one where that is another. */
export function endedReason({ status }: Pick<Action, 'status'>): string | null {
  if (status === null) return null;
  const usual = lookOf(status.state).label;
  return status.label.toLowerCase().startsWith(usual.toLowerCase())
    ? status.label
    : `${status.label} (${usual.toLowerCase()})`;
}

/** The choices completed: an action about which nothing was said goes the way proposed for it. */
export function completed(actions: readonly Standing[], choices: readonly YearChoice[]): YearChoice[] {
  const chosen = new Set(choices.flatMap(actionsOf));
  const rest = actions
    .filter(({ id }) => !chosen.has(id))
    .map((action): YearChoice => {
      const { id: actionId } = action;
      return proposedFor(action) === 'closed'
        ? { kind: 'closed', actionId, reason: endedReason(action) }
        : { kind: 'carried', actionId, measuredChange: null };
    });
  return [...choices, ...rest];
}

/** Something about a choice that has to be put right first: the action it concerns, and a sentence. */
export type ChoiceFault = { readonly actionId: string; readonly message: string };

/** What keeps the choices from being carried out, each with what to do; empty where nothing does. */
export function faultsIn(actions: readonly Standing[], choices: readonly YearChoice[]): ChoiceFault[] {
  const known = new Map(actions.map((action) => [action.id as string, action]));
  const seen = new Set<string>();
  return choices.flatMap((choice) => {
    const ids = actionsOf(choice);
    const [first] = ids;
    const fault = (message: string): ChoiceFault[] => [{ actionId: first ?? '', message }];
    for (const id of ids) {
      const action = known.get(id);
      if (!action) return fault('An action that was chosen is no longer in the plan. Open the list again.');
      if (seen.has(id))
        return fault(`${nameOf(action)} was chosen twice. Give it one way into the new year.`);
      seen.add(id);
    }
    const action = known.get(first ?? '');
    if (!action) return fault('A merger needs the actions that are merged.');
    const wrong = faultIn(choice, action);
    return wrong === null ? [] : fault(wrong);
  });
}

function faultIn(choice: YearChoice, action: Standing): string | null {
  const name = nameOf(action);
  switch (choice.kind) {
    case 'carried':
    case 'closed':
      return null;
    case 'dropped':
      return choice.reason.trim() === '' ? `Say why ${name} is dropped: nobody could tell later.` : null;
    case 'reworded':
      if (choice.text.trim() === '') return `Write the new words of ${name}.`;
      return choice.text.trim() === action.text.trim() && action.bullets.length === 0
        ? `The words of ${name} are as they were. Change them, or carry it as it is.`
        : null;
    case 'split':
      return choice.parts.filter((part) => part.trim() !== '').length < 2 ||
        choice.parts.some((part) => part.trim() === '')
        ? `Write the words of each part of ${name}: at least two.`
        : null;
    case 'merged':
      if (choice.actionIds.length < 2) return `Choose what ${name} is merged with.`;
      return choice.text.trim() === '' ? `Write the words of what ${name} is merged into.` : null;
  }
}

/** An action as a sentence names it: its reference, else its first words. */
export function nameOf(action: Pick<Action, 'ref' | 'text'>): string {
  if (action.ref !== null && action.ref.trim() !== '') return action.ref;
  const words = action.text.replace(/\s+/g, ' ').trim();
  return words === ''
    ? 'an action without words'
    : `“${words.length > 40 ? `${words.slice(0, 39).trimEnd()}…` : words}”`;
}

/** How many went which way; the choices are complete. */
export function countsOf(choices: readonly YearChoice[]): YearCounts {
  const of = (kind: YearChoice['kind']) => choices.filter((choice) => choice.kind === kind).length;
  let [splitInto, merged, actions] = [0, 0, 0];
  for (const choice of choices) {
    actions += actionsOf(choice).length;
    if (choice.kind === 'split') splitInto += choice.parts.length;
    if (choice.kind === 'merged') merged += choice.actionIds.length;
  }
  const counts = { actions, carried: of('carried'), reworded: of('reworded'), split: of('split'), splitInto };
  const mergedInto = of('merged');
  const next = counts.carried + counts.reworded + splitInto + mergedInto;
  return { ...counts, merged, mergedInto, closed: of('closed'), dropped: of('dropped'), next };
}

/** "24 actions: 18 carried, 1 split into 2, 2 merged into 1, 2 dropped" */
export function countsInWords(counts: YearCounts): string {
  const parts = [
    [counts.carried, `${counts.carried} carried`],
    [counts.reworded, `${counts.reworded} re-worded`],
    [counts.split, `${counts.split} split into ${counts.splitInto}`],
    [counts.merged, `${counts.merged} merged into ${counts.mergedInto}`],
    [counts.closed, `${counts.closed} closed`],
    [counts.dropped, `${counts.dropped} dropped`],
  ] as const;
  const told = parts.filter(([n]) => n > 0).map(([, words]) => words);
  return told.length === 0 ? 'no action' : `${count(counts.actions, 'action')}: ${told.join(', ')}`;
}
