import type { ReadDb, WriteDb } from '#db/handles.ts';
import { undoLabel } from '#db/queries/history-changes.ts';
import { keyOf, planHead } from '#db/queries/plans-list.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { CellEdit, EditableField, EditResult, RowsToAdd } from '#shared/contract/plans.ts';
import type { App, Register } from '../app.ts';
import { type PeopleFinder, peopleFinder } from '../people/find-people.ts';
import { insertEmptyAction, placesFor } from './add-rows.ts';
import { type Draft, type DraftWriter, type Refusal, readDraft, writeDraft } from './draft.ts';
import { editLabel } from './labels.ts';
import type { CellRules } from './read-cell.ts';
import { noPlan, readRows } from './read-plans.ts';
import { linkResolver } from './resolve-links.ts';

export type Doing = { app: App; register: Register };

type Written = { touched: string[]; cells: { field: EditableField; action: Named }[]; added: number };
type Named = { ref: string | null; text: string };

/**
 * Everything typed or pasted into a plan's grid at once, in one change set: cells of actions that are there, and
 * rows added. A cell that cannot be meant is refused with its sentence; all others are written.
 */
export function editPlan(
  { app, register }: Doing,
  o: { planId: string; edits: readonly CellEdit[]; added: readonly RowsToAdd[] },
): EditResult {
  const { newId, today } = app.options;
  const day = today();
  const refused: Refusal[] = [];
  const plan = planHead(register.db, o.planId);
  if (!plan) throw noPlan();
  const label = (written: Written) => editLabel({ planTitle: plan.title, ...written });
  const written = register.act({ kind: 'edit', label }, (tx): Written => {
    const rules = rulesOf(tx, o.planId);
    let people: PeopleFinder | null = null;
    const writer: DraftWriter = {
      tx,
      newId,
      today: day,
      // Reads everyone, so only once a cell of leads was typed.
      get people() {
        people ??= peopleFinder(tx, newId);
        return people;
      },
      links: linkResolver(tx, o.planId),
    };
    const drafts = draftsOf(tx, o.edits, o.planId, rules, refused, day);
    for (const { draft } of drafts) writeDraft(writer, draft);
    const added = o.added.flatMap((rows) => addRows(writer, o.planId, rows, rules, refused));
    return {
      touched: [...new Set([...o.edits.map((edit) => edit.actionId), ...added])],
      cells: drafts.flatMap(({ draft, action }) => draft.fields.map((field) => ({ field, action }))),
      added: added.length,
    };
  });
  return resultOf(register.db, written.touched, day, refused);
}

/** The rows as they now stand, and what Undo would now say. */
export function resultOf(
  db: ReadDb,
  touched: readonly string[],
  today: string,
  refused: readonly Refusal[] = [],
): EditResult {
  const actions = readRows(db, touched, today);
  const there = new Set(actions.map((action) => action.id));
  return {
    actions,
    removedIds: touched.filter((id) => !there.has(id)),
    refused: [...refused],
    label: undoLabel(db),
  };
}

function rulesOf(db: ReadDb, planId: string): CellRules {
  const head = planHead(db, planId);
  return {
    key: keyOf(db, planId),
    yearStartMonth: readSettings(db).financialYearStart,
    period: head?.periodLabel
      ? { label: head.periodLabel, start: head.periodStart, end: head.periodEnd }
      : null,
  };
}

/** The cells gathered by action and read; those of rows that are gone are refused. */
function draftsOf(
  tx: WriteDb,
  edits: readonly CellEdit[],
  planId: string,
  rules: CellRules,
  refused: Refusal[],
  today: string,
): { draft: Draft; action: Named }[] {
  const byAction = Map.groupBy(edits, (edit) => edit.actionId);
  const rows = readRows(tx, [...byAction.keys()], today).filter((row) => row.planId === planId);
  const there = new Set(rows.map((row) => row.id));
  for (const { actionId, field } of edits) {
    if (!there.has(actionId)) {
      refused.push({
        actionId,
        field,
        message: 'This row is no longer in the plan, so nothing was written in it.',
      });
    }
  }
  return rows.map((row) => ({
    draft: readDraft(row, byAction.get(row.id) ?? [], rules, refused),
    action: { ref: row.ref, text: row.text },
  }));
}

function addRows(
  writer: DraftWriter,
  planId: string,
  { sectionId, afterActionId, first, rows }: RowsToAdd,
  rules: CellRules,
  refused: Refusal[],
): string[] {
  const place = { planId, sectionId, afterActionId, first };
  const positions = placesFor(writer.tx, place, rows.length);
  return rows.map((row, index) => {
    const id = writer.newId();
    const empty = insertEmptyAction(writer.tx, { id, position: positions[index] ?? 0, ...place });
    const cells = Object.entries(row)
      .filter(([, text]) => text.trim() !== '')
      .map(([field, text]) => ({ field: field as EditableField, text }));
    writeDraft(writer, readDraft(empty, cells, rules, refused));
    return id;
  });
}
