import { afterAll, describe, expect, it } from 'vitest';
import { type Scored, tableOfScores } from '#test/fixtures/answers/score-table.ts';
import { totals } from '#test/fixtures/answers/tally.ts';
import { ownDocuments } from '#test/fixtures/documents/documents.ts';
import { scoreDocument } from '#test/fixtures/documents/read-documents.ts';

/** The least that is read of any one document: one bad one is seen among many good ones. */
const floor = 0.9;
const documents = ownDocuments();
const scored: Scored[] = [];

describe('documents drawn from a known truth', () => {
  for (const one of documents) {
    it(`are read: ${one.name}`, () => {
      const read = scoreDocument(one);
      scored.push(read);
      const { recall, fields } = totals(read.score);
      const said = read.score.wrong.slice(0, 12).join('\n');
      expect(recall, said).toBeGreaterThanOrEqual(floor);
      expect(fields, said).toBeGreaterThanOrEqual(floor);
      const { cells, placed, tray, lost } = read.reconciliation;
      expect(lost).toBe(0);
      expect(placed + tray).toBe(cells);
      // Headings of the tables of minutes are not said anywhere yet.
      expect(read.missing.length, read.missing.join(' ')).toBeLessThanOrEqual(
        one.family.name.startsWith('minutes') ? 2 : 0,
      );
    });
  }

  it('are at least 60, and read well together', () => {
    expect(scored.length).toBe(documents.length);
    expect(scored.length).toBeGreaterThanOrEqual(60);
    const all = sumOf(scored);
    const table = tableOfScores(scored).join('\n');
    expect(all.recall, table).toBeGreaterThanOrEqual(0.98);
    expect(all.precision, table).toBeGreaterThanOrEqual(0.98);
    expect(all.fields, table).toBeGreaterThanOrEqual(0.97);
  });
});

afterAll(() => {
  if (process.env.SHOW_SCORES !== undefined) console.log(tableOfScores(scored).join('\n'));
});

function sumOf(list: readonly Scored[]) {
  const records: Record<string, { said: number; read: number; found: number }> = {};
  const fields: Record<string, { right: number; of: number }> = {};
  list.forEach((one, at) => {
    for (const [kind, tally] of Object.entries(one.score.records)) records[`${at} ${kind}`] = tally;
    for (const [field, tally] of Object.entries(one.score.fields)) fields[`${at} ${field}`] = tally;
  });
  return totals({ records, fields });
}
