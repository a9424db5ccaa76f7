import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarFile } from '#core/calendars/calendar-file.ts';
import { addDays } from '#shared/domain/dates.ts';
import { clockTime, utcMinutes } from '#shared/domain/london-time.ts';

const madeAt = '2010-04-01T09:30:00.000Z';
const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: '0192f0c1-7d3a-7c4e-9a8b-2f1d3c5b7a90',
  sequence: 0,
  title: 'Programme Board',
  on: '2010-07-13',
  startTime: '14:00',
  lengthMinutes: 90,
  place: 'Room 3, Saltby House',
  description: null,
  state: 'confirmed',
  free: false,
  ...more,
});
const write = (...entries: CalendarEntry[]): string =>
  calendarFile({ name: 'The year; 2010, all', madeAt, entries });

/** The file as another program reads it. */
function read(text: string) {
  const component = new ICAL.Component(ICAL.parse(text) as never);
  for (const zone of component.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  return { component, events };
}
const only = (text: string) => {
  const [event, second] = read(text).events;
  if (!event || second) throw new Error('not one event');
  return event;
};
/** Minutes since 1970 in UTC as the other program works them out by the time zone in the file. */
const instant = (time: { toUnixTime(): number }): number => time.toUnixTime() / 60;

describe('a calendar file, read by another program', () => {
  it('holds the meeting with its time in London, its length and its words', () => {
    const event = only(write(entry({ description: 'Papers: by 6 July\nChair; Jo, deputy' })));
    expect(event.summary).toBe('Programme Board');
    expect(event.location).toBe('Room 3, Saltby House');
    expect(event.description).toBe('Papers: by 6 July\nChair; Jo, deputy');
    expect(event.startDate.toString()).toBe('2010-07-13T14:00:00');
    expect(event.startDate.zone.tzid).toBe('Europe/London');
    expect(event.duration.toString()).toBe('PT1H30M');
    expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  });

  it('keeps two in the afternoon at two in the afternoon in summer and in winter', () => {
    expect(new Date(instant(only(write(entry())).startDate) * 60_000).toISOString()).toBe(
      '2010-07-13T13:00:00.000Z',
    );
    const winter = only(write(entry({ on: '2011-01-11' })));
    expect(new Date(instant(winter.startDate) * 60_000).toISOString()).toBe('2011-01-11T14:00:00.000Z');
  });

  it.each([
    ['2011-03-26', '23:30', 180],
    ['2011-03-27', '00:15', 120],
    ['2010-10-30', '23:30', 240],
    ['2010-10-31', '00:15', 180],
    ['2010-12-31', '23:00', 120],
  ])(
    'takes on %s at %s exactly %i minutes, over a change of clocks or year',
    (on, startTime, lengthMinutes) => {
      const event = only(write(entry({ on, startTime, lengthMinutes })));
      expect(instant(event.endDate) - instant(event.startDate)).toBe(lengthMinutes);
    },
  );

  it('is all day, to the end of that day, where no time is known', () => {
    const event = only(write(entry({ startTime: null })));
    expect(event.startDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe('2010-07-13');
    expect(event.endDate.toString()).toBe('2010-07-14');
  });

  it('is known again by its UID and taken for later by its SEQUENCE', () => {
    const before = only(write(entry()));
    const after = only(write(entry({ on: '2010-07-20', sequence: 1 })));
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBe(before.sequence + 1);
  });

  it('cancels: by status in a year, and by method where there is nothing else', () => {
    const gone = entry({ state: 'cancelled', sequence: 2 });
    const year = read(write(gone, entry({ uid: '0192f0c1-7d3a-7c4e-9a8b-2f1d3c5b7a91' })));
    expect(year.component.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(year.events.map((one) => one.component.getFirstPropertyValue('status'))).toEqual([
      'CANCELLED',
      'CONFIRMED',
    ]);
    const alone = read(write(gone));
    expect(alone.component.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(alone.events[0]?.sequence).toBe(2);
  });

  it('stamps in UTC, and names the calendar whatever the name holds', () => {
    const { component, events } = read(write(entry()));
    expect(events[0]?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2010-04-01T09:30:00Z');
    expect(component.getFirstPropertyValue('x-wr-calname')).toBe('The year\\; 2010\\, all');
  });

  it('is the same file wherever the machine stands', () => {
    const was = process.env.TZ;
    try {
      const files = ['Europe/London', 'Pacific/Auckland', 'America/Los_Angeles'].map((zone) => {
        process.env.TZ = zone;
        return write(entry(), entry({ startTime: null }));
      });
      expect(new Set(files).size).toBe(1);
    } finally {
      if (was === undefined) delete process.env.TZ;
      else process.env.TZ = was;
    }
  });

  it('gives back any words, folds its lines at 75 octets and ends them with CR and LF', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
      .map((text) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' '));
    const anyEntry = fc.record({
      title: words,
      place: fc.option(words),
      on: fc.integer({ min: 0, max: 18_000 }).map((days) => addDays('1997-01-01', days)),
      minutes: fc.integer({ min: 180, max: 1_439 }),
      length: fc.integer({ min: 1, max: 1_440 }),
    });
    fc.assert(
      fc.property(anyEntry, ({ title, place, on, minutes, length }) => {
        const text = write(entry({ title, place, on, startTime: clockTime(minutes), lengthMinutes: length }));
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        const event = only(text);
        expect(event.summary).toBe(title);
        if (place !== null && place !== '') expect(event.location).toBe(place);
        expect(instant(event.startDate)).toBe(utcMinutes({ day: on, minutes }));
        expect(instant(event.endDate) - instant(event.startDate)).toBe(length);
      }),
      { numRuns: 150 },
    );
  });
});
