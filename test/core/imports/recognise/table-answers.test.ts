import { describe, expect, it } from 'vitest';
import { unpackDrafts } from '#core/imports/recognise/drafts-wire.ts';
import { recognise } from '#core/imports/recognise/recognise.ts';
import { sketchesOf } from '#test/fixtures/sketches/sketch.ts';

/** What is read of a sketch, and again with its one question of this kind answered. */
function answered(text: string, id: RegExp, choice: string) {
  const [sketch] = sketchesOf(`# sketch\n${text}`);
  if (!sketch) throw new Error('no sketch');
  const options = { fileName: 'a.xlsx', year: null, yearStartMonth: 4, legend: {}, profiles: [] };
  const before = recognise(sketch.file, { ...options, corrections: [] });
  const question = before.questions.find((one) => id.test(one.id));
  if (!question) throw new Error('no such question');
  const after = recognise(sketch.file, {
    ...options,
    corrections: [{ kind: 'answer', file: 0, questionId: question.id, choice }],
  });
  return {
    question,
    before: unpackDrafts(before.drafts),
    after: unpackDrafts(after.drafts),
    asked: after.questions.find((one) => one.id === question.id),
  };
}

describe('answers to what is asked about tables', () => {
  it('keeps a log of risks in the tray where the officer says so, all of it', () => {
    const text =
      'Risk | Likelihood | Impact | Mitigation | Owner\nHall floods | 3 | 4 | Buy a pump | NB\nCook leaves | 2 | 2 | Train two | TR';
    const { before, after, asked } = answered(text, /^log:/, 'text');
    expect(before.actions.map((action) => action.text)).toEqual(['Hall floods', 'Cook leaves']);
    expect(before.measures.map((measure) => measure.text)).toEqual(['Buy a pump', 'Train two']);
    expect(before.actions[0]?.details).toEqual([
      { label: 'Likelihood', text: '3' },
      { label: 'Impact', text: '4' },
    ]);
    expect(after.actions).toEqual([]);
    expect(after.tray[0]?.text).toContain('Buy a pump');
    expect(asked).toMatchObject({ taken: 'text', answered: true });
  });

  it('makes actions of decisions where the officer wants them', () => {
    const text =
      'Ref | Decision | Made by | Date\n1 | Move the group | Board | May 2024\n2 | Sell the van | Chair | June 2024';
    const { before, after } = answered(text, /^log:/, 'actions');
    expect(before.actions).toEqual([]);
    expect(after.actions.map((action) => [action.ref, action.text])).toEqual([
      ['1', 'Move the group'],
      ['2', 'Sell the van'],
    ]);
  });

  it('offers the years that a file speaks of, says what each means, and dates the figures by the one taken', () => {
    const text =
      '## Board 14-09-2023\nIndicator | Q1 | Q2 | Target\nPrams lent | 10 | 12 | 40\nSeats fitted | 5 | 6 | 20\n\nPrinted 14/09/2023';
    const { question, before, after, asked } = answered(text, /^year$/, '2023-24');
    expect(question.choices.map((choice) => choice.id)).toEqual(['2023-24', '2024-25', '2022-23', 'none']);
    expect(question.choices[0]?.detail).toMatch(/^1 April 2023 to 31 March 2024: /);
    expect(before.kpiValues.every((value) => value.period.start === null)).toBe(true);
    expect(after.kpiValues.map((value) => value.period.start).slice(0, 3)).toEqual([
      '2023-04-01',
      '2023-07-01',
      '2023-04-01',
    ]);
    expect(asked).toMatchObject({ taken: '2023-24', answered: true });
  });

  it('lets the colour hold against the words where the officer says so', () => {
    const text =
      'Action | Lead | RAG\nOpen the hut | NB | {#ff0000}Complete\nPaint the hut | TR | {#00b050}Complete';
    const { before, after } = answered(text, /^status:/, 'colour');
    expect(before.actions.map((action) => action.status?.state)).toEqual(['complete', 'complete']);
    expect(after.actions.map((action) => action.status)).toEqual([
      { state: 'off-track', label: 'Complete' },
      { state: 'complete', label: 'Complete' },
    ]);
  });
});
