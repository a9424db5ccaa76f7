import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '#core/imports/imports.ts';
import { exportRegister } from '#core/register/export.ts';
import { ImportOptions } from '#shared/contract/imports.ts';
import { type Office, openOffice } from '#test/core/office.ts';
import { wordsNotFound } from '#test/fixtures/answers/source-words.ts';
import { seedFile } from '#test/fixtures/seeds/seeds.ts';
import { type Brought, type Checks, checks } from './checks.ts';
import { checkLargeReturn, checkOldFigures, checkQuarterlyReturn } from './examples.ts';
import { checkInspection, checkOutcomesPlan, checkWorkPlan, type Notes } from './plan-seeds.ts';
import { shortfalls } from './shortfalls.ts';
import { checkCommitments, checkMinutes } from './text-seeds.ts';

/** What careful readers noted of real documents: every count and every spot check. Not part of the project. */
const folder = join(import.meta.dirname, '../../../../../shared/examples');
if (!existsSync(folder))
  console.log(`left out: ${folder} is not here, so no notes on real documents were checked`);

type Case = {
  name: string;
  notes: string | null;
  check: (to: Checks, brought: Brought, notes: Notes) => void;
};
const cases: readonly Case[] = [
  { name: 'seed-000-harrow.xlsx', notes: 'seed-000-harrow', check: checkWorkPlan },
  { name: '000.docx', notes: 'seed-000-harrow', check: checkWorkPlan },
  { name: 'seed-001-bristol.docx', notes: 'seed-001-bristol', check: checkOutcomesPlan },
  { name: '001.xlsx', notes: 'seed-001-bristol', check: checkOutcomesPlan },
  { name: '001-sheets.xlsx', notes: 'seed-001-bristol', check: checkOutcomesPlan },
  { name: '002.docx', notes: null, check: checkCommitments },
  { name: '002.xlsx', notes: null, check: checkCommitments },
  { name: 'seed-003-coventry.docx', notes: 'seed-003-coventry', check: checkInspection },
  { name: '003.xlsx', notes: 'seed-003-coventry', check: checkInspection },
  { name: '004.docx', notes: null, check: checkMinutes },
  { name: '004.xlsx', notes: null, check: checkMinutes },
  {
    name: '005-za-qpr-provincial-health.csv',
    notes: '005-za-qpr-provincial-health',
    check: checkQuarterlyReturn,
  },
  {
    name: '014-towns-fund-round4-return.xlsx',
    notes: '014-towns-fund-round4-return',
    check: checkLargeReturn,
  },
  {
    name: '018-healthy-people-2010-fa23.xls',
    notes: '018-healthy-people-2010-fa23',
    check: checkOldFigures,
  },
];

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());
const reached: string[] = [];

describe('notes of careful readers on real documents', () => {
  for (const { name, notes, check } of cases) {
    const bytes = bytesOf(name);
    it.skipIf(bytes === null)(`are what is read of ${name}`, async () => {
      const files = [{ name, bytes: bytes ?? new Uint8Array() }];
      const result = await importFiles(office.app, files, ImportOptions.parse({}));
      const register = exportRegister(office.register);
      const to = checks();
      check(to, { result, register }, notes === null ? null : notesOf(notes));
      const { cells, placed, tray, lost } = result.files[0]?.reconciliation ?? {
        cells: 0,
        placed: 0,
        tray: 0,
        lost: -1,
      };
      to.same('lost', lost, 0);
      to.same('cells', placed + tray, cells);
      to.same('words', wordsNotFound(files[0]?.bytes ?? new Uint8Array(), name, [register, result]), []);
      reached.push(`${name}: ${to.count - to.failed.size} of ${to.count}`);
      const known = new Set(shortfalls[name] ?? []);
      const fresh = [...to.failed]
        .filter(([what]) => !known.has(what))
        .map(([what, said]) => `${what}: ${said}`);
      expect(fresh.join('\n')).toBe('');
    });
  }
});

afterAll(() => {
  if (process.env.SHOW_SCORES !== undefined) console.log(reached.join('\n'));
});

function bytesOf(name: string): Uint8Array | null {
  const seed = seedFile(name);
  if (seed !== null) return seed.bytes;
  const path = join(folder, name);
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : null;
}

function notesOf(stem: string): Notes {
  return JSON.parse(readFileSync(join(folder, `${stem}.expected.json`), 'utf8'));
}
