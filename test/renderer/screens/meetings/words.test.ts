import { describe, expect, it } from 'vitest';
import { placeAfterStep } from '../../../../src-renderer/screens/meetings/agenda/place.ts';
import { rosterOf } from '../../../../src-renderer/screens/meetings/holding/roster.ts';
import { missingOf } from '../../../../src-renderer/screens/meetings/list/what-is-missing.ts';
import {
  itemClock,
  lengthWords,
  readClock,
} from '../../../../src-renderer/screens/meetings/meeting/clock-words.ts';
import { splitAt } from '../../../../src-renderer/screens/meetings/meeting/split-words.ts';

describe('a time as it is typed', () => {
  it.each([
    ['14:00', '14:00'],
    ['2pm', '14:00'],
    ['2.30 p.m.', '14:30'],
    ['1400', '14:00'],
    ['9.05', '09:05'],
    ['12am', '00:00'],
    ['noon', '12:00'],
    ['14', null],
    ['25:00', null],
    ['13pm', null],
    ['after lunch', null],
  ])('%s: %s', (typed, time) => {
    expect(readClock(typed)).toBe(time);
  });
});

describe('the clock of a meeting', () => {
  it('says how long an item has left, or by how much it is over; days later only when it began', () => {
    const item = { beganTime: '14:38', plannedMinutes: 25 };
    expect(itemClock(item, '14:52')).toBe('began 14:38, 11 minutes left');
    expect(itemClock(item, '15:05')).toBe('began 14:38, 2 minutes over');
    expect(itemClock(item, '19:00')).toBe('began 14:38');
    expect(itemClock({ plannedMinutes: 25 }, '14:52')).toBeNull();
  });

  it('adds up what is planned, and says by how much it is too long', () => {
    expect(lengthWords({ lengthMinutes: 60 }, [{ plannedMinutes: 45 }, { plannedMinutes: 40 }])).toBe(
      '1 hour 25 minutes planned of 1 hour: 25 minutes too long',
    );
    expect(lengthWords({}, [{}, {}])).toBe('2 items, none with a length');
  });
});

describe('who is to be asked for', () => {
  const member = (name: string, from: string | null = null, until: string | null = null) => ({
    name,
    personId: null,
    role: null,
    from,
    until,
  });
  const noted = (name: string, state: 'present' | 'apologies', substituteFor: string | null = null) => ({
    id: `of ${name}`,
    source: null,
    meetingId: 'm',
    name,
    personId: null,
    state,
    substituteFor,
  });

  it('is every member of that day in order, whoever came for one under them, then everybody else', () => {
    const body = {
      members: [member('Ann Poole'), member('Bob Reed', null, '2010-01-31'), member('Cy Lane', '2010-05-01')],
    };
    const rows = rosterOf(
      body,
      [
        noted('Dee Moss', 'present', 'Ann Poole'),
        noted('Eve Hart', 'present'),
        noted('ann  poole', 'apologies'),
      ],
      '2010-06-10',
    );
    expect(rows.map(({ name, state, isMember }) => [name, state, isMember])).toEqual([
      ['ann  poole', 'apologies', true],
      ['Dee Moss', 'present', false],
      ['Cy Lane', null, true],
      ['Eve Hart', 'present', false],
    ]);
  });
});

describe('what a meeting lacks', () => {
  const base = { heldOn: '2010-10-21', place: 'Room 2', startTime: '14:00', items: 4, present: 0 } as const;
  it('is said while there is time to mend it', () => {
    const ahead = { ...base, state: 'planned' as const };
    expect(missingOf(ahead, '2010-10-12')).toEqual([]);
    expect(missingOf({ ...ahead, items: 0 }, '2010-10-12')).toEqual(['No agenda yet']);
    expect(missingOf({ ...ahead, items: 0 }, '2010-06-12')).toEqual([]);
    expect(missingOf(ahead, '2010-10-24')).toEqual(['Was it held? Its day was 3 days ago']);
    expect(missingOf({ ...base, state: 'held' }, '2010-11-21')).toEqual([
      'Nobody is marked as present',
      'No minutes after 31 days',
    ]);
    expect(missingOf({ ...base, state: 'cancelled' }, '2010-11-21')).toEqual([]);
  });
});

describe('a step of an item', () => {
  it('goes behind the one after it, before the one before it, and nowhere at an end', () => {
    const ids = ['a', 'b', 'c'];
    expect(placeAfterStep(ids, 'a', 1)).toBe('b');
    expect(placeAfterStep(ids, 'b', -1)).toBeNull();
    expect(placeAfterStep(ids, 'c', -1)).toBe('a');
    expect(placeAfterStep(ids, 'a', -1)).toBeUndefined();
    expect(placeAfterStep(ids, 'c', 1)).toBeUndefined();
  });
});

describe('words with earlier minutes in them', () => {
  it('come apart at each, and together are the words again', () => {
    const reference = (ref: string) => ({ ref, at: 0, meetingId: 'm', itemId: null, title: null });
    const text = 'Further to Minutes 27/10 and 19/10, and 27/10 again.';
    const pieces = splitAt(text, [reference('27/10'), reference('19/10')]);
    expect(pieces.filter((one) => one.reference).map(({ words }) => words)).toEqual([
      '27/10',
      '19/10',
      '27/10',
    ]);
    expect(pieces.map(({ words }) => words).join('')).toBe(text);
  });
});
