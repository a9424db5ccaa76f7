import type { HomeRound, HomeView } from '#shared/contract/office.ts';
import type { RoundFormRecord } from '#shared/contract/round-records.ts';
import type { ReadDb } from '../handles.ts';
import { rowOf, rowsOf } from './prepared.ts';

type FormState = { roundId: string; name: string; state: RoundFormRecord['state'] };

/**
 * Rounds of updates that are open, the one due first before the others. Who answered is read from the state that each
 * form has; nothing is compared with the register, which is what takes long.
 */
export function openRounds(db: ReadDb, limit: number): HomeView['rounds'] {
  const total = rowOf<{ n: number }>(db, 'SELECT count(*) AS n FROM rounds WHERE closed_at IS NULL')?.n ?? 0;
  if (total === 0) return { total, first: [] };
  const rounds = rowsOf<Pick<HomeRound, 'id' | 'name' | 'dueOn'>>(
    db,
    `SELECT id, name, due_on AS dueOn FROM rounds WHERE closed_at IS NULL
     ORDER BY due_on IS NULL, due_on, opened_at DESC, id LIMIT ?`,
    limit,
  );
  const forms = rowsOf<FormState>(
    db,
    `SELECT round_id AS roundId, name, state FROM round_forms
     WHERE round_id IN (SELECT value FROM json_each(?)) ORDER BY position, id`,
    JSON.stringify(rounds.map(({ id }) => id)),
  );
  return { total, first: rounds.map((round) => ({ ...round, ...standingOf(round.id, forms) })) };
}

function standingOf(id: string, all: readonly FormState[]): Omit<HomeRound, 'id' | 'name' | 'dueOn'> {
  const forms = all.filter(({ roundId }) => roundId === id);
  const named = (wanted: FormState['state']) =>
    forms.filter(({ state }) => state === wanted).map(({ name }) => name);
  const missing = named('sent');
  return { sent: forms.length, answered: forms.length - missing.length, waiting: named('returned'), missing };
}
