import { describe, expect, it } from 'vitest';
import { closingLine, sumOf, type TestReport, tallyOf } from '#tools/tally.ts';

const report = (o: Partial<TestReport> = {}): TestReport => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [1, 2, 3, 4, 5] }],
  ...o,
});

describe('the tally of a test run', () => {
  it('counts what the report counts', () => {
    expect(tallyOf(report({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }), false)).toEqual({
      passed: 5,
      failed: 2,
      skipped: 2,
    });
  });

  it('counts a file that could not be loaded, a run that broke, and a run without a report', () => {
    const unloaded = { status: 'failed', assertionResults: [] };
    expect(tallyOf(report({ testResults: [unloaded, unloaded] }), false).failed).toBe(2);
    expect(tallyOf(report(), false).failed).toBe(1);
    expect(tallyOf(report(), true).failed).toBe(0);
    expect(tallyOf(null, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('closes with the plain line that CI reads', () => {
    const sum = sumOf([
      { passed: 5, failed: 0, skipped: 0 },
      { passed: 2, failed: 1, skipped: 0 },
    ]);
    expect(closingLine(sum)).toBe('7 passed, 1 failed');
    expect(closingLine({ ...sum, skipped: 4 })).toBe('7 passed, 1 failed, 4 skipped');
  });
});
