import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addBody, addMeeting } from '../cycles/bodies.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';

describe('calendars of meetings', () => {
  let office: Office;
  let bodyId: string;
  beforeEach(async () => {
    office = await openOffice();
    bodyId = addBody(office, { name: 'Programme board', usualMinutes: 90 });
  });
  afterEach(() => office.close());

  async function eventsOf(asked: Parameters<Office['caller']['calendars']['make']>[0]) {
    const { file, ...counts } = await office.caller.calendars.make(asked);
    const text = Buffer.from(file.base64, 'base64').toString('utf8');
    const component = new ICAL.Component(ICAL.parse(text) as never);
    const events = component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    return { name: file.name, method: component.getFirstPropertyValue('method'), events, ...counts };
  }

  it('give one meeting with its length as usual for the body, and its papers’ day', async () => {
    const meetingId = addMeeting(office, {
      bodyId,
      heldOn: '2010-07-13',
      startTime: '14:00',
      papersOn: '2010-07-06',
      place: 'Room 3',
    });
    const { name, events } = await eventsOf({ meetingId });
    expect(name).toBe('Programme board, 13 July 2010.ics');
    expect(events.map(({ uid, summary }) => [uid, summary])).toEqual([
      [meetingId, 'Programme board'],
      [`papers-${meetingId}`, 'Papers due: Programme board'],
    ]);
    expect(events[0]?.duration.toString()).toBe('PT1H30M');
    expect(events[1]?.startDate.toString()).toBe('2010-07-06');
    expect((await eventsOf({ meetingId, papers: false })).events).toHaveLength(1);
  });

  it('give a series, a body, and the year of all, and count what has no day', async () => {
    const seriesId = '0192f0c1-7d3a-7c4e-9a8b-2f1d3c5b7a90';
    const other = addBody(office, { name: 'Forum' });
    addMeeting(office, { bodyId, heldOn: '2010-07-13', seriesId });
    addMeeting(office, { bodyId, heldOn: '2010-10-12', seriesId });
    addMeeting(office, { bodyId, heldOn: '2011-05-10' });
    addMeeting(office, { bodyId, heldOn: null });
    addMeeting(office, { bodyId: other, heldOn: '2010-09-01', title: 'Forum' });
    expect((await eventsOf({ seriesId })).events).toHaveLength(2);
    expect(await eventsOf({ bodyId })).toMatchObject({ meetings: 3, withoutDay: 1 });
    const year = await eventsOf({ from: '2010-04-01', to: '2011-03-31' });
    expect(year.events.map(({ startDate }) => startDate.toString())).toEqual([
      '2010-07-13',
      '2010-09-01',
      '2010-10-12',
    ]);
  });

  it('carry changes: the same entry with a higher sequence, and a cancellation that takes it out', async () => {
    const meetingId = addMeeting(office, { bodyId, heldOn: '2010-11-09', startTime: '14:00' });
    const first = (await eventsOf({ meetingId })).events[0];
    await office.caller.meetings.edit({ meetingId, on: '2010-11-16' });
    const second = (await eventsOf({ meetingId })).events[0];
    expect(second?.uid).toBe(first?.uid);
    expect(second?.startDate.toString()).toBe('2010-11-16T14:00:00');
    expect(second?.sequence).toBeGreaterThan(first?.sequence ?? 0);
    await office.caller.meetings.cancel({ meetingId, why: 'Too few members' });
    const gone = await eventsOf({ meetingId });
    expect(gone.method).toBe('CANCEL');
    expect(gone.events[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(gone.events[0]?.sequence).toBeGreaterThan(second?.sequence ?? 0);
  });

  it('are refused where no meeting has a day', async () => {
    expect((await refusalOf(office.caller.calendars.make({ bodyId }))).code).toBe('nothing-found');
    addMeeting(office, { bodyId, heldOn: null });
    expect((await refusalOf(office.caller.calendars.make({ bodyId }))).message).toContain('no day yet');
  });
});
