import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegisterJson } from '#shared/contract/register.ts';
import { fillInLibreOffice, hasLibreOffice, type OfficeJob } from '#test/fixtures/rounds/libre-office.ts';
import { asFile, formsOf, openRoundOffice, type RoundOffice } from '#test/fixtures/rounds/round-office.ts';
import {
  type Book,
  column,
  firstRow,
  openBook,
  putRows,
  rowOf,
  rowsOf,
  saveBook,
  sheetOf,
} from '#test/fixtures/rounds/workbook.ts';

if (!hasLibreOffice) {
  process.stderr.write(
    'LEFT OUT: no LibreOffice here, so no form is filled in through it; direct edits only.\n',
  );
}

/** What a lead says of one action. */
type Said = { status?: string; words?: string; date?: string; evidence?: string };
const fill = (book: Book, actionId: string, said: Said) => {
  const sheet = sheetOf(book, 'Actions');
  for (const [field, text] of Object.entries(said)) {
    sheet.getCell(rowOf(book, actionId), column[field as keyof Said]).value = text;
  }
};
/** What every lead says of the first three of their actions. */
const sayings = (name: string): Said[] => [
  { status: 'Complete', words: `${name}: finished, “all of it”` },
  { words: `${name}: going on\nsecond line`, evidence: 'Minutes of 4 October' },
  { status: 'At risk' },
];

/** Twelve ways of sending a form back, by the lead's place; the others send it as it should be. */
type Way = (
  book: Book,
  lead: RoundOffice['leads'][number],
  all: RoundOffice['leads'],
) => Promise<void> | void;
const ways: Record<string, Way> = {
  'sorted by the words': (book) => {
    putRows(book, rowsOf(book).toReversed());
  },
  'sorted without the hidden column': (book) => {
    putRows(book, rowsOf(book).toReversed(), column.ref);
  },
  'rows deleted': (book, { actionIds }) => {
    sheetOf(book, 'Actions').spliceRows(rowOf(book, actionIds[3] ?? ''), 1);
  },
  'columns moved': (book) => {
    const sheet = sheetOf(book, 'Actions');
    for (let row = 1; row <= sheet.rowCount; row += 1) {
      const words = sheet.getCell(row, column.words).value;
      sheet.getCell(row, column.words).value = sheet.getCell(row, column.ref).value;
      sheet.getCell(row, column.ref).value = words;
    }
  },
  'a row pasted over another': (book, { actionIds }) => {
    const sheet = sheetOf(book, 'Actions');
    const [from, to] = [rowOf(book, actionIds[0] ?? ''), rowOf(book, actionIds[3] ?? '')];
    for (let at = 1; at <= 12; at += 1) sheet.getCell(to, at).value = sheet.getCell(from, at).value;
  },
  'somebody else’s rows added': async (book, lead, all) => {
    const other = all.find(({ formId }) => formId !== lead.formId);
    const theirs = await openBook(other?.bytes ?? new Uint8Array());
    fill(theirs, other?.actionIds[0] ?? '', { words: 'Not mine to say' });
    putRows(book, [...rowsOf(book), ...rowsOf(theirs)]);
  },
  'words beside the cells': (book) => {
    sheetOf(book, 'Actions').getCell(firstRow + 1, 16).value = 'Please ring me about this one';
    sheetOf(book, 'How to fill this in').getCell('C13').value = 'We move house in May';
  },
  'locked cells written over': (book, { actionIds }) => {
    sheetOf(book, 'Actions').getCell(rowOf(book, actionIds[1] ?? ''), column.text).value =
      'My own name for it';
  },
  'hidden rows and sheets taken out': (book) => {
    sheetOf(book, 'Actions').spliceRows(3, 1);
    book.removeWorksheet(sheetOf(book, 'Lists').id);
  },
};
/** These came through LibreOffice, in three forms of its own. */
const officeWays = ['re-saved as .xlsx', 're-saved as .ods', 're-saved as .xls'] as const;

