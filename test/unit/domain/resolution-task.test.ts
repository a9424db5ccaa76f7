import { describe, expect, it } from 'vitest';
import { taskOf } from '#shared/domain/resolution-task.ts';

describe('what a resolution asks to be done', () => {
  it.each([
    [
      'That J Whitlock agree the hours by 31 January 2011.',
      ['J Whitlock'],
      'by 31 January 2011',
      'Agree the hours',
    ],
    [
      'That J Whitlock agree the hours by 31 January 2011.',
      ['J Whitlock'],
      '31 January 2011',
      'Agree the hours',
    ],
    ['That the chair be asked to write to the PCT.', ['chair'], null, 'Write to the PCT'],
    ['That officers investigate apprenticeships', ['officers'], null, 'Investigate apprenticeships'],
    // Who is not named first, and nothing at the end: the words stand.
    [
      'That the hours be agreed with J Whitlock.',
      ['J Whitlock'],
      null,
      'The hours be agreed with J Whitlock',
    ],
    // Nothing would be left.
    ['That J Whitlock report.', ['J Whitlock'], null, 'That J Whitlock report.'],
  ])('%s', (text, leads, time, task) => {
    expect(taskOf(text, { leads, time, isReport: false })).toBe(task);
  });

  it('names a report by what it is', () => {
    const text = 'That T Pellow bring a progress report on the lease each quarter.';
    const o = { leads: ['T Pellow'], time: 'each quarter' };
    expect(taskOf(text, { ...o, isReport: true })).toBe('Progress report on the lease');
    expect(taskOf(text, { ...o, isReport: false })).toBe('Bring a progress report on the lease');
  });
});
