import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexContent } from '#core/reports/compose/content-index.ts';
import { composePlan } from '#core/reports/compose/plan-report.ts';
import { writeHtml } from '#core/reports/write/html.ts';
import type { RegisterContent } from '#shared/contract/register.ts';
import { registers } from '#test/db/register-arbitrary.ts';
import { squashed, wordsOfPlan } from '#test/looks/words-of-plan.ts';

const front = { snapshotName: 'June', takenAt: '2010-06-30T09:00:00.000Z', hash: 'ab'.repeat(32) };
describe('the report of a plan', () => {
  it('leaves out no words that the snapshot holds of it', () => {
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(registers, (content) => {
        const { snapshots: _, imports: __, tray: ___, ...frozen } = content;
        const index = indexContent(frozen as RegisterContent);
        for (const plan of content.plans) {
          const html = writeHtml(composePlan(index, front, plan, null));
          const page = squashed(
            html
              .replace(/<style>.*?<\/style>/s, '')
              .replace(/<[^>]*>/g, '')
              .replaceAll('&lt;', '<')
              .replaceAll('&gt;', '>')
              .replaceAll('&quot;', '"')
              .replaceAll('&#39;', "'")
              .replaceAll('&amp;', '&'),
          );
          for (const [path, text] of wordsOfPlan(frozen as RegisterContent, plan.id)) {
            if (!page.includes(squashed(text))) seen.set(path, text);
          }
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
    expect([...seen]).toEqual([]);
  });
});
