import type { ReadDb } from '#db/handles.ts';
import { tiesOf } from '#db/queries/people-led.ts';
import { peopleWithLoad } from '#db/queries/people-list.ts';
import { apartIn } from '#db/queries/register-spells.ts';
import type { MergeCounts, PersonRow, SamePair } from '#shared/contract/people.ts';
import { type PeoplePair, pairKey, peoplePairs } from '#shared/domain/people-pairs.ts';

const nothing: MergeCounts = {
  actions: 0,
  measures: 0,
  kpis: 0,
  sections: 0,
  updates: 0,
  memberships: 0,
  attendances: 0,
  spells: 0,
};

function proposed(db: ReadDb, all: readonly PersonRow[]): PeoplePair[] {
  return peoplePairs(all, new Set(apartIn(db).map(({ personId, otherId }) => pairKey(personId, otherId))));
}

/** How many pairs look like one. */
export const countPairs = (db: ReadDb): number => proposed(db, peopleWithLoad(db)).length;

/** Pairs that look like one, with what hangs on each of the two. */
export function readPairs(db: ReadDb): SamePair[] {
  const all = peopleWithLoad(db);
  const ties = tiesOf(db);
  const byId = new Map(all.map((person) => [person.id as string, person]));
  const whoOf = ({ id, kind, name, initials, role, email }: PersonRow) => ({
    id,
    kind,
    name,
    initials,
    role,
    email,
  });
  return proposed(db, all).flatMap(({ keepId, otherId, reason }): SamePair[] => {
    const [keep, other] = [byId.get(keepId), byId.get(otherId)];
    if (!keep || !other) return [];
    return [
      {
        keep: whoOf(keep),
        other: whoOf(other),
        reason,
        keepHas: ties.get(keepId) ?? nothing,
        otherHas: ties.get(otherId) ?? nothing,
      },
    ];
  });
}
