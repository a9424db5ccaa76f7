import { AlignmentType, type IParagraphOptions, Paragraph, TextRun } from 'docx';
import { contrast, isColour, papers } from '#shared/domain/contrast.ts';
import { lookOf } from '#shared/domain/states.ts';
import type { Cell, Mark, Piece, Run } from '../document.ts';
import { bullets, ink } from './docx-styles.ts';
import { cleanText } from './escape.ts';
import { signs } from './signs.ts';

type Look = {
  readonly bold?: boolean;
  readonly style?: string;
  readonly color?: string;
  readonly size?: number;
  readonly strike?: boolean;
  readonly underline?: object;
};

/** Text as runs: what Word's XML cannot hold is dropped, and each line break is one. */
export function textRuns(text: string, look: Look = {}): TextRun[] {
  return cleanText(text)
    .split(/\r\n|\r|\n/)
    .map((line, at) => new TextRun({ ...look, text: line, break: at > 0 ? 1 : 0 }));
}

export const runsOf = (runs: readonly Run[], look: Look = {}): TextRun[] =>
  runs.flatMap(({ text, strong, quiet, own, change }) =>
    textRuns(text, {
      ...look,
      ...(strong ? { bold: true } : {}),
      ...(quiet ? { style: 'Quiet' } : {}),
      ...(own ? { style: 'OfficeWord' } : {}),
      ...(change === 'gone' ? { strike: true } : {}),
      ...(change === 'new' ? { underline: {} } : {}),
    }),
  );

/** A key's own colour, where it shows on paper: text needs 4.5, and a pale one gives way to ink. */
function signColour({ colour, state }: Mark): string {
  const safe = isColour(colour) ? colour : lookOf(state).colour;
  return contrast(safe, papers.light) < 3 ? ink : safe.slice(1).toUpperCase();
}

/** A status as shape, word and colour: a sign that can be copied, changed and searched for like any other text. */
export function statusRuns(mark: Mark, note?: string, look: Look = {}): TextRun[] {
  const strong = mark.state === 'off-track' || look.bold;
  return [
    new TextRun({
      ...(look.size ? { size: look.size } : {}),
      text: `${signs[mark.state]}\u00a0`,
      color: signColour(mark),
      font: 'Segoe UI Symbol',
    }),
    ...textRuns(mark.label, { ...look, ...(strong ? { bold: true } : {}) }),
    ...(note ? textRuns(` ${note}`, { style: 'Quiet' }) : []),
  ];
}

export function pieceRuns(piece: Piece): TextRun[] {
  if (piece.kind === 'words') return runsOf(piece.runs);
  if (piece.kind === 'status') return statusRuns(piece.mark, piece.note);
  return textRuns(piece.items.join('\n'));
}

/** A list as Word's own bullets, set in by `left` twips. */
export function listParagraphs(items: readonly string[], style: string, left = 0): Paragraph[] {
  return items.map(
    (item) =>
      new Paragraph({
        style,
        numbering: { reference: bullets, level: 0 },
        indent: { left: left + 284, hanging: 284 },
        children: textRuns(item),
      }),
  );
}

/** A cell's pieces, one under the other; Word wants a paragraph in every cell, so an empty one has an empty one. */
export function cellParagraphs(cell: Cell, style: string, right: boolean): Paragraph[] {
  const aligned: Pick<IParagraphOptions, 'alignment'> = right ? { alignment: AlignmentType.RIGHT } : {};
  const paragraphs = cell.pieces.flatMap((piece) =>
    piece.kind === 'list'
      ? listParagraphs(piece.items, style)
      : [new Paragraph({ style, ...aligned, children: pieceRuns(piece) })],
  );
  return paragraphs.length > 0 ? paragraphs : [new Paragraph({ style })];
}
