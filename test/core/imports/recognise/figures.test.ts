import { describe, expect, it } from 'vitest';
import { looksLikeFigure, looksLikeMoney, standsForFigure } from '#core/imports/recognise/figures.ts';

describe('cells that look like figures', () => {
  it.each([
    ...[
      '12',
      '1,204',
      '47.4',
      '.5',
      '-3',
      '65-79%',
      '≤ 3%',
      '>=4',
      '7 days',
      '2 weeks',
      '1 in 5',
      '3 out of 7',
    ],
    ...[
      '£1.2m',
      '£2.31',
      '5:48',
      '52.3 (p)',
      '12*',
      'a50%',
      '▲ 12',
      '120 (up 14)',
      'c. 40',
      '9.4 per 1,000',
      '4th?',
    ],
  ])('takes “%s” for what it is', (text) => {
    expect(looksLikeFigure(text)).toBe(!text.endsWith('?'));
  });

  it('takes years, dates and sentences for none', () => {
    for (const text of [
      '2009/10',
      '2023-24',
      '12/03/2024',
      'March 2024',
      'In 5 of our hubs we met 12 families',
      '',
    ])
      expect(looksLikeFigure(text), text).toBe(false);
  });

  it('knows what stands where a figure is missing, and money', () => {
    expect(['n/a', 'TBC', '---', 'c', 'NA', '..'].every(standsForFigure)).toBe(true);
    expect(['none of them', '12', 'in place'].some(standsForFigure)).toBe(false);
    expect(['£45,000', '(£300)', '£1.2m', '-£40'].every(looksLikeMoney)).toBe(true);
    expect(['45,000', '£ for parks'].some(looksLikeMoney)).toBe(false);
  });
});
