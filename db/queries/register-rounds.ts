import type { RegisterJson } from '#shared/contract/register.ts';
import type { ReadDb } from '../handles.ts';
import { insertRows } from '../rows.ts';
import { roundForms, rounds } from '../schema/index.ts';
import { type Writing, withPositions } from './register-writing.ts';
import { formRows, roundRows } from './rounds.ts';

/** Rounds and their forms, oldest first. Left out where no round was opened. */
export function readRounds(db: ReadDb): Pick<RegisterJson, 'rounds' | 'roundForms'> {
  const held = roundRows(db)
    .toReversed()
    .map((round) => ({ ...round, source: null }));
  const rank = new Map(held.map(({ id }, at) => [id, at]));
  const forms = formRows(db, null)
    .toSorted((a, b) => (rank.get(a.roundId) ?? 0) - (rank.get(b.roundId) ?? 0))
    .map((form) => ({ ...form, source: null }));
  return {
    ...(held.length > 0 && { rounds: held }),
    ...(forms.length > 0 && { roundForms: forms }),
  };
}

export function writeRounds({ tx }: Writing, json: RegisterJson): void {
  insertRows(
    tx,
    rounds,
    (json.rounds ?? []).map(({ source: _, ...columns }) => columns),
  );
  insertRows(
    tx,
    roundForms,
    withPositions(json.roundForms ?? [], ({ source: _, ...columns }, position) => ({ position, ...columns })),
  );
}
