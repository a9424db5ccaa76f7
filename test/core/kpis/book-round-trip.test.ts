import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '#core/imports/imports.ts';
import { exportRegister } from '#core/register/export.ts';
import { inChangeSet } from '#db/change-log.ts';
import { writeRegister } from '#db/queries/register-write.ts';
import { ImportOptions } from '#shared/contract/imports.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import { type Office, openOffice } from '../office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const years = ['2008-09', '2009-10', '2010-11'];
const quarters = ['Q1', 'Q2', 'Q3', 'Q4'];
const kpis = 40;
const figureOf = (kpi: number, at: number): string =>
  kpi === 3 && at === 4 ? '[c]' : kpi === 5 && at === 2 ? '' : `${kpi + 10}.${at % 10}${kpi % 2}%`;

/** Forty KPIs by twelve quarters, the years in a row of their own over the quarters. */
async function twoRowBook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('KPI book');
  sheet.addRow(['Harbour KPI book']);
  sheet.addRow([]);
  sheet.addRow(['Ref', 'Indicator', 'Owner', ...years.flatMap((year) => [year, '', '', ''])]);
  sheet.addRow(['', '', '', ...years.flatMap(() => quarters)]);
  for (let place = 0; place < years.length; place += 1) sheet.mergeCells(3, 4 + place * 4, 3, 7 + place * 4);
  for (const column of [1, 2, 3]) sheet.mergeCells(3, column, 4, column);
  for (let kpi = 0; kpi < kpis; kpi += 1) {
    const figures = Array.from({ length: 12 }, (_, at) => figureOf(kpi, at));
    sheet.addRow([
      `HB ${kpi + 1}`,
      `Families reached by team ${kpi + 1} of the quay`,
      'Mara Quill',
      ...figures,
    ]);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function writtenElsewhere(json: RegisterJson): Promise<RegisterJson> {
  const other = await openOffice();
  try {
    const act = { id: 'whole', at: '2010-10-12T09:00:00.000Z', kind: 'import', label: 'The whole register' };
    inChangeSet(other.register.db, act, (tx) => writeRegister(tx, json));
    return exportRegister(other.register);
  } finally {
    await other.close();
  }
}

describe('a KPI book', () => {
  it('of two heading rows comes in figure by figure, and goes out and in again as it was', async () => {
    const files = [{ name: 'Harbour KPI book.xlsx', bytes: await twoRowBook() }];
    const result = await importFiles(office.app, files, ImportOptions.parse({}));
    expect(result.files[0]?.reconciliation.lost).toBe(0);
    const json = exportRegister(office.register);
    expect(json.kpis).toHaveLength(kpis);
    for (const [place, kpi] of json.kpis.entries()) {
      const own = json.kpiValues.filter(({ kpiId }) => kpiId === kpi.id);
      expect(own.map(({ text }) => text)).toEqual(
        Array.from({ length: 12 }, (_, at) => figureOf(place, at)).filter((text) => text !== ''),
      );
      expect(new Set(own.map(({ role }) => role))).toEqual(new Set(['actual']));
      const [first, last] = [own[0]?.period, own.at(-1)?.period];
      expect([first?.start, last?.end]).toEqual(['2008-04-01', '2011-03-31']);
      expect(own.every(({ period }) => period.start !== null)).toBe(true);
    }
    const { kpis: calls } = office.caller;
    const [one, two] = json.kpis.map(({ id }) => id);
    await calls.edit({
      kpiId: one ?? '',
      polarity: 'up',
      tolerance: 2,
      toleranceBy: 'percent',
      countsChildren: true,
    });
    await calls.add({ planId: null, sectionId: null, name: 'Both', formula: `{${one}} + {${two}}` });
    await calls.judge({ kpiId: two ?? '', period: 'Q4 2010-11', state: 'complete', reason: 'Agreed' });
    await calls.edit({
      kpiId: two ?? '',
      polarity: 'down',
      change: { on: '2010-04-01', words: 'Counted each once', breaks: true },
    });
    const whole = exportRegister(office.register);
    expect(await writtenElsewhere(whole)).toEqual(whole);
  });
});
