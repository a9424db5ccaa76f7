import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadKind, readLeads } from '#shared/domain/leads.ts';
import { samePeople } from '#shared/domain/same-people.ts';
import { leadTable } from './lead-table.ts';

describe('readLeads', () => {
  it.each(leadTable.map(([text, ...leads]) => ({ text, leads })))('parts $text', ({ text, leads }) => {
    const read = readLeads(text).map((lead) => [
      lead.text,
      leadKind(lead.text),
      lead.role === lead.text ? null : lead.role,
      lead.note,
    ]);
    expect(read).toEqual(leads.map(([name, kind, role, note]) => [name, kind, role ?? null, note ?? null]));
  });

  it('has at least 200 strings in its table', () => {
    expect(new Set(leadTable.map(([text]) => text)).size).toBeGreaterThanOrEqual(200);
  });

  it('keeps every word of two letters or more, in the name, its role or its note', () => {
    const piece = fc.oneof(
      fc.constantFrom(...leadTable.map(([text]) => text)),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const joins = new Set(['and', 'with', 'none', 'na']);
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 3 }),
        fc.constantFrom('\n', ', ', ' / ', '; '),
        (pieces, sign) => {
          const text = pieces.join(sign);
          const kept = readLeads(text)
            .map((lead) => [lead.text, lead.role, lead.note].join(' '))
            .join(' ')
            .toLowerCase();
          for (const word of text.toLowerCase().match(/[a-z]{2,}/g) ?? [])
            if (!joins.has(word)) expect(kept).toContain(word);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('takes a moment at most, however long the cell', () => {
    for (const part of [
      'Children and ',
      'Nell Ashworth, ',
      'NA/CH ',
      '(',
      'Lead: ',
      'Head of ',
      'Service Manager ',
    ]) {
      const start = performance.now();
      readLeads(part.repeat(300));
      expect(performance.now() - start).toBeLessThan(300);
    }
  });
});

describe('samePeople', () => {
  const groups = (...names: string[]) =>
    samePeople(names).map(({ name, forms }) => [
      name,
      ...forms.map((form) => `${form.name}: ${form.reason}`),
    ]);

  it('proposes the forms of one name, the fullest first, each with its reason', () => {
    expect(groups('N Ashworth', 'Nell Ashworth', 'N. Ashworth', 'Ashworth, Nell', 'NA')).toEqual([
      [
        'Nell Ashworth',
        'N Ashworth: initial',
        'N. Ashworth: initial',
        'Ashworth, Nell: turned',
        'NA: initials',
      ],
    ]);
    expect(groups('CoH', 'COH')).toEqual([['CoH', 'COH: spelling']]);
    expect(groups('Ashworth N', 'Nell Ashworth')).toEqual([['Nell Ashworth', 'Ashworth N: initial']]);
    expect(groups('Nell Ashworth', 'Dr Nell Ashworth')).toEqual([
      ['Nell Ashworth', 'Dr Nell Ashworth: title'],
    ]);
    expect(groups('Seán O’Dowd', "Sean O'Dowd")).toEqual([['Seán O’Dowd', "Sean O'Dowd: spelling"]]);
    expect(groups('Piet van der Berg', 'van der Berg, Piet')).toEqual([
      ['Piet van der Berg', 'van der Berg, Piet: turned'],
    ]);
  });

  it('proposes nothing where an initial could be two people', () => {
    expect(groups('Nell Ashworth', 'Nora Ashworth', 'N Ashworth', 'NA')).toEqual([]);
    expect(groups('Jo A Hill', 'Jo B Hill', 'Jo Hill')).toEqual([]);
    expect(groups('Nell Ashworth', 'Nadia Akhtar', 'NA')).toEqual([]);
  });

  it('proposes nothing of strangers, roles, teams and organisations', () => {
    expect(
      groups('Nell Ashworth', 'Nell Ashwood', 'Head Teacher', 'HT', 'Data team', 'Data Team', 'PCT'),
    ).toEqual([]);
    expect(groups()).toEqual([]);
    expect(groups('', ' ')).toEqual([]);
  });

  it('puts no name in two groups and makes none up', () => {
    const name = fc.constantFrom(
      ...leadTable.flatMap(([, ...leads]) => leads.map(([text]) => text)),
      'N A',
      'A, N',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(name, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 20 }),
        (names) => {
          const all = samePeople(names).flatMap((group) => [
            group.name,
            ...group.forms.map((form) => form.name),
          ]);
          expect(new Set(all).size).toBe(all.length);
          const given = new Set(names.map((one) => one.trim()));
          expect(all.every((one) => given.has(one))).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});
