import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import { type Office, openOffice } from '#test/core/office.ts';
import { seedFile } from '#test/fixtures/seeds/seeds.ts';
import { bullets, para, table, wordFile } from '#test/fixtures/word/word.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const head = (text: string) => para([{ text, bold: true }]);
const title = (day: string) =>
  head(`Minutes of the Tarn Valley Schools Forum held on ${day} at 2pm in Tarn Hall`);

const june = wordFile([
  title('12 June 2015'),
  para('Present: Cllr Abel Stone (Chair), Jo Brand (JB), Head of Schools; Kim Lowe (KL), Public Health'),
  para('Apologies: Dr Sam Hyde'),
  head('41/15 School meals'),
  para('Further to Minute 30/14, the Forum considered a report. The following concerns were raised:'),
  ...bullets(['Cost of the new kitchens', 'Take-up in the villages']),
  para('RESOLVED that the Forum:'),
  para('(1) Notes the report.'),
  para('(2) Requests the Head of Schools to visit the kitchens by 30 June 2015.'),
  para('ACTION: JB to send out the menu by 12/7'),
  head('42/15 Next meeting'),
  para('11 September 2015'),
  table(
    [
      ['Action', 'Lead', 'By when'],
      ['Book the hall', 'KL', '3 July'],
    ],
    { headerRows: 1 },
  ),
]);
const september = wordFile([
  title('11 September 2015'),
  para('Present: Cllr Abel Stone (Chair), Jo Brand (JB), Head of Schools'),
  head('43/15 Buses'),
  para('Jo Brand reported that all buses run.'),
  para('RESOLVED that the report be noted.'),
  para('ACTION: JB to count the riders by the end of October'),
]);

