import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { revision } from '#db/change-log.ts';
import { readContentInSteps } from '#db/queries/register-json.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { SnapshotSummary } from '#shared/contract/reports.ts';
import { canonicalPieces } from '#shared/domain/canonical-json.ts';
import type { Register } from '../app.ts';
import { countsOf, type Frozen, frozenChecks, takeSnapshot, type Wanted } from './snapshots.ts';

/** As often it is tried between other acts; then it is taken in one go, which may be seen as a stop. */
const attempts = 3;

/**
 * Takes a snapshot in steps, between which others are served, so that a large register is not held up. What was
 * frozen counts only where nothing was written meanwhile: else it is frozen anew.
 */
export async function takeInSteps(register: Register, o: Wanted): Promise<SnapshotSummary> {
  if (o.name.trim() === '') return takeSnapshot(register, o);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const began = revision(register.db);
    const at = o.now();
    const frozen = await frozenInSteps(register, { at, today: o.today?.() ?? at.slice(0, 10) });
    if (revision(register.db) === began) return takeSnapshot(register, o, { at, frozen });
  }
  return takeSnapshot(register, o);
}

async function frozenInSteps(register: Register, o: { at: string; today: string }): Promise<Frozen> {
  const { db } = register;
  const reading = readContentInSteps(db);
  let step = reading.next();
  while (!step.done) {
    await othersServed(register);
    step = reading.next();
  }
  await othersServed(register);
  const state = { ...step.value, ...frozenChecks(db, o) };
  const hash = createHash('sha256');
  const pieces: string[] = [];
  for (const piece of canonicalPieces(state)) {
    pieces.push(piece);
    hash.update(piece);
    // A piece that is one bracket is no step.
    if (piece.length > 1_000) await othersServed(register);
  }
  return { content: pieces.join(''), hash: hash.digest('hex'), counts: countsOf(state) };
}

/** Throws `cancelled` where the register was closed meanwhile. */
async function othersServed({ db, name }: Register): Promise<void> {
  await setImmediate();
  if (!db.raw.open)
    throw new AppError(
      'cancelled',
      `The register “${name}” was closed before the snapshot was taken. Open it and take the snapshot again.`,
    );
}
