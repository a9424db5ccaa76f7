import { describe, expect, it } from 'vitest';
import { answersIn, isAnswerLine } from '#core/imports/recognise/document/answers.ts';
import { isGeneric, labelKind } from '#core/imports/recognise/document/heading-words.ts';

describe('answersIn', () => {
  it.each([
    ['Mend the gate. Lead: AB; By: June 2015', 'Mend the gate.', 'AB', 'June 2015'],
    ['Mend the gate (Lead: AB, by June 2015)', 'Mend the gate', 'AB', 'by June 2015'],
    ['Mend the gate (AB, June 2015)', 'Mend the gate', 'AB', 'June 2015'],
    ['Mend the gate [by June 2015]', 'Mend the gate', null, 'by June 2015'],
    ['Mend the gate – Parks Team – by June 2015', 'Mend the gate', 'Parks Team', 'by June 2015'],
    [
      'Mend the gate by the end of June 2015',
      'Mend the gate by the end of June 2015',
      null,
      'by the end of June 2015',
    ],
    ['Agree the outcome: a new plan for all', 'Agree the outcome: a new plan for all', null, null],
    ['Open the hall (formerly a chapel)', 'Open the hall (formerly a chapel)', null, null],
  ])('reads "%s"', (words, text, leads, timescale) => {
    expect(answersIn(words)).toMatchObject({ text, leads, timescale });
  });

  it('knows a line of nothing but answers', () => {
    expect(isAnswerLine('Lead: AB; Timescale: June 2015; Status: Complete')).toBe(true);
    expect(isAnswerLine('Mend the gate. Lead: AB')).toBe(false);
  });
});

describe('labelKind', () => {
  it.each([
    ['Objectives:', 'aims'],
    ['Our aims', 'aims'],
    ['What we will do', 'actions'],
    ['Key actions for 2012', 'actions'],
    ['We will:', 'actions'],
    ['Why this matters', 'other'],
    ['How will we know it has worked?', 'other'],
    ['Priority 1: Play', null],
    ['Children eat well', null],
  ])('takes "%s" for %s', (text, kind) => {
    expect(labelKind(text)).toBe(kind);
  });
});

describe('isGeneric', () => {
  it('tells the name of a kind of content from a subject', () => {
    expect(isGeneric('Appendix 2: Detailed action plan 2024-25')).toBe(true);
    expect(isGeneric('Key performance indicators')).toBe(true);
    expect(isGeneric('Action plan for attendance')).toBe(false);
  });
});
