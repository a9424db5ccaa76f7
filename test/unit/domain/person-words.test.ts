import { describe, expect, it } from 'vitest';
import { formerOfficer, type NamedPerson, personFinder, withoutHits } from '#shared/domain/person-words.ts';

const person = (name: string, more: Partial<NamedPerson> = {}): NamedPerson => ({
  name,
  aliases: [],
  initials: null,
  email: null,
  ...more,
});
const jean = person('Jean Whitlock', {
  initials: 'JW',
  email: 'j.whit@council.example',
  aliases: ['Jeannie W', 'Mrs Lee', 'Housing lead', 'Whitters'],
});
const marked = (text: string, of = jean, others: NamedPerson[] = []) =>
  personFinder(of, others)
    .find(text)
    .map(({ at, length, doubt }) => [text.slice(at, at + length), doubt]);

describe('the words that name one person', () => {
  it.each([
    'Jean Whitlock',
    'JEAN  WHITLOCK',
    'J. Whitlock',
    'Whitlock, Jean',
    'Mrs Whitlock',
    'Cllr Jean Whitlock',
    'jean.whitlock',
    'Jean_Whitlock',
    'Jean-Whitlock',
    'JeanWhitlock',
    'Jeannie W',
    'Mrs Lee',
    'j.whit@council.example',
  ])('surely: %s', (words) => {
    expect(marked(`see ${words}’s note`)).toEqual([[words, null]]);
  });

  it('may: a surname, a first name, another spelling of one word, initials', () => {
    expect(marked('Whitlock Street, Jean, JW and J.W., Whitters')).toEqual([
      ['Whitlock', 'surname'],
      ['Jean', 'forename'],
      ['JW', 'initials'],
      ['J.W.', 'initials'],
      ['Whitters', 'surname'],
    ]);
  });

  it('not: parts of longer words, small letters, what a role is called', () => {
    expect(marked('Whitlocks, jeans, jw, the Housing lead')).toEqual([]);
  });

  it('are in doubt where another goes by them too', () => {
    const john = person('John Whitlock');
    expect(marked('J. Whitlock met Jean Whitlock', jean, [john])).toEqual([
      ['J. Whitlock', 'shared'],
      ['Jean Whitlock', null],
    ]);
    expect(marked('Jean Whitlock', jean, [person('Jean Whitlock')])).toEqual([['Jean Whitlock', 'shared']]);
  });

  it('are found with accents apart and without', () => {
    const zoe = person('Zoë Núñez');
    for (const text of ['Zoë Núñez', 'Zoë Núñez'.normalize('NFD'), 'Zoe Nunez'])
      expect(marked(text, zoe)).toEqual([[text, null]]);
  });

  it('of a name of one word are in doubt, and so are those of initials alone', () => {
    expect(marked('by May, in May', person('May'))).toEqual([
      ['May', 'surname'],
      ['May', 'surname'],
    ]);
    expect(marked('TP to do', person('TP'))).toEqual([['TP', 'initials']]);
  });

  it('fill a cell that points to them, however short', () => {
    const { isThem } = personFinder(jean, []);
    for (const text of ['JW', 'Whitlock', 'jean', 'Mrs Whitlock', 'Housing lead', 'J W'])
      expect(isThem(text), text).toBe(true);
    for (const text of ['JW/AB', 'Housing', 'Whitlock Street']) expect(isThem(text), text).toBe(false);
  });
});

describe('the words instead', () => {
  it('are numbered where they are taken', () => {
    expect(formerOfficer([])).toBe('Former officer');
    expect(formerOfficer(['former officer', 'Former officer 2'])).toBe('Former officer 3');
  });

  it('begin small within a sentence when they are ours', () => {
    const put = (text: string, instead: string) =>
      withoutHits(text, personFinder(jean, []).find(text), instead);
    expect(put('Jean Whitlock met J Whitlock. Jean Whitlock left', 'Former officer')).toBe(
      'Former officer met former officer. Former officer left',
    );
    expect(put('asked Jean Whitlock', 'NHS lead')).toBe('asked NHS lead');
  });
});
