import type { Action, Lead, Plan, Timescale } from '#shared/contract/register.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { describeTimescale } from '#shared/domain/timescales.ts';
import { type Cell, cell, type Piece, quiet, words } from '../document.ts';
import { type ContentIndex, latestProgress, markOf } from './content-index.ts';

/** How one action is told in a report: the same words in every report and format. */

export function leadWords(index: ContentIndex, leads: readonly Lead[]): string {
  return leads
    .map((lead) => {
      const name = (lead.personId && index.peopleNames.get(lead.personId)) || lead.text;
      return lead.note ? `${name} (${lead.note})` : name;
    })
    .join(', ');
}

export const timescalePieces = (action: Action): Piece[] =>
  action.timescale ? [...readingPieces(action.timescale), ...earlierPieces(action.timescale)] : [];

function readingPieces(timescale: Timescale): Piece[] {
  const reading = describeTimescale(timescale);
  const pieces: Piece[] = [words(timescale.text)];
  if (reading && !saysTheSame(timescale.text, reading)) pieces.push(quiet(reading));
  return pieces;
}

/** "Was June 2010", and before it "Was April 2010": as far back as its words go. */
function earlierPieces({ revisedFrom }: Timescale): Piece[] {
  return revisedFrom ? [quiet(`Was ${revisedFrom.text}`), ...earlierPieces(revisedFrom)] : [];
}

/** A date as it was written, with what it was before. */
export const datePieces = (timescale: Timescale | null): Piece[] =>
  timescale ? [words(timescale.text), ...earlierPieces(timescale)] : [];

/** "24 September 2010" needs no "By 24 September 2010" beneath it. */
function saysTheSame(text: string, reading: string): boolean {
  return reading.toLowerCase().endsWith(text.trim().toLowerCase());
}

function statusPiece(plan: Plan | null, action: Action): Piece | null {
  if (!action.status) return null;
  return { kind: 'status', mark: markOf(plan, action.status.state, action.status.label) };
}

/** "Two of five posts vacant" with "28 September 2010, Tom Pellow" under it. */
export function updatePieces(index: ContentIndex, actionId: string): Piece[] {
  const update = latestProgress(index, actionId);
  if (!update || update.text === '') return [];
  const signed = [update.on ? formatDay(update.on) : null, update.by].filter(Boolean).join(', ');
  return signed === '' ? [words(update.text)] : [words(update.text), quiet(signed)];
}

export function measurePieces(index: ContentIndex, action: Action): Piece[] {
  return (index.measuresOf.get(action.id) ?? []).flatMap((measure) => {
    const who = leadWords(index, measure.leads);
    return who === '' ? [words(measure.text)] : [words(measure.text), quiet(who)];
  });
}

/** A column of a plan's table: its heading, width and what it takes of an action. */
export type ActionColumn = {
  readonly label: string;
  readonly width: number;
  readonly foldable?: boolean;
  readonly of: (action: Action) => Cell;
};

const listPiece = (items: readonly string[]): Piece | null =>
  items.length === 0 ? null : { kind: 'list', items: [...items] };

/** Every column an action can have; a report leaves out those that are empty throughout. */
export function actionColumns(index: ContentIndex, plan: Plan): ActionColumn[] {
  const columns: ActionColumn[] = [
    { label: 'Ref', width: 8, of: (action) => cell(action.ref ? words(action.ref) : null) },
    { label: 'Action', width: 42, of: (action) => cell(words(action.text), listPiece(action.bullets)) },
    {
      label: 'Leads',
      width: 17,
      of: (action) => {
        const who = leadWords(index, action.leads);
        return cell(who === '' ? null : words(who));
      },
    },
    { label: 'Timescale', width: 19, of: (action) => cell(...timescalePieces(action)) },
    { label: 'Measures', width: 30, of: (action) => cell(...measurePieces(index, action)) },
    { label: 'Status', width: 14, of: (action) => cell(statusPiece(plan, action)) },
    { label: 'Last update', width: 34, of: (action) => cell(...updatePieces(index, action.id)) },
    {
      label: 'Linked to',
      width: 16,
      foldable: true,
      of: (action) => cell(listPiece(action.links.map((link) => link.text))),
    },
    {
      label: 'Resources',
      width: 22,
      foldable: true,
      of: (action) => cell(action.resources ? words(action.resources) : null),
    },
    {
      label: 'Comment',
      width: 28,
      foldable: true,
      of: (action) => cell(action.comment ? words(action.comment) : null),
    },
    {
      label: 'Review',
      width: 14,
      foldable: true,
      of: (action) => cell(action.reviewOn ? words(formatDay(action.reviewOn)) : null),
    },
  ];
  const details = new Set((index.actionsOf.get(plan.id) ?? []).flatMap((a) => a.details.map((d) => d.label)));
  for (const label of details) {
    columns.push({
      label,
      width: 16,
      foldable: true,
      of: (action) =>
        cell(
          ...action.details.filter((detail) => detail.label === label).map((detail) => words(detail.text)),
        ),
    });
  }
  return columns;
}
