import type { Correction, Question } from '#shared/contract/imports.ts';

/** Questions that read the same are one to the officer, and one answer settles all of them. */
export function alikeGroups(questions: readonly Question[]): Question[][] {
  const said = (one: Question) => JSON.stringify([one.about, one.text, one.choices, one.taken]);
  return [...Map.groupBy(questions, said).values()];
}

/** Questions of one kind that can be answered alike: "Dec 09" and "Mar 10", two spellings of a name, unknown status words. */
export function familyOf(question: Question, questions: readonly Question[]): Question[] {
  const kind = kindOf(question);
  return kind === null ? [question] : questions.filter((one) => kindOf(one) === kind);
}

/**
 * The answers that give every question of a family the choice that this one has. Readings of a date are told apart by
 * what kind of date they are, which their ids name: "December 2009" and "March 2010" are both a month.
 */
export function sameForAll(question: Question, family: readonly Question[], file: number): Correction[] {
  return family.flatMap((one): Correction[] => {
    const choice = one.choices.find((other) => kindOfChoice(other.id) === kindOfChoice(question.taken));
    return choice ? [{ kind: 'answer', file, questionId: one.id, choice: choice.id }] : [];
  });
}

function kindOf({ about, choices }: Question): string | null {
  if (!['timescale', 'lead', 'legend', 'match', 'polarity'].includes(about)) return null;
  return `${about} ${choices
    .map((choice) => kindOfChoice(choice.id))
    .sort()
    .join('|')}`;
}

/** "1-month" is a month, whichever of the readings it is. */
const kindOfChoice = (id: string) => id.replace(/^\d+-/, '');
