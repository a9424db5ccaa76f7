import { describe, expect, it } from 'vitest';
import { reportingLevels } from '#shared/domain/reporting-levels.ts';

describe('numbered levels of reporting', () => {
  it('are read from either end, with how often where the words say so', () => {
    const drawn =
      '4) Report cards\n3. Exception reports – risks only\n2. Quarterly review of the plan\n1. The plan itself';
    expect(reportingLevels(drawn)).toEqual([
      { level: 1, report: 'The plan itself', every: null },
      { level: 2, report: 'Quarterly review of the plan', every: 'quarterly' },
      { level: 3, report: 'Exception reports – risks only', every: null },
      { level: 4, report: 'Report cards', every: null },
    ]);
  });

  it.each([
    ['Quarterly, on the second Tuesday'],
    ['1. Spring\n2. Summer'],
    ['1. One\n2. Two\n4. Four'],
    ['1. One\n2. Two\n2. Two again'],
    ['Meets termly:\n1. One\n2. Two\n3. Three'],
  ])('are not read into %j', (words) => {
    expect(reportingLevels(words)).toBeNull();
  });
});
