import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import { refusalOf } from '#test/core/office.ts';
import { hasLibreOffice } from '#test/fixtures/rounds/libre-office.ts';
import { asFile, formsOf, openRoundOffice, type RoundOffice } from '#test/fixtures/rounds/round-office.ts';
import {
  type Book,
  column,
  firstRow,
  openBook,
  rowOf,
  saveBook,
  sheetOf,
} from '#test/fixtures/rounds/workbook.ts';

/** What leads say of actions, measures and figures, as it stands in the register afterwards. */

let round: RoundOffice;
beforeEach(async () => {
  round = await openRoundOffice({ leads: 2, actions: 6 });
});
afterEach(() => round.office.close());

type Lead = RoundOffice['leads'][number];
const lead = (n: number): Lead => round.leads[n] as Lead;
const register = () => exportRegister(round.office.register);
const action = (id: string) => register().actions.find((one) => one.id === id);
const saidOf = (id: string) => register().progress.filter(({ actionId }) => actionId === id);

async function back(bytes: Uint8Array, fill: (book: Book) => void): Promise<Buffer> {
  const book = await openBook(bytes);
  fill(book);
  return saveBook(book);
}
async function merge(bytes: Uint8Array, dates: 'all' | 'none' = 'none', name = 'back.xlsx') {
  return await round.office.caller.rounds.merge({ files: [asFile(name, bytes)], dates });
}
const put = (book: Book, id: string, words: Partial<Record<keyof typeof column, string>>) => {
  for (const [field, text] of Object.entries(words)) {
    sheetOf(book, 'Actions').getCell(rowOf(book, id), column[field as keyof typeof column]).value = text;
  }
};

describe('an update', () => {
  it('is one dated row: status, words, what is done, help wanted, evidence, and the cells they came from', async () => {
    const [id = ''] = lead(0).actionIds;
    const bytes = await back(lead(0).bytes, (book) => {
      put(book, id, {
        status: 'at risk',
        words: 'Visits begun',
        share: '30%',
        help: 'A room',
        evidence: 'Log',
      });
      sheetOf(book, 'How to fill this in').getCell('C11').value = new Date('2010-10-12T00:00:00Z');
      sheetOf(book, 'How to fill this in').getCell('C12').value = 'A. Deputy';
    });
    round.office.setToday('2010-10-20');
    await merge(bytes);
    expect(saidOf(id).at(-1)).toMatchObject({
      on: '2010-10-12',
      status: { state: 'at-risk', label: 'At risk' },
      text: 'Visits begun\nDone so far: 30% done\nHelp wanted: A room',
      evidence: 'Log',
      by: 'A. Deputy',
      source: { file: 'back.xlsx', where: `Actions!H${firstRow}`, cells: { status: `Actions!G${firstRow}` } },
    });
    expect(action(id)?.status).toEqual({ state: 'at-risk', label: 'At risk' });
  });

  it('says what it did not understand, keeps the words, and takes the rest', async () => {
    const [id = ''] = lead(0).actionIds;
    const bytes = await back(lead(0).bytes, (book) =>
      put(book, id, { status: 'Splendid', words: 'All well' }),
    );
    const { files } = await merge(bytes);
    expect(files[0]?.outside).toEqual([
      { where: `Actions!G${firstRow}`, text: 'Splendid', why: 'No status of this plan’s key.' },
    ]);
    expect(saidOf(id).at(-1)).toMatchObject({ text: 'All well', status: null });
  });

  it('of an action that is no longer there is told and kept', async () => {
    const [id = ''] = lead(0).actionIds;
    const bytes = await back(lead(0).bytes, (book) => put(book, id, { words: 'Too late' }));
    await round.office.caller.plans.removeActions({ actionIds: [id] });
    const { files } = await merge(bytes);
    expect(files[0]?.outside).toMatchObject([
      { text: 'Too late', why: 'What it is about is no longer in the register.' },
    ]);
    expect(register().tray.map(({ text }) => text)).toEqual(['Too late']);
  });
});

