import { timescaleToColumns } from '#db/records.ts';
import { linkLines } from '#shared/contract/cells.ts';
import type { Detail, Lead, Timescale } from '#shared/contract/register.ts';
import { comparable } from '#shared/domain/similarity.ts';
import type { DraftLead, DraftLink } from '../recognise/types.ts';

/** One field that would change, in words. */
export type FieldChange = {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What would change in one row: the columns to write and the fields in words. */
export type RowDifference = {
  readonly patch: Record<string, unknown>;
  readonly fields: FieldChange[];
};

export function difference(): RowDifference {
  return { patch: {}, fields: [] };
}

/**
 * Notes a text that the file gives otherwise. What the file leaves empty stays as it is: an import never blanks
 * what somebody wrote.
 */
export function differText(
  into: RowDifference,
  field: string,
  before: string | null,
  after: string | null,
  column = field,
): void {
  if (after === null || after === '' || after === before) return;
  into.patch[column] = after;
  into.fields.push({ field, before, after });
}

export function differList(
  into: RowDifference,
  field: string,
  before: readonly string[],
  after: readonly string[],
): void {
  if (after.length === 0 || sameList(before, after)) return;
  into.patch[field] = [...after];
  into.fields.push({ field, before: before.join('\n') || null, after: after.join('\n') });
}

/** Details are matched by label; labels that the file does not have stay. */
export function differDetails(
  into: RowDifference,
  before: readonly Detail[],
  after: readonly Detail[],
): void {
  const merged = before.map((detail) => ({ ...detail }));
  let changed = false;
  const used = new Set<Detail>();
  for (const detail of after) {
    const same = merged.find((one) => one.label === detail.label && !used.has(one));
    if (!same) {
      const added = { ...detail };
      merged.push(added);
      used.add(added);
      changed = true;
      into.fields.push({ field: detail.label, before: null, after: detail.text });
      continue;
    }
    used.add(same);
    if (same.text === detail.text) continue;
    into.fields.push({ field: detail.label, before: same.text, after: detail.text });
    same.text = detail.text;
    changed = true;
  }
  if (changed) into.patch.details = merged;
}

export function differTimescale(
  into: RowDifference,
  before: Timescale | null,
  after: Timescale | null,
): void {
  if (after === null) return;
  if (before && before.text === after.text && before.start === after.start && before.end === after.end)
    return;
  Object.assign(into.patch, timescaleToColumns(after));
  into.fields.push({ field: 'timescale', before: before?.text ?? null, after: after.text });
}

/** Whether the file names other leads than the register has. */
export function leadsDiffer(
  into: RowDifference,
  before: readonly Lead[],
  after: readonly DraftLead[],
  field = 'leads',
): boolean {
  if (after.length === 0) return false;
  const words = (leads: readonly DraftLead[]) =>
    leads.map((lead) => (lead.note ? `${lead.text} (${lead.note})` : lead.text));
  if (sameList(words(before), words(after))) return false;
  into.fields.push({ field, before: words(before).join(', ') || null, after: words(after).join(', ') });
  return true;
}

export function linksDiffer(
  into: RowDifference,
  before: readonly { text: string; code?: string | null }[],
  after: readonly DraftLink[],
): boolean {
  const [was, is] = [linkLines(before), after.map((link) => link.text)];
  if (after.length === 0 || sameList(was, is)) return false;
  into.fields.push({ field: 'links', before: was.join('\n') || null, after: is.join('\n') });
  return true;
}

export function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at]);
}

/** The same words but for signs, case and blanks. */
export function sameText(a: string, b: string): boolean {
  return a === b || comparable(a) === comparable(b);
}
