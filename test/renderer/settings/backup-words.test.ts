import { describe, expect, it } from 'vitest';
import type { ListedBackup } from '#shared/contract/office.ts';
import {
  checkLooks,
  isLookedFor,
  isOffered,
  isUnderWay,
} from '../../../src-renderer/screens/settings/backup-words.ts';

const one = (o: Partial<ListedBackup>): ListedBackup => ({
  ...{
    id: 'Office 2010-10-12T09-00-00.000Z close.register',
    at: '2010-10-12T09:00:00.000Z',
    reason: 'close',
  },
  ...{ bytes: 1, sha256: '', counts: {}, verdict: 'good' },
  ...{ place: 'here', register: 'Office', elsewhere: false, check: 'checked' },
  ...o,
});

describe('the words of the backups', () => {
  it('have a word for every state, and another shape for each that differs in what to do', () => {
    const words = Object.values(checkLooks).map(({ label }) => label);
    expect(new Set(words).size).toBe(words.length);
    expect(checkLooks.damaged.state).not.toBe(checkLooks.checked.state);
    expect(checkLooks.away.state).not.toBe(checkLooks.checking.state);
  });

  it('never offer what is damaged, unproved or out of reach', () => {
    const offered = Object.keys(checkLooks).filter((check) =>
      isOffered(one({ check: check as ListedBackup['check'] })),
    );
    expect(offered.sort()).toEqual(['checked', 'checking', 'unread', 'waiting']);
  });

  it('ask again while a place is looked at or a backup read, and no longer', () => {
    const place = { place: 'here', folder: '/b', state: 'there', said: null } as const;
    expect(isUnderWay({ backups: [one({})], places: [place] })).toBe(false);
    expect(isUnderWay({ backups: [one({ check: 'waiting' })], places: [place] })).toBe(true);
    expect(isUnderWay({ backups: [], places: [{ ...place, state: 'looking' }] })).toBe(true);
  });

  it('are found by day, reason, place and verdict', () => {
    const copy = one({ place: 'second', check: 'damaged' });
    for (const looked of ['second', 'damaged', '12 october', 'closed', 'office', 'second damaged']) {
      expect(isLookedFor(copy, looked), looked).toBe(true);
    }
    expect(isLookedFor(one({}), 'second')).toBe(false);
  });
});