describe('a new date', () => {
  it('waits until it is confirmed, then re-dates the action and keeps what stood before', async () => {
    const [id = ''] = lead(0).actionIds;
    const { formId } = lead(0);
    await merge(await back(lead(0).bytes, (book) => put(book, id, { date: 'May 2011' })));
    expect(action(id)?.timescale?.text).toBe('March 2011');
    const decisions = [{ keys: [`a:${id}:date`], take: 'returned' as const }];
    await round.office.caller.rounds.decide({ formId, decisions });
    expect(action(id)?.timescale).toMatchObject({
      text: 'May 2011',
      end: '2011-05-31',
      revisedFrom: { text: 'March 2011' },
    });
    expect(await refusalOf(round.office.caller.rounds.decide({ formId, decisions }))).toMatchObject({
      code: 'conflict',
    });
  });
});

describe('measures and figures', () => {
  it('are written with their day, their history and their words', async () => {
    const own = round.leads.find(({ name }) => name === 'Ann Ashe') as Lead;
    const before = register();
    const kpi = before.kpis[0];
    const bytes = await back(own.bytes, (book) => {
      sheetOf(book, 'Measures').getCell(firstRow, 6).value = new Date('2010-10-05T00:00:00Z');
      const figures = sheetOf(book, 'Figures');
      figures.getCell(firstRow, 8).value = 61;
      figures.getCell(firstRow, 9).value = 'Yes';
      figures.getCell(firstRow, 10).value = 'Two clinics still to come';
    });
    await merge(bytes);
    const after = register();
    expect(after.measures.filter(({ doneOn }) => doneOn === '2010-10-05')).toHaveLength(1);
    const actual = after.kpiValues.find(
      ({ kpiId, role, period }) =>
        kpiId === kpi?.id && role === 'actual' && period.label === 'July to September 2010',
    );
    expect(actual).toMatchObject({
      number: 61,
      provisional: true,
      note: 'Two clinics still to come',
      enteredBy: 'Ann Ashe',
      source: { file: 'back.xlsx', where: `Figures!H${firstRow}` },
    });
  });

  it('says why there is no figure in the narrative of the period', async () => {
    const own = round.leads.find(({ name }) => name === 'Ann Ashe') as Lead;
    await merge(
      await back(own.bytes, (book) => {
        sheetOf(book, 'Figures').getCell(firstRow, 10).value = 'The survey is late';
      }),
    );
    expect(register().kpiNarratives).toMatchObject([{ behind: 'The survey is late', by: 'Ann Ashe' }]);
  });
});

describe('what both changed', () => {
  /** The lead finishes an action while the officer hears that it is stuck. */
  async function torn(): Promise<{ id: string; formId: string; keys: string[] }> {
    const [id = ''] = lead(0).actionIds;
    await round.office.caller.plans.addProgress({
      actionIds: [id],
      state: 'off-track',
      text: 'Stuck',
      on: '2010-10-12',
      by: null,
    });
    await merge(
      await back(lead(0).bytes, (book) =>
        put(book, id, { status: 'Complete', words: 'Done', evidence: 'Photo' }),
      ),
    );
    const form = await round.office.caller.rounds.form({ formId: lead(0).formId });
    expect(form.lead).toMatchObject({ state: 'returned', toDecide: 3 });
    expect(saidOf(id).at(-1)).toMatchObject({ text: 'Stuck' });
    return {
      id,
      formId: lead(0).formId,
      keys: ['status', 'words', 'evidence'].map((field) => `a:${id}:${field}`),
    };
  }
  const decide = async (
    o: { formId: string; keys: string[] },
    take: 'returned' | 'now' | 'both' | 'another',
  ) =>
    await round.office.caller.rounds.decide({
      formId: o.formId,
      decisions: [
        { keys: o.keys, take, ...(take === 'another' && { other: { status: 'On track', words: 'Half' } }) },
      ],
    });

  it('is what was returned, with its evidence, where the officer says so', async () => {
    const o = await torn();
    await decide(o, 'returned');
    expect(saidOf(o.id).at(-1)).toMatchObject({ text: 'Done', evidence: 'Photo', by: lead(0).name });
    expect(action(o.id)?.status?.label).toBe('Complete');
  });

  it('is what the register says, where the officer says so, and is not asked again', async () => {
    const o = await torn();
    await decide(o, 'now');
    expect(saidOf(o.id).at(-1)).toMatchObject({ text: 'Stuck' });
    expect((await round.office.caller.rounds.form({ formId: o.formId })).lead).toMatchObject({
      state: 'merged',
      toDecide: 0,
    });
  });

  it('is both, dated each, and the later stands', async () => {
    const o = await torn();
    await decide(o, 'both');
    expect(
      saidOf(o.id)
        .slice(-2)
        .map(({ text }) => text),
    ).toEqual(['Stuck', 'Done']);
  });

  it('is what the officer writes', async () => {
    const o = await torn();
    await decide(o, 'another');
    expect(saidOf(o.id).at(-1)).toMatchObject({ text: 'Half', by: null, status: { label: 'On track' } });
    await round.office.caller.history.undo();
    expect((await round.office.caller.rounds.form({ formId: o.formId })).lead.toDecide).toBe(3);
  });
});

