import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { addBody, addMeeting } from './bodies.ts';

describe('a year of meetings', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());
  const propose = (bodyId: string, more: { words?: string; groups?: string[]; from?: string } = {}) =>
    office.caller.cycles.propose({ bodyId, from: '2011-04-01', ...more });

  it('is proposed off what the register keeps, with why each date moved and when papers are due', async () => {
    const bodyId = addBody(office, {
      cycle: 'Quarterly, on the second Tuesday',
      papersDays: 5,
      papersUnit: 'working-days',
    });
    await office.caller.closures.add({
      name: 'Easter holiday',
      kind: 'school-holiday',
      from: '2011-04-11',
      until: '2011-04-25',
    });
    await office.caller.closures.addBankHolidays({ year: 2011 });
    const year = await propose(bodyId);
    expect(year.read.said).toBe('quarterly, on the second Tuesday of the month');
    expect(year.meetings.map(({ on, papersOn }) => [on, papersOn])).toEqual([
      ['2011-04-05', '2011-03-29'],
      ['2011-07-12', '2011-07-05'],
      ['2011-10-11', '2011-10-04'],
      ['2012-01-10', '2012-01-03'],
    ]);
    expect(year.meetings[0]?.moved).toContain('in the school holidays (Easter holiday)');
    expect(year.avoided.schoolHolidays).toBe(15);
    expect(year.notes).toEqual([
      'Bank holidays of 2012 are not in the register; those known by rule were kept off.',
    ]);
  });

  it('says that no school holidays are known, and what of the words it did not understand', async () => {
    const bodyId = addBody(office, { cycle: 'six a year, venue to rotate' });
    const { read, notes } = await propose(bodyId);
    expect(read.unread).toEqual(['venue to rotate']);
    expect(notes.at(-1)).toContain('No school holidays of 2011-12 are in the register');
  });

  it('gives no dates where the words give none, and says why', async () => {
    const { read, meetings } = await propose(addBody(office, { cycle: 'bi-monthly' }));
    expect(meetings).toEqual([]);
    expect(read.why).toContain('twice a month or every two months');
  });

  it('keeps off the days of another body with the same members', async () => {
    const bodyId = addBody(office, {
      cycle: 'Quarterly, on the second Tuesday',
      members: ['Ann Hale', 'Bo Lund'],
    });
    const other = addBody(office, { name: 'Scrutiny panel', members: ['ann hale', 'Cy Moss'] });
    addMeeting(office, { bodyId: other, heldOn: '2011-07-12' });
    const { meetings } = await propose(bodyId);
    expect(meetings[1]).toMatchObject({ on: '2011-07-19', wanted: '2011-07-12' });
    expect(meetings[1]?.moved).toContain('the day of “Scrutiny panel” (1 member in both)');
  });

  it('is planned in one act, a series for each of seven clusters, and then proposed no more', async () => {
    const bodyId = addBody(office, { name: 'Cluster forum', cycle: 'Three times a year per cluster' });
    const groups = ['North', 'South', 'East', 'West', 'Coast', 'Fen', 'Town'];
    const year = await propose(bodyId, { groups });
    expect(year.meetings).toHaveLength(21);
    const { meetingIds } = await office.caller.cycles.planYear({
      bodyId,
      groups,
      state: 'planned',
      startTime: '10:00',
      lengthMinutes: 90,
      place: 'Town hall',
      meetings: year.meetings.map(({ group, on, papersOn }) => ({ group, on, papersOn })),
    });
    expect(meetingIds).toHaveLength(21);
    const again = await propose(bodyId);
    expect(again.meetings).toEqual([]);
    expect(again.skipped).toHaveLength(21);
    const listed = await office.caller.cycles.ofBody({ bodyId, from: '2011-04-01' });
    expect(new Set(listed.year.meetings.map(({ seriesId }) => seriesId)).size).toBe(7);
    expect(listed.year.undated).toBe(0);
    await office.caller.history.undo();
    expect((await propose(bodyId, { groups })).meetings).toHaveLength(21);
  });

  it('shows for all bodies what is missing on the day', async () => {
    office.setToday('2010-10-12');
    const bodyId = addBody(office, { cycle: 'six a year', quorum: 4 });
    addMeeting(office, { bodyId, heldOn: '2010-10-15' });
    addMeeting(office, { bodyId, heldOn: '2010-09-20', state: 'held' });
    addMeeting(office, { bodyId, heldOn: '2010-06-20', state: 'draft-minutes' });
    addMeeting(office, { bodyId, heldOn: '2010-07-20' });
    addMeeting(office, { bodyId, heldOn: '2010-08-20', state: 'cancelled' });
    addMeeting(office, { bodyId, heldOn: null });
    const { bodies } = await office.caller.cycles.year({ from: '2010-04-01' });
    const year = bodies.find(({ id }) => id === bodyId);
    expect(year?.meetings.map(({ on, gaps }) => [on, gaps.map(({ kind }) => kind).join()])).toEqual([
      ['2010-06-20', 'not-confirmed'],
      ['2010-07-20', 'not-held'],
      ['2010-08-20', ''],
      ['2010-09-20', 'no-minutes'],
      ['2010-10-15', 'no-agenda'],
      [null, 'no-day'],
    ]);
    expect(year?.note).toBe('2 meetings without a date');
  });

  it('is refused for a body that is gone', async () => {
    const refusal = await refusalOf(propose('0192f0c1-7d3a-7c4e-9a8b-2f1d3c5b7a90'));
    expect(refusal.code).toBe('not-found');
  });
});
