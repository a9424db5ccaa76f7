import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import { type Office, openOffice, refusalOf } from '#test/core/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const text = `Ref,Action,Lead,By when
1,Open the parents’ room,KL,May 2011
2,Train volunteers in first aid,MO,June 2011
`;
const base64 = Buffer.from(text).toString('base64');

async function bringIn(name = 'rooms.csv', content = base64) {
  const { sessionId } = await office.caller.imports.start({
    jobId: 'read',
    files: [{ name, base64: content }],
  });
  return office.caller.imports.bringIn({ sessionId, jobId: 'apply' });
}

describe('a file that was brought in', () => {
  it('shows the cell that a record came from, among its rows', async () => {
    await bringIn();
    const source = exportRegister(office.register).actions[1]?.source;
    const shown = await office.caller.importSources.picture({
      importId: source?.importId ?? '',
      file: source?.file ?? '',
      where: source?.cells.leads ?? '',
    });
    expect(shown).toMatchObject({
      name: 'rooms.csv',
      sheet: 0,
      place: { sheet: 0, top: 2, left: 2, bottom: 2, right: 2 },
    });
    expect(shown.picture.cells.find((cell) => cell.row === 2 && cell.column === 2)?.text).toBe('MO');
    expect(shown.tables[0]).toMatchObject({ kind: 'actions', top: 0, bottom: 2 });
  });

  it('opens at the page of the place, and on another where asked', async () => {
    const rows = Array.from(
      { length: 250 },
      (_, at) => `${at + 1},Visit family number ${at + 1},KL,May 2011`,
    );
    const { importId } = await bringIn(
      'many.csv',
      Buffer.from(`Ref,Action,Lead,By when\n${rows.join('\n')}`).toString('base64'),
    );
    const at = (where: string, firstRow: number | null = null) =>
      office.caller.importSources.picture({ importId, file: 'many.csv', where, firstRow });
    expect((await at('many!B210')).picture.firstRow).toBe(200);
    expect((await at('many!B210', 0)).picture.firstRow).toBe(0);
  });

  it('shows its first rows where the place is not to be found', async () => {
    const { importId } = await bringIn();
    const shown = await office.caller.importSources.picture({
      importId,
      file: 'rooms.csv',
      where: 'Old!Z900',
    });
    expect(shown.place).toBeNull();
    expect(shown.picture.firstRow).toBe(0);
  });

  it('is given back byte for byte', async () => {
    const { importId } = await bringIn();
    expect(await office.caller.importSources.save({ importId, file: 'rooms.csv' })).toMatchObject({
      name: 'rooms.csv',
      base64,
    });
  });

  it('is not there once its import is undone, and says so', async () => {
    const { importId } = await bringIn();
    await office.caller.history.undo();
    expect(await refusalOf(office.caller.importSources.save({ importId, file: 'rooms.csv' }))).toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('undone'),
    });
  });
});
