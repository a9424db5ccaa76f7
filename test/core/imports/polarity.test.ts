import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { type Office, openOffice } from '#test/core/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const head = 'Ref,Indicator,Baseline 2008-09,Target 2009-10,Target 2010-11\n';
const book = `${head}HB 1,Waiting days for a speech assessment,40,35,30
HB 2,Families registered with a centre,,1200,1350
HB 3,Share of children absent from the two-year review,,12%,9.50%
HB 4,Visits offered in words only,,every ward,every ward
HB 5,Places held open,,24,24
`;

function start(text: string, name = 'kelder kpis.csv'): Promise<ImportPreview> {
  return office.caller.imports.start({
    jobId: 'read',
    files: [{ name, base64: Buffer.from(text).toString('base64') }],
  });
}
const asked = (preview: ImportPreview) =>
  (preview.files[0]?.questions ?? []).filter(({ about }) => about === 'polarity');
const answer = (sessionId: string, questionId: string, choice: string) =>
  office.caller.imports.correct({
    sessionId,
    corrections: [{ kind: 'answer', file: 0, questionId, choice }],
  });
const bringIn = (sessionId: string) => office.caller.imports.bringIn({ sessionId, jobId: 'apply' });
const polarities = () =>
  Object.fromEntries(exportRegister(office.register).kpis.map(({ ref, polarity }) => [ref, polarity]));

describe('which way is better of the KPIs of a file', () => {
  it('is asked where baseline and targets do not tell, with what the targets suggest', async () => {
    const preview = await start(book);
    expect(asked(preview).map(({ text, taken, answered }) => [text, taken, answered])).toEqual([
      ['Which way is better: HB 2 Families registered with a centre?', 'later', false],
      ['Which way is better: HB 3 Share of children absent from the two-year review?', 'later', false],
      ['Which way is better: HB 5 Places held open?', 'later', false],
    ]);
    expect(asked(preview).map(({ choices }) => choices.slice(1).map(({ detail }) => detail))).toEqual([
      ['Its targets rise from 1,200 to 1,350', null],
      [null, 'Its targets fall from 12% to 9.50%'],
      [null, null],
    ]);
    const spots = preview.files[0]?.spots ?? [];
    for (const { id } of asked(preview)) expect(spots.some((spot) => spot.questionId === id)).toBe(true);
  });

  it('stays open unless it is answered, and is written with its figures where it is', async () => {
    const { sessionId, ...preview } = await start(book);
    const [, third] = asked({ sessionId, ...preview });
    const after = await answer(sessionId, third?.id ?? '', 'down');
    expect(asked(after).map(({ taken, answered }) => [taken, answered])).toEqual([
      ['later', false],
      ['down', true],
      ['later', false],
    ]);
    await bringIn(sessionId);
    expect(polarities()).toEqual({ 'HB 1': null, 'HB 2': null, 'HB 3': 'down', 'HB 4': null, 'HB 5': null });
    const { kpis, kpiValues } = exportRegister(office.register);
    const id = kpis.find(({ ref }) => ref === 'HB 3')?.id;
    expect(kpiValues.filter(({ kpiId }) => kpiId === id).map(({ polarity }) => polarity)).toEqual([
      'down',
      'down',
    ]);
    await office.caller.history.undo();
    expect(polarities()).toEqual({});
  });

  it('is not asked again of a KPI of which the register knows it', async () => {
    const first = await start(book);
    const [, third] = asked(first);
    await answer(first.sessionId, third?.id ?? '', 'down');
    await bringIn(first.sessionId);
    const again = await start(book.replace('9.50%', '9%'), 'kelder kpis, second.csv');
    expect(asked(again).map(({ text }) => text.slice(21, 25))).toEqual(['HB 2', 'HB 5']);
    const [families] = asked(again);
    await answer(again.sessionId, families?.id ?? '', 'up');
    await bringIn(again.sessionId);
    expect(polarities()).toMatchObject({ 'HB 2': 'up', 'HB 3': 'down' });
  });

  it('is one question where it would be many, and may go as the targets go', async () => {
    const rows = Array.from({ length: 20 }, (_, at) =>
      [`HB ${at}`, `Measure number ${at} of the quay`, '', at % 2 ? '10' : '20', at % 3 ? '15' : '10'].join(
        ',',
      ),
    );
    const { sessionId, ...preview } = await start(`${head}${rows.join('\n')}\n`);
    const [question, ...others] = asked({ sessionId, ...preview });
    expect(others).toEqual([]);
    expect(question?.text).toBe('Nothing tells of 20 KPIs which way is better. How are they to be read?');
    await answer(sessionId, question?.id ?? '', 'targets');
    await bringIn(sessionId);
    const found = polarities();
    expect([found['HB 0'], found['HB 1'], found['HB 3'], found['HB 4']]).toEqual([
      'down',
      'up',
      null,
      'down',
    ]);
  });
});
