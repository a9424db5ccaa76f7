import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { peopleFinder } from '#core/people/find-people.ts';
import type { Lead } from '#shared/contract/register.ts';
import { readLeads } from '#shared/domain/leads.ts';
import { idsFrom, type Office, openOffice } from '../office.ts';

describe('peopleFinder', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  const newId = idsFrom(5_000);
  const settle = (...texts: string[]): Lead[][] =>
    office.register.act({ kind: 'edit', label: 'Leads' }, (tx) => {
      const finder = peopleFinder(tx, newId);
      return texts.map((text) => finder.settle(readLeads(text)));
    });
  const names = async () => (await office.caller.people.list()).map(({ name }) => name);

  it('makes one person of one name however often and however it is spelt', async () => {
    const [first, second] = settle('Ruth Adeyemi', 'ruth  adeyemi');
    expect(first?.[0]?.personId).toBe(second?.[0]?.personId);
    expect(await names()).toEqual(['Ruth Adeyemi']);
  });

  it('knows a person again in a later act', async () => {
    const [first] = settle('Ruth Adeyemi');
    const [second] = settle('RA');
    expect(second?.[0]?.personId).toBe(first?.[0]?.personId);
  });

  it('leaves initials that two people have to the officer, and keeps the words', async () => {
    const [, , both] = settle('Ruth Adeyemi', 'Robin Ash', 'RA');
    expect(both).toEqual([{ text: 'RA', personId: null, role: null, note: null }]);
    expect(await names()).toHaveLength(2);
  });

  it('prefers the initials that a person goes by to those that a name would give', () => {
    const [byInitials, , again] = settle('RA', 'Ruth Adeyemi', 'RA');
    expect(again?.[0]?.personId).toBe(byInitials?.[0]?.personId);
  });

  it('tells persons, teams, roles and organisations apart', async () => {
    settle('Ruth Adeyemi', 'Play team', 'Head of Early Years', 'Harbour College');
    const kinds = Object.fromEntries(
      (await office.caller.people.list()).map(({ name, kind }) => [name, kind]),
    );
    expect(kinds).toEqual({
      'Harbour College': 'organisation',
      'Head of Early Years': 'role',
      'Play team': 'team',
      'Ruth Adeyemi': 'person',
    });
  });

  it('finds without adding', () => {
    settle('Ruth Adeyemi', 'Robin Ash');
    const finder = peopleFinder(office.register.db, newId);
    expect(finder.find('Ruth Adeyemi')).not.toBeNull();
    expect(finder.find('RA')).toBeNull();
    expect(finder.find('Nobody Known')).toBeNull();
    expect(finder.added()).toBe(0);
  });
});
