import { describe, expect, it } from 'vitest';
import { plannedTimes, timeAfter } from '#shared/domain/agenda-times.ts';
import { owedNext } from '#shared/domain/owed-reports.ts';
import { quorumOf } from '#shared/domain/quorum.ts';
import { type Followed, resolutionStanding } from '#shared/domain/resolution-standing.ts';

const bare: Followed = {
  resolution: { kind: 'action', actionId: null },
  heldOn: '2010-10-14',
  action: null,
  reports: [],
  superseding: null,
};
const standing = (o: Partial<Followed>) => resolutionStanding({ ...bare, ...o }, '2010-12-01');
const action = (
  state: 'on-track' | 'complete' | 'closed',
  toldOn: string | null,
  end: string | null = null,
) => ({
  status: { state, label: state },
  toldOn,
  end,
});

describe('what became of a resolution', () => {
  it('is open while nobody tracks what it asks for, and late once its day has passed', () => {
    expect(standing({})).toMatchObject({ standing: 'open', because: 'Not tracked yet', late: false });
    const due = { text: 'by 1 November 2010', kind: 'by' as const, start: null, end: '2010-11-01' };
    const rest = { precision: null, ongoing: false, recurrence: null, revisedFrom: null, ambiguous: false };
    expect(standing({ resolution: { ...bare.resolution, due: { ...due, ...rest } } }).late).toBe(true);
  });

  it('is done as it is minuted where it only notes or decides', () => {
    for (const kind of ['notes', 'decision'] as const)
      expect(standing({ resolution: { kind, actionId: null } })).toMatchObject({
        standing: 'done',
        days: null,
      });
    expect(standing({ resolution: { kind: null, actionId: null } }).standing).toBe('open');
  });

  it('is told by its action, and took the days until that was done', () => {
    expect(standing({ action: action('on-track', '2010-11-01') }).standing).toBe('open');
    expect(standing({ action: action('on-track', '2010-11-01', '2010-11-30') }).late).toBe(true);
    expect(standing({ action: action('complete', '2010-11-01') })).toMatchObject({
      standing: 'done',
      days: 18,
    });
    expect(standing({ action: action('complete', null) })).toMatchObject({ standing: 'done', days: null });
  });

  it('is told by the reports owed for it, open as long as one is', () => {
    expect(standing({ reports: [{ nextOn: '2011-01-14' }] })).toMatchObject({
      standing: 'open',
      late: false,
    });
    expect(standing({ reports: [{ nextOn: '2010-11-14' }] }).late).toBe(true);
    expect(standing({ reports: [{ nextOn: null }] }).standing).toBe('done');
  });

  it('is what was said by hand before all else', () => {
    const said = {
      kind: 'action' as const,
      actionId: null,
      state: 'done' as const,
      doneOn: '2010-10-24',
      doneWords: 'Sent',
    };
    expect(standing({ resolution: said, action: action('on-track', null) })).toMatchObject({
      standing: 'done',
      because: 'Done on 24 October 2010: Sent',
      days: 10,
    });
    const over = { kind: 'action' as const, actionId: null, state: 'superseded' as const };
    expect(standing({ resolution: over, superseding: '34/10 (2)' }).because).toBe('Superseded by 34/10 (2)');
  });
});

describe('the next report owed', () => {
  it.each([
    ['quarterly', '2011-01-14'],
    ['on a quarterly basis', '2011-01-14'],
    ['termly', '2011-02-14'],
    ['annually', '2011-10-14'],
    ['every six months', '2011-04-14'],
    ['monthly', '2010-11-14'],
    ['fortnightly', '2010-10-28'],
    ['to each meeting', null],
    ['now and then', null],
  ])('“%s” after 14 October 2010 is %s', (every, next) => {
    expect(owedNext(every, '2010-10-14')).toBe(next);
  });
});

describe('times and quorum', () => {
  it('follow from the start and the minutes of each item', () => {
    expect(plannedTimes('14:00', [{ plannedMinutes: 5 }, {}, { plannedMinutes: 70 }])).toEqual({
      starts: ['14:00', '14:05', '14:05'],
      end: '15:15',
    });
    expect(plannedTimes(undefined, [{ plannedMinutes: 5 }])).toEqual({ starts: [null], end: null });
    expect(timeAfter('23:50', 20)).toBe('00:10');
  });

  it('count members and who stands in for them, not officers in attendance', () => {
    const member = (name: string, until: string | null = null) => ({
      name,
      personId: null,
      from: null,
      until,
    });
    const here = (name: string, state: 'present' | 'apologies', substituteFor: string | null = null) => ({
      name,
      personId: null,
      state,
      substituteFor,
    });
    const members = [member('Nia Rowe'), member('T. Pell'), member('Old Hand', '2009-01-01')];
    const attendance = [
      here('Nia Rowe', 'apologies'),
      here('Lou Vane', 'present', 'nia rowe'),
      here('Clerk', 'present'),
    ];
    expect(quorumOf(1, members, attendance, '2010-10-14')).toMatchObject({ present: 1, quorate: true });
    expect(quorumOf(2, members, attendance, '2010-10-14').words).toBe(
      '1 member present; the quorum is 2; there is no quorum.',
    );
    expect(quorumOf(null, [], attendance, null)).toMatchObject({ present: 2, quorate: null });
  });
});
