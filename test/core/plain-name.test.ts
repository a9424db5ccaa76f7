import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { plainName } from '#core/plain-name.ts';
import { fileName } from '#core/reports/file-name.ts';

describe('plainName', () => {
  it.each([
    ['Early Years: plan 2010/11?', 'Early Years plan 2010 11'],
    ['..\\..\\secret', 'secret'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['NUL', 'NUL report'],
    ['com1.old', 'com1.old report'],
    ['  Plan.  ', 'Plan'],
    ['Cafe\u0301', 'Café'],
    ['<>|', ''],
  ])('makes of %j the name %j', (words, name) => {
    expect(plainName(words, 'report')).toBe(name);
  });

  const folder = mkdtempSync(join(tmpdir(), 'plan-register-name-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('makes of any words a name that a folder takes, and that is its own name', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.constantFrom(...'\u{1F600}a. /\\:*\0\u202e\ud83d\n'), { maxLength: 200 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(words, (text) => {
        const name = plainName(text, 'report');
        expect(plainName(name, 'report')).toBe(name);
        if (name === '') return;
        expect(name.length).toBeLessThanOrEqual(127);
        expect(name.isWellFormed()).toBe(true);
        writeFileSync(join(folder, name), '');
        expect(readdirSync(folder)).toEqual([name]);
        rmSync(join(folder, name));
      }),
      { numRuns: 300 },
    );
  });
});

describe('fileName', () => {
  it('joins the parts that say anything, and is never empty', () => {
    expect(fileName(['Exception report', '', 'June board'])).toBe('Exception report, June board');
    expect(fileName(['', '/'])).not.toBe('');
    expect(fileName([])).toBe('Report');
  });
});
