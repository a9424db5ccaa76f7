import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type Board, holdMeeting, sampleBoard } from './board.ts';

let office: Office;
let board: Board;
beforeEach(async () => {
  office = await openOffice();
  board = await sampleBoard(office);
});
afterEach(() => office.close());

const get = (meetingId = board.meetingId) => office.caller.meetings.get({ meetingId });

describe('a meeting that is planned', () => {
  it('takes place, time, length and the day of its papers from its body', async () => {
    expect((await get()).meeting).toMatchObject({
      title: 'Harbour partnership board',
      heldOn: '2010-10-14',
      place: 'Lantern room',
      startTime: '14:00',
      lengthMinutes: 120,
      papersOn: '2010-10-07',
      state: 'planned',
    });
  });

  it('raises its sequence with a new day, time or place, and moves the papers along; nothing else does', async () => {
    const { meetingId } = board;
    await office.caller.meetings.edit({ meetingId, chair: 'Nia Rowe' });
    expect((await get()).meeting.sequence).toBeUndefined();
    await office.caller.meetings.edit({ meetingId, on: '2010-10-21' });
    expect((await get()).meeting).toMatchObject({ sequence: 1, papersOn: '2010-10-14', chair: 'Nia Rowe' });
    await office.caller.meetings.cancel({ meetingId, why: 'Snow' });
    expect((await get()).meeting).toMatchObject({ sequence: 2, state: 'cancelled', cancelledWhy: 'Snow' });
    await office.caller.meetings.restore({ meetingId });
    expect((await get()).meeting).toMatchObject({ sequence: 3, state: 'planned' });
    expect((await get()).meeting.cancelledWhy).toBeUndefined();
  });

  it('is planned with others in one act, as a series', async () => {
    const { bodyId } = board;
    const days = ['2011-01-13', '2011-04-14'];
    await office.caller.meetings.planMany({ bodyId, meetings: days.map((on) => ({ on })) });
    const { meetings } = await office.caller.bodies.get({ bodyId });
    const [, first, second] = meetings;
    expect([first?.heldOn, second?.heldOn]).toEqual(days);
    expect(first?.seriesId).toBe(second?.seriesId);
    await office.caller.history.undo();
    expect((await office.caller.bodies.get({ bodyId })).meetings).toHaveLength(1);
  });
});

describe('an agenda', () => {
  it('is proposed from what is due and said why, and built in one act', async () => {
    const { meetingId, plan } = board;
    await office.caller.bodies.setStandingItems({
      bodyId: board.bodyId,
      items: [
        {
          title: 'Declarations',
          kind: 'standing',
          plannedMinutes: 5,
          officer: { text: 'Nia Rowe', personId: null },
        },
      ],
    });
    await office.caller.owedReports.add({
      resolutionId: null,
      title: 'Saturday line',
      toBodyId: board.bodyId,
      every: 'quarterly',
      nextOn: '2010-10-01',
      officer: 'Ruth Adeyemi',
    });
    const proposal = await office.caller.agenda.proposal({ meetingId });
    expect(proposal.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      'apologies: Apologies',
      'standing: Declarations',
      'review: Review: Harbour Early Years Plan',
      'report: Saturday line',
      'other-business: Any other business',
      'next-meeting: Date of next meeting',
    ]);
    const review = proposal.find(({ kind }) => kind === 'review');
    expect(review?.links[0]).toMatchObject({ actionId: plan.actions[0], planId: plan.planId });
    expect(proposal.find(({ kind }) => kind === 'report')?.why).toBe('Owed quarterly, by 1 October 2010');
    await office.caller.agenda.build({ meetingId, items: proposal });
    const { items } = await get();
    expect(items.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Apologies',
      '2 Declarations',
      '3 Review: Harbour Early Years Plan',
      '4 Saturday line',
      '5 Any other business',
      '6 Date of next meeting',
    ]);
    expect(items.map(({ plannedStart }) => plannedStart)).toEqual([
      '14:00',
      '14:00',
      '14:05',
      '14:05',
      '14:05',
      '14:05',
    ]);
    expect(items[2]?.about[0]).toMatchObject({ kind: 'action', title: expect.stringContaining('leaflet') });
    expect((await office.caller.agenda.proposal({ meetingId })).every(({ there }) => there)).toBe(true);
    await office.caller.history.undo();
    expect((await get()).items).toEqual([]);
  });

  it('is numbered through as items come, go and move', async () => {
    const { meetingId } = board;
    const ids: string[] = [];
    for (const title of ['One', 'Two', 'Three'])
      ids.push((await office.caller.agenda.addItem({ meetingId, title, plannedMinutes: 10 })).itemId);
    await office.caller.agenda.moveItem({ itemId: ids[2] ?? '', afterItemId: null });
    await office.caller.agenda.addItem({ meetingId, title: 'Between', afterItemId: ids[2] ?? '' });
    const titles = async () => (await get()).items.map(({ number, title }) => `${number} ${title}`);
    expect(await titles()).toEqual(['1 Three', '2 Between', '3 One', '4 Two']);
    await office.caller.agenda.removeItem({ itemId: ids[0] ?? '' });
    expect(await titles()).toEqual(['1 Three', '2 Between', '3 Two']);
  });
});

