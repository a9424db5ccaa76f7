import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextMinute, nextResolution, readStyle, resolutionRef } from '#shared/domain/minute-numbers.ts';
import { holdsMinute, minuteKey, referencesIn, referencesInWords } from '#shared/domain/minute-references.ts';

const years = { financial: 4, academic: 9 };
const given = (...refs: [string, string | null][]) => refs.map(([ref, on]) => ({ ref, on }));

describe('the next minute', () => {
  it.each([
    [
      '{n}/{yy}',
      'calendar-year',
      given(['27/10', '2010-07-15'], ['99/09', '2009-05-01']),
      '2010-10-14',
      '28/10',
    ],
    ['{n}/{yy}', 'financial-year', given(['27/10', '2010-07-15']), '2011-02-01', '28/10'],
    ['{n}/{yy}', 'financial-year', given(['27/10', '2010-07-15']), '2011-04-01', '1/11'],
    ['{n}/{year}', 'academic-year', given(['3/2010-11', '2010-10-01']), '2011-06-01', '4/2010-11'],
    ['Minute {n}', 'body', given(['Minute 140', '2009-01-01']), '2011-06-01', 'Minute 141'],
    ['{n}', 'calendar-year', given(['8', '2010-01-01'], ['30', '2009-01-01']), '2010-06-01', '9'],
    ['{n}/{yyyy}', 'calendar-year', given(), '2010-06-01', '1/2010'],
    ['WG {n}/{yy}', 'calendar-year', given(['WG 9/10 to WG 12/10', '2010-09-08']), '2010-11-01', 'WG 13/10'],
    ['{n}/{yy}', 'calendar-year', given(['13/10 to 19/10', '2010-04-22']), '2010-07-01', '20/10'],
  ] as const)('of “%s” by %s after %j on %s is “%s”', (pattern, counts, before, on, next) => {
    expect(nextMinute({ pattern, counts }, before, on, years)).toBe(next);
  });

  it('is never one that was given, whatever was', () => {
    const refs = fc.array(fc.integer({ min: 1, max: 400 }).map((n) => `${n}/10`));
    fc.assert(
      fc.property(refs, (all) => {
        const before = all.map((ref) => ({ ref, on: '2010-03-01' }));
        expect(all).not.toContain(
          nextMinute({ pattern: '{n}/{yy}', counts: 'calendar-year' }, before, '2010-05-01', years),
        );
      }),
    );
  });
});

describe('the style of resolutions', () => {
  it.each([
    ['RESOLVED ({n})', 'RESOLVED', ['(1)', '(2)'], '(3)', true],
    ['It was AGREED that', 'It was AGREED that', ['1'], '2', false],
    ['R{n}', '', ['R9', 'R10'], 'R11', true],
    ['RESOLVED that the board: ({n})', 'RESOLVED that the board:', [], '(1)', true],
  ] as const)('“%s” says “%s” once, and after %j comes “%s”', (words, said, before, next, shown) => {
    expect(readStyle({ words })).toMatchObject({ said, shown });
    expect(nextResolution({ words }, before)).toBe(next);
  });

  it('names a resolution with its minute, unless it says so itself', () => {
    expect(resolutionRef('(2)', '27/10')).toBe('27/10 (2)');
    expect(resolutionRef('27/10 (2)', '27/10')).toBe('27/10 (2)');
    expect(resolutionRef('16/10 (1)', null)).toBe('16/10 (1)');
    expect(resolutionRef('R4', undefined)).toBe('R4');
  });
});

describe('references to minutes', () => {
  it('are read where minutes are named, and not in days', () => {
    const refs = (text: string) => referencesIn(text).map(({ ref }) => ref);
    expect(refs('Further to Minute 41/14, the member considered')).toEqual(['41/14']);
    expect(refs('Minutes 27/10, 28/10 and 30/10 refer')).toEqual(['27/10', '28/10', '30/10']);
    expect(refs('see minute no. 12 of the last meeting')).toEqual(['12']);
    expect(refs('on 7/4/15 it took ten minutes')).toEqual([]);
    expect(referencesInWords('41/14').map(({ ref }) => ref)).toEqual(['41/14']);
    expect(referencesInWords('27/10 and 28/10').map(({ ref }) => ref)).toEqual(['27/10', '28/10']);
  });

  it('stand where they are said to', () => {
    const text = 'Further to Minute 41/14 and Minute 7/13';
    for (const { ref, at } of referencesIn(text)) expect(text.slice(at, at + ref.length)).toBe(ref);
  });

  it('are one however they are written, and within a range', () => {
    expect(minuteKey('Minute 41 / 14')).toBe(minuteKey('41/14'));
    expect(holdsMinute('13/10 to 19/10', '15/10')).toBe(true);
    expect(holdsMinute('13/10 to 19/10', '15/09')).toBe(false);
    expect(holdsMinute('13/10 to 19/10', '20/10')).toBe(false);
    expect(holdsMinute('WG 9/10', 'WG9/10')).toBe(true);
  });
});
