import { describe, expect, it } from 'vitest';
import { unpackDrafts } from '#core/imports/recognise/drafts-wire.ts';
import { recognise } from '#core/imports/recognise/recognise.ts';
import type { RecogniseOptions } from '#core/imports/recognise/types.ts';
import { readFileOf } from '#test/fixtures/workbooks/canvas.ts';
import { layouts } from '#test/fixtures/workbooks/layouts.ts';
import { recallOf } from '#test/fixtures/workbooks/recall.ts';
import { inventPlan } from '#test/fixtures/workbooks/truth.ts';

const options: RecogniseOptions = {
  fileName: 'plan.xlsx',
  year: null,
  yearStartMonth: 4,
  legend: {},
  corrections: [],
  profiles: [],
};
const plansEach = 8;

describe('recognise on workbooks drawn from a known truth', () => {
  for (const layout of layouts) {
    it(`finds every record and field of a ${layout.name}, and loses nothing`, () => {
      const total = { found: 0, of: 0, invented: 0, right: 0, fields: 0 };
      const wrong: string[] = [];
      for (let seed = 1; seed <= plansEach; seed++) {
        const truth = inventPlan(seed);
        const recognition = recognise(readFileOf(layout.draw(truth, seed)), options);
        const recall = recallOf(truth, layout, unpackDrafts(recognition.drafts));
        expect(recognition.reconciliation.lost).toBe(0);
        const { cells, placed, tray } = recognition.reconciliation;
        expect(placed + tray).toBe(cells);
        expect(tray, `tray of seed ${seed}`).toBeLessThan(cells * 0.06 + 4);
        total.found += recall.records.found;
        total.of += recall.records.of;
        total.invented += recall.records.invented;
        total.right += recall.fields.right;
        total.fields += recall.fields.of;
        wrong.push(...recall.wrong.map((line) => `seed ${seed} ${line}`));
      }
      const report = wrong.slice(0, 12).join('\n');
      expect(total.found / total.of, report).toBeGreaterThanOrEqual(0.98);
      expect(total.invented, report).toBe(0);
      expect(total.right / total.fields, report).toBeGreaterThanOrEqual(0.97);
    });
  }
});
