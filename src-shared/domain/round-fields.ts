import type { FormFigure } from '../contract/round-records.ts';
import { periodKey } from './kpi-standing.ts';

/**
 * The fields that a lead fills in, and the one name that each has in a form, in a file that comes back and in what was
 * decided about it: "a:ID:status". Rows go by the permanent identity of what they are about, never by their place.
 */

export const actionFields = ['status', 'words', 'share', 'evidence', 'help', 'date'] as const;
export const measureFields = ['done'] as const;
export const figureFields = ['figure', 'provisional', 'note'] as const;
export type ActionField = (typeof actionFields)[number];
export type MeasureField = (typeof measureFields)[number];
export type FigureField = (typeof figureFields)[number];
export type RoundField = ActionField | MeasureField | FigureField;

export type RowKind = 'action' | 'measure' | 'figure';
export type RowKey = `${'a' | 'm' | 'k'}:${string}`;
export type FieldKey = `${RowKey}:${RoundField}`;

/** What the screen, the command line and the letters call them. */
export const fieldLabels: Record<RoundField, string> = {
  status: 'Status',
  words: 'Progress',
  share: 'Done so far',
  evidence: 'Evidence',
  help: 'Help wanted',
  date: 'Timescale',
  done: 'Met on',
  figure: 'Figure',
  provisional: 'Provisional',
  note: 'Words beside the figure',
};

/** Fields of one dated update that are new words each time: no earlier ones stand against them. */
export const newEachTime: readonly RoundField[] = ['share', 'evidence', 'help'];
/** What says something of a status, of words or of a figure, and so waits where that is in conflict. */
export const followers: readonly RoundField[] = [...newEachTime, 'provisional', 'note'];
export const leaders: readonly RoundField[] = ['status', 'words', 'figure'];

export const actionRow = (id: string): RowKey => `a:${id}`;
export const measureRow = (id: string): RowKey => `m:${id}`;
export const figureRow = ({ kpiId, period }: Pick<FormFigure, 'kpiId' | 'period'>): RowKey =>
  `k:${kpiId}:${periodKey(period)}`;
export const fieldKey = (row: RowKey, field: RoundField): FieldKey => `${row}:${field}`;

const pattern = /^((a|m|k):.+):([a-z]+)$/s;
const kinds: Record<string, RowKind> = { a: 'action', m: 'measure', k: 'figure' };

/** A field's name taken apart; null for what is none. */
export function readFieldKey(key: string): { row: RowKey; kind: RowKind; field: RoundField } | null {
  const [, row, letter, field] = pattern.exec(key) ?? [];
  const kind = kinds[letter ?? ''];
  if (row === undefined || kind === undefined || !isField(kind, field ?? '')) return null;
  return { row: row as RowKey, kind, field: field as RoundField };
}

const fieldsOf: Record<RowKind, readonly string[]> = {
  action: actionFields,
  measure: measureFields,
  figure: figureFields,
};
const isField = (kind: RowKind, field: string) => fieldsOf[kind].includes(field);
