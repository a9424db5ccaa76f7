import { type ReportingBox, type ReportingLayout, reportingSizes } from '#shared/domain/reporting-layout.ts';
import type { Block } from '../document.ts';
import { escapeText } from './escape.ts';

type Reporting = Extract<Block, { kind: 'reporting' }>;

/** As wide as the text of a page at the least, so that a small drawing is not blown up. */
const leastWidth = 720;
const edge = 2;
const ink = '#15181d';
const ink2 = '#454c57';

export const reportingSize = ({ width, height }: ReportingLayout): { width: number; height: number } => ({
  width: Math.max(leastWidth, width + 2 * edge),
  height: height + 2 * edge,
});

/** Who reports to whom as one SVG, titled and described; the table beside it says the same. */
export function reportingSvg({ title, says, layout }: Reporting, id: string): string {
  const { width, height } = reportingSize(layout);
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}t ${id}d">`,
    `<title id="${id}t">${escapeText(title)}</title><desc id="${id}d">${escapeText(says)}</desc>`,
    reportingDrawing(layout),
    '</svg>',
  ].join('');
}

/** The same drawing as on the screen: arrows behind, then boxes; a report has a stroke at its left instead of a frame. */
export function reportingDrawing({ boxes, arrows, levels }: ReportingLayout): string {
  return [
    `<g transform="translate(${edge} ${edge})">`,
    ...arrows.map(({ points, head }) => {
      const line = `<polyline points="${points.map(([x, y]) => `${x},${y}`).join(' ')}" fill="none" stroke="${ink2}"/>`;
      return head ? line + arrowHead(points) : line;
    }),
    ...levels.map(({ label, y }) => `<text x="0" y="${y + 4}">${escapeText(label)}</text>`),
    ...boxes.map(boxDrawing),
    '</g>',
  ].join('');
}

/** Pointing the way of the last stretch: drawn, since not every reader knows markers. */
function arrowHead(points: readonly (readonly [number, number])[]): string {
  const [before, end] = [points.at(-2), points.at(-1)];
  if (!before || !end) return '';
  const [x, y] = end;
  const back = end[1] < before[1] ? 8 : -8;
  return `<path d="M${x} ${y}L${x - 4} ${y + back}L${x + 4} ${y + back}Z" fill="${ink2}"/>`;
}

function boxDrawing({ kind, x, y, width, height, title, detail }: ReportingBox): string {
  const { padding, line } = reportingSizes;
  const frame =
    kind === 'line'
      ? `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#ffffff"/><path d="M${x + 1} ${y}v${height}" stroke="${ink}" stroke-width="2"/>`
      : `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${kind === 'words' ? '#ffffff' : '#f5f6f7'}" stroke="#79818d"/>`;
  const text = (words: string, row: number, strong: boolean): string =>
    `<text${strong ? ' class="b"' : ''} x="${x + padding}" y="${y + padding + row * line + 12}">${escapeText(words)}</text>`;
  return [
    frame,
    ...title.map((words, row) => text(words, row, kind !== 'line')),
    ...detail.map((words, row) => text(words, title.length + row, false)),
  ].join('');
}
