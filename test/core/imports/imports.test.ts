import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { type Office, openOffice, refusalOf } from '#test/core/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const plan = `Harnsea Delivery Plan 2009-10
N.B. Posts depend on the settlement.

Ref,Objective,Action,Lead,By when,RAG,Comments
1.1,Speech comes first,Open a toy library at the Wharf,NB / Tom Ridley,March 2010,On track,Lease agreed
1.2,,Train crèche staff in signing,NB,Dec 09,Complete,
2.1,Families choose,Publish one directory of places,Outreach team,Ongoing,With legal,
`;
let jobs = 0;

function fileOf(text: string, name = 'harnsea.csv') {
  return { name, base64: Buffer.from(text).toString('base64') };
}
async function start(
  text: string,
  o: { name?: string; options?: Record<string, unknown> } = {},
): Promise<ImportPreview> {
  return office.caller.imports.start({
    jobId: `job ${jobs++}`,
    files: [fileOf(text, o.name)],
    options: o.options ?? {},
  });
}
async function bringIn(text: string, o: { name?: string; options?: Record<string, unknown> } = {}) {
  const { sessionId } = await start(text, o);
  return office.caller.imports.bringIn({ sessionId, jobId: `job ${jobs++}` });
}
const register = () => exportRegister(office.register);

describe('an import', () => {
  it('writes nothing until it is brought in, then all of it as one act', async () => {
    const before = register();
    const preview = await start(plan);
    expect(preview.added).toMatchObject({ plans: 1, sections: 2, actions: 3 });
    expect(preview.files[0]?.reconciliation).toMatchObject({ tray: 0, lost: 0 });
    expect(register()).toEqual(before);
    const result = await office.caller.imports.bringIn({ sessionId: preview.sessionId, jobId: 'apply' });
    expect(result.added).toEqual(preview.added);
    const after = register();
    expect(after.actions.map((action) => action.ref)).toEqual(['1.1', '1.2', '2.1']);
    expect(after.plans[0]).toMatchObject({
      title: 'Harnsea Delivery Plan 2009-10',
      kind: 'delivery plan',
      period: { label: '2009-10' },
    });
    expect(after.plans[0]?.preamble).toContain('Posts depend on the settlement');
    expect(after.actions[0]?.source?.cells).toMatchObject({
      text: 'harnsea!C5',
      leads: 'harnsea!D5',
      timescale: 'harnsea!E5',
    });
    await office.caller.history.undo();
    expect(register()).toEqual(before);
    await office.caller.history.redo();
    expect(register()).toEqual(after);
  });

  it('makes a status an update that keeps its words, and asks about one that nobody knows', async () => {
    const preview = await start(plan);
    const unknown = preview.files[0]?.questions.find((question) => question.text.includes('With legal'));
    expect(unknown).toMatchObject({ about: 'legend', answered: false });
    expect(preview.files[0]?.legend.find((entry) => entry.mark === 'With legal')).toMatchObject({
      kind: 'word',
      cells: 1,
    });
    const corrected = await office.caller.imports.correct({
      sessionId: preview.sessionId,
      corrections: [{ kind: 'legend', file: 0, mark: 'With legal', state: 'at-risk' }],
    });
    expect(corrected.files[0]?.legend.find((entry) => entry.mark === 'With legal')?.state).toBe('at-risk');
    await office.caller.imports.bringIn({ sessionId: preview.sessionId, jobId: 'apply' });
    const { actions, progress } = register();
    expect(actions.map((action) => action.status)).toEqual([
      { state: 'on-track', label: 'On track' },
      { state: 'complete', label: 'Complete' },
      { state: 'at-risk', label: 'With legal' },
    ]);
    expect(progress).toHaveLength(3);
  });

  it('asks which of two readings of a date was meant, and takes the answer', async () => {
    const preview = await start(plan);
    const question = preview.files[0]?.questions.find((one) => one.about === 'timescale');
    expect(question?.text).toContain('Dec 09');
    expect(question?.choices.length).toBeGreaterThan(2);
    const other = question?.choices[1];
    const corrected = await office.caller.imports.correct({
      sessionId: preview.sessionId,
      corrections: [{ kind: 'answer', file: 0, questionId: question?.id ?? '', choice: other?.id ?? '' }],
    });
    expect(corrected.files[0]?.questions.find((one) => one.id === question?.id)).toMatchObject({
      answered: true,
      taken: other?.id,
    });
    await office.caller.imports.bringIn({ sessionId: preview.sessionId, jobId: 'apply' });
    expect(register().actions[1]?.timescale).toMatchObject({ text: 'Dec 09', ambiguous: false });
  });

  it('changes nothing the second time', async () => {
    await bringIn(plan);
    const once = register();
    const again = await bringIn(plan);
    expect(again).toMatchObject({ added: {}, updated: {}, unchanged: { plans: 1, sections: 2, actions: 3 } });
    expect(register()).toEqual(once);
  });

  it('leaves what the officer has changed since, when the very same file comes again', async () => {
    await bringIn(plan);
    const [first] = register().actions;
    await office.caller.plans.setCells({
      planId: first?.planId ?? '',
      edits: [{ actionId: first?.id ?? '', field: 'comment', text: 'Lease signed' }],
    });
    await bringIn(plan);
    expect(register().actions[0]?.comment).toBe('Lease signed');
  });

  it('updates field by field from a file that was edited, and adds what is new in its place', async () => {
    await bringIn(plan);
    const before = register();
    const edited = plan
      .replace('March 2010', 'June 2010')
      .replace('NB / Tom Ridley', 'NB / Ola Dunne')
      .replace('1.2,,', '1.1a,,Paint the library,OD,May 2010,Not started,\n1.2,,')
      .replace(',Dec 09,Complete,', ',Dec 09,Off track,Trainer ill');
    const preview = await start(edited, { name: 'harnsea v2.csv' });
    const changed = preview.changes.filter((change) => change.kind === 'changed');
    expect(changed.map((change) => [change.ref, change.fields.map((field) => field.field)])).toEqual([
      ['1.1', ['timescale', 'leads']],
      ['1.2', ['comment', 'status']],
    ]);
    expect(changed[0]?.fields[0]).toEqual({ field: 'timescale', before: 'March 2010', after: 'June 2010' });
    await office.caller.imports.bringIn({ sessionId: preview.sessionId, jobId: 'apply' });
    const after = register();
    expect(after.actions.map((action) => action.ref)).toEqual(['1.1', '1.1a', '1.2', '2.1']);
    expect(after.actions[0]?.id).toBe(before.actions[0]?.id);
    expect(after.actions[0]).toMatchObject({ timescale: { end: '2010-06-30' }, comment: 'Lease agreed' });
    expect(after.actions[0]?.leads.map((lead) => lead.text)).toEqual(['NB', 'Ola Dunne']);
    expect(after.actions[2]?.status).toEqual({ state: 'off-track', label: 'Off track' });
    expect(
      after.progress
        .filter((update) => update.actionId === after.actions[2]?.id)
        .map((update) => update.status?.state),
    ).toEqual(['complete', 'off-track']);
    expect(after.plans).toHaveLength(1);
  });

  it('makes next year’s file another plan, not a change of this year’s', async () => {
    await bringIn(plan);
    await bringIn(plan.replace('2009-10', '2010-11'), { name: 'next.csv' });
    expect(register().plans.map((one) => one.period?.label)).toEqual(['2009-10', '2010-11']);
    expect(register().actions).toHaveLength(6);
  });

  it('brings rows into the plan that is named', async () => {
    await bringIn(plan);
    const [target] = register().plans;
    const more =
      'Ref,Action,Lead,By when\n3.1,Visit every childminder,NB,June 2010\n3.2,Share the rota,OD,July 2010\n';
    await bringIn(more, { name: 'more.csv', options: { intoPlanId: target?.id } });
    expect(register().plans).toHaveLength(1);
    expect(register().actions.map((action) => action.ref)).toEqual(['1.1', '1.2', '2.1', '3.1', '3.2']);
  });

  it('refuses to bring in what was compared with another state of the register, and compares it again', async () => {
    const preview = await start(plan);
    await office.caller.plans.create({ title: 'Another', kind: 'work plan', period: null });
    const refused = await refusalOf(
      office.caller.imports.bringIn({ sessionId: preview.sessionId, jobId: 'a' }),
    );
    expect(refused.code).toBe('conflict');
    expect(register().actions).toEqual([]);
    await office.caller.imports.bringIn({ sessionId: preview.sessionId, jobId: 'b' });
    expect(register().actions).toHaveLength(3);
  });

  it('is gone once dropped', async () => {
    const { sessionId } = await start(plan);
    expect(await office.caller.imports.drop({ sessionId })).toEqual({ dropped: true });
    expect((await refusalOf(office.caller.imports.preview({ sessionId }))).code).toBe('not-found');
  });

  it('makes a backup before it writes', async () => {
    await bringIn(plan);
    const [first] = (await office.caller.backups.list()).backups;
    await bringIn(plan.replace('2009-10', '2010-11'), { name: 'next.csv' });
    const reasons = (await office.caller.backups.list()).backups.map((backup) => backup.reason);
    expect(reasons).toContain('before-import');
    expect(first === undefined || first.verdict === 'good').toBe(true);
  });
});

describe('a correction', () => {
  it('gives a column another meaning, and is remembered for the next file with these headings', async () => {
    const text =
      'Ref,Action,Lead,Steer\n1.1,Open a toy library,NB,Core grant\n1.2,Train the crèche staff,TR,Lottery bid\n';
    const preview = await start(text);
    const table = preview.files[0]?.tables[0];
    expect(table?.columns[3]).toMatchObject({ header: 'Steer', field: 'detail' });
    const corrected = await office.caller.imports.correct({
      sessionId: preview.sessionId,
      corrections: [{ kind: 'column', file: 0, tableId: table?.id ?? '', column: 3, field: 'resources' }],
    });
    expect(corrected.files[0]?.tables[0]?.columns[3]).toMatchObject({
      field: 'resources',
      because: 'you said so',
    });
    await office.caller.imports.bringIn({ sessionId: preview.sessionId, jobId: 'apply' });
    expect(register().actions.map((action) => action.resources)).toEqual(['Core grant', 'Lottery bid']);
    const next = await start(text.replaceAll('1.', '2.').replace('Open', 'Close'), { name: 'other.csv' });
    expect(next.files[0]?.tables[0]?.columns[3]).toMatchObject({
      field: 'resources',
      because: 'as in your earlier import',
    });
  });

  it('sends a column to the tray, and takes a table for none', async () => {
    const preview = await start(plan);
    const table = preview.files[0]?.tables[0];
    const away = await office.caller.imports.correct({
      sessionId: preview.sessionId,
      corrections: [{ kind: 'column', file: 0, tableId: table?.id ?? '', column: 6, field: 'none' }],
    });
    expect(away.files[0]?.tray.map((piece) => piece.text)).toEqual(['Lease agreed']);
    const none = await office.caller.imports.correct({
      sessionId: preview.sessionId,
      corrections: [{ kind: 'table-kind', file: 0, tableId: table?.id ?? '', as: 'text' }],
    });
    expect(none.added.actions).toBeUndefined();
    expect(none.files[0]?.reconciliation.lost).toBe(0);
  });

  it('shows on the picture what becomes of every cell', async () => {
    const { sessionId } = await start(plan);
    const picture = await office.caller.imports.sheet({
      sessionId,
      file: 0,
      sheet: 0,
      firstRow: 0,
      rowCount: 20,
    });
    const fateAt = (row: number, column: number) =>
      picture.cells.find((cell) => cell.row === row && cell.column === column)?.fate;
    expect(fateAt(3, 2)).toBe('header');
    expect(fateAt(4, 1)).toBe('section');
    expect(fateAt(4, 2)).toBe('placed');
    expect(picture.cells.some((cell) => cell.questionId?.startsWith('timescale:'))).toBe(true);
  });
});

describe('the tray', () => {
  it('keeps what found no place, until it is settled', async () => {
    const result = await bringIn(`${plan}\n\nTotal WTE 14.6 (was 15.2)\n`);
    expect(result.files[0]?.tray).toEqual([{ where: 'harnsea!A10', text: 'Total WTE 14.6 (was 15.2)' }]);
    const [piece] = await office.caller.imports.tray({});
    expect(piece).toMatchObject({ state: 'open', file: 'harnsea.csv', importId: result.importId });
    await office.caller.imports.settleTray({ ids: [piece?.id ?? ''], as: 'discarded', reason: 'a sum' });
    expect(await office.caller.imports.tray({})).toMatchObject([{ state: 'discarded', reason: 'a sum' }]);
    expect(await office.caller.imports.list()).toMatchObject([
      { openTray: 0, files: [{ name: 'harnsea.csv' }] },
    ]);
    await office.caller.history.undo();
    expect(await office.caller.imports.tray({})).toMatchObject([{ state: 'open' }]);
  });
});

describe('a register’s own export', () => {
  it('comes back whole into an empty register, and is refused by one that holds something', async () => {
    await bringIn(plan);
    const json = JSON.stringify(register());
    const other = await openOffice();
    try {
      const { sessionId } = await other.caller.imports.start({
        jobId: 'x',
        files: [fileOf(json, 'register.json')],
        options: {},
      });
      await other.caller.imports.bringIn({ sessionId, jobId: 'y' });
      expect(exportRegister(other.register)).toEqual(register());
    } finally {
      await other.close();
    }
    const refused = await refusalOf(start(json, { name: 'register.json' }));
    expect(refused.code).toBe('not-possible');
    expect((await refusalOf(start('{"format":"other"}', { name: 'x.json' }))).code).toBe('file-unsupported');
  });
});
