import type { z } from 'zod';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import { bodyToColumns, standingToColumns } from '#db/meeting-columns.ts';
import { bodiesIn, bodyById, meetingsOfBody, membersOf } from '#db/queries/meetings-list.ts';
import {
  memberRow,
  positionAfterLast,
  removeBodyRow,
  removeMeetingRows,
} from '#db/queries/meetings-write.ts';
import { rowsOf } from '#db/queries/prepared.ts';
import { reportingLinesIn } from '#db/queries/register-follow-up.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { bodies, bodyMembers, standingItems } from '#db/schema/index.ts';
import type { BodyFields, bodiesContract } from '#shared/contract/bodies.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Body, StandingItem } from '#shared/contract/meeting-records.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { isHeld } from '#shared/domain/meeting-stages.ts';
import { comparable } from '#shared/domain/similarity.ts';
import { peopleFinder } from '../people/find-people.ts';
import type { Doing } from '../plans/edit-plan.ts';

type Input<K extends keyof typeof bodiesContract> = z.output<(typeof bodiesContract)[K]['input']>;

const filled = (text: string | null): string | null => text?.trim() || null;

/** A body that is there. Throws `not-found`. */
export function bodyNamed(db: ReadDb, bodyId: string): Body {
  const body = bodyById(db, bodyId);
  if (body) return body;
  throw new AppError(
    'not-found',
    'This board or group is no longer in the register. Look at the list again.',
  );
}

/** The columns that the fields given say; what is left out is left out. */
function columnsOf({ numbering, resolving, documents, ...fields }: Partial<BodyFields>) {
  const texts = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? filled(value) : value]),
  ) as typeof fields;
  const all = bodyToColumns({
    ...({} as Body),
    numbering: numbering ?? undefined,
    resolving: resolving ?? undefined,
  } as Body);
  const { minutePattern, minuteCounts, minuteOf, resolutionWords, resolutionCounts } = all;
  return {
    ...texts,
    ...(documents !== undefined && { documents: documents.length > 0 ? documents : null }),
    ...(numbering !== undefined && { minutePattern, minuteCounts, minuteOf }),
    ...(resolving !== undefined && { resolutionWords, resolutionCounts }),
  };
}

export function addBody({ app, register }: Doing, fields: Input<'add'>): string {
  refuseName(register.db, fields.name, null);
  refuseParent(register.db, fields.reportsToId ?? null, null);
  const id = app.options.newId();
  register.act({ kind: 'edit', label: `New board or group ${fields.name}` }, (tx) =>
    insertRow(tx, bodies, {
      ...columnsOf(fields),
      id,
      name: fields.name,
      position: positionAfterLast(tx, 'bodies'),
    }),
  );
  return id;
}

export function editBody({ register }: Doing, { bodyId, ...fields }: Input<'edit'>): void {
  const before = bodyNamed(register.db, bodyId);
  if (fields.name !== undefined) refuseName(register.db, fields.name, bodyId);
  if (fields.reportsToId !== undefined) refuseParent(register.db, fields.reportsToId, bodyId);
  const { name, ...columns } = columnsOf(fields);
  register.act({ kind: 'edit', label: `Details of ${fields.name ?? before.name}` }, (tx) =>
    updateRow(tx, bodies, bodyId, { ...columns, ...(name ? { name } : {}) }),
  );
}

function refuseName(db: ReadDb, name: string, but: string | null): void {
  const twin = bodiesIn(db).find((one) => one.id !== but && comparable(one.name) === comparable(name));
  if (!twin) return;
  throw new AppError(
    'not-possible',
    `The register has “${twin.name}” already. Choose a name that tells the two apart.`,
  );
}

/** A body may not report to itself, straight or round a corner. */
function refuseParent(db: ReadDb, parentId: string | null, bodyId: string | null): void {
  const byId = new Map(bodiesIn(db).map((one) => [one.id as string, one]));
  const seen = new Set<string>();
  for (let at = parentId; at !== null; at = byId.get(at)?.reportsToId ?? null) {
    if (!byId.has(at)) bodyNamed(db, at);
    if (at === bodyId) {
      throw new AppError(
        'not-possible',
        `“${byId.get(at)?.name}” would report to itself in the end. Choose another it reports to.`,
      );
    }
    if (seen.has(at)) return;
    seen.add(at);
  }
}

