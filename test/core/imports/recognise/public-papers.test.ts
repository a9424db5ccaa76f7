import { describe, expect, it } from 'vitest';
import { totals } from '#test/fixtures/answers/tally.ts';
import { scoreDocument } from '#test/fixtures/documents/read-documents.ts';
import { publicPapers } from '#test/fixtures/public-papers/papers.ts';

/** The least of any paper's records that are found, of those read that are the answer's, and of fields that are right. */
const floor = { found: 0.98, precise: 0.9, fields: 0.97 };

describe('papers as public bodies lay them out', () => {
  for (const paper of [...publicPapers('first'), ...publicPapers('second')]) {
    it(`are read as a careful reader does: ${paper.name}`, () => {
      const { score, reconciliation, missing } = scoreDocument(paper);
      const { recall, precision, fields } = totals(score);
      const said = score.wrong.join('\n');
      expect(recall, said).toBeGreaterThanOrEqual(floor.found);
      expect(precision, said).toBeGreaterThanOrEqual(floor.precise);
      expect(fields, said).toBeGreaterThanOrEqual(floor.fields);
      const { cells, placed, tray, lost } = reconciliation;
      expect([lost, cells - placed - tray]).toEqual([0, 0]);
      expect(missing).toEqual([]);
    });
  }
});
