import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '#core/imports/imports.ts';
import { readFile } from '#core/imports/read/read-file.ts';
import { exportRegister } from '#core/register/export.ts';
import { ImportOptions, type ImportResult } from '#shared/contract/imports.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import { type Office, openOffice } from '#test/core/office.ts';
import type { Answer } from '#test/fixtures/answers/answer.ts';
import { scoreAgainst } from '#test/fixtures/answers/score.ts';
import { cellsNotFound } from '#test/fixtures/answers/words-found.ts';

/** Documents of real offices; not part of the project. Where they are not there, this says so and passes. */
const folder = join(import.meta.dirname, '../../../../shared/examples');
const there = existsSync(folder);
const files = there ? readdirSync(folder).filter((name) => /\.(?:xlsx|csv)$/.test(name)) : [];
if (!there) console.log(`left out: ${folder} is not here, so no real documents were imported`);

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function bringIn(
  name: string,
): Promise<{ result: ImportResult; register: RegisterJson; bytes: Uint8Array }> {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const result = await importFiles(office.app, [{ name, bytes }], ImportOptions.parse({}));
  return { result, register: exportRegister(office.register), bytes };
}

describe.skipIf(!there)('real documents', () => {
  for (const name of files) {
    it(`brings ${name} in with every cell's words kept, and changes nothing the second time`, async () => {
      const { result, register, bytes } = await bringIn(name);
      for (const file of result.files) {
        const { cells, placed, tray, lost } = file.reconciliation;
        expect(lost).toBe(0);
        expect(placed + tray).toBe(cells);
      }
      const written = `${JSON.stringify(register)} ${JSON.stringify(result)}`.replace(/\\[nt]/g, ' ');
      const missing = cellsNotFound(readFile(bytes, name), written);
      expect(missing).toEqual([]);
      const again = await bringIn(name);
      expect(again.result.added).toEqual({});
      expect(again.result.updated).toEqual({});
      expect(again.register).toEqual(register);
    });
  }

  it.skipIf(!files.includes('seed-000-harrow.xlsx'))(
    'reads a work plan with its statutory targets whole',
    async () => {
      const { result, register } = await bringIn('seed-000-harrow.xlsx');
      expect(result.added).toMatchObject({ plans: 1, kpis: 6, kpiValues: 18, actions: 26, people: 14 });
      expect(result.files[0]?.reconciliation.tray).toBe(0);
      const objectives = register.sections.filter((section) => section.kind === 'objective');
      expect([7, 8]).toContain(objectives.length);
      const figure = register.kpiValues.find((value) => value.text.startsWith('7705'));
      expect(figure).toMatchObject({
        number: 7705,
        role: 'target',
        text: expect.stringContaining('increase of 283'),
      });
      expect(figure?.period.label).toBe('2008-09');
      const byAction = Map.groupBy(register.measures, (measure) => measure.actionId);
      const four = [...byAction.values()].find(
        (measures) => measures.length === 4 && measures[0]?.text.startsWith('65%'),
      );
      expect(four?.map((measure) => measure.leads.map((lead) => lead.text))).toEqual([
        ['CA'],
        ['JM'],
        ['JUT'],
        ['JUT'],
      ]);
      expect(register.plans[0]?.key.map((entry) => [entry.label, entry.state])).toEqual([
        ['Green', 'complete'],
        ['Orange', 'on-track'],
        ['Red', 'off-track'],
      ]);
      const spelt = register.people.filter((person) => /^jut$/i.test(person.name));
      expect(spelt).toHaveLength(1);
      expect(result.files[0]?.questions.some((question) => question.about === 'lead')).toBe(true);
    },
  );

  it.skipIf(!files.includes('s09-climate-planner-export.xlsx'))(
    'reads a planner export as its author knows it',
    async () => {
      const { register, result } = await bringIn('s09-climate-planner-export.xlsx');
      const answer = JSON.parse(
        readFileSync(join(folder, 's09-climate-planner-export.answer.json'), 'utf8'),
      ) as Answer;
      const score = scoreAgainst(answer, { register, questions: result.files[0]?.questions ?? [] });
      expect(score.records.actions, score.wrong.join('\n')).toEqual({ said: 55, read: 55, found: 55 });
      expect(score.records.sections).toEqual({ said: 7, read: 7, found: 7 });
      expect(score.notImported.imported).toBe(0);
      for (const [field, { right, of }] of Object.entries(score.fields)) {
        expect(right / of, `${field}: ${score.wrong.join('\n')}`).toBeGreaterThanOrEqual(0.98);
      }
    },
  );

  it.skipIf(!files.includes('014-towns-fund-round4-return.xlsx'))(
    'takes projects, risks and outputs of a large return, and no placeholder',
    async () => {
      const { result, register } = await bringIn('014-towns-fund-round4-return.xlsx');
      expect(result.added).toMatchObject({ actions: 14 });
      const records = new Map(
        result.files[0]?.tables.map((table) => [table.where.split('!')[0] + table.kind, table.records]),
      );
      expect(records.get('3 - Programme Progressactions')).toBe(5);
      expect(records.get('7 - Risk Registeractions')).toBe(9);
      expect(records.get('5 - Project Outputskpis')).toBe(19);
      const names = [
        ...register.actions.map((action) => action.text),
        ...register.kpis.map((kpi) => kpi.name),
      ];
      expect(names.filter((name) => /select|^end$|example of/i.test(name))).toEqual([]);
    },
  );
});
