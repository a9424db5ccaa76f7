import { inReadTransaction } from '#db/change-log.ts';
import type { ReadDb } from '#db/handles.ts';
import { keptFilesNamed, snapshotContents } from '#db/queries/held.ts';
import { peopleWithLoad } from '#db/queries/people-list.ts';
import { type TextPlace, textCells } from '#db/words-of-person.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { PersonRow } from '#shared/contract/people.ts';
import { formerOfficer, type Hit, type PersonFinder, personFinder } from '#shared/domain/person-words.ts';
import { noPerson } from '../read-lead.ts';
import { fileWords } from './file-words.ts';

/** One of the people with the finder of their words; `instead` is what would stand for them. */
export type Sought = {
  readonly person: PersonRow;
  readonly finder: PersonFinder;
  readonly instead: string;
};

/** Throws `not-found`, and `not-possible` for a role, a team or an organisation: those are no names of anybody. */
export function soughtPerson(db: ReadDb, personId: string): Sought {
  const people = peopleWithLoad(db);
  const person = people.find(({ id }) => id === personId);
  if (!person) throw noPerson();
  if (person.kind !== 'person') {
    throw new AppError(
      'not-possible',
      `“${person.name}” is a ${person.kind} and nobody’s name. Choose the person; whoever held it stands on its page.`,
    );
  }
  const others = people.filter(({ id, kind }) => id !== personId && kind === 'person');
  return {
    person,
    finder: personFinder(person, others),
    instead: formerOfficer(people.map(({ name }) => name)),
  };
}

/** A text that names the person, or may. */
export type FoundText = { readonly place: TextPlace; readonly words: string; readonly hits: readonly Hit[] };

/** What of a text names them: all of a cell that points to them and says nothing but who they are, else passages. */
export function hitsIn({ finder }: Sought, words: string, { own }: TextPlace): readonly Hit[] {
  if (own && words.trim() !== '' && finder.isThem(words))
    return [{ at: 0, length: words.length, doubt: null }];
  return finder.find(words);
}

/** Every text of the register and of its history that names them or may, in the order of the file. */
export function foundTexts(db: ReadDb, sought: Sought): FoundText[] {
  const found: FoundText[] = [];
  const { person, finder } = sought;
  const cells = textCells(db, { personId: person.id, mayHold: finder.mayBeIn });
  for (const cell of cells) {
    cell.changed((words, place) => {
      const hits = hitsIn(sought, words, place);
      if (hits.length > 0) found.push({ place, words, hits });
      return words;
    });
  }
  return found;
}

export const isSure = ({ doubt }: Hit): boolean => doubt === null;
export const sureHits = (hits: readonly Hit[]): number => hits.filter(isSure).length;

type NamingFile = { sha256: string; name: string; at: string; read: boolean };

/** Files whose bytes are kept and that name them; `read` is false where nobody can tell. */
export function filesNaming(db: ReadDb, { finder }: Sought): NamingFile[] {
  return [...keptFilesNamed(db)].flatMap(({ bytes, ...file }): NamingFile[] => {
    const words = fileWords(bytes, file.name);
    if (words === null) return [{ ...file, read: false }];
    const names = finder.mayBeIn(words) && finder.find(words).some(isSure);
    return names ? [{ ...file, read: true }] : [];
  });
}

/** Snapshots that name them, with how often. */
export function snapshotsNaming(db: ReadDb, { finder }: Sought) {
  return [...snapshotContents(db)].flatMap(({ content, ...snapshot }) => {
    if (!finder.mayBeIn(content)) return [];
    const places = sureHits(finder.find(content));
    return places > 0 ? [{ ...snapshot, places }] : [];
  });
}

/** All of it at one moment. */
export function findHeld(db: ReadDb, personId: string) {
  return inReadTransaction(db, (tx) => {
    const sought = soughtPerson(tx, personId);
    return {
      sought,
      texts: foundTexts(tx, sought),
      files: filesNaming(tx, sought),
      snapshots: snapshotsNaming(tx, sought),
    };
  });
}
export type Held = ReturnType<typeof findHeld>;
