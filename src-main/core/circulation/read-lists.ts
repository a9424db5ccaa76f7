import type { ReadDb } from '#db/handles.ts';
import { circulationLists, circulationRows } from '#db/queries/circulation.ts';
import { peopleWithLoad } from '#db/queries/people-list.ts';
import type { ListShown } from '#shared/contract/circulation.ts';
import { addressesOf } from '#shared/domain/round-share.ts';

/** All lists with the names of their recipients, and where an e-mail to each would go today. */
export function readLists(db: ReadDb, today: string): ListShown[] {
  const people = new Map(peopleWithLoad(db).map((person) => [person.id as string, person]));
  const sentAt = new Map(circulationRows(db).map(({ listId, at }) => [listId, at]));
  return circulationLists(db).map((list) => ({
    ...list,
    sentAt: sentAt.get(list.id) ?? null,
    recipients: list.recipients.map((one) => {
      const person = people.get(one.personId ?? '');
      return {
        ...one,
        name: person?.name ?? one.address ?? '',
        addresses: person ? addressesOf(person, people, today) : one.address ? [one.address] : [],
      };
    }),
  }));
}