describe('the Word form', () => {
  /** Words put into the empty cell beside a label, in the order of the tables. */
  function typed(docx: Uint8Array, label: string, words: string): Buffer {
    const parts = unzipSync(docx);
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const at = xml.indexOf(`>${label}</w:t>`);
    const cell = xml.indexOf('<w:tc>', at);
    const end = xml.indexOf('</w:p>', xml.indexOf('</w:pPr>', cell));
    parts['word/document.xml'] = strToU8(
      `${xml.slice(0, end)}<w:r><w:t>${words}</w:t></w:r>${xml.slice(end)}`,
    );
    return Buffer.from(zipSync(parts));
  }
  async function wordForm(): Promise<Buffer> {
    const { files } = await round.office.caller.rounds.files({
      roundId: round.roundId,
      formIds: [lead(0).formId],
      what: 'forms',
      form: 'docx',
    });
    return Buffer.from(files[0]?.base64 ?? '', 'base64');
  }

  it('says nothing when nothing was written in it', async () => {
    const { files } = await round.office.caller.rounds.preview({
      files: [asFile('form.docx', await wordForm())],
    });
    expect(files[0]).toMatchObject({ fields: [], outside: [], missing: 0, refusal: null });
  });

  it.each(['as Word saves it', ...(hasLibreOffice ? ['re-saved by LibreOffice'] : [])])(
    'is read back %s',
    async (way) => {
      let bytes = typed(await wordForm(), 'What has happened', 'Told in Word');
      bytes = typed(bytes, 'New status', 'Complete');
      bytes = typed(bytes, 'Anything else you want to say', 'Thank you');
      if (way !== 'as Word saves it') {
        const folder = mkdtempSync(join(tmpdir(), 'plan-register-word-'));
        writeFileSync(join(folder, 'form.docx'), bytes);
        spawnSync('soffice', [
          '--headless',
          '--convert-to',
          'docx:MS Word 2007 XML',
          '--outdir',
          join(folder, 'out'),
          join(folder, 'form.docx'),
        ]);
        bytes = readFileSync(join(folder, 'out', 'form.docx'));
        rmSync(folder, { recursive: true });
      }
      const { files } = await merge(bytes, 'none', 'form.docx');
      expect(files[0]?.outside.map(({ text }) => text)).toEqual(['Thank you']);
      const [id = ''] = lead(0).actionIds;
      expect(saidOf(id).at(-1)).toMatchObject({ text: 'Told in Word', status: { label: 'Complete' } });
    },
  );
});

describe('an office that changed since a form was sent', () => {
  it('finds no words of its own outside the cells: its name is another, an action is re-worded', async () => {
    const { caller } = round.office;
    const [id = ''] = lead(0).actionIds;
    await caller.settings.set({ partnership: 'Another name' });
    await caller.plans.setCells({
      planId: round.planId,
      edits: [{ actionId: id, field: 'text', text: 'Said otherwise' }],
    });
    const bytes = await back(lead(0).bytes, (book) => put(book, id, { words: 'Here' }));
    const { files } = await merge(bytes);
    expect(files[0]).toMatchObject({ outside: [], fields: [{ returned: 'Here', title: 'Said otherwise' }] });
  });
});

