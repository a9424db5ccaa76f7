import { contrast, isColour, papers } from '#shared/domain/contrast.ts';
import { lookOf, type State } from '#shared/domain/states.ts';
import type { Mark } from '../document.ts';
import { escapeText } from './escape.ts';

/** The seven shapes on a 12 by 12 field (design: status set). The shape stays with the state. */
const shapes: Record<State, (colour: string) => string> = {
  'not-started': (c) => `<circle cx="6" cy="6" r="4.5" fill="none" stroke="${c}" stroke-width="1.75"/>`,
  'on-track': (c) => `<circle cx="6" cy="6" r="5.25" fill="${c}"/>`,
  'at-risk': (c) => `<path d="M6 .6 11.8 11.2H.2Z" fill="${c}"/>`,
  'off-track': (c) => `<path d="M6 0 12 6 6 12 0 6Z" fill="${c}"/>`,
  complete: (c) =>
    `<path fill-rule="evenodd" d="M1.6.5h8.8c.6 0 1.1.5 1.1 1.1v8.8c0 .6-.5 1.1-1.1 1.1H1.6A1.1 1.1 0 0 1 .5 10.4V1.6C.5 1 1 .5 1.6.5ZM5.2 9.1 9.9 4.1 8.7 3 5.1 6.8 3.4 5.2 2.3 6.4Z" fill="${c}"/>`,
  changed: (c) => `<path d="M.3 2.2h5.5L11.9 6 5.8 9.8H.3L2.8 6Z" fill="${c}"/>`,
  closed: (c) =>
    `<path d="M1.3 1.3h9.4v9.4H1.3Z" fill="none" stroke="${c}" stroke-width="1.6"/><path d="M3.5 6h5" stroke="${c}" stroke-width="1.8"/>`,
};

/** The bare shape as SVG content, drawn at (x, y) with the given size; pale colours get an ink outline. */
export function shapeAt(state: State, colour: string, x: number, y: number, size: number): string {
  const safe = isColour(colour) ? colour : lookOf(state).colour;
  const outline =
    contrast(safe, papers.light) < 3 ? ' stroke="#15181d" stroke-width="1" paint-order="stroke"' : '';
  const scale = size / 12;
  return `<g transform="translate(${x} ${y}) scale(${scale})"${outline}>${shapes[state](safe)}</g>`;
}

/** A label of at most so many letters stays on its line; a longer one would push its column wide. */
const unbroken = 14;

/** A status in HTML: shape and word; the shape is hidden from assistive technology because the word says it. */
export function statusHtml(mark: Mark, size = 12): string {
  const svg = `<svg class="mk" width="${size}" height="${size}" viewBox="0 0 12 12" aria-hidden="true">${shapeAt(mark.state, mark.colour, 0, 0, 12)}</svg>`;
  const strong = mark.state === 'off-track' ? ' strong' : '';
  const whole = mark.label.length <= unbroken ? ' nb' : '';
  return `<span class="st${strong}${whole}">${svg} ${escapeText(mark.label)}</span>`;
}
