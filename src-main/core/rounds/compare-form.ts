import type { FormContent } from '#shared/contract/round-records.ts';
import type { RoundField } from '#shared/contract/rounds.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { fieldLabels, readFieldKey } from '#shared/domain/round-fields.ts';
import { alikeInForm, type FormRow, fieldsOf, readFormStatus, rowsOf } from '#shared/domain/round-form.ts';
import { type MergedField, mergeForm } from '#shared/domain/round-merge.ts';
import type { State } from '#shared/domain/states.ts';
import { describeTimescale, readTimescale } from '#shared/domain/timescales.ts';

/** Comparing what came back with what was sent and what the register says now. */

export type Compared = {
  readonly fields: RoundField[];
  /** Filled fields of what is no longer in the register. */
  readonly gone: { readonly key: string; readonly text: string }[];
};

export type ToCompare = {
  readonly sent: FormContent;
  readonly now: FormContent;
  readonly values: Readonly<Record<string, string>>;
  readonly where: Readonly<Record<string, string>>;
  readonly settled: Readonly<Record<string, string>>;
  /** Month in which the financial year begins: dates are read by it. */
  readonly yearStartMonth: number;
};

export function compareForm(o: ToCompare): Compared {
  const rows = rowsOf(o.sent);
  const present = rowsOf(o.now);
  const gone: { key: string; text: string }[] = [];
  const returned = Object.fromEntries(
    Object.entries(o.values).filter(([key, text]) => {
      const row = readFieldKey(key)?.row ?? '';
      if (!rows.has(row)) return false;
      if (present.has(row)) return true;
      if (o.settled[key] !== text) gone.push({ key, text });
      return false;
    }),
  );
  const merged = mergeForm({
    sent: fieldsOf(o.sent),
    returned,
    now: fieldsOf(o.now),
    settled: o.settled,
    alike: alikeInForm,
  });
  const fields = merged.flatMap((field) => {
    const read = readFieldKey(field.key);
    const row = read && present.get(read.row);
    return row ? [viewOf(field, row, o)] : [];
  });
  return { fields, gone };
}

function viewOf(merged: MergedField, row: FormRow, o: ToCompare): RoundField {
  const { key, verdict, sent, now } = merged;
  const field = readFieldKey(key)?.field ?? 'words';
  const returned = merged.returned ?? '';
  return {
    key,
    row: row.key,
    field,
    label: fieldLabels[field],
    ...aboutOf(row),
    verdict,
    sent,
    returned,
    now,
    states:
      field === 'status' && row.kind === 'action'
        ? {
            sent: stateOf(sent, row),
            returned: stateOf(returned, row),
            now: now === null ? null : (row.action.status?.state ?? null),
          }
        : null,
    meaning: field === 'date' ? meaningOf(returned, o.yearStartMonth) : null,
    nowSaid: row.kind === 'action' && row.action.last ? saidBy(row.action.last) : null,
    where: o.where[key] ?? null,
  };
}

const stateOf = (label: string | null, row: Extract<FormRow, { kind: 'action' }>): State | null =>
  label === null ? null : (readFormStatus(label, row.labels)?.state ?? null);

function saidBy({ on, by }: { on: string | null; by: string | null }): string | null {
  return [by, on && formatDay(on)].filter(Boolean).join(', ') || null;
}

function aboutOf(row: FormRow): Pick<RoundField, 'kind' | 'recordId' | 'planId' | 'ref' | 'title'> {
  if (row.kind === 'action') {
    const { id, planId, ref, text } = row.action;
    return { kind: 'action', recordId: id, planId, ref, title: text.split('\n')[0] ?? text };
  }
  if (row.kind === 'measure') {
    const { actionId, ref, text } = row.measure;
    return { kind: 'measure', recordId: actionId, planId: null, ref, title: text };
  }
  const { kpiId, ref, name, period } = row.figure;
  return { kind: 'figure', recordId: kpiId, planId: null, ref, title: `${name}, ${period.label}` };
}

function meaningOf(text: string, yearStartMonth: number): string | null {
  const read = readTimescale(text, { yearStartMonth });
  return read.kind === 'unknown' ? null : describeTimescale(read);
}
