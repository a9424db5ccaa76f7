import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAt } from '#test/looks/look-at.ts';
import { makeReports } from '#test/looks/make-reports.ts';
import { exampleSource, type Source } from '#test/looks/sources.ts';

/** A slice of what test/looks/run.ts looks at: all reports of the example and of the seeds, in all formats. */

let folder: string;
let example: Source;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plan-register-looks-'));
  example = await exampleSource(join(folder, 'registers'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('reports of the example, looked at by program', () => {
  it.each(['exceptions', 'quarterly-review', 'outcome-report-card', 'changes'])(
    '%s has headings, heading rows, names, words for its pictures and nothing live in each format',
    async (report) => {
      const formats = ['html', 'docx', 'xlsx', 'csv', 'eml'] as const;
      const { made, refused } = await makeReports(example.register, join(folder, report), {
        reports: [report],
        formats,
      });
      expect(refused).toEqual([]);
      expect(made.map(({ format }) => format)).toEqual(formats);
      for (const file of made) expect([file.format, (await lookAt(file)).faults]).toEqual([file.format, []]);
    },
    120_000,
  );
});
