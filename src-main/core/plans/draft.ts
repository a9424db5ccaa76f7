import { timescaleToColumns } from '#db/records.ts';
import { updateRow } from '#db/rows.ts';
import { actions } from '#db/schema/index.ts';
import type { ActionRow, CellEdit, EditableField } from '#shared/contract/plans.ts';
import type { Lead, Status } from '#shared/contract/register.ts';
import type { PeopleFinder } from '../people/find-people.ts';
import { type CellRules, readCell, type TypedColumns } from './read-cell.ts';
import type { LinkResolver } from './resolve-links.ts';
import { type Writer, writeLeads, writeLinks, writeMeasures } from './write-parts.ts';
import { writeUpdate } from './write-progress.ts';

/** All that was typed into one action, read and not yet written. */
export type Draft = {
  readonly actionId: string;
  columns: TypedColumns;
  leads: Lead[] | null;
  measures: string[] | null;
  links: string[] | null;
  update: { status: Status | null; words: string[] } | null;
  /** The fields that change something. */
  readonly fields: EditableField[];
};

export type Refusal = { actionId: string; field: EditableField; message: string };

/** Reads the cells typed into one action. What is refused is left out of the draft and told. */
export function readDraft(
  row: ActionRow,
  edits: readonly Pick<CellEdit, 'field' | 'text'>[],
  rules: CellRules,
  refused: Refusal[],
): Draft {
  const draft: Draft = {
    actionId: row.id,
    columns: {},
    leads: null,
    measures: null,
    links: null,
    update: null,
    fields: [],
  };
  for (const { field, text } of edits) {
    const reading = readCell(row, field, text, rules);
    switch (reading.kind) {
      case 'same':
        continue;
      case 'refused':
        refused.push({ actionId: row.id, field, message: reading.message });
        continue;
      case 'columns':
        Object.assign(draft.columns, reading.columns);
        break;
      case 'leads':
        draft.leads = reading.leads;
        break;
      case 'measures':
      case 'links':
        draft[reading.kind] = reading.lines;
        break;
      case 'update':
        // A status and what happened, typed side by side, are one update.
        draft.update = {
          status: reading.status ?? draft.update?.status ?? null,
          words: [...(draft.update?.words ?? []), reading.words].filter((words) => words !== ''),
        };
    }
    draft.fields.push(field);
  }
  return draft;
}

export type DraftWriter = Writer & { people: PeopleFinder; links: LinkResolver; today: string };

/** Writes a draft into the action it was read for. */
export function writeDraft(w: DraftWriter, draft: Draft): void {
  const { actionId } = draft;
  const { timescale, ...columns } = draft.columns;
  const patch = { ...columns, ...(timescale === undefined ? {} : timescaleToColumns(timescale)) };
  if (Object.keys(patch).length > 0) updateRow(w.tx, actions, actionId, patch);
  if (draft.leads) writeLeads(w, { actionId }, w.people.settle(draft.leads));
  if (draft.measures) writeMeasures(w, actionId, draft.measures);
  if (draft.links) writeLinks(w, actionId, w.links.resolve(draft.links, actionId));
  if (draft.update) {
    const { status, words } = draft.update;
    writeUpdate(w, actionId, { on: w.today, status, text: words.join('\n'), by: null, evidence: null });
  }
}
