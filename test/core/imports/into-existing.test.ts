import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import type { Correction, ImportPreview } from '#shared/contract/imports.ts';
import { type Office, openOffice } from '#test/core/office.ts';
import { heading, para, table, wordFile } from '#test/fixtures/word/word.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const plan = `Kelder Bay Action Plan 2012-13

Ref,Action,Lead,By when,RAG
1,Open a play shed on the quay for under-fives,NB,March 2013,On track
2,Teach every childminder to spot a speech delay,TR,May 2012,On track
3,Write a map of family services for newcomers,NB,June 2012,Complete
4,Lend story sacks from both libraries,TR,July 2012,Not started
`;

type File = readonly [text: string, name: string];
function start(...files: readonly File[]): Promise<ImportPreview> {
  return office.caller.imports.start({
    jobId: 'read',
    files: files.map(([text, name]) => ({ name, base64: Buffer.from(text).toString('base64') })),
  });
}
async function bringIn(...files: readonly File[]) {
  const { sessionId } = await start(...files);
  return office.caller.imports.bringIn({ sessionId, jobId: 'apply' });
}
type Said = Correction extends infer C ? (C extends { file: number } ? Omit<C, 'file'> : never) : never;
const correct = (sessionId: string, ...said: Said[]) =>
  office.caller.imports.correct({
    sessionId,
    corrections: said.map((one) => ({ ...one, file: 0 }) as Correction),
  });
const register = () => exportRegister(office.register);
const gone = (preview: ImportPreview) => preview.changes.filter((change) => change.kind === 'gone');

describe('a later version of a known plan', () => {
  const later = plan.replace(/^4,.*\n/m, '5,Ask parents what they make of it,NB,August 2012,Not started\n');

  it('lists what it no longer holds, and leaves that as it is', async () => {
    await bringIn([plan, 'kelder.csv']);
    const preview = await start([later, 'kelder v2.csv']);
    expect(preview.gone).toEqual({ actions: 1 });
    expect(gone(preview)).toMatchObject([
      { record: 'actions', ref: '4', title: 'Lend story sacks from both libraries', fields: [] },
    ]);
    await office.caller.imports.bringIn({ sessionId: preview.sessionId, jobId: 'apply' });
    expect(register().actions.map((action) => [action.ref, action.status?.state])).toContainEqual([
      '4',
      'not-started',
    ]);
  });

  it('closes what is gone where the officer says so, by an update with the day and the reason', async () => {
    await bringIn([plan, 'kelder.csv']);
    const { sessionId } = await start([later, 'kelder v2.csv']);
    const closed = await correct(sessionId, {
      kind: 'gone',
      id: null,
      as: 'close',
      reason: 'Taken over by the library service',
    });
    expect(gone(closed)[0]?.fields).toEqual([{ field: 'status', before: 'Not started', after: 'Closed' }]);
    await office.caller.imports.bringIn({ sessionId, jobId: 'apply' });
    const action = register().actions.find((one) => one.ref === '4');
    expect(action?.status?.state).toBe('closed');
    expect(
      register()
        .progress.filter((update) => update.actionId === action?.id)
        .at(-1),
    ).toMatchObject({
      on: office.app.options.today(),
      status: { state: 'closed' },
      text: 'Taken over by the library service',
    });
    await office.caller.history.undo();
    expect(register().actions.find((one) => one.ref === '4')?.status?.state).toBe('not-started');
  });

  it('decides on one record apart from the others', async () => {
    await bringIn([plan, 'kelder.csv']);
    const short = plan.replace(/^[34],.*\n/gm, '');
    const { sessionId, ...preview } = await start([short, 'kelder v2.csv']);
    const map = gone({ sessionId, ...preview }).find((change) => change.ref === '3');
    await correct(sessionId, { kind: 'gone', id: null, as: 'close', reason: '' });
    const after = await correct(sessionId, { kind: 'gone', id: map?.id ?? null, as: 'leave', reason: '' });
    expect(gone(after).map((change) => [change.ref, change.decision?.as])).toEqual([
      ['3', 'leave'],
      ['4', 'close'],
    ]);
  });

  it('asks whether a re-worded action is the same, with both texts', async () => {
    await bringIn([plan, 'kelder.csv']);
    const reworded = plan.replace(
      'Teach every childminder to spot a speech delay',
      'Train childminders and nurseries to spot speech delay early',
    );
    const preview = await start([reworded, 'kelder v2.csv']);
    const question = preview.files[0]?.questions.find((one) => one.about === 'match');
    expect(question).toMatchObject({ taken: 'same', answered: false });
    expect(question?.compare?.before).toContain('Teach every childminder');
    expect(question?.compare?.after).toContain('Train childminders and nurseries');
    expect(preview.files[0]?.spots).toContainEqual({
      questionId: question?.id,
      sheet: 0,
      row: 4,
      column: expect.any(Number),
    });
    expect(preview.updated.actions).toBe(1);
    const apart = await correct(preview.sessionId, {
      kind: 'answer',
      questionId: question?.id ?? '',
      choice: 'new',
    });
    expect(apart.added.actions).toBe(1);
    expect(apart.gone).toEqual({ actions: 1 });
    expect(apart.files[0]?.questions.find((one) => one.about === 'match')).toMatchObject({
      taken: 'new',
      answered: true,
    });
  });

  it('asks nothing about an action that is plainly the same', async () => {
    await bringIn([plan, 'kelder.csv']);
    const preview = await start([plan.replace('speech delay', 'speech delays'), 'kelder v2.csv']);
    expect(preview.files[0]?.questions.filter((one) => one.about === 'match')).toEqual([]);
    expect(preview.updated.actions).toBe(1);
  });
});

describe('the plan that a file is of', () => {
  const next = plan.replace('2012-13', '2013-14');

  it('is what the officer says it is: another plan, one of its own, or what was found', async () => {
    await bringIn([plan, 'kelder.csv']);
    const [known] = register().plans;
    const preview = await start([next, 'kelder next.csv']);
    expect(preview.files[0]?.into).toEqual({ planId: null, said: false });
    expect(preview.plans).toEqual([{ id: known?.id, title: known?.title, period: '2012-13' }]);
    const into = await correct(preview.sessionId, { kind: 'into', planId: known?.id ?? null });
    expect(into.files[0]?.into).toEqual({ planId: known?.id, said: true });
    expect(into.unchanged.actions).toBe(4);
    const own = await correct(preview.sessionId, { kind: 'into', planId: 'new' });
    expect(own.added).toMatchObject({ plans: 1, actions: 4 });
    await correct(preview.sessionId, { kind: 'into', planId: known?.id ?? null });
    await office.caller.imports.bringIn({ sessionId: preview.sessionId, jobId: 'apply' });
    expect(register().plans).toHaveLength(1);
  });
});

describe('several files at once', () => {
  const first = plan.replace(/^[34],.*\n/gm, '');
  const second = plan.replace(/^[12],.*\n/gm, '').replace('June 2012', 'July 2012');

  it('make one plan where they are parts of one', async () => {
    const result = await bringIn([first, 'part 1.csv'], [second, 'part 2.csv']);
    expect(result.added).toMatchObject({ plans: 1, actions: 4 });
    expect(register().plans).toHaveLength(1);
    expect(register().people.map((person) => person.name)).toEqual(['NB', 'TR']);
    const { added, updated } = await bringIn([first, 'again 1.csv'], [second, 'again 2.csv']);
    expect([added, updated]).toEqual([{}, {}]);
  });

  it('let the later one change what the earlier one says, and list it', async () => {
    const { sessionId, ...preview } = await start(
      [plan, 'all.csv'],
      [
        plan
          .replace('March 2013', 'April 2013')
          .replace(
            '1,Open a play shed on the quay for under-fives,NB',
            '1,Open a play shed on the quay for under-fives,LM',
          ),
        'newer.csv',
      ],
    );
    expect(preview.added).toMatchObject({ plans: 1, actions: 4 });
    expect(preview.changes.find((change) => change.kind === 'changed')).toMatchObject({ ref: '1' });
    await office.caller.imports.bringIn({ sessionId, jobId: 'apply' });
    const [action] = register().actions;
    expect(action?.timescale?.text).toBe('April 2013');
    expect(action?.leads.map((lead) => lead.text)).toEqual(['LM']);
    expect(register().actions).toHaveLength(4);
  });

  it('are gone from a plan only where none of them holds it', async () => {
    await bringIn([plan, 'kelder.csv']);
    const preview = await start([first, 'part 1.csv'], [second.replace(/^4,.*\n/m, ''), 'part 2.csv']);
    expect(gone(preview).map((change) => change.ref)).toEqual(['4']);
  });
});

describe('a file that is brought in twice', () => {
  const files: readonly File[] = [
    [plan, 'kelder.csv'],
    [plan.replaceAll(',', ';').replaceAll('\n', '\r\n'), 'kelder as Excel saves it.csv'],
  ];

  it('changes nothing as a workbook or a Word document, with one more word in its last line', async () => {
    const rows = plan
      .trim()
      .split('\n')
      .slice(2)
      .map((line) => line.split(','));
    const word = (last: string) =>
      wordFile([heading('Kelder Bay Action Plan 2012-13', 1), table(rows, { headerRows: 1 }), para(last)]);
    const book = async (last: string) => {
      const workbook = new ExcelJS.Workbook();
      workbook.created = workbook.modified = new Date('2012-05-01T09:00:00Z');
      const sheet = workbook.addWorksheet('Plan');
      sheet.addRows([['Kelder Bay Action Plan 2012-13'], [], ...rows, [], [last]]);
      return new Uint8Array(await workbook.xlsx.writeBuffer());
    };
    for (const [name, make] of [
      ['kelder.docx', word],
      ['kelder.xlsx', book],
    ] as const) {
      const bring = async (file: Uint8Array) => {
        const { sessionId, ...preview } = await office.caller.imports.start({
          jobId: office.app.options.newId(),
          files: [{ name, base64: Buffer.from(file).toString('base64') }],
        });
        await office.caller.imports.bringIn({ sessionId, jobId: office.app.options.newId() });
        return preview;
      };
      const bytes = await make('Kept by the team.');
      await bring(bytes);
      const once = register();
      const again = await bring(bytes);
      expect([again.added, again.updated]).toEqual([{}, {}]);
      expect(register()).toEqual(once);
      const saved = await bring(await make('Kept by the play team.'));
      expect([saved.added.actions, saved.updated.actions, saved.gone]).toEqual([undefined, undefined, {}]);
      expect(register().actions).toEqual(once.actions);
    }
  });

  it('changes nothing, as the same bytes or saved anew', async () => {
    for (const [text, name] of files) {
      await bringIn([text, name]);
      const once = register();
      const preview = await start([text, name]);
      expect([preview.added, preview.updated, preview.gone]).toEqual([{}, {}, {}]);
      await office.caller.imports.bringIn({ sessionId: preview.sessionId, jobId: 'apply' });
      expect(register()).toEqual(once);
    }
    expect(register().actions).toHaveLength(4);
  });
});