describe('a meeting that is held', () => {
  it('has its members there, says the quorum, and counts a substitute for whom they stand', async () => {
    const { meetingId } = board;
    expect(await office.caller.minutes.begin({ meetingId })).toMatchObject({ attendance: 3 });
    const [nia, ruth] = (await get()).attendance;
    expect((await get()).quorum.words).toBe('3 members present; the quorum is 2.');
    for (const { id } of [nia, ruth].flatMap((one) => one ?? []))
      await office.caller.minutes.attend({ meetingId, attendanceId: id, state: 'apologies' });
    expect((await get()).quorum).toMatchObject({ present: 1, quorate: false });
    await office.caller.minutes.attend({
      meetingId,
      attendanceId: null,
      name: 'Lou Vane',
      state: 'present',
      substituteFor: 'Ruth Adeyemi',
    });
    expect((await get()).quorum).toMatchObject({ present: 2, quorate: true });
    const { bodyId } = board;
    const grid = await office.caller.bodies.attendance({ bodyId, from: '2010-04-01', to: '2011-03-31' });
    expect(grid.people.map(({ name, share, member }) => ({ name, share, member }))).toEqual([
      { name: 'Nia Rowe', share: 0, member: true },
      { name: 'Ruth Adeyemi', share: 100, member: true },
      { name: 'Tom Pell', share: 100, member: true },
      { name: 'Lou Vane', share: 100, member: false },
    ]);
    expect(grid).toMatchObject({ present: 2, expected: 3, share: 66.7 });
    expect(grid.meetings).toMatchObject([{ present: 2, quorate: true }]);
  });

  it('numbers minutes and resolutions in the style of the body, and tracks what is resolved', async () => {
    const { actionId, itemId } = await holdMeeting(office, board);
    const { items, resolutions, stage, meeting } = await get();
    expect(stage).toBe('draft');
    expect(meeting).toMatchObject({ closedTime: '15:40', minuteRef: '1/10' });
    expect(items[0]).toMatchObject({ minuteRef: '1/10' });
    expect(resolutions[0]).toMatchObject({
      ref: '1/10 (1)',
      standing: 'open',
      because: 'No update yet',
      late: false,
      action: { actionId, text: 'Print the leaflet again', end: '2010-11-30' },
      resolution: {
        number: '(1)',
        kind: 'action',
        leads: [{ text: 'Ruth Adeyemi' }],
        due: { end: '2010-11-30' },
      },
    });
    expect((await get()).nextResolution[itemId]).toBe('(2)');
    expect((await get()).nextMinute).toBe('2/10');
    const undone: string[] = [];
    while ((await office.caller.register.state()).open?.undo) {
      undone.push((await office.caller.history.undo())?.label ?? '');
    }
    expect(undone).toContain('Resolution of Harbour partnership board of 14 October 2010');
  });

  it('writes what is told there as a dated update that bears the meeting, and the matter is done', async () => {
    const { actionId } = await holdMeeting(office, board);
    const { meetingId, bodyId } = board;
    const { meetingId: nextId } = await office.caller.meetings.plan({ bodyId, on: '2010-12-09' });
    expect((await get(nextId)).arising).toMatchObject([
      { ref: '1/10 (1)', who: 'Ruth Adeyemi', late: false },
    ]);
    expect((await office.caller.agenda.proposal({ meetingId: nextId })).map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Minutes of 14 October 2010, 1/10', 'Matters arising']),
    );
    const told = {
      meetingId: nextId,
      actionIds: [actionId],
      state: 'complete' as const,
      text: 'Printed',
      by: null,
    };
    await office.caller.minutes.tell(told);
    expect((await get(nextId)).progress).toMatchObject([{ actionId, on: '2010-12-09', text: 'Printed' }]);
    expect((await get(nextId)).arising).toEqual([]);
    const [resolution] = await office.caller.resolutions.list({ bodyId, standing: 'done' });
    expect(resolution).toMatchObject({
      doneOn: '2010-12-09',
      days: 56,
      because: 'Complete on 9 December 2010',
    });
    expect(await office.caller.resolutions.pace({ bodyId })).toMatchObject({ done: 1, median: 56 });
    expect((await get(meetingId)).next?.id).toBe(nextId);
  });

  it('finds earlier minutes that words refer to, and keeps the words where there are none', async () => {
    await holdMeeting(office, board);
    const { bodyId } = board;
    const { meetingId } = await office.caller.meetings.plan({ bodyId, on: '2010-12-09' });
    await office.caller.agenda.addItem({
      meetingId,
      title: 'Leaflet again',
      furtherTo: 'Minute 1/10',
      text: 'As Minute 99/08 has it, nothing was paid on 7/4/15.',
    });
    const [item] = (await get(meetingId)).items;
    expect(item?.references).toMatchObject([
      {
        ref: '1/10',
        meetingId: board.meetingId,
        title: 'Harbour partnership board, 14 October 2010: Leaflet',
      },
      { ref: '99/08', meetingId: null, title: null },
    ]);
  });
});