export function removeBody(
  { register }: Doing,
  bodyId: string,
): { members: number; meetings: number; reportingLines: number } {
  const { db } = register;
  const body = bodyNamed(db, bodyId);
  const meetings = meetingsOfBody(db, bodyId);
  const minuted = meetings.filter(isHeld);
  if (minuted.length > 0) {
    throw new AppError(
      'not-possible',
      `“${body.name}” has held meetings (${minuted.length}), and their minutes stay with it. Say since when it meets no more instead.`,
    );
  }
  const lines = reportingLinesIn(db).filter(
    ({ fromBodyId, toBodyId }) => fromBodyId === bodyId || toBodyId === bodyId,
  ).length;
  register.act({ kind: 'edit', label: `Deletion of ${body.name}` }, (tx) => {
    removeMeetingRows(
      tx,
      meetings.map(({ id }) => id),
    );
    removeBodyRow(tx, bodyId);
  });
  return { members: body.members.length, meetings: meetings.length, reportingLines: lines };
}

export function addMember({ app, register }: Doing, { bodyId, ...member }: Input<'addMember'>): string {
  const body = bodyNamed(register.db, bodyId);
  refuseUnlessInOrder(member);
  const id = app.options.newId();
  register.act({ kind: 'edit', label: `${member.name} joins ${body.name}` }, (tx) =>
    insertRow(tx, bodyMembers, {
      id,
      bodyId,
      position: positionAfterLast(tx, 'members', bodyId),
      name: member.name,
      personId: member.personId ?? peopleFinder(tx, app.options.newId).find(member.name),
      role: filled(member.role),
      from: member.from,
      until: member.until,
    }),
  );
  return id;
}

function memberNamed(db: ReadDb, memberId: string) {
  const member = memberRow(db, memberId);
  if (member) return member;
  throw new AppError('not-found', 'This membership is no longer in the register. Look at the page again.');
}

export function editMember({ app, register }: Doing, { memberId, ...patch }: Input<'editMember'>): void {
  const before = memberNamed(register.db, memberId);
  const days = membersOf(register.db, before.bodyId).find(({ id }) => id === memberId);
  refuseUnlessInOrder({
    from: patch.from === undefined ? (days?.from ?? null) : patch.from,
    until: patch.until === undefined ? (days?.until ?? null) : patch.until,
  });
  register.act({ kind: 'edit', label: `${patch.name ?? before.name} in ${before.body}` }, (tx) => {
    const person =
      patch.name !== undefined && patch.personId === undefined
        ? { personId: peopleFinder(tx, app.options.newId).find(patch.name) }
        : {};
    const role = patch.role === undefined ? {} : { role: filled(patch.role) };
    updateRow(tx, bodyMembers, memberId, { ...patch, ...role, ...person });
  });
}

export function removeMember({ register }: Doing, memberId: string): void {
  const { name, body } = memberNamed(register.db, memberId);
  register.act({ kind: 'edit', label: `Removal of ${name} from ${body}` }, (tx) =>
    deleteRow(tx, bodyMembers, memberId),
  );
}

function refuseUnlessInOrder({ from, until }: { from: string | null; until: string | null }): void {
  if (from === null || until === null || from <= until) return;
  throw new AppError(
    'not-possible',
    `The last day, ${formatDay(until)}, lies before the first, ${formatDay(from)}. Change one of the two.`,
  );
}

/** Brings the standing items to a list: rows that stay keep their identity by their place. */
export function setStandingItems(
  { app, register }: Doing,
  { bodyId, items }: Input<'setStandingItems'>,
): void {
  const body = bodyNamed(register.db, bodyId);
  register.act({ kind: 'edit', label: `Standing items of ${body.name}` }, (tx) => {
    const people = peopleFinder(tx, app.options.newId);
    const settled = items.map(({ officer, ...item }): StandingItem => {
      const text = filled(officer?.text ?? null);
      return {
        ...item,
        officer: text === null ? null : { text, personId: officer?.personId ?? people.find(text) },
      };
    });
    writeStanding(tx, app.options.newId, bodyId, settled);
  });
}

function writeStanding(tx: WriteDb, newId: () => string, bodyId: string, items: readonly StandingItem[]) {
  const rows = rowsOf<{ id: string }>(
    tx,
    'SELECT id FROM standing_items WHERE body_id = ? ORDER BY position, id',
    bodyId,
  );
  for (const { id } of rows.slice(items.length)) deleteRow(tx, standingItems, id);
  items.forEach((item, index) => {
    const columns = { ...standingToColumns(item), position: (index + 1) * 1_024 };
    const row = rows[index];
    if (row) updateRow(tx, standingItems, row.id, columns);
    else insertRow(tx, standingItems, { id: newId(), bodyId, ...columns });
  });
}
