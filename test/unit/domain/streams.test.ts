import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streamReader } from '#shared/domain/streams.ts';

const streams = [
  { id: 'grant', name: 'Sure Start Grant', also: ['SSG', 'Surestart'] },
  { id: 'fund', name: 'Standards Fund', also: [] },
  { id: 'early', name: 'Standards Fund early years', also: ['SF (EY)'] },
];
const read = streamReader(streams);

describe('the funding streams in the words of resources', () => {
  it.each([
    ['SSG £20k, council', ['grant']],
    ['from ssg', ['grant']],
    ['Standards fund early years', ['early']],
    ['Standards Fund; Surestart', ['grant', 'fund']],
    ['SF (EY) 5%', ['early']],
    ['MESSGO', []],
    ['', []],
    [null, []],
  ])('of %j are %j', (words, ids) => {
    expect(read(words)).toEqual(ids);
  });

  it('are found wherever a name stands as a whole word, in whatever case', () => {
    const name = fc.constantFrom(
      ...streams.flatMap((one) => [one.name, ...one.also].map((n) => [one.id, n] as const)),
    );
    const around = fc.constantFrom('', ' ', ', ', '£5 ', '/', '\n');
    fc.assert(
      fc.property(name, around, around, fc.boolean(), ([id, spelling], before, behind, loud) => {
        const words = `${before}${loud ? spelling.toUpperCase() : spelling}${behind}`;
        expect(read(words)).toEqual([id]);
      }),
    );
  });

  it('are none inside another word', () => {
    fc.assert(
      fc.property(fc.constantFrom('SSG', 'Surestart'), fc.constantFrom('x', '1', 'é'), (name, letter) => {
        expect(read(`${letter}${name}`)).toEqual([]);
        expect(read(`${name}${letter}`)).toEqual([]);
      }),
    );
  });
});
