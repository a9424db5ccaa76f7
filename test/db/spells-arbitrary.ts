import fc from 'fast-check';
import type { RegisterContent } from '#shared/contract/register.ts';

const id = fc.uuid({ version: 7 });
const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const day = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

/** The same content with spells of office, other spellings and pairs that are two; an empty list is left out. */
export function withSpells(content: RegisterContent): fc.Arbitrary<RegisterContent> {
  const ids = content.people.map((person) => person.id);
  if (ids.length === 0) return fc.constant(content);
  const one = fc.constantFrom(...ids);
  const pair = fc.tuple(one, one).filter(([a, b]) => a !== b);
  const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
  const twos = <T>(item: fc.Arbitrary<T>) => (ids.length < 2 ? fc.constant<T[]>([]) : few(item));
  const days = fc
    .tuple(fc.option(day, { nil: null }), fc.option(day, { nil: null }))
    .map(([from, until]) => (from && until && from > until ? { from: until, until: from } : { from, until }));
  return fc
    .record({
      spells: twos(
        fc.record({ id, pair, days }).map(({ pair: [ofId, personId], days: { from, until }, ...rest }) => ({
          ...rest,
          source: null,
          ofId,
          personId,
          from,
          until,
        })),
      ),
      aliases: few(
        fc.record({ id, personId: one, text: words }).map((alias) => ({ ...alias, source: null })),
      ),
      apart: twos(
        fc
          .record({ id, pair })
          .map(({ pair: [personId, otherId], ...rest }) => ({ ...rest, source: null, personId, otherId })),
      ),
    })
    .map(({ spells, aliases, apart }) => ({
      ...content,
      ...(spells.length > 0 && { spells }),
      ...(aliases.length > 0 && { aliases }),
      ...(apart.length > 0 && { apart }),
    }));
}
