import { insertRow } from '#db/rows.ts';
import { bodies, bodyMembers, meetings } from '#db/schema/index.ts';
import type { Office } from '../office.ts';

/** Bodies and meetings put into a test office, with no more said than a test is about. */

let made = 0;
export const idFor = (n: number): string => `0192f0c1-7d3a-7c4e-9a8b-${String(n).padStart(12, '0')}`;

export function addBody(
  { register }: Office,
  fields: Partial<typeof bodies.$inferInsert> & { members?: readonly string[] },
): string {
  const { members = [], ...columns } = fields;
  made += 1;
  const id = idFor(made);
  register.act({ kind: 'edit', label: 'Body' }, (tx) => {
    insertRow(tx, bodies, { id, position: made * 1_024, name: 'Programme board', ...columns });
    for (const name of members) {
      made += 1;
      insertRow(tx, bodyMembers, { id: idFor(made), bodyId: id, position: made * 1_024, name });
    }
  });
  return id;
}

export function addMeeting(
  { register }: Office,
  fields: Partial<typeof meetings.$inferInsert> & { bodyId: string },
): string {
  made += 1;
  const id = idFor(made);
  register.act({ kind: 'edit', label: 'Meeting' }, (tx) =>
    insertRow(tx, meetings, {
      id,
      position: made * 1_024,
      title: 'Programme board',
      state: 'planned',
      ...fields,
    }),
  );
  return id;
}
