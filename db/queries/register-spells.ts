import type { RegisterJson } from '#shared/contract/register.ts';
import type { Alias, Apart, Spell } from '#shared/contract/spells.ts';
import type { ReadDb } from '../handles.ts';
import { insertRows } from '../rows.ts';
import { aliases, peopleApart, spells } from '../schema/index.ts';
import { rowsOf } from './prepared.ts';
import type { ContentPart } from './register-parts.ts';
import { type Writing, withPositions } from './register-writing.ts';

export function spellsIn(db: ReadDb): Spell[] {
  return rowsOf<Omit<Spell, 'source'>>(
    db,
    'SELECT id, of_id AS ofId, person_id AS personId, "from", until FROM spells ORDER BY position, id',
  ).map((row) => ({ ...row, source: null }));
}

export function aliasesIn(db: ReadDb): Alias[] {
  return rowsOf<Omit<Alias, 'source'>>(
    db,
    'SELECT id, person_id AS personId, text FROM aliases ORDER BY position, id',
  ).map((row) => ({ ...row, source: null }));
}

/** The pairs of whom the officer said that they are two. */
export function apartIn(db: ReadDb): Apart[] {
  return rowsOf<Omit<Apart, 'source'>>(
    db,
    'SELECT id, person_id AS personId, other_id AS otherId FROM people_apart ORDER BY position, id',
  ).map((row) => ({ ...row, source: null }));
}

/** A list is left out where it is empty: so a snapshot taken before there was one keeps its words and its hash. */
export function readSpells(db: ReadDb): ContentPart<'spells' | 'aliases' | 'apart'> {
  const [held, written, two] = [spellsIn(db), aliasesIn(db), apartIn(db)];
  return {
    ...(held.length > 0 && { spells: held }),
    ...(written.length > 0 && { aliases: written }),
    ...(two.length > 0 && { apart: two }),
  };
}

export function writeSpells({ tx }: Writing, json: RegisterJson): void {
  insertRows(
    tx,
    spells,
    withPositions(json.spells ?? [], ({ source: _, ...columns }, position) => ({ position, ...columns })),
  );
  insertRows(
    tx,
    aliases,
    withPositions(json.aliases ?? [], ({ source: _, ...columns }, position) => ({ position, ...columns })),
  );
  insertRows(
    tx,
    peopleApart,
    withPositions(json.apart ?? [], ({ source: _, ...columns }, position) => ({ position, ...columns })),
  );
}
