import type { WriteDb } from '#db/handles.ts';
import { lastPositions } from '#db/queries/imports-list.ts';
import {
  markPlaced,
  type OwnerRow,
  type PieceRow,
  placeOwner,
  placeTargets,
  trayPiece,
} from '#db/queries/tray.ts';
import { timescaleToColumns } from '#db/records.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import * as schema from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type PlaceTarget, type TrayPlace, trayPlaces } from '#shared/contract/tray.ts';
import type { App, Register } from '../app.ts';

const step = 1_024;

/** Records that a piece can be placed at. */
export function targetsOfTray(
  register: Register,
  o: { of: 'action' | 'section' | 'plan'; looked: string },
): PlaceTarget[] {
  return placeTargets(register.db, o.of, o.looked);
}

/** Makes pieces of the tray a part of the register, in one act. What is made keeps the cell it came from. */
export function placeTray(
  app: App,
  register: Register,
  o: { ids: readonly string[]; as: TrayPlace; at: string | null },
): { placed: number } {
  const pieces = o.ids.map((id) => pieceOr(register, id));
  const of = trayPlaces[o.as];
  const owner = of === 'none' ? null : (o.at && placeOwner(register.db, of, o.at)) || null;
  if (of !== 'none' && owner === null) {
    throw new AppError(
      'not-found',
      o.at === null
        ? `Choose the ${of} that this belongs to.`
        : `The ${of} to place this at is no longer in the register. Choose another.`,
    );
  }
  const words = pieces.length === 1 ? '1 piece' : `${pieces.length} pieces`;
  register.act({ kind: 'tray', label: `${words} of the tray placed as ${placeWords[o.as]}` }, (tx) => {
    const last = lastPositions(tx);
    const nextPosition = (list: string) => {
      last[list] = (last[list] ?? 0) + step;
      return last[list];
    };
    let current = owner;
    for (const piece of pieces) {
      current = placeOne(tx, { piece, as: o.as, owner: current, newId: app.options.newId, nextPosition });
      markPlaced(tx, piece.id, owner ? `As ${placeWords[o.as]}: ${owner.name}` : `As ${placeWords[o.as]}`);
    }
  });
  return { placed: pieces.length };
}

const placeWords: Readonly<Record<TrayPlace, string>> = {
  comment: 'a comment',
  progress: 'an update',
  measure: 'a measure',
  action: 'an action',
  kpi: 'a KPI',
  bullet: 'a bullet',
  preamble: 'preamble',
  glossary: 'a glossary entry',
  duty: 'a duty',
};

function pieceOr(register: Register, id: string): PieceRow {
  const piece = trayPiece(register.db, id);
  if (!piece) {
    throw new AppError(
      'not-found',
      'These pieces are no longer in the tray. Their import may have been undone.',
    );
  }
  if (piece.state === 'placed') {
    throw new AppError('not-possible', `“${piece.text}” has been placed already. Undo takes that back.`);
  }
  return piece;
}

type One = {
  readonly piece: PieceRow;
  readonly as: TrayPlace;
  readonly owner: OwnerRow | null;
  readonly newId: () => string;
  readonly nextPosition: (list: string) => number;
};

/** Writes one piece; gives the owner as it is then, for the next piece adds to the same words. */
function placeOne(tx: WriteDb, one: One): OwnerRow | null {
  const { piece, as, owner, newId, nextPosition } = one;
  const text = piece.text.trim();
  const source = (field: string) => ({
    sourceFileId: piece.fileId,
    sourceWhere: piece.where,
    sourceCells: { [field]: piece.where },
  });
  const id = newId();
  switch (as) {
    case 'comment': {
      const comment = joined(owner?.comment ?? null, text);
      updateRow(tx, schema.actions, owner?.id ?? '', { comment });
      return owner && { ...owner, comment };
    }
    case 'preamble': {
      const preamble = joined(owner?.preamble ?? null, text);
      updateRow(tx, schema.plans, owner?.id ?? '', { preamble });
      return owner && { ...owner, preamble };
    }
    case 'bullet': {
      const bullets = [...(owner?.bullets ?? []), ...linesOf(text)];
      updateRow(tx, schema.sections, owner?.id ?? '', { bullets });
      return owner && { ...owner, bullets };
    }
    case 'progress':
      insertRow(tx, schema.progress, {
        id,
        actionId: owner?.id ?? null,
        position: nextPosition('progress'),
        text,
        ...source('progress'),
      });
      return owner;
    case 'measure':
      insertRow(tx, schema.measures, {
        id,
        actionId: owner?.id ?? '',
        position: nextPosition('measures'),
        text,
        ...source('measures'),
      });
      return owner;
    case 'action':
      insertRow(tx, schema.actions, {
        id,
        planId: owner?.id ?? '',
        position: nextPosition('actions'),
        text,
        bullets: [],
        details: [],
        ...source('text'),
      });
      return owner;
    case 'kpi':
      insertRow(tx, schema.kpis, {
        id,
        planId: owner?.id ?? null,
        position: nextPosition('kpis'),
        name: text,
        details: [],
        ...source('kpi-name'),
      });
      return owner;
    case 'glossary':
      insertRow(tx, schema.glossary, {
        id,
        position: nextPosition('glossary'),
        ...entryOf(text),
        ...source('term'),
      });
      return owner;
    case 'duty':
      insertRow(tx, schema.duties, {
        id,
        position: nextPosition('duties'),
        text,
        ...timescaleToColumns(null),
        ...source('text'),
      });
      return owner;
  }
}

function joined(before: string | null, more: string): string {
  return before === null || before.trim() === '' ? more : `${before}\n${more}`;
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*[•·▪–*-]\s+/, '').trim())
    .filter((line) => line !== '');

/** "LAC: looked-after child", "LAC – looked-after child", or a term in the cell beside its meaning. */
function entryOf(text: string): { term: string; meaning: string } {
  const match = /^(.{1,80}?)(?:\t|\s*[:=]\s+|\s+[-–—]\s+|\n)([\s\S]+)$/.exec(text);
  return match
    ? { term: (match[1] ?? '').trim(), meaning: (match[2] ?? '').trim() }
    : { term: text, meaning: '' };
}
