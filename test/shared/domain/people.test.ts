import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handOverInWords, successorWords } from '#shared/domain/hand-over.ts';
import { pairKey, peoplePairs, sharedInitials } from '#shared/domain/people-pairs.ts';
import { dayOfOffice, holdersOn, holdsOn, roleInWords } from '#shared/domain/spells.ts';

const person = (id: string, name: string, initials: string | null = null) => ({
  id: id as never,
  kind: 'person' as const,
  name,
  initials,
});

describe('spells of office', () => {
  it('hold from the first day until the last, both included, and without end where none is known', () => {
    const spell = { from: '2010-04-01', until: '2010-08-31' };
    expect(
      ['2010-03-31', '2010-04-01', '2010-08-31', '2010-09-01'].map((day) => holdsOn(spell, day)),
    ).toEqual([false, true, true, false]);
    expect(holdsOn({ from: null, until: null }, '1999-01-01')).toBe(true);
  });

  it('name each holder of a day once, beside the role', () => {
    const spells = [
      { personId: 'a', from: null, until: '2010-08-31' },
      { personId: 'b', from: '2010-09-01', until: null },
      { personId: 'b', from: null, until: null },
    ];
    expect(holdersOn(spells, '2010-09-01')).toEqual(['b']);
    expect(roleInWords('Head of Service', ['Ben Tull'])).toBe('Head of Service (Ben Tull)');
    expect(roleInWords('Head of Service', [])).toBe('Head of Service');
  });

  it('are looked at on the last day of a plan that is over', () => {
    expect(dayOfOffice('2010-03-31', '2010-10-12')).toBe('2010-03-31');
    expect(dayOfOffice('2011-03-31', '2010-10-12')).toBe('2010-10-12');
    expect(dayOfOffice(null, '2010-10-12')).toBe('2010-10-12');
  });
});

describe('the words of a hand-over', () => {
  it('give initials for initials, a name for a name, and pass on the role beside it', () => {
    const ben = { kind: 'person' as const, name: 'Ben Tull', initials: 'BT', role: null };
    expect(successorWords({ text: 'RA', role: null }, ben)).toEqual({ text: 'BT', role: null });
    expect(successorWords({ text: 'Ruth Adeyemi', role: 'Head of Service' }, ben)).toEqual({
      text: 'Ben Tull',
      role: 'Head of Service',
    });
    expect(successorWords({ text: 'RA', role: null }, { ...ben, initials: null }).text).toBe('Ben Tull');
  });

  it('count what passes on, and nothing where nothing does', () => {
    const none = { actions: 0, measures: 0, kpis: 0, sections: 0 };
    expect(handOverInWords([none])).toBeNull();
    expect(
      handOverInWords([
        { ...none, actions: 2 },
        { ...none, actions: 1, kpis: 2 },
      ]),
    ).toBe('3 open actions in 2 plans and 2 KPIs');
  });
});

describe('pairs that look like one', () => {
  it('are found by spelling, by a surname with an initial, and by initials that one person goes by', () => {
    const people = [
      person('1', 'Jean Whitlock', 'JeW'),
      person('2', 'J. Whitlock'),
      person('3', 'JeW'),
      person('4', 'Ben Tull'),
      person('5', 'ben tull'),
    ];
    const found = peoplePairs(people, new Set()).map(({ keepId, otherId, reason }) => [
      keepId,
      otherId,
      reason,
    ]);
    expect(found).toContainEqual(['1', '2', 'initial']);
    expect(found).toContainEqual(['1', '3', 'initials']);
    expect(found).toContainEqual(['4', '5', 'spelling']);
    expect(found).toHaveLength(3);
  });

  it('are never one with itself, never twice, and never a pair that the officer said is two', () => {
    const names = fc.constantFrom(
      'Jean Whitlock',
      'J. Whitlock',
      'J Whitlock',
      'JW',
      'Whitlock, Jean',
      'Ben Tull',
    );
    fc.assert(
      fc.property(fc.array(names, { maxLength: 8 }), fc.boolean(), (list, some) => {
        const people = list.map((name, n) => person(`${n}`, name, n % 3 ? null : 'JW'));
        const pairs = peoplePairs(people, new Set());
        const keys = pairs.map(({ keepId, otherId }) => pairKey(keepId, otherId));
        expect(new Set(keys).size).toBe(keys.length);
        expect(pairs.every(({ keepId, otherId }) => keepId !== otherId)).toBe(true);
        const apart = new Set(some ? keys.slice(0, 1) : keys);
        const left = peoplePairs(people, apart).map(({ keepId, otherId }) => pairKey(keepId, otherId));
        expect(left.some((key) => apart.has(key))).toBe(false);
      }),
    );
  });

  it('tell initials that two of those in office share', () => {
    const shared = sharedInitials([
      person('1', 'Jean Whitlock', 'JW'),
      person('2', 'Joan Ware', 'jw'),
      { ...person('3', 'Jim West', 'JW'), retiredOn: '2010-01-01' },
      person('4', 'Ben Tull', 'BT'),
    ]);
    expect([...shared]).toEqual([['JW', ['1', '2']]]);
  });
});
