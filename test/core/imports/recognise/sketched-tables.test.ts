import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recognise } from '#core/imports/recognise/recognise.ts';
import { gistOf } from '#test/fixtures/sketches/gist.ts';
import { sketchesOf } from '#test/fixtures/sketches/sketch.ts';

const folder = join(import.meta.dirname, '../../../fixtures/sketches');
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const options = { year: null, yearStartMonth: 4, legend: {}, corrections: [], profiles: [] };

for (const file of files) {
  describe(`tables of ${file.replace('.txt', '')}`, () => {
    for (const { name, file: read, truth } of sketchesOf(readFileSync(join(folder, file), 'utf8'))) {
      it(`reads ${name}`, () => {
        const recognition = recognise(read, { ...options, fileName: 'sketch.xlsx' });
        expect(recognition.reconciliation.lost).toBe(0);
        expect(gistOf(recognition)).toEqual(truth);
      });
    }
  });
}
