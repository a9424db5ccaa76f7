import { describe, expect, it } from 'vitest';
import { financialQuarterBefore } from '#shared/domain/round-names.ts';
import { type Askable, addressesOf, askedFor, shareOut } from '#shared/domain/round-share.ts';

const one = (id: string, more: Partial<Askable> = {}): [string, Askable] => [
  id,
  { id, kind: 'person', name: id, email: null, holders: [], ...more },
];
const people = new Map([
  one('Jean', { email: 'jean@example.org' }),
  one('Hal'),
  one('Gone', { retiredOn: '2010-06-30' }),
  one('Head', {
    kind: 'role',
    holders: [
      { personId: 'Hal', from: null, until: '2010-08-31' },
      { personId: 'Jean', from: '2010-09-01', until: null },
    ],
  }),
  one('Vacant', { kind: 'role' }),
  one('Play', { kind: 'team', holders: [{ personId: 'Jean', from: null, until: null }] }),
]);
const lead = (personId: string | null) => ({ personId });

describe('who is asked', () => {
  it.each([
    ['a person themselves', 'Jean', '2010-10-12', ['Jean']],
    ['who holds the role then', 'Head', '2010-07-01', ['Hal']],
    ['who holds the role now', 'Head', '2010-10-12', ['Jean']],
    ['the role itself where nobody holds it', 'Vacant', '2010-10-12', ['Vacant']],
    ['a team itself', 'Play', '2010-10-12', ['Play']],
    ['nobody for who has left', 'Gone', '2010-10-12', []],
    ['who has not left yet', 'Gone', '2010-06-29', ['Gone']],
    ['nobody for words that name no one', null, '2010-10-12', []],
  ] as const)('is %s', (_, personId, day, asked) => {
    expect(askedFor(lead(personId), people, day)).toEqual(asked);
  });

  it('shares out what has several leads to each, once, and tells what nobody is asked about', () => {
    const things = [
      { name: 'both', leads: [lead('Hal'), lead('Head'), lead('Jean')] },
      { name: 'nobody', leads: [lead(null)] },
    ];
    const { byPerson, unasked } = shareOut(things, people, '2010-10-12');
    expect([...byPerson].map(([id, own]) => [id, own.map(({ name }) => name)])).toEqual([
      ['Hal', ['both']],
      ['Jean', ['both']],
    ]);
    expect(unasked.map(({ name }) => name)).toEqual(['nobody']);
  });

  it('sends to the lead’s own address, and to the members of a team without one', () => {
    const to = (id: string) => addressesOf(people.get(id) as Askable, people, '2010-10-12');
    expect([to('Jean'), to('Play'), to('Hal'), to('Vacant')]).toEqual([
      ['jean@example.org'],
      ['jean@example.org'],
      [],
      [],
    ]);
  });
});

describe('what a round is about', () => {
  it.each([
    ['2010-10-12', 4, 'July to September 2010'],
    ['2010-09-20', 4, 'July to September 2010'],
    ['2010-09-01', 4, 'April to June 2010'],
    ['2011-01-05', 4, 'October to December 2010'],
    ['2011-03-10', 9, 'December 2010 to February 2011'],
  ] as const)('on %s, the year beginning in month %i, is %s', (today, start, name) => {
    expect(financialQuarterBefore(today, start)).toBe(name);
  });
});
