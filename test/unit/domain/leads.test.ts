import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialsOf, leadKind, readLeads, sameLead } from '#shared/domain/leads.ts';

const names = (text: string): string[] => readLeads(text).map((lead) => lead.text);

describe('readLeads', () => {
  it.each([
    ['TP', ['TP']],
    ['TP GM JuW', ['TP', 'GM', 'JuW']],
    ['TP/GM JW', ['TP', 'GM', 'JW']],
    ['TP, GM & JW', ['TP', 'GM', 'JW']],
    ['TP/ICT B team', ['TP', 'ICT B team']],
    ['TP/Training co-ordinator', ['TP', 'Training co-ordinator']],
    ['Rosa Finch & Martin Ash', ['Rosa Finch', 'Martin Ash']],
    ['Rosa & Martin', ['Rosa', 'Martin']],
    ['SM, Early Years', ['SM, Early Years']],
    ['SM, Early Years\nRosa Finch', ['SM, Early Years', 'Rosa Finch']],
    ['SM P & L', ['SM P & L']],
    ['Service Manager, Early Years', ['Service Manager, Early Years']],
    ['Head of Early Years and Childcare', ['Head of Early Years and Childcare']],
    ['Early Years and Childcare Manager', ['Early Years and Childcare Manager']],
    ['Parent & Family Information Service', ['Parent & Family Information Service']],
    ['Centre Manager & Outreach Co-ordinator', ['Centre Manager', 'Outreach Co-ordinator']],
    ['Data team, Centre Manager and Health Visitors', ['Data team', 'Centre Manager', 'Health Visitors']],
    ['Outreach Team Leader Centre Manager', ['Outreach Team Leader', 'Centre Manager']],
    ['Service Manager / Nursery Manager', ['Service Manager', 'Nursery Manager']],
    ['R & D team', ['R & D team']],
    ['Rosa Finch; Estates Team; DWP', ['Rosa Finch', 'Estates Team', 'DWP']],
    ['Jo Smith and the outreach team', ['Jo Smith', 'the outreach team']],
    ['Libraries and Museums', ['Libraries and Museums']],
    ['n/a', []],
    ['', []],
  ])('parts %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('keeps what is said of a lead as a note', () => {
    expect(readLeads('Rosa Finch but will pass to the area teams')).toEqual([
      { text: 'Rosa Finch', personId: null, role: null, note: 'but will pass to the area teams' },
    ]);
    expect(
      readLeads('Ann Day/Rosa Finch. The PCT may be asked for figures').map((l) => [l.text, l.note]),
    ).toEqual([
      ['Ann Day', null],
      ['Rosa Finch', 'The PCT may be asked for figures'],
    ]);
    expect(readLeads('TP (interim)')[0]).toMatchObject({ text: 'TP', note: 'interim' });
    expect(readLeads('Hal Brand (Head of Childcare)')[0]).toMatchObject({
      text: 'Hal Brand',
      role: 'Head of Childcare',
      note: null,
    });
    expect(readLeads('Rosa Finch\nuntil September 2010')[0]?.note).toBe('until September 2010');
  });

  it('drops no word', () => {
    const bit = fc.constantFrom(
      'TP',
      'GM',
      'Rosa Finch',
      'Centre Manager',
      'Early Years',
      'data team',
      '&',
      '/',
      ',',
      'and',
      '(Draft)',
      'but may move',
      '\n',
      'SM',
      'PCT',
      '. She will help',
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 8 }), (bits) => {
        const text = bits.join(' ');
        const kept = readLeads(text)
          .map((lead) => [lead.text, lead.role, lead.note].join(' '))
          .join(' ')
          .toLowerCase();
        for (const word of text.toLowerCase().match(/[a-z]{2,}/g) ?? []) {
          if (!['and', 'with'].includes(word)) expect(kept).toContain(word);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('leadKind', () => {
  it.each([
    ['TP', 'person'],
    ['JuW', 'person'],
    ['Rosa Finch', 'person'],
    ["Nell O'Hara", 'person'],
    ['Cllr Marian Oke', 'person'],
    ['Centre Manager', 'role'],
    ['Head of Early Years', 'role'],
    ['SM, Early Years', 'role'],
    ['Health Visitors', 'role'],
    ['Surveyor', 'role'],
    ['Data team', 'team'],
    ['Partnership Board', 'team'],
    ['Public Health', 'team'],
    ['All leads', 'team'],
    ['PCT', 'organisation'],
    ['DESNZ', 'organisation'],
    ['Eastmere library', 'organisation'],
    ['Warm Homes CIC', 'organisation'],
  ])('takes %j for a %s', (text, kind) => {
    expect(leadKind(text)).toBe(kind);
  });
});

describe('one person in two spellings', () => {
  it('sees through case, stops and hyphens', () => {
    expect(sameLead('JuW', 'JUW')).toBe(true);
    expect(sameLead('J.W.', 'JW')).toBe(true);
    expect(sameLead('Outreach Co-ordinator', 'Outreach Coordinator')).toBe(true);
    expect(sameLead('JW', 'JWB')).toBe(false);
    expect(sameLead('', '')).toBe(false);
  });

  it('makes initials of a name', () => {
    expect(initialsOf('Cllr Jean Whitlock (Health)')).toBe('JW');
  });
});
