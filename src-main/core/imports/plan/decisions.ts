import type { Correction, Question } from '#shared/contract/imports.ts';

/** What the officer decided of one file's comparison with the register. */
export type Decisions = {
  /** The plan that the file is of: its id, `new` for one of its own, null for what is found. */
  readonly into: string | null;
  /** Answers to the questions that comparing raised, by question. */
  readonly answers: ReadonlyMap<string, string>;
  /** What becomes of records that the file no longer holds; by id, and for all the others under null. */
  readonly gone: ReadonlyMap<string | null, Gone>;
};
export type Gone = { readonly as: 'leave' | 'close'; readonly reason: string };

export const noDecisions: Decisions = { into: null, answers: new Map(), gone: new Map() };

/** The decisions about one file among the corrections in force. A later word on all undoes earlier ones on single records. */
export function decisionsOf(corrections: readonly Correction[], file: number): Decisions {
  let into: string | null = null;
  const answers = new Map<string, string>();
  const gone = new Map<string | null, Gone>();
  for (const one of corrections) {
    if (one.file !== file) continue;
    if (one.kind === 'into') into = one.planId;
    else if (one.kind === 'answer') answers.set(one.questionId, one.choice);
    else if (one.kind === 'gone') {
      if (one.id === null) gone.clear();
      gone.set(one.id, { as: one.as, reason: one.reason.trim() });
    }
  }
  return { into, answers, gone };
}

/** A question that comparing a file with the register raised, and the cell it is about. */
export type RaisedQuestion = {
  readonly question: Question;
  readonly spot: { readonly sheet: number; readonly row: number; readonly column: number } | null;
};
