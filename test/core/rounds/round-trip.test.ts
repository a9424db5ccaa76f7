import { describe, expect, it } from 'vitest';
import { importFiles } from '#core/imports/imports.ts';
import { exportRegister } from '#core/register/export.ts';
import { ImportOptions } from '#shared/contract/imports.ts';
import { RegisterJson } from '#shared/contract/register.ts';
import { openOffice } from '#test/core/office.ts';
import { asFile, openRoundOffice } from '#test/fixtures/rounds/round-office.ts';
import { column, openBook, rowOf, saveBook, sheetOf } from '#test/fixtures/rounds/workbook.ts';

describe('rounds in the register as JSON', () => {
  it('come back the same, with what was sent, what came back and what waits', async () => {
    const { office, leads } = await openRoundOffice({ leads: 3, actions: 6 });
    const [lead] = leads;
    const id = lead?.actionIds[0] ?? '';
    const book = await openBook(lead?.bytes ?? new Uint8Array());
    const sheet = sheetOf(book, 'Actions');
    sheet.getCell(rowOf(book, id), column.words).value = 'All of it stands';
    sheet.getCell(rowOf(book, id), column.date).value = 'by May 2011';
    sheet.getCell(1, 20).value = 'Beside the cells';
    await office.caller.rounds.merge({ files: [asFile('back.xlsx', await saveBook(book))] });
    const first = exportRegister(office.register);
    expect(RegisterJson.parse(first)).toEqual(first);
    expect(first.roundForms?.map(({ state }) => state).toSorted()).toEqual(['returned', 'sent', 'sent']);

    const other = await openOffice();
    const bytes = Buffer.from(JSON.stringify(first));
    await importFiles(other.app, [{ name: 'register.json', bytes }], ImportOptions.parse({}));
    expect(exportRegister(other.register)).toEqual(first);
    // What waited goes on waiting there, and can be decided.
    const formId = lead?.formId ?? '';
    const form = await other.caller.rounds.form({ formId });
    expect(form.fields.filter(({ verdict }) => verdict === 'confirm')).toMatchObject([
      { returned: 'by May 2011', meaning: 'By 31 May 2011' },
    ]);
    expect(form.outside.map(({ text }) => text)).toEqual(['Beside the cells']);
    await other.caller.rounds.decide({
      formId,
      decisions: [{ keys: [`a:${id}:date`], take: 'returned' }],
    });
    const action = exportRegister(other.register).actions.find((one) => one.id === id);
    expect(action?.timescale).toMatchObject({ text: 'by May 2011', end: '2011-05-31' });
    await other.close();
    await office.close();
  });
});
