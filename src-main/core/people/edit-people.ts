import type { z } from 'zod';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import { lastPersonPosition } from '#db/queries/people-list.ts';
import { lastTiePosition } from '#db/queries/people-write.ts';
import { aliasesIn, apartIn, spellsIn } from '#db/queries/register-spells.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { aliases, people, peopleApart, spells } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { peopleContract } from '#shared/contract/people.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { pairKey } from '#shared/domain/people-pairs.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { personNamed } from './read-lead.ts';

type Input<K extends keyof typeof peopleContract> = z.output<(typeof peopleContract)[K]['input']>;
const step = 1_024;
const filled = (text: string | null): string | null => text?.trim() || null;

export function addPerson({ app, register }: Doing, o: Input<'add'>): string {
  const id = app.options.newId();
  register.act({ kind: 'edit', label: `New lead ${o.name}` }, (tx) =>
    insertRow(tx, people, {
      id,
      position: lastPersonPosition(tx) + step,
      kind: o.kind,
      name: o.name,
      initials: filled(o.initials),
      role: filled(o.role),
      email: filled(o.email),
    }),
  );
  return id;
}

/** Changes who somebody is. A name that is left behind stays as another spelling: files still bear it. */
export function editPerson(
  { app, register }: Doing,
  { personId, aliases: wanted, ...patch }: Input<'edit'>,
): void {
  const before = personNamed(register.db, personId);
  if (patch.kind === 'person' && before.holders.length > 0) {
    throw new AppError(
      'not-possible',
      `“${before.name}” is held by somebody, and nobody holds a person. Remove who holds it first.`,
    );
  }
  const name = patch.name ?? before.name;
  const renamed = name !== before.name;
  register.act({ kind: 'edit', label: `Details of ${name}` }, (tx) => {
    updateRow(tx, people, personId, {
      ...patch,
      ...(patch.initials !== undefined && { initials: filled(patch.initials) }),
      ...(patch.role !== undefined && { role: filled(patch.role) }),
      ...(patch.email !== undefined && { email: filled(patch.email) }),
    });
    const list = [...(wanted ?? before.aliases), ...(renamed ? [before.name] : [])];
    if (wanted !== undefined || renamed) writeAliases(tx, app.options.newId, { personId, name, list });
  });
}

/** Brings somebody's other spellings to a list; their own name and words said twice are left out. */
export function writeAliases(
  tx: WriteDb,
  newId: () => string,
  o: { personId: string; name: string; list: readonly string[] },
): void {
  const wanted = new Set(
    o.list.map((text) => text.trim()).filter((text) => text !== '' && text !== o.name.trim()),
  );
  for (const known of aliasesIn(tx).filter(({ personId }) => personId === o.personId))
    if (!wanted.delete(known.text)) deleteRow(tx, aliases, known.id);
  let position = lastTiePosition(tx, 'aliases');
  for (const text of wanted) {
    position += step;
    insertRow(tx, aliases, { id: newId(), position, personId: o.personId, text });
  }
}

export function retire({ register }: Doing, { personId, on }: Input<'retire'>): void {
  const { name } = personNamed(register.db, personId);
  const label = on === null ? `${name} leads again` : `${name} leads nothing from ${formatDay(on)}`;
  register.act({ kind: 'edit', label }, (tx) => updateRow(tx, people, personId, { retiredOn: on }));
}

/** Somebody holds a role, or belongs to a team or organisation, for a time. Gives the spell’s id. */
export function addSpell({ app, register }: Doing, o: Input<'addSpell'>): string {
  const post = personNamed(register.db, o.ofId);
  const person = personNamed(register.db, o.personId);
  refuseUnlessPost(post, person);
  refuseUnlessInOrder(o);
  const id = app.options.newId();
  register.act({ kind: 'edit', label: `${person.name}: ${post.name}` }, (tx) =>
    insertRow(tx, spells, { id, position: lastTiePosition(tx, 'spells') + step, ...o }),
  );
  return id;
}

export function editSpell({ register }: Doing, { spellId, from, until }: Input<'editSpell'>): void {
  refuseUnlessInOrder({ from, until });
  const label = `Days of ${spellWords(register.db, spellId)}`;
  register.act({ kind: 'edit', label }, (tx) => updateRow(tx, spells, spellId, { from, until }));
}

export function removeSpell({ register }: Doing, { spellId }: Input<'removeSpell'>): void {
  const label = `Removal of ${spellWords(register.db, spellId)}`;
  register.act({ kind: 'edit', label }, (tx) => deleteRow(tx, spells, spellId));
}

/** These two are not one. */
export function setApart({ app, register }: Doing, o: Input<'setApart'>): void {
  const [one, other] = [personNamed(register.db, o.personId), personNamed(register.db, o.otherId)];
  if (one.id === other.id) throw new AppError('not-possible', 'Choose two different leads to keep apart.');
  const key = pairKey(o.personId, o.otherId);
  if (apartIn(register.db).some(({ personId, otherId }) => pairKey(personId, otherId) === key)) return;
  register.act({ kind: 'edit', label: `${one.name} and ${other.name} are two` }, (tx) =>
    insertRow(tx, peopleApart, {
      id: app.options.newId(),
      position: lastTiePosition(tx, 'people_apart') + step,
      ...o,
    }),
  );
}

function spellWords(db: ReadDb, spellId: string): string {
  const spell = spellsIn(db).find(({ id }) => id === spellId);
  if (!spell)
    throw new AppError('not-found', 'This spell is no longer in the register. Look at the page again.');
  return `${personNamed(db, spell.personId).name} as ${personNamed(db, spell.ofId).name}`;
}

function refuseUnlessPost(
  post: { id: string; kind: string; name: string },
  person: { id: string; kind: string; name: string },
): void {
  if (post.kind === 'person') {
    throw new AppError(
      'not-possible',
      `“${post.name}” is a person, and nobody holds a person. Choose a role, a team or an organisation.`,
    );
  }
  if (post.id === person.id)
    throw new AppError('not-possible', `“${post.name}” cannot hold itself. Choose who holds it.`);
  if (post.kind === 'role' && person.kind === 'role') {
    throw new AppError(
      'not-possible',
      `“${person.name}” is a role itself. Choose the person who holds “${post.name}”, or merge the two.`,
    );
  }
}

function refuseUnlessInOrder({ from, until }: { from: string | null; until: string | null }): void {
  if (from !== null && until !== null && until < from) {
    throw new AppError(
      'not-possible',
      `The last day, ${formatDay(until)}, lies before the first, ${formatDay(from)}. Change one of the two.`,
    );
  }
}