async function bringIn(...files: (readonly [bytes: Uint8Array, name: string])[]) {
  const { sessionId, ...preview } = await office.caller.imports.start({
    jobId: 'read',
    files: files.map(([bytes, name]) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
  });
  const result = await office.caller.imports.bringIn({ sessionId, jobId: 'apply' });
  return { preview, result };
}
const register = () => exportRegister(office.register);

describe('minutes brought in', () => {
  it('owe the report that a resolution asks for again and again, once', async () => {
    const minutes = wordFile([
      title('10 December 2015'),
      head('44/15 Meals again'),
      para('The Forum considered a report.'),
      para('RESOLVED that the Forum requests further progress reports on a quarterly basis.'),
    ]);
    const { result } = await bringIn([minutes, 'december.docx']);
    expect(result.added).toMatchObject({ owedReports: 1 });
    const owed = () => register().owedReports ?? [];
    expect(owed()).toMatchObject([
      { resolutionId: register().resolutions[0]?.id, every: 'on a quarterly basis', nextOn: '2016-03-10' },
    ]);
    expect(owed()[0]?.toBodyId).toBe(register().bodies[0]?.id);
    await bringIn([minutes, 'december again.docx']);
    expect(owed()).toHaveLength(1);
  });

  it('become the body, its meeting, who was there, items, resolutions and tracked actions', async () => {
    const { result } = await bringIn([june, 'june.docx']);
    expect(result.files[0]?.reconciliation).toMatchObject({ tray: 0, lost: 0 });
    const { bodies, meetings, attendance, agendaItems, resolutions, plans, actions, people } = register();
    expect(bodies.map(({ name, kind }) => [name, kind])).toEqual([['Tarn Valley Schools Forum', 'forum']]);
    expect(meetings.map(({ heldOn, place, state, furtherTo }) => [heldOn, place, state, furtherTo])).toEqual([
      ['2015-06-12', 'Tarn Hall', 'draft-minutes', '30/14'],
      ['2015-09-11', null, 'proposed', null],
    ]);
    expect(attendance.map(({ name, role, state }) => [name, role, state])).toEqual([
      ['Cllr Abel Stone', 'Chair', 'present'],
      ['Jo Brand', 'JB, Head of Schools', 'present'],
      ['Kim Lowe', 'KL, Public Health', 'present'],
      ['Dr Sam Hyde', undefined, 'apologies'],
    ]);
    expect(agendaItems.map(({ number, title: words }) => [number, words])).toEqual([
      ['41/15', 'School meals'],
      ['42/15', 'Next meeting'],
    ]);
    expect(agendaItems[0]?.points.map(({ heading }) => heading)).toEqual(['Concerns', 'Concerns']);
    expect(resolutions.map(({ number, kind }) => [number, kind])).toEqual([
      ['(1)', 'notes'],
      ['(2)', 'action'],
    ]);
    expect(plans.map(({ kind, title: words, period }) => [kind, words, period])).toEqual([
      ['actions arising', 'Actions arising: Tarn Valley Schools Forum', null],
    ]);
    const nameOf = (id: string | null) => people.find((one) => one.id === id)?.name;
    expect(
      actions.map(({ leads, timescale }) => [leads.map((lead) => nameOf(lead.personId)), timescale?.end]),
    ).toEqual([
      [['Head of Schools'], '2015-06-30'],
      [['Jo Brand'], '2015-07-12'],
      [['Kim Lowe'], '2015-07-03'],
    ]);
    expect(resolutions[1]?.actionId).toBe(actions[0]?.id);
    // Those whose initials lead something are people, and were there.
    expect(attendance.map((one) => nameOf(one.personId))).toEqual([
      undefined,
      'Jo Brand',
      'Kim Lowe',
      undefined,
    ]);
  });

  it('change nothing when they are brought in again', async () => {
    await bringIn([june, 'june.docx']);
    const before = register();
    const { preview } = await bringIn([june, 'june.docx']);
    expect([preview.added, preview.updated]).toEqual([{}, {}]);
    expect(register()).toEqual(before);
  });

  it('fill the meeting that the last ones announced, and keep their actions with the others', async () => {
    await bringIn([june, 'june.docx']);
    const { preview } = await bringIn([september, 'september.docx']);
    expect(preview.gone).toEqual({});
    const { bodies, meetings, plans, actions } = register();
    expect([bodies.length, plans.length, actions.length]).toEqual([1, 1, 4]);
    expect(meetings.map(({ heldOn, state }) => [heldOn, state])).toEqual([
      ['2015-06-12', 'draft-minutes'],
      ['2015-09-11', 'draft-minutes'],
    ]);
  });

  it('make one body and one plan when several are brought in at once', async () => {
    await bringIn([june, 'june.docx'], [september, 'september.docx']);
    const { bodies, meetings, plans, actions, people } = register();
    expect([bodies.length, meetings.length, plans.length, actions.length]).toEqual([1, 2, 1, 4]);
    expect(people.filter((one) => one.name === 'Jo Brand')).toHaveLength(1);
  });

  it('are taken back by one undo', async () => {
    const before = register();
    await bringIn([june, 'june.docx']);
    await office.caller.history.undo();
    const after = register();
    for (const list of [
      'bodies',
      'meetings',
      'attendance',
      'agendaItems',
      'resolutions',
      'actions',
      'plans',
    ] as const)
      expect(after[list]).toEqual(before[list]);
  });
});

describe.each(['004.docx', '004.xlsx', '004.txt'])('the minutes of seed %s', (name) => {
  const file = seedFile(name);
  it.skipIf(file === null)('(skipped where the seeds are not at hand) are read whole', async () => {
    if (!file) return;
    const { result } = await bringIn([file.bytes, file.name]);
    expect(result.files[0]?.reconciliation).toMatchObject({ tray: 0, lost: 0 });
    const { bodies, meetings, agendaItems, resolutions, actions } = register();
    expect(bodies.map((body) => body.kind)).toEqual(['cabinet member']);
    expect(meetings.map(({ heldOn, furtherTo }) => [heldOn, furtherTo])).toEqual([[null, '41/14']]);
    expect(agendaItems).toHaveLength(1);
    const points = Map.groupBy(agendaItems[0]?.points ?? [], (point) => point.heading);
    // The report, strengths, areas for development, improvement actions, questions.
    expect([...points.values()].map((those) => those.length)).toEqual([1, 6, 3, 6, 4]);
    expect(resolutions.map(({ number, kind }) => [number, kind])).toEqual([
      ['(1)', 'notes'],
      ['(2)', 'action'],
      ['(3)', 'report'],
    ]);
    expect(actions.map((action) => action.timescale?.recurrence ?? null)).toEqual([null, 'P3M']);
    expect(resolutions.map((one) => one.actionId)).toEqual([null, actions[0]?.id, actions[1]?.id]);
    const { owedReports = [] } = register();
    expect(owedReports.map(({ resolutionId, toBodyId, every }) => [resolutionId, toBodyId, every])).toEqual([
      [resolutions[2]?.id, bodies[0]?.id, 'on a quarterly basis'],
    ]);
  });
});
