import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readProfiles } from '#core/imports/profiles.ts';
import type { Correction, ImportPreview } from '#shared/contract/imports.ts';
import { type Office, openOffice } from '#test/core/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const year = (of: string) => `Brindle Lane Work Plan ${of}

Ref,Action,Lead,By when,Rating,Odds
1,Open the parents’ room in ${of},KL,May 2011,Humming,a
2,Train the volunteers of ${of},MO,June 2011,Gloomy,b
3,Survey the estate for ${of},KL,July 2011,Humming,c
`;

function start(text: string): Promise<ImportPreview> {
  return office.caller.imports.start({
    jobId: `read ${text.slice(0, 40)}`,
    files: [{ name: 'brindle.csv', base64: Buffer.from(text).toString('base64') }],
  });
}
type Said = Correction extends infer C ? (C extends { file: number } ? Omit<C, 'file'> : never) : never;
/** Corrects a first file and brings it in; gives how the next year's is read. */
async function nextYear(first: string, said: (preview: ImportPreview) => Said[], second: string) {
  const preview = await start(first);
  await office.caller.imports.correct({
    sessionId: preview.sessionId,
    corrections: said(preview).map((one) => ({ ...one, file: 0 }) as Correction),
  });
  await office.caller.imports.bringIn({ sessionId: preview.sessionId, jobId: office.app.options.newId() });
  return start(second);
}
const tableOf = (preview: ImportPreview) => {
  const [table] = preview.files[0]?.tables ?? [];
  if (!table) throw new Error('no table');
  return table;
};
const asked = (preview: ImportPreview) => preview.files[0]?.questions.map((one) => one.id) ?? [];

describe('what was corrected once', () => {
  it('is not asked again: what status words mean, whether said on the legend or by an answer', async () => {
    const next = await nextYear(
      year('2011-12'),
      (preview) => {
        expect(asked(preview)).toEqual(expect.arrayContaining(['legend:Humming', 'legend:Gloomy']));
        return [
          { kind: 'answer', questionId: 'legend:Humming', choice: 'on-track' },
          { kind: 'legend', mark: 'Gloomy', state: 'off-track' },
        ];
      },
      year('2012-13'),
    );
    expect(asked(next).filter((id) => id.startsWith('legend:'))).toEqual([]);
    expect(next.files[0]?.legend.map(({ mark, state }) => [mark, state])).toEqual([
      ['Humming', 'on-track'],
      ['Gloomy', 'off-track'],
    ]);
    expect(tableOf(next).remembered).toBe(true);
  });

  it('makes an answer hold for the records of the file itself', async () => {
    const preview = await start(year('2011-12'));
    const answered = await office.caller.imports.correct({
      sessionId: preview.sessionId,
      corrections: [{ kind: 'answer', file: 0, questionId: 'legend:Humming', choice: 'on-track' }],
    });
    expect(answered.files[0]?.legend.find((entry) => entry.mark === 'Humming')?.state).toBe('on-track');
  });

  it('keeps what the table holds and what its columns mean', async () => {
    const next = await nextYear(
      year('2011-12'),
      (preview) => [
        { kind: 'table-kind', tableId: tableOf(preview).id, as: 'kpis' },
        {
          kind: 'column',
          tableId: tableOf(preview).id,
          column: 1,
          field: 'kpi-name',
          role: null,
          period: null,
        },
      ],
      year('2012-13'),
    );
    expect(tableOf(next).kind).toBe('kpis');
    expect(tableOf(next).columns[1]?.field).toBe('kpi-name');
  });

  it('finds the header rows where they were put the year before', async () => {
    const headed = (of: string) =>
      `Lane Plan ${of}\n\nRef,Action,Who,When\nno.,${of},lead,by\n1,Open a room,KL,May 2011\n2,Close a door,MO,June 2011\n`;
    const next = await nextYear(
      headed('2011-12'),
      (preview) => [
        {
          kind: 'header-rows',
          tableId: tableOf(preview).id,
          from: tableOf(preview).top,
          to: tableOf(preview).top + 1,
        },
      ],
      headed('2012-13'),
    );
    expect(tableOf(next).headerRows).toEqual([2, 3]);
    expect(tableOf(next).records).toBe(2);
  });

  it('can be forgotten, at once for this file and for good once it is brought in', async () => {
    const next = await nextYear(
      year('2011-12'),
      () => [{ kind: 'answer', questionId: 'legend:Humming', choice: 'on-track' }],
      year('2012-13'),
    );
    const forgotten = await office.caller.imports.correct({
      sessionId: next.sessionId,
      corrections: [{ kind: 'forget', file: 0, tableId: tableOf(next).id }],
    });
    expect(asked(forgotten)).toContain('legend:Humming');
    expect(tableOf(forgotten).remembered).toBeUndefined();
    await office.caller.imports.bringIn({ sessionId: next.sessionId, jobId: office.app.options.newId() });
    expect(readProfiles(office.register.db)).toEqual([]);
    await office.caller.history.undo();
    expect(readProfiles(office.register.db)).toHaveLength(1);
  });
});
