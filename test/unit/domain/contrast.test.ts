import { describe, expect, it } from 'vitest';
import { contrast, isColour, papers } from '#shared/domain/contrast.ts';
import { defaultLooks } from '#shared/domain/states.ts';

describe('contrast', () => {
  it('is that of WCAG 2.2: 21 for black on white, 1 for alike, whichever way round', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#777777')).toBe(1);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('finds every colour of the usual key clear enough on paper to need no outline', () => {
    for (const look of defaultLooks) expect(contrast(look.colour, papers.light)).toBeGreaterThanOrEqual(3);
  });
});

describe('isColour', () => {
  it('takes six hexadecimal digits and nothing else', () => {
    expect(isColour('#16724F')).toBe(true);
    for (const not of ['#fff', 'green', '16724f', '#16724g', '']) expect(isColour(not)).toBe(false);
  });
});
