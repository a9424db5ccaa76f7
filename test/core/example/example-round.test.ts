import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleRegister } from '#core/example/example-register.ts';
import { exampleId } from '#core/example/ids.ts';
import { merges } from '#core/example/round-answers.ts';
import { exportRegister } from '#core/register/export.ts';
import { cleanPng } from '#core/settings/clean-png.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import { colourTrouble } from '#shared/domain/office-look.ts';
import { type Office, openOffice } from '#test/core/office.ts';
import { asFile } from '#test/fixtures/rounds/round-office.ts';
import { column, openBook, rowOf, saveBook, sheetOf } from '#test/fixtures/rounds/workbook.ts';

/** What the example holds of issuing and collecting: its round, its list and what went out, its words and its look. */

let office: Office;
let json: RegisterJson;
let roundId: string;

const exampleOffice = async (o: Parameters<typeof openOffice>[0] = {}) => {
  const made = await openOffice(o);
  await made.caller.register.createExample();
  return made;
};
const exported = ({ app }: Office): RegisterJson => {
  if (!app.register) throw new Error('no register is open');
  return exportRegister(app.register);
};

beforeAll(async () => {
  office = await exampleOffice();
  json = exported(office);
  roundId = json.rounds?.[0]?.id ?? '';
});
afterAll(() => office.close());

