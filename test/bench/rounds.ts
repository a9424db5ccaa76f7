import { asFile, openRoundOffice } from '#test/fixtures/rounds/round-office.ts';
import { column, openBook, rowOf, saveBook, sheetOf } from '#test/fixtures/rounds/workbook.ts';
import { inMs } from './measure.ts';

/** A round of 30 leads and 120 actions: its workbooks, Word forms and drafts, then reading and merging all of them. */
const { office, roundId, leads } = await openRoundOffice();
const { caller } = office;

async function timed(what: string, act: () => Promise<unknown>): Promise<void> {
  const begin = performance.now();
  await act();
  console.log(`${what.padEnd(52)}${inMs(performance.now() - begin).padStart(10)}`);
}

let sizes: number[] = [];
for (const turn of ['first', 'again']) {
  await timed(`30 workbooks, ${turn}`, async () => {
    const { files } = await caller.rounds.files({ roundId, what: 'forms' });
    sizes = files.map(({ base64 }) => Buffer.byteLength(base64, 'base64'));
  });
}
console.log(
  `${'the largest workbook'.padEnd(52)}${`${Math.round(Math.max(...sizes) / 1_000)} kB`.padStart(10)}`,
);
await timed('30 Word forms', () => caller.rounds.files({ roundId, what: 'forms', form: 'docx' }));
await timed('30 drafts with their workbooks, as one zip', () =>
  caller.rounds.files({ roundId, together: true }),
);
const files: { name: string; base64: string }[] = [];
for (const [n, { bytes, actionIds }] of leads.entries()) {
  const book = await openBook(bytes);
  for (const id of actionIds) {
    sheetOf(book, 'Actions').getCell(rowOf(book, id), column.words).value = `Lead ${n} says something`;
    sheetOf(book, 'Actions').getCell(rowOf(book, id), column.status).value = 'Complete';
  }
  files.push(asFile(`back ${n}.xlsx`, await saveBook(book)));
}
await timed('preview of 30 returned files', () => caller.rounds.preview({ files }));
await timed('merge of 30 returned files, 240 fields', () => caller.rounds.merge({ files }));
await timed('the same files once more', () => caller.rounds.merge({ files }));
await timed('who has answered', () => caller.rounds.get({ roundId }));
await office.close();
