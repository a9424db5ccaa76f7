import type { z } from 'zod';
import { changeEveryText, overwriteWhatGoes, sweepFile } from '#db/remove-name.ts';
import type { TextPlace } from '#db/words-of-person.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { heldContract } from '#shared/contract/held.ts';
import { type Doubt, withoutHits } from '#shared/domain/person-words.ts';
import { count } from '#shared/domain/words.ts';
import { dropHeldReadings } from '../../imports/session/held-readings.ts';
import type { Doing } from '../../plans/edit-plan.ts';
import { retire } from '../edit-people.ts';
import { filesNaming, hitsIn, type Sought, soughtPerson } from './find-held.ts';

type Removal = z.output<typeof heldContract.removeName.input>;

/**
 * Takes a person's name out of the register and its history, for ever (docs/decisions/0186). First a backup is made, and
 * they lead nothing more from today, which is an act like any other; then every text changes in one act that is never
 * undone; then the file is written anew, so that no remains of the name lie in it. Snapshots stay as they were frozen.
 */
export async function removeName(
  doing: Doing,
  wish: Removal,
): Promise<{ cells: number; filesGone: number; swept: boolean; label: string }> {
  const { app, register } = doing;
  const { db } = register;
  refuseSameName(soughtPerson(db, wish.personId), wish.instead);
  await app.backups.make(register, 'before-removal');
  await dropHeldReadings(register);
  const sought = soughtPerson(db, wish.personId);
  if (sought.person.retiredOn === undefined)
    retire(doing, { personId: wish.personId, on: app.options.today() });
  const filesGone = wish.files ? filesNaming(db, sought).map(({ sha256 }) => sha256) : [];
  overwriteWhatGoes(db);
  const label = (cells: number) => `A name taken out: “${wish.instead}” in ${count(cells, 'place')}`;
  const cells = register.act({ kind: 'privacy', label, undoable: false }, (tx) =>
    changeEveryText(tx, {
      personId: wish.personId,
      mayHold: sought.finder.mayBeIn,
      change: changer(sought, wish),
      filesGone,
    }),
  );
  const swept = sweepFile(db);
  return { cells, filesGone: filesGone.length, swept, label: label(cells) };
}

/** What becomes of each text. The person's own row keeps nothing but what stands instead, and the role if it is wanted. */
function changer(sought: Sought, { personId, instead, keepRole, also }: Removal) {
  const taken = new Set<Doubt | null>([null, ...also]);
  return (words: string, place: TextPlace): string | null => {
    const isPerson = place.table === 'people' && place.rowId === personId;
    if (isPerson && (place.column === 'initials' || place.column === 'email')) return null;
    if (isPerson && place.column === 'role' && !keepRole) return null;
    if ((isPerson && place.column === 'name') || (place.table === 'aliases' && place.own)) return instead;
    return withoutHits(
      words,
      hitsIn(sought, words, place).filter(({ doubt }) => taken.has(doubt)),
      instead,
    );
  };
}

/** What stands instead must not name them again. */
function refuseSameName({ finder, person }: Sought, instead: string): void {
  if (finder.find(instead).length === 0 && !finder.isThem(instead)) return;
  throw new AppError(
    'not-possible',
    `“${instead}” names ${person.name} again. Choose other words, such as “Former officer”.`,
  );
}
