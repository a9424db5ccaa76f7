import { describe, expect, it } from 'vitest';
import type { Question } from '#shared/contract/imports.ts';
import { familyOf, sameForAll } from '../../../../src-renderer/screens/imports/question-families.ts';

function asked(id: string, choices: readonly string[], about: Question['about'] = 'timescale'): Question {
  return {
    id,
    where: '',
    about,
    text: `${id}?`,
    choices: choices.map((choice) => ({ id: choice, label: choice, detail: null })),
    taken: choices[0] ?? '',
    answered: false,
  };
}

const december = asked('Dec 09', ['0-day', '1-month', 'ask']);
const march = asked('Mar 10', ['0-month', '1-day', 'ask']);
const spring = asked('Spring 14/15', ['0-season', '1-season', 'ask']);
const lead = asked('JuT', ['same', 'different'], 'lead');

describe('questions that are alike', () => {
  const all = [december, march, spring, lead];

  it('are those that leave the same kind of choice open', () => {
    expect(familyOf(december, all).map((one) => one.id)).toEqual(['Dec 09', 'Mar 10']);
    expect(familyOf(lead, all)).toEqual([lead]);
  });

  it('all get the reading of the same form', () => {
    const answers = sameForAll({ ...december, taken: '1-month' }, [december, march], 0);
    expect(answers).toEqual([
      { kind: 'answer', file: 0, questionId: 'Dec 09', choice: '1-month' },
      { kind: 'answer', file: 0, questionId: 'Mar 10', choice: '0-month' },
    ]);
  });

  it('are left alone where they have no such choice', () => {
    const other = { ...march, choices: march.choices.slice(0, 1) };
    expect(sameForAll(december, [december, other], 0)).toHaveLength(1);
  });
});
