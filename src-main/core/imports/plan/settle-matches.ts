import type { DraftSource } from '../recognise/types.ts';
import { type Named, type Proposal, proposeMatches } from './match.ts';
import type { PlanState } from './plan-state.ts';

/** Words as alike as this under one reference are a re-wording that nobody doubts. */
const surelyReworded = 0.75;
/** Without the reference to speak for it, only the odd letter may differ. */
const surelyTheSame = 0.93;
/** More questions than this nobody answers one by one; the likeliest reading stands for the rest. */
const mostAsked = 100;

/** What comes of matching: for each of the file the index of the known one that it is, or null. */
export function settleMatches(
  state: PlanState,
  what: 'action' | 'KPI',
  fresh: readonly (Named & { source: DraftSource })[],
  known: readonly Named[],
): (number | null)[] {
  return proposeMatches(fresh, known).map((proposal, at) => {
    const one = fresh[at];
    const asked = doubtful(proposal);
    const other = asked === null ? undefined : known[asked.known];
    if (!state.mayChange || asked === null || !one || !other) return proposal.known;
    const answer = ask(state, what, one, other, asked);
    return answer === 'same' ? asked.known : null;
  });
}

type Doubt = { readonly known: number; readonly taken: 'same' | 'new' };

/** The match that a person should look at, and how it is taken until one has. */
function doubtful({ known, likeness, sameRef, near }: Proposal): Doubt | null {
  if (known === null) return near === null ? null : { known: near.known, taken: 'new' };
  if (likeness === null || likeness >= (sameRef ? surelyReworded : surelyTheSame)) return null;
  return { known, taken: 'same' };
}

function ask(
  state: PlanState,
  what: 'action' | 'KPI',
  one: Named & { source: DraftSource },
  other: Named,
  doubt: Doubt,
): 'same' | 'new' {
  const where = state.sourceOf(one.source).sourceWhere;
  const id = `match:${other.id ?? ''}:${where}`;
  const answer = state.decisions.answers.get(id);
  const taken = answer === 'same' || answer === 'new' ? answer : doubt.taken;
  if (answer !== undefined || state.raised.length < mostAsked) {
    state.raised.push({
      question: {
        id,
        where,
        about: 'match',
        text: `Is this the same ${what}?`,
        choices: [
          {
            id: 'same',
            label: `The same ${what}`,
            detail: 'What has changed in it is listed field by field',
          },
          { id: 'new', label: `A new ${what}`, detail: 'The one in the register is listed as gone' },
        ],
        taken,
        answered: answer !== undefined,
        compare: { before: named(other), after: named(one) },
      },
      spot: state.spotOf(one.source),
    });
  }
  return taken;
}

const named = ({ ref, text }: Named) => (ref ? `${ref} ${text}` : text);
