import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import type { Correction, ImportPreview } from '#shared/contract/imports.ts';
import { type Office, openOffice, refusalOf } from '#test/core/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const plan = `Sandhaven Work Plan 2011-12

Ref,Action,Lead,By when
1,Open the parents’ room,KL,May 2011
,and stock its library,,
2,Train volunteers in first aid,MO,June 2011
3,Survey the new estate,KL,July 2011
Next steps,,,
4,Print a leaflet,MO,August 2011
Figures are provisional,,,
`;

async function start(text = plan): Promise<ImportPreview> {
  return office.caller.imports.start({
    jobId: 'read',
    files: [{ name: 'sandhaven.csv', base64: Buffer.from(text).toString('base64') }],
  });
}
type Said = Correction extends infer C ? (C extends { file: number } ? Omit<C, 'file'> : never) : never;
const correct = (sessionId: string, ...said: Said[]) =>
  office.caller.imports.correct({
    sessionId,
    corrections: said.map((one) => ({ ...one, file: 0 }) as Correction),
  });
const tableOf = (preview: ImportPreview, at = 0) => {
  const table = preview.files[0]?.tables[at];
  if (!table) throw new Error(`no table ${at}`);
  return table;
};
const entriesOf = (preview: ImportPreview) =>
  tableOf(preview).entries.map(({ from, to }) => [from + 1, to + 1]);

describe('correcting the reading on its picture', () => {
  it('moves the edges of a table, which keeps its id and what was said of it', async () => {
    const first = await start();
    const table = tableOf(first);
    expect([table.top, table.bottom]).toEqual([2, expect.any(Number)]);
    await correct(first.sessionId, {
      kind: 'column',
      tableId: table.id,
      column: 2,
      field: 'detail',
      role: null,
      period: null,
    });
    const moved = await correct(first.sessionId, {
      kind: 'table-area',
      tableId: table.id,
      top: 2,
      left: 0,
      bottom: 6,
      right: 2,
    });
    expect(tableOf(moved)).toMatchObject({ id: table.id, top: 2, left: 0, bottom: 6, right: 2, records: 3 });
    expect(tableOf(moved).columns.map((column) => column.field)).toEqual(['ref', 'text', 'detail']);
    expect(moved.added.actions).toBe(3);
    expect(moved.files[0]?.reconciliation.lost).toBe(0);
  });

  it('says which rows head the table, and keeps the id', async () => {
    const first = await start(
      'Ref,Action,Lead,Plan\nno.,what,who,what for\n1,Open the hall,KL,Health\n2,Paint it,MO,Play\n',
    );
    const { id } = tableOf(first);
    const headed = await correct(first.sessionId, { kind: 'header-rows', tableId: id, from: 0, to: 1 });
    expect(tableOf(headed)).toMatchObject({ id, headerRows: [0, 1], records: 2 });
    const single = await correct(first.sessionId, { kind: 'header-rows', tableId: id, from: 0, to: 0 });
    expect(tableOf(single).headerRows).toEqual([0]);
  });

  it('joins a row with the one above, splits it off, makes it a heading, and leaves it out', async () => {
    const first = await start();
    expect(entriesOf(first)[0]).toEqual([4, 5]);
    const split = await correct(first.sessionId, { kind: 'row', sheet: 0, row: 4, as: 'own' });
    expect(entriesOf(split).slice(0, 2)).toEqual([
      [4, 4],
      [5, 5],
    ]);
    const joined = await correct(first.sessionId, { kind: 'row', sheet: 0, row: 5, as: 'joined' });
    expect(entriesOf(joined)).toContainEqual([5, 6]);
    const headed = await correct(
      first.sessionId,
      { kind: 'row', sheet: 0, row: 5, as: 'usual' },
      { kind: 'row', sheet: 0, row: 4, as: 'usual' },
      { kind: 'row', sheet: 0, row: 7, as: 'heading' },
    );
    expect(headed.changes.filter((one) => one.record === 'sections').map((one) => one.title)).toContain(
      'Next steps',
    );
    const apart = await correct(first.sessionId, { kind: 'row', sheet: 0, row: 8, as: 'apart' });
    expect(apart.files[0]?.tray.map((piece) => piece.text).join(' ')).toContain('Print a leaflet');
    expect(apart.files[0]?.reconciliation.lost).toBe(0);
  });

  it('takes a table away, and marks a rectangle as one', async () => {
    const first = await start();
    const { id } = tableOf(first);
    const none = await correct(first.sessionId, { kind: 'no-table', tableId: id });
    expect(none.files[0]?.tables.map((table) => table.id)).not.toContain(id);
    expect(none.files[0]?.reconciliation.lost).toBe(0);
    const drawn = await correct(first.sessionId, {
      kind: 'new-table',
      tableId: 'new:0:2:0',
      sheet: 0,
      top: 2,
      left: 0,
      bottom: 6,
      right: 3,
      as: 'actions',
    });
    expect(tableOf(drawn)).toMatchObject({ id: 'new:0:2:0', kind: 'actions', records: 3 });
    const taken = await correct(first.sessionId, { kind: 'no-table', tableId: 'new:0:2:0' });
    expect(taken.files[0]?.tables).toEqual([]);
  });

  it('takes back one act at a time, whatever it was, and no further than the first', async () => {
    const first = await start();
    const { sessionId } = first;
    await correct(sessionId, { kind: 'row', sheet: 0, row: 4, as: 'own' });
    const second = await correct(sessionId, { kind: 'row', sheet: 0, row: 4, as: 'apart' });
    expect(second.corrected).toBe(2);
    const once = await office.caller.imports.takeBack({ sessionId });
    expect(entriesOf(once)[1]).toEqual([5, 5]);
    const twice = await office.caller.imports.takeBack({ sessionId });
    expect(twice.files[0]?.tables).toEqual(first.files[0]?.tables);
    expect(twice.corrected).toBe(0);
    expect(await refusalOf(office.caller.imports.takeBack({ sessionId }))).toMatchObject({
      code: 'not-possible',
    });
  });

  it('brings in what the corrections made of it', async () => {
    const { sessionId } = await start();
    await correct(sessionId, { kind: 'row', sheet: 0, row: 4, as: 'own' });
    await office.caller.imports.bringIn({ sessionId, jobId: 'apply' });
    expect(exportRegister(office.register).actions.map((action) => action.text)).toContain(
      'and stock its library',
    );
  });

  it('says where the cells of each question stand', async () => {
    const preview = await start(plan.replace('May 2011', 'Dec 09'));
    const question = preview.files[0]?.questions.find((one) => one.about === 'timescale');
    expect(preview.files[0]?.spots).toContainEqual({
      questionId: question?.id,
      sheet: 0,
      row: 3,
      column: 3,
    });
  });
});
