import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '#core/imports/imports.ts';
import { exportRegister } from '#core/register/export.ts';
import { ImportOptions } from '#shared/contract/imports.ts';
import { layOutReporting } from '#shared/domain/reporting-layout.ts';
import { type Office, openOffice } from '#test/core/office.ts';

/** A document of a real office; not part of the project. */
const file = join(import.meta.dirname, '../../../../shared/examples/seed-001-bristol.docx');
const there = existsSync(file);
if (!there) console.log('left out: no document with reporting levels is here');

describe.skipIf(!there)('a plan with its levels of reporting', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());
  const bringIn = () =>
    importFiles(
      office.app,
      [{ name: 'plan.docx', bytes: new Uint8Array(readFileSync(file)) }],
      ImportOptions.parse({}),
    );

  it('brings them as six lines from the plan to its partnership, once, with nothing lost', async () => {
    const first = await bringIn();
    expect(first.added).toMatchObject({ reportingLines: 6 });
    expect(first.files[0]?.reconciliation).toMatchObject({ tray: 0, lost: 0 });
    const { reportingLines = [], bodies, plans } = exportRegister(office.register);
    expect(reportingLines.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(new Set(reportingLines.map(({ fromPlanId, toBodyId }) => `${fromPlanId} ${toBodyId}`))).toEqual(
      new Set([`${plans[0]?.id} ${bodies[0]?.id}`]),
    );
    const { boxes } = layOutReporting(await office.caller.reporting.list());
    expect(boxes).toHaveLength(8);
    expect(new Set(boxes.map(({ row }) => row)).size).toBe(8);
    expect((await bringIn()).added).toEqual({});
    await office.caller.history.undo();
    expect(exportRegister(office.register).reportingLines).toBeUndefined();
  });
});
