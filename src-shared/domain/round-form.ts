import type { FormAction, FormContent, FormFigure, FormKey, FormMeasure } from '../contract/round-records.ts';
import { formatDay } from './dates.ts';
import { readFigure } from './numbers.ts';
import {
  actionRow,
  type FieldKey,
  fieldKey,
  figureRow,
  measureRow,
  type RoundField,
  type RowKey,
} from './round-fields.ts';
import { type Alike, foldWords } from './round-merge.ts';
import { readStatus } from './status-words.ts';

/** What a form holds, told as fields: the base of the merge, and in the same words the register as it stands now. */

type Told = Record<FieldKey, string | null>;

/** The label that a status has in the plan's key; its own where the key has none for it. */
export function statusInKey(
  status: { state: string; label: string } | null,
  key: FormKey['labels'],
): string | null {
  if (!status) return null;
  const own = key.find(
    ({ label }) => foldWords(label).toLowerCase() === foldWords(status.label).toLowerCase(),
  );
  return (own ?? key.find(({ state }) => state === status.state) ?? status).label;
}

const labelsOf = (keys: readonly FormKey[], planId: string) =>
  keys.find((one) => one.planId === planId)?.labels ?? [];

/** Every field of a form with what stands in it. */
export function fieldsOf(content: FormContent): Told {
  const told: Told = {};
  const put = (row: RowKey, field: RoundField, words: string | null) => {
    told[fieldKey(row, field)] = words;
  };
  for (const action of content.actions) putAction(put, action, labelsOf(content.keys, action.planId));
  for (const measure of content.measures) {
    put(measureRow(measure.id), 'done', measure.doneOn === null ? null : formatDay(measure.doneOn));
  }
  for (const figure of content.figures) putFigure(put, figure);
  return told;
}

type Put = (row: RowKey, field: RoundField, words: string | null) => void;

function putAction(put: Put, action: FormAction, key: FormKey['labels']): void {
  const row = actionRow(action.id);
  put(row, 'status', statusInKey(action.status, key));
  put(row, 'words', action.last ? takeApart(action.last.text).words : null);
  for (const field of ['share', 'evidence', 'help'] as const) put(row, field, null);
  put(row, 'date', action.timescale);
}

function putFigure(put: Put, figure: FormFigure): void {
  const row = figureRow(figure);
  put(row, 'figure', figure.text);
  put(row, 'provisional', figure.text === null ? null : figure.provisional ? 'Yes' : 'No');
  put(row, 'note', figure.note);
}

/** Whether two fillings of a field say the same: words but for white space, figures and yes or no by what they mean. */
export const alikeInForm: Alike = (field, a, b) => {
  const [one, other] = [foldWords(a), foldWords(b)];
  if (one === other) return true;
  if (field === 'status' || field === 'provisional') return one.toLowerCase() === other.toLowerCase();
  return field === 'figure' && sameFigure(one, other);
};

function sameFigure(a: string, b: string): boolean {
  const [one, other] = [readFigure(a), readFigure(b)];
  return (
    one.number !== null &&
    one.number === other.number &&
    one.unit === other.unit &&
    one.symbol === other.symbol &&
    one.provisional === other.provisional
  );
}

/** The status that a cell means in a plan's key, and what else was written beside it. Null where it means none. */
export function readFormStatus(
  text: string,
  key: FormKey['labels'],
): { label: string; state: FormKey['labels'][number]['state']; rest: string } | null {
  const plain = foldWords(text);
  const exact = key.find(({ label }) => foldWords(label).toLowerCase() === plain.toLowerCase());
  if (exact) return { ...exact, rest: '' };
  const read = readStatus(
    plain,
    key.map((one) => ({ ...one, colour: '', shape: '', definition: '' })),
  );
  if (!read) return null;
  const label = statusInKey(read, key) ?? read.label;
  return { label, state: read.state, rest: read.rest };
}

const marks = { share: 'Done so far: ', help: 'Help wanted: ' } as const;

/** One update in words: what happened, how much is done, what help is wanted, a line each. */
export function putTogether(o: { words: string | null; share: string | null; help: string | null }): string {
  return [
    o.words,
    o.share && `${marks.share}${shareWords(foldWords(o.share))}`,
    o.help && `${marks.help}${foldWords(o.help)}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** A bare percentage says of what: the register reads shares out of words ("60% done", "4 of 14"). */
const shareWords = (share: string) => (/^\d{1,3}\s?%$/.test(share) ? `${share} done` : share);

/** The words of an update without the lines that `putTogether` adds; null where those are all. */
export function takeApart(text: string): { words: string | null } {
  const lines = text
    .split('\n')
    .filter((line) => !Object.values(marks).some((mark) => line.startsWith(mark)));
  return { words: lines.join('\n').trim() || null };
}

/** How many rows a form has to fill. */
export const rowsIn = (content: FormContent): number =>
  content.actions.length + content.measures.length + content.figures.length;

/** "9 actions, 3 measures and 2 figures" without what there is none of. */
export const partsOf = (content: FormContent): { action: number; measure: number; figure: number } => ({
  action: content.actions.length,
  measure: content.measures.length,
  figure: content.figures.length,
});

/** What a form's row is about, by its key. */
export type FormRow =
  | {
      readonly kind: 'action';
      readonly key: RowKey;
      readonly action: FormAction;
      readonly labels: FormKey['labels'];
    }
  | { readonly kind: 'measure'; readonly key: RowKey; readonly measure: FormMeasure }
  | { readonly kind: 'figure'; readonly key: RowKey; readonly figure: FormFigure };

export function rowsOf(content: FormContent): Map<string, FormRow> {
  const rows: FormRow[] = [
    ...content.actions.map(
      (action): FormRow => ({
        kind: 'action',
        key: actionRow(action.id),
        action,
        labels: labelsOf(content.keys, action.planId),
      }),
    ),
    ...content.measures.map(
      (measure): FormRow => ({ kind: 'measure', key: measureRow(measure.id), measure }),
    ),
    ...content.figures.map((figure): FormRow => ({ kind: 'figure', key: figureRow(figure), figure })),
  ];
  return new Map(rows.map((row) => [row.key, row]));
}
