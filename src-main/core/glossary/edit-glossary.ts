import type { ReadDb } from '#db/handles.ts';
import { termHead } from '#db/queries/glossary.ts';
import { lastPosition } from '#db/queries/plans-order.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { glossary } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { step } from '../plans/positions.ts';

export type NewTerm = { term: string; meaning: string; planId: string | null };

/** Adds a term of a plan, or of the whole office; gives its id. */
export function addTerm({ app, register }: Doing, o: NewTerm): string {
  const id = app.options.newId();
  register.act({ kind: 'edit', label: `Term ${o.term} added` }, (tx) =>
    insertRow(tx, glossary, { id, ...o, position: lastPosition(tx, 'glossary') + step }),
  );
  return id;
}

export type TermPatch = {
  termId: string;
  term?: string | undefined;
  meaning?: string | undefined;
  planId?: string | null | undefined;
};

export function editTerm({ register }: Doing, { termId, term, meaning, planId }: TermPatch): void {
  const before = termOf(register.db, termId);
  register.act({ kind: 'edit', label: `Term ${term ?? before.term}` }, (tx) =>
    updateRow(tx, glossary, termId, {
      ...(term !== undefined && { term }),
      ...(meaning !== undefined && { meaning }),
      ...(planId !== undefined && { planId }),
    }),
  );
}

export function removeTerm({ register }: Doing, termId: string): void {
  const { term } = termOf(register.db, termId);
  register.act({ kind: 'edit', label: `Deletion of the term ${term}` }, (tx) =>
    deleteRow(tx, glossary, termId),
  );
}

function termOf(db: ReadDb, termId: string): { term: string } {
  const row = termHead(db, termId);
  if (!row)
    throw new AppError('not-found', 'This term is no longer in the glossary. Look at the list again.');
  return row;
}