describe('a round of 30 leads and 120 actions that comes back unkindly', () => {
  let round: RoundOffice;
  let before: RegisterJson;
  let after: RegisterJson;
  let sent: { name: string; base64: string }[];
  /** By action: what was said of it and is to arrive. */
  const expected = new Map<string, Said & { by: string }>();
  /** Actions of which the officer wrote meanwhile. */
  const torn = new Map<string, Said & { by: string }>();
  let result: Awaited<ReturnType<RoundOffice['office']['caller']['rounds']['merge']>>;

  beforeAll(async () => {
    round = await openRoundOffice();
    const { office, leads } = round;
    expect(leads).toHaveLength(30);
    sent = [];
    const jobs: { job: OfficeJob; name: string }[] = [];
    for (const [n, lead] of leads.entries()) {
      const said = sayings(lead.name);
      const told = said.map((one, at) => [lead.actionIds[at] ?? '', one] as const);
      for (const [id, one] of told) expected.set(id, { ...one, by: lead.name });
      const way = Object.entries(ways)[n];
      const saveAs = officeWays[n - 20]?.slice(-4).replace('.', '').trim() as OfficeJob['saveAs'] | undefined;
      if (saveAs && hasLibreOffice) {
        const book = await openBook(lead.bytes);
        const fills = told.flatMap(([id, one]) =>
          Object.entries(one).map(([field, text]) => ({
            sheet: 'Actions',
            column: column[field as keyof Said] - 1,
            row: rowOf(book, id) - 1,
            text,
          })),
        );
        jobs.push({ job: { bytes: lead.bytes, fills, saveAs }, name: `copy ${n} (2).${saveAs}` });
        continue;
      }
      const book = await openBook(lead.bytes);
      for (const [id, one] of told) fill(book, id, one);
      await way?.[1](book, lead, leads);
      sent.push(asFile(`Returned ${n}.xlsx`, await saveBook(book)));
    }
    const filled = jobs.length > 0 ? fillInLibreOffice(jobs.map(({ job }) => job)) : [];
    jobs.forEach(({ name }, at) => {
      sent.push(asFile(name, filled[at] ?? new Uint8Array()));
    });
    // Meanwhile the officer writes about one action of five leads, and says the same as a sixth.
    for (const { actionIds } of leads.slice(0, 5)) {
      const id = actionIds[0] ?? '';
      await office.caller.plans.addProgress({
        actionIds: [id],
        state: 'off-track',
        text: 'Heard by telephone: stuck',
        on: null,
        by: null,
      });
      const own = expected.get(id);
      if (own) torn.set(id, own);
      expected.delete(id);
    }
    const agreed = leads[5]?.actionIds[0] ?? '';
    const own = expected.get(agreed);
    await office.caller.plans.addProgress({
      actionIds: [agreed],
      state: 'complete',
      text: own?.words ?? '',
      on: null,
      by: null,
    });
    expected.delete(agreed);
    before = await exported();
    result = await office.caller.rounds.merge({ files: sent, dates: 'all' });
    after = await exported();
  }, 300_000);
  afterAll(() => round?.office.close());

  const exported = async () =>
    (await import('#core/register/export.ts')).exportRegister(round.office.register);

  it('refuses none of them', () => {
    expect(result.files.filter(({ outcome }) => outcome !== 'merge').map(({ words }) => words)).toEqual([]);
    expect(result.files).toHaveLength(30);
  });

  it('brings every legitimate edit into the register, said by the lead', () => {
    const known = new Set(before.progress.map(({ id }) => id));
    const added = after.progress.filter(({ id }) => !known.has(id));
    const told = added.map(({ actionId, status, text, by, evidence }) => [
      actionId,
      { status: status?.label ?? null, text, by, evidence },
    ]);
    const wanted = [...expected].map(([id, said]) => [
      id,
      {
        status: said.status ?? null,
        text: said.words ?? '',
        by: said.by,
        evidence: said.evidence ?? null,
      },
    ]);
    const inOrder = (list: typeof told) => list.toSorted(([a], [b]) => String(a).localeCompare(String(b)));
    expect(inOrder(told)).toEqual(inOrder(wanted as typeof told));
    expect(added.every(({ source }) => source !== null && /!/.test(source.where))).toBe(true);
  });

  it('changes nothing else: but for those updates and their statuses the register is as it was', () => {
    const bare = ({ actions, progress, imports, tray, rounds, roundForms, ...rest }: RegisterJson) => rest;
    expect(bare(after)).toEqual(bare(before));
    const statuses = new Map([...expected].flatMap(([id, { status }]) => (status ? [[id, status]] : [])));
    expect(after.actions).toEqual(
      before.actions.map((action) => {
        const status = statuses.get(action.id);
        const own = after.actions.find(({ id }) => id === action.id)?.status;
        return status ? { ...action, status: { state: own?.state, label: status } } : action;
      }),
    );
  });

  it('has conflicts exactly where the officer and the lead changed one field differently', () => {
    const conflicts = result.files.flatMap(({ fields }) =>
      fields
        .filter(({ verdict }) => verdict === 'conflict')
        .map(({ recordId, field }) => `${recordId} ${field}`),
    );
    const wanted = [...torn.keys()].flatMap((id) => [`${id} status`, `${id} words`]);
    expect(conflicts.toSorted()).toEqual(wanted.toSorted());
  });

  it('loses no word: what stands outside the cells lies in the tray', () => {
    const texts = after.tray.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Please ring me about this one',
        'We move house in May',
        'Not mine to say',
        'My own name for it',
      ]),
    );
    expect(texts).toHaveLength(4);
  });

  it('changes nothing when the same files come a second time', async () => {
    const again = await round.office.caller.rounds.merge({ files: sent, dates: 'all' });
    expect(again).toMatchObject({ applied: 0, label: null });
    expect(new Set(again.files.map(({ outcome }) => outcome))).toEqual(new Set(['nothing-new']));
    expect(await exported()).toEqual(after);
  });

  it('is taken back by one Undo', async () => {
    await round.office.caller.history.undo();
    expect(await exported()).toEqual(before);
    await round.office.caller.history.redo();
    expect(await exported()).toEqual(after);
  });

  it('tells old copies, and changes nothing for them', async () => {
    const { caller } = round.office;
    await caller.rounds.open({ name: 'October to December 2010', dueOn: null });
    const now = await exported();
    const old = await caller.rounds.merge({ files: sent.slice(0, 2), dates: 'all' });
    expect(old.files.map(({ refusal }) => refusal)).toEqual(['old-copy', 'old-copy']);
    expect(old.files[0]?.words).toMatch(
      /is an old copy: .*’s form of the round “July to September 2010”, opened on 12 October 2010\. Since then “October to December 2010” was opened\..*Nothing was changed\.$/,
    );
    expect(await exported()).toEqual(now);
  });

  it('tells forms of another register, files that are no forms, and damaged ones', async () => {
    const other = await openRoundOffice({ leads: 1, actions: 2 });
    // Ids of test offices begin alike: this register must not know the stranger's form.
    const stranger = (await formsOf(other.office, other.roundId))[0];
    await other.office.close();
    const now = await exported();
    const strange = Buffer.from(stranger?.bytes ?? '');
    const book = await openBook(strange);
    for (const sheet of book.worksheets) {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.text.startsWith('plan-register-form 0')) {
            cell.value = cell.text.replace(/form \S+/, 'form 0190ffff-0000-7000-8000-00000000ffff');
          }
        });
      });
    }
    const files = [
      asFile('Other.xlsx', await saveBook(book)),
      asFile('Shopping.csv', Buffer.from('Item,Price\nMilk,1\nBread,2\n')),
      asFile('Broken.xlsx', strange.subarray(0, 500)),
      asFile('Nothing.xlsx', Buffer.alloc(0)),
    ];
    const { files: told } = await round.office.caller.rounds.merge({ files });
    expect(told.map(({ refusal }) => refusal)).toEqual([
      'other-register',
      'no-form',
      'unreadable',
      'unreadable',
    ]);
    for (const { words } of told)
      expect(words).toMatch(/^“(Other|Shopping|Broken|Nothing)\.\w+” .*\. Nothing was changed\.$/s);
    expect(await exported()).toEqual(now);
  });
});