describe('the round of the example', () => {
  it('is half answered and late, with a conflict, a date to confirm and two reminders', async () => {
    const { round, leads } = await office.caller.rounds.get({ roundId });
    expect(round).toMatchObject({
      dueOn: '2010-10-08',
      closedAt: null,
      sent: 19,
      returned: 9,
      merged: 7,
      toDecide: 1,
      toConfirm: 1,
    });
    const of = (name: string) => leads.find((lead) => lead.name === name);
    expect(of('Priya Nandy')).toMatchObject({ state: 'returned', toDecide: 2, changed: 3, settled: 1 });
    expect(of('Nell Tarrant')).toMatchObject({ state: 'returned', toConfirm: 1 });
    expect(of('Finn Sedge')).toMatchObject({ state: 'merged', changed: 0 });
    expect(
      leads
        .filter(({ remindedAt }) => remindedAt !== null)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Dev Raman', 'Hal Brandreth']);
    expect(leads.filter(({ addresses }) => addresses.length === 0)).toEqual([]);
    const [onHome] = (await office.caller.home.get()).rounds.first;
    expect(onHome).toMatchObject({ id: roundId, answered: 9, waiting: ['Nell Tarrant', 'Priya Nandy'] });
    expect(onHome?.missing).toHaveLength(10);
  });

  it('sent what stood in the register that day, and lost nothing that was said since', () => {
    const whole = exampleRegister();
    const key = ({ id }: { id: string }) => id;
    const told = new Set(whole.progress.map(key));
    expect(json.progress.filter(({ id }) => told.has(id))).toHaveLength(whole.progress.length);
    expect(json.actions.map(({ ref, text, status }) => [ref, text, status])).toEqual(
      whole.actions.map(({ ref, text, status }) => [ref, text, status]),
    );
    const homes = json.roundForms
      ?.flatMap(({ sent }) => sent.actions)
      .filter(({ ref }) => ref === '2.4 (iii)');
    expect(homes?.map(({ last }) => last?.on)).toEqual(['2010-07-09', '2010-07-09']);
    const sent =
      json.roundForms?.flatMap((form) => form.sent.actions.map(({ last }) => last?.on ?? '')) ?? [];
    expect(sent.filter((on) => on > '2010-10-01')).toEqual([]);
  });

  it('took what leads wrote as dated updates of theirs, from the cells that they wrote in', () => {
    const update = json.progress.find(({ text }) => text.startsWith('44 of 52 trained'));
    expect(update).toMatchObject({
      on: '2010-10-08',
      by: 'Gwen Marsh',
      status: null,
      text: '44 of 52 trained\nDone so far: 85% done',
      source: { file: 'Gwen Marsh, Half year to September 2010.xlsx' },
    });
  });

  it('is the same as if the files had been read: each form filled in again brings nothing new', async () => {
    const { files } = await office.caller.rounds.files({ roundId, what: 'forms' });
    const forms = new Map(json.roundForms?.map((form) => [form.name, form]));
    for (const { lead, filledOn, says } of merges.flatMap(({ answers }) => answers)) {
      const file = files.find(({ name }) => name.startsWith(`${lead},`));
      const book = await openBook(Buffer.from(file?.base64 ?? '', 'base64'));
      const form = forms.get(lead);
      for (const [ref, fields] of Object.entries(says)) {
        const action = form?.sent.actions.find((one) => one.ref === ref);
        for (const [field, text] of Object.entries(fields)) {
          const sheet = sheetOf(book, 'Actions');
          const at = column[field as keyof typeof column];
          sheet.getCell(rowOf(book, action?.id ?? ''), at).value = text;
        }
      }
      sheetOf(book, 'How to fill this in').getCell('C11').value = new Date(`${filledOn}T00:00:00Z`);
      const bytes = await saveBook(book);
      const preview = await office.caller.rounds.preview({ files: [asFile(`${lead}.xlsx`, bytes)] });
      expect(preview.files).toMatchObject([{ lead, outcome: 'nothing-new' }]);
      // What waits is told with the cell it stands in.
      for (const { key, where } of preview.files[0]?.fields ?? []) {
        expect(form?.returned?.where[key]).toBe(where);
      }
    }
  });

  it('is the same every time, byte for byte, whenever the example is made', async () => {
    const other = await exampleOffice({ now: () => '2026-03-04T05:06:07.000Z', newId: () => exampleId('x') });
    try {
      expect(JSON.stringify(exported(other))).toBe(JSON.stringify(json));
    } finally {
      await other.close();
    }
  });

  it('is undone by nothing: it is part of the example', async () => {
    expect((await office.caller.register.state()).open).toMatchObject({ undo: null, redo: null });
  });
});

describe('the papers of the example', () => {
  it('went out to the board, and who has one is told which version it is', async () => {
    const [sent] = await office.caller.circulation.sent();
    expect(sent).toMatchObject({
      listName: 'Partnership board',
      snapshot: { name: 'June board' },
      newer: null,
    });
    expect(sent?.recipients).toHaveLength(11);
    const [list] = await office.caller.circulation.lists();
    expect(list).toMatchObject({ name: 'Partnership board', sentAt: sent?.at });
    expect(list?.recipients.filter(({ addresses }) => addresses.length === 0)).toEqual([]);
    for (const { name, sha256 } of sent?.files ?? []) {
      const { found } = await office.caller.circulation.find({ sha256, file: null });
      expect(found).toMatchObject([{ by: 'file', name }]);
      const again = await office.caller.reports.again({ circulationId: sent?.id ?? '', name });
      expect(again.file.name).toBe(name);
    }
  });

  it('have a logo that is clean and colours that can be read on white', () => {
    const { look } = json.settings;
    const bytes = Buffer.from(look?.logo?.png ?? '', 'base64');
    expect(Buffer.from(cleanPng(bytes).png)).toEqual(bytes);
    expect(cleanPng(bytes)).toMatchObject({ width: look?.logo?.width, height: look?.logo?.height });
    expect([look?.colour, look?.second].map((colour) => colourTrouble(colour ?? ''))).toEqual([null, null]);
  });

  it('say the office’s own words at places that are there', async () => {
    const { html } = await office.caller.reports.preview({
      report: 'quarterly-review',
      snapshotId: exampleId('snapshot 2010-06-30'),
      planId: exampleId('plan delivery-2010'),
    });
    for (const { text } of json.reportWords ?? []) {
      for (const line of text.split('\n'))
        expect([line, html.includes(line.replace(/^- /, ''))]).toEqual([line, true]);
    }
  });
});