describe('a meeting that was deleted', () => {
  it('comes back from the bin with its items, resolutions, reports owed and attendance', async () => {
    const { meetingId, bodyId } = board;
    const { resolutionId } = await holdMeeting(office, board);
    const fields = {
      title: 'Cost',
      toBodyId: bodyId,
      every: 'quarterly',
      nextOn: '2011-01-14',
      officer: null,
    };
    await office.caller.resolutions.track({ resolutionId, track: { as: 'report', ...fields } });
    const before = await get();
    expect(await office.caller.meetings.remove({ meetingId })).toEqual({
      items: 1,
      resolutions: 1,
      attendance: 3,
    });
    expect(await office.caller.owedReports.list({})).toEqual([]);
    const { entries } = await office.caller.history.bin({});
    await office.caller.history.bringBack({ id: entries.find(({ kind }) => kind === 'meeting')?.id ?? '' });
    expect(await get()).toEqual(before);
  });
});

describe('reports owed', () => {
  it('are owed by a resolution, due on the agenda, given, and owed again one stretch on', async () => {
    const { meetingId, bodyId } = board;
    await office.caller.minutes.begin({ meetingId });
    const { itemId } = await office.caller.agenda.addItem({ meetingId, title: 'Line' });
    const text = 'Requests further progress reports on a quarterly basis';
    const read = await office.caller.resolutions.read({ meetingId, text });
    expect(read).toMatchObject({ kind: 'report', nextOn: '2011-01-14' });
    const track = {
      as: 'report' as const,
      title: 'Progress of the line',
      toBodyId: bodyId,
      every: read.every ?? '',
      nextOn: read.nextOn,
      officer: 'RA',
    };
    const { resolutionId } = await office.caller.resolutions.add({ itemId, text, track: [track] });
    const [owed] = await office.caller.owedReports.list({ bodyId, by: '2011-01-14' });
    expect(owed).toMatchObject({ report: { resolutionId, title: 'Progress of the line' }, daysLate: null });
    const given = await office.caller.owedReports.deliver({
      owedReportId: owed?.report.id ?? '',
      on: '2011-01-20',
      meetingId,
      words: 'Given orally',
    });
    expect(given.nextOn).toBe('2011-04-14');
    const [shown] = await office.caller.resolutions.list({ bodyId });
    expect(shown).toMatchObject({ standing: 'open', because: 'The next report is owed by 14 April 2011' });
    const last = await office.caller.owedReports.deliver({
      owedReportId: owed?.report.id ?? '',
      on: '2011-04-14',
      meetingId: null,
      words: '',
      nextOn: null,
    });
    expect(last.nextOn).toBeNull();
    expect((await office.caller.resolutions.list({ bodyId }))[0]?.standing).toBe('done');
  });
});

describe('a body', () => {
  it('is not removed with its minutes, and does not report to itself', async () => {
    await holdMeeting(office, board);
    const { bodyId } = board;
    expect(await refusalOf(office.caller.bodies.remove({ bodyId }))).toMatchObject({ code: 'not-possible' });
    const child = await office.caller.bodies.add({ name: 'Task group', reportsToId: bodyId });
    const round = office.caller.bodies.edit({ bodyId, reportsToId: child.bodyId });
    expect((await refusalOf(round)).message).toMatch(/report to itself/);
    expect(await office.caller.bodies.remove({ bodyId: child.bodyId })).toMatchObject({ meetings: 0 });
    expect((await office.caller.bodies.list()).map(({ name }) => name)).toEqual([
      'Harbour partnership board',
    ]);
  });
});
