import type { ReadDb, WriteDb } from '#db/handles.ts';
import { deleteRecipients, lastListPosition, circulationLists as listsIn } from '#db/queries/circulation.ts';
import { peopleWithLoad } from '#db/queries/people-list.ts';
import { listToColumns } from '#db/queries/register-circulation.ts';
import { deleteRow, insertRow, insertRows, updateRow } from '#db/rows.ts';
import { circulationLists, circulationRecipients } from '#db/schema/index.ts';
import type { ListFields } from '#shared/contract/circulation.ts';
import type { CirculationList } from '#shared/contract/circulation-records.ts';
import { AppError } from '#shared/contract/errors.ts';
import { count } from '#shared/domain/words.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { shortened } from '../plans/labels.ts';
import { step } from '../plans/positions.ts';

export function addList({ app, register }: Doing, fields: ListFields): string {
  checkFields(register.db, fields, null);
  const id = app.options.newId();
  register.act({ kind: 'edit', label: `Circulation list “${shortened(fields.name, 48)}” added` }, (tx) => {
    insertRow(tx, circulationLists, {
      id,
      position: lastListPosition(tx) + step,
      ...listToColumns(tidy(fields)),
    });
    writeRecipients(tx, id, fields, app.options.newId);
  });
  return id;
}

export function editList({ app, register }: Doing, listId: string, fields: ListFields): void {
  const known = mustList(register.db, listId);
  checkFields(register.db, fields, listId);
  register.act({ kind: 'edit', label: `Circulation list “${shortened(fields.name, 48)}”` }, (tx) => {
    updateRow(tx, circulationLists, listId, listToColumns(tidy(fields)));
    // Unchanged recipients keep their rows, so that the history tells only what was changed.
    if (JSON.stringify(known.recipients) === JSON.stringify(fields.recipients)) return;
    deleteRecipients(tx, listId);
    writeRecipients(tx, listId, fields, app.options.newId);
  });
}

/** Takes a list out; what went to it stays in the register of circulation. */
export function removeList({ register }: Doing, listId: string): string {
  const { name, recipients } = mustList(register.db, listId);
  const label = `Deletion of the circulation list “${shortened(name, 48)}”`;
  register.act({ kind: 'edit', label }, (tx) => {
    deleteRecipients(tx, listId);
    deleteRow(tx, circulationLists, listId);
  });
  return `“${name}” with ${count(recipients.length, 'recipient')}`;
}

export function mustList(db: ReadDb, listId: string): Omit<CirculationList, 'source'> {
  const list = listsIn(db).find(({ id }) => id === listId);
  if (!list) {
    throw new AppError(
      'not-found',
      'This circulation list is no longer in the register. Choose another, or undo its deletion.',
    );
  }
  return list;
}

const tidy = ({ subject, words, ...fields }: ListFields) => ({
  ...fields,
  subject: subject || null,
  words: words || null,
});

/** One @ with something round it, no white space, comma or bracket: what no mail program would split or misread. */
export const isAddress = (text: string): boolean => /^[^\s@,;<>()"\\]+@[^\s@,;<>()"\\]+$/.test(text);

function checkFields(db: ReadDb, { name, recipients }: ListFields, listId: string | null): void {
  const same = (text: string) => text.toLocaleLowerCase('en-GB');
  if (listsIn(db).some((one) => one.id !== listId && same(one.name) === same(name))) {
    throw new AppError(
      'not-possible',
      `There is a circulation list “${name}” already. Change that one, or give this one another name.`,
    );
  }
  const people = new Set<string>(peopleWithLoad(db).map(({ id }) => id));
  const seen = new Set<string>();
  for (const { personId, address } of recipients) {
    if (personId !== null && !people.has(personId)) {
      throw new AppError(
        'not-found',
        'One of the recipients is no longer among the people of the register. Take them off the list.',
      );
    }
    if (address !== null && !isAddress(address)) {
      throw new AppError(
        'wrong-use',
        `“${address}” is not an e-mail address: it holds one @ and no space. Mend it first.`,
      );
    }
    const key = personId ?? same(address ?? '');
    if (seen.has(key)) {
      throw new AppError(
        'not-possible',
        `${address ?? 'One of the recipients'} stands on the list twice. Take one away.`,
      );
    }
    seen.add(key);
  }
}

function writeRecipients(tx: WriteDb, listId: string, { recipients }: ListFields, newId: () => string): void {
  insertRows(
    tx,
    circulationRecipients,
    recipients.map((one, index) => ({ id: newId(), listId, position: (index + 1) * step, ...one })),
  );
}