describe('a form in the import', () => {
  it('is sent on to Updates, and not brought in as a plan', async () => {
    const { importFiles } = await import('#core/imports/imports.ts');
    const { ImportOptions } = await import('#shared/contract/imports.ts');
    const before = register();
    const files = [{ name: 'back.xlsx', bytes: lead(0).bytes }];
    expect(await refusalOf(importFiles(round.office.app, files, ImportOptions.parse({})))).toMatchObject({
      code: 'not-possible',
      message: expect.stringContaining('Read it under Updates'),
    });
    expect(register()).toEqual(before);
  });
});

describe('copies', () => {
  it('made before the form was made anew are old ones', async () => {
    const { formId, bytes } = lead(0);
    expect(await round.office.caller.rounds.renew({ formId })).toEqual({ formId, version: 2 });
    const { files } = await merge(bytes);
    expect(files[0]).toMatchObject({ refusal: 'old-copy' });
    expect(files[0]?.words).toMatch(/was made anew on .*Ask for the newer one\. Nothing was changed\.$/);
    const [again] = (await formsOf(round.office, round.roundId)).filter((one) => one.formId === formId);
    expect((await merge(again?.bytes ?? bytes)).files[0]?.refusal).toBe(null);
  });

  it('of a closed round wait until it is opened again', async () => {
    const { caller } = round.office;
    const [id = ''] = lead(0).actionIds;
    const bytes = await back(lead(0).bytes, (book) => put(book, id, { words: 'Late' }));
    await caller.rounds.close({ roundId: round.roundId, closed: true });
    expect((await merge(bytes)).files[0]?.words).toContain('which is closed');
    await caller.rounds.close({ roundId: round.roundId, closed: false });
    expect((await merge(bytes)).applied).toBe(1);
  });

  it('whose hidden base was altered are refused', async () => {
    const bytes = await back(lead(0).bytes, (book) => {
      const sheet = sheetOf(book, 'Form data');
      sheet.eachRow((row) => {
        if (row.getCell(1).text === 'check') row.getCell(2).value = 'f'.repeat(64);
      });
    });
    expect((await merge(bytes)).files[0]).toMatchObject({ refusal: 'altered', outcome: 'refused' });
  });

  it('that add to what came before are merged on top of it', async () => {
    const [one = '', two = ''] = lead(0).actionIds;
    const first = await back(lead(0).bytes, (book) => put(book, one, { words: 'First' }));
    const second = await back(first, (book) => {
      put(book, one, { words: 'Second thoughts' });
      put(book, two, { words: 'And this' });
    });
    await merge(first);
    expect((await merge(second)).applied).toBe(2);
    expect(
      saidOf(one)
        .slice(-2)
        .map(({ text }) => text),
    ).toEqual(['First', 'Second thoughts']);
    // The first once more is an old story told again: it is a change of what came later.
    expect((await merge(second)).applied).toBe(0);
  });
});

describe('reminders', () => {
  it('go to those who have not answered, name what is missing and note the day', async () => {
    const { caller } = round.office;
    const [id = ''] = lead(0).actionIds;
    await merge(await back(lead(0).bytes, (book) => put(book, id, { words: 'Here' })));
    const { files } = await caller.rounds.remind({ roundId: round.roundId });
    expect(files.map(({ name }) => name)).toEqual([
      `${lead(1).name}, Reminder your update for July to September 2010.eml`,
    ]);
    const { leads } = await caller.rounds.get({ roundId: round.roundId });
    expect(leads.map(({ remindedAt }) => remindedAt !== null).toSorted()).toEqual([false, true]);
    const { files: partly } = await caller.rounds.remind({
      roundId: round.roundId,
      formIds: [lead(0).formId],
    });
    const mail = Buffer.from(partly[0]?.base64 ?? '', 'base64').toString('utf8');
    expect(mail).toContain('Thank you for your update');
    expect(mail).toContain('X-Unsent: 1');
  });
});
