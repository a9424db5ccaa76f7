import type { OwnPiece } from '#shared/domain/own-words.ts';
import type { ReportDocument } from '../document.ts';
import { escapeText } from './escape.ts';
import { logoSize } from './logo-size.ts';

/** The office's own part of a page: its logo and colours, and words that it adds. */

const isColour = (text: string | null | undefined): text is string => /^#[0-9a-f]{6}$/.test(text ?? '');

/** The colours as variables, each only where it is one: nothing else of a setting gets into the style sheet. */
export function officeCss(look: ReportDocument['look']): string {
  const [first, second] = [look?.colour, look?.second ?? look?.colour];
  const set = [
    isColour(first) ? `--office:${first};` : '',
    isColour(second) ? `--office2:${second};` : '',
  ].join('');
  return set === '' ? '' : `:root{${set}}`;
}

/** The logo beside the title; nothing where there is none or the cover goes without. */
export function officeLogo({ look, cover }: Pick<ReportDocument, 'look' | 'cover'>): string {
  const logo = look?.logo;
  if (!logo || cover?.logo === false) return '';
  const { width, height } = logoSize(logo);
  return `<img class="lg" src="data:image/png;base64,${escapeText(logo.png)}" alt="${escapeText(logo.alt)}" width="${width}" height="${height}">`;
}

/** Words of the office's own, set apart by a rule from what the register tells. */
export function ownHtml(pieces: readonly OwnPiece[]): string {
  const inside = pieces
    .map((piece) =>
      piece.kind === 'paragraph'
        ? `<p>${escapeText(piece.text)}</p>`
        : `<ul>${piece.items.map((item) => `<li>${escapeText(item)}</li>`).join('')}</ul>`,
    )
    .join('');
  return `<div class="own">${inside}</div>`;
}
