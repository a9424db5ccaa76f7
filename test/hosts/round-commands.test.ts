import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { column, firstRow, openBook, saveBook, sheetOf } from '#test/fixtures/rounds/workbook.ts';
import { jsonOf, run } from './command-line.ts';

let folder = '';
let register = '';
let out = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plan-register-rounds-'));
  register = join(folder, 'R.register');
  out = join(folder, 'out');
  mkdirSync(out);
  expect(await run('example', '--register', register)).toMatchObject({ status: 0 });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Opened = {
  roundId: string;
  forms: { formId: string; lead: string; addresses: string[]; rows: number; file: string; draft: string }[];
  withoutAddress: string[];
  unasked: unknown[];
};
type Merged = {
  files: { outcome: string; words: string }[];
  applied: { recordId: string; field: string; returned: string; where: string }[];
  unchanged: number;
  conflicts: unknown[];
  toConfirm: { field: string }[];
  outside: { text: string }[];
  refused: { file: string; why: string }[];
};
const open = async () =>
  jsonOf<Opened>(
    await run(
      'round',
      'open',
      '--register',
      register,
      '--name',
      'Autumn',
      '--due',
      '2010-11-01',
      '--out',
      out,
      '--json',
    ),
  );
const merge = async (...args: string[]) =>
  jsonOf<Merged>(await run('round', 'merge', ...args, '--register', register, '--json'));

describe('a round by commands', () => {
  it('writes a form and a draft for each lead, each under 200 kB, the form attached to its draft', async () => {
    const { forms, withoutAddress } = await open();
    expect(forms.length).toBeGreaterThan(20);
    expect(readdirSync(out)).toHaveLength(2 * forms.length);
    const [form] = forms.filter(({ addresses }) => addresses.length > 0);
    const mail = await PostalMime.parse(readFileSync(form?.draft ?? ''));
    expect(mail).toMatchObject({
      subject: 'Your update for Autumn, by 1 November 2010',
      to: [{ address: form?.addresses[0] }],
    });
    expect(Buffer.from(mail.attachments[0]?.content as ArrayBuffer)).toEqual(readFileSync(form?.file ?? ''));
    for (const { file } of forms) expect(readFileSync(file).length).toBeLessThan(200_000);
    expect(withoutAddress).toEqual(
      forms.filter(({ addresses }) => addresses.length === 0).map(({ lead }) => lead),
    );
  });

  it('merges what comes back, lists what became of each field, and changes nothing the second time', async () => {
    const { forms } = await open();
    const form = forms.find(({ lead }) => lead === 'Dina Marlowe');
    const book = await openBook(readFileSync(form?.file ?? ''));
    const sheet = sheetOf(book, 'Actions');
    sheet.getCell(firstRow, column.words).value = 'The room is let from January';
    sheet.getCell(firstRow, column.date).value = 'by March 2011';
    sheet.getCell(firstRow, 15).value = 'Thank you';
    const back = join(folder, 'back.xlsx');
    writeFileSync(back, await saveBook(book));
    const wrong = join(folder, 'wrong.csv');
    writeFileSync(wrong, 'a,b\n1,2\n');

    const dry = await merge(back, '--dry-run');
    expect(dry.applied).toHaveLength(2);
    const held = await merge(back, wrong, '--hold-dates');
    expect(held).toMatchObject({
      applied: [{ field: 'words', returned: 'The room is let from January', where: 'Actions!H5' }],
      toConfirm: [{ field: 'date' }],
      conflicts: [],
      outside: [{ text: 'Thank you' }],
      refused: [{ file: 'wrong.csv', why: 'no-form' }],
    });
    const status = jsonOf<{ rounds: { returned: number; leads: { name: string; toConfirm: number }[] }[] }>(
      await run('round', 'status', '--register', register, '--json'),
    );
    expect(status.rounds[0]).toMatchObject({ returned: 1 });
    expect(status.rounds[0]?.leads[0]).toMatchObject({ name: 'Dina Marlowe', toConfirm: 1 });
    const again = await merge(back, '--hold-dates');
    expect(again).toMatchObject({ applied: [], outside: [], files: [{ outcome: 'nothing-new' }] });

    const said = jsonOf<{ progress: { text: string; by: string | null }[] }>(
      await run('export', '--register', register, '--json'),
    ).progress.find(({ text }) => text === 'The room is let from January');
    expect(said).toMatchObject({ by: 'Dina Marlowe' });
  });

  it('says in words who has not answered', async () => {
    await open();
    const { out: told } = await run('round', 'status', '--register', register);
    expect(told).toMatch(/^Autumn, opened on .*, due back 1 November 2010: 31 sent, 0 returned, 0 merged\n/);
    expect(told).toContain('\n  Dina Marlowe: not returned\n');
  });
});
