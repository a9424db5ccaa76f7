import { openBook, saveBook, sheetOf } from '#test/fixtures/rounds/workbook.ts';
import { at, type Doing } from './pick.ts';

/** Acts on update rounds: opening one, merging what a lead sent back, deciding, reminding, closing. */

async function someRound({ office, a }: Doing) {
  return at(await office.caller.rounds.list(), a);
}

export const roundActs: Record<string, (doing: Doing) => Promise<unknown>> = {
  async 'round opened'({ office: { caller }, text }) {
    const { leads } = await caller.rounds.propose({});
    if (leads.length > 0) await caller.rounds.open({ name: `Round ${text}`, dueOn: null });
  },
  async 'form merged'(doing) {
    const { caller } = doing.office;
    const round = await someRound(doing);
    if (!round || round.closedAt !== null) return;
    const { leads } = await caller.rounds.get({ roundId: round.id });
    const lead = at(leads, doing.b);
    if (!lead) return;
    const { files } = await caller.rounds.files({ roundId: round.id, formIds: [lead.formId], what: 'forms' });
    const book = await openBook(Buffer.from(files[0]?.base64 ?? '', 'base64'));
    if (!book.getWorksheet('Actions')) return;
    const sheet = sheetOf(book, 'Actions');
    sheet.getRow(3).eachCell((cell, column) => {
      if (cell.text === '@words' || cell.text === '@date') sheet.getCell(5, column).value = doing.text;
      if (cell.text === '@status')
        sheet.getCell(5, column).value = doing.c % 2 === 0 ? 'Complete' : 'At risk';
    });
    sheet.getCell(2, 20).value = doing.text;
    const base64 = (await saveBook(book)).toString('base64');
    await caller.rounds.merge({
      files: [{ name: 'back.xlsx', base64 }],
      dates: doing.c % 3 === 0 ? 'all' : 'none',
    });
  },
  async 'form decided'(doing) {
    const { caller } = doing.office;
    const round = await someRound(doing);
    if (!round) return;
    const { leads } = await caller.rounds.get({ roundId: round.id });
    const lead = leads.find(({ toDecide, toConfirm }) => toDecide + toConfirm > 0);
    if (!lead) return;
    const { fields } = await caller.rounds.form({ formId: lead.formId });
    const open = fields.find(({ verdict }) => ['conflict', 'confirm'].includes(verdict));
    const take = at(['returned', 'now', 'both'] as const, doing.c) ?? 'now';
    if (open) await caller.rounds.decide({ formId: lead.formId, decisions: [{ keys: [open.key], take }] });
  },
  async 'round reminded'(doing) {
    const round = await someRound(doing);
    if (round) await doing.office.caller.rounds.remind({ roundId: round.id });
  },
  async 'round closed'(doing) {
    const round = await someRound(doing);
    if (round) await doing.office.caller.rounds.close({ roundId: round.id, closed: doing.b % 2 === 0 });
  },
};
