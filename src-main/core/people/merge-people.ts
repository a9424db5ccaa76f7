import { mergePersonRows } from '#db/queries/people-write.ts';
import { updateRow } from '#db/rows.ts';
import { people } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { PersonRow } from '#shared/contract/people.ts';
import { count } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { writeAliases } from './edit-people.ts';
import { personNamed } from './read-lead.ts';

/**
 * One becomes the other: all that pointed to it points to the one that stays, whose empty fields it fills; its names
 * stay as other spellings, so that the next import finds them. The words of the plans stay as written. One change set.
 */
export function mergePeople({ app, register }: Doing, o: { keepId: string; otherId: string }): string {
  const [keep, other] = [personNamed(register.db, o.keepId), personNamed(register.db, o.otherId)];
  if (keep.id === other.id) throw new AppError('not-possible', 'Choose two different leads to merge.');
  refuseLostHolders(keep, other);
  const label = `Merge of ${other.name} into ${keep.name}`;
  register.act({ kind: 'edit', label }, (tx) => {
    mergePersonRows(tx, { keep: keep.id, other: other.id });
    const initials = keep.initials ?? other.initials;
    updateRow(tx, people, keep.id, {
      initials,
      role: keep.role ?? other.role,
      email: keep.email ?? other.email,
      retiredOn: keep.retiredOn && other.retiredOn ? later(keep.retiredOn, other.retiredOn) : null,
    });
    const list = [...keep.aliases, ...other.aliases, other.name, other.initials ?? '', keep.initials ?? ''];
    writeAliases(tx, app.options.newId, {
      personId: keep.id,
      name: keep.name,
      list: list.filter((text) => text !== initials),
    });
  });
  return label;
}

/** Nobody holds a person: where a role or team that somebody holds became a person, its spells would mean nothing. */
function refuseLostHolders(keep: PersonRow, other: PersonRow): void {
  if (keep.kind !== 'person' || other.holders.length === 0) return;
  throw new AppError(
    'not-possible',
    `“${other.name}” is a ${other.kind} with ${count(other.holders.length, 'spell of office', 'spells of office')}, and nobody holds a person. Keep “${other.name}” instead, or remove the spells first.`,
  );
}

const later = (a: string, b: string): string => (a > b ? a : b);
