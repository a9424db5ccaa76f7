import type { Move } from './navigation.ts';
import type { Advance } from './selection.ts';

/** The part of a KeyboardEvent that decides. */
export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

/** What a key means while no cell is being edited. */
export type Command =
  | { readonly do: 'move'; readonly move: Move; readonly extend: boolean }
  | { readonly do: 'advance'; readonly how: Advance }
  | { readonly do: 'edit' }
  | { readonly do: 'type' }
  | { readonly do: 'clear' }
  | { readonly do: 'clear-and-edit' }
  | { readonly do: 'fill-down' }
  | { readonly do: 'fill-right' }
  | { readonly do: 'today' }
  | { readonly do: 'filter' }
  | { readonly do: 'change-rows' }
  | { readonly do: 'column-menu' }
  | { readonly do: 'add-range' }
  | { readonly do: 'one-range' }
  | { readonly do: 'select-all' }
  | { readonly do: 'select-row' }
  | { readonly do: 'select-column' }
  | { readonly do: 'origins' }
  | { readonly do: 'menu' }
  | { readonly do: 'add-row' }
  | { readonly do: 'remove-rows' }
  | { readonly do: 'duplicate-rows' }
  | { readonly do: 'move-row'; readonly by: -1 | 1 }
  | { readonly do: 'pick' }
  | { readonly do: 'expand-bar' };

const arrows: Readonly<Record<string, 'up' | 'down' | 'left' | 'right'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

function movement(key: string, ctrl: boolean): Move | null {
  const arrow = arrows[key];
  if (arrow) return ctrl ? `edge-${arrow}` : arrow;
  if (key === 'Home') return ctrl ? 'first' : 'row-start';
  if (key === 'End') return ctrl ? 'last' : 'row-end';
  if (!ctrl && key === 'PageUp') return 'page-up';
  if (!ctrl && key === 'PageDown') return 'page-down';
  return null;
}

function withControl(press: KeyPress): Command | null {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.shiftKey) {
    if (key === 'Enter') return { do: 'add-row' };
    if (key === 'u') return { do: 'expand-bar' };
    if (key === 'o') return { do: 'origins' };
    if (key === 'd') return { do: 'duplicate-rows' };
    if (key === 'e') return { do: 'change-rows' };
    return key === 'l' ? { do: 'filter' } : null;
  }
  switch (key) {
    case 'd':
      return { do: 'fill-down' };
    case 'a':
      return { do: 'select-all' };
    case ' ':
      return { do: 'select-column' };
    case 'r':
      return { do: 'fill-right' };
    case 'f':
      return { do: 'filter' };
    case ';':
      return { do: 'today' };
    case 'Delete':
      return { do: 'remove-rows' };
    default:
      return null;
  }
}

/**
 * What a key does in the grid, after Excel (and Word for moving rows); null leaves it to the browser and the
 * shell, so that Ctrl Z, Ctrl K, F6 and zoom work from the grid too.
 */
export function commandOf(press: KeyPress): Command | null {
  const ctrl = press.ctrlKey || press.metaKey;
  const { key, shiftKey, altKey } = press;
  if (altKey && !ctrl) {
    if (shiftKey && key === 'ArrowUp') return { do: 'move-row', by: -1 };
    if (shiftKey && key === 'ArrowDown') return { do: 'move-row', by: 1 };
    if (key === 'ArrowUp') return { do: 'column-menu' };
    return key === 'ArrowDown' ? { do: 'pick' } : null;
  }
  // AltGr arrives as Ctrl with Alt and makes letters.
  if (altKey && ctrl) return key.length === 1 ? { do: 'type' } : null;
  const move = movement(key, ctrl);
  if (move) return { do: 'move', move, extend: shiftKey };
  if (ctrl) return withControl(press);
  switch (key) {
    case 'Tab':
      return { do: 'advance', how: shiftKey ? 'shift-tab' : 'tab' };
    case 'Enter':
      return { do: 'advance', how: shiftKey ? 'shift-enter' : 'enter' };
    case 'F2':
      return shiftKey ? null : { do: 'edit' };
    case 'F8':
      return shiftKey ? { do: 'add-range' } : null;
    case 'Escape':
      return { do: 'one-range' };
    case 'F10':
      return shiftKey ? { do: 'menu' } : null;
    case 'ContextMenu':
      return { do: 'menu' };
    case 'Delete':
      return { do: 'clear' };
    case 'Backspace':
      return { do: 'clear-and-edit' };
    case ' ':
      return shiftKey ? { do: 'select-row' } : { do: 'type' };
    default:
      return key.length === 1 || key === 'Dead' || key === 'Process' ? { do: 'type' } : null;
  }
}

/** What a key means inside the editor of a cell; null lets the text field have it. */
export type EditCommand =
  | { readonly do: 'save'; readonly next: Advance | Move | 'stay' }
  | { readonly do: 'save-range' }
  | { readonly do: 'cancel' }
  | { readonly do: 'line-break' }
  | { readonly do: 'toggle-mode' }
  | { readonly do: 'today' }
  | { readonly do: 'pick' };

/**
 * `arrowsLeave` is true while the words replace the cell (editing began by typing): arrows then save and move
 * on, as in Excel; after F2 or a double click they move the caret.
 */
export function editCommandOf(press: KeyPress, arrowsLeave: boolean): EditCommand | null {
  const ctrl = press.ctrlKey || press.metaKey;
  const { key, shiftKey, altKey } = press;
  if (key === 'Escape') return { do: 'cancel' };
  if (key === 'Enter') {
    if (altKey) return { do: 'line-break' };
    if (ctrl) return { do: 'save-range' };
    return { do: 'save', next: shiftKey ? 'shift-enter' : 'enter' };
  }
  if (key === 'Tab' && !ctrl && !altKey) return { do: 'save', next: shiftKey ? 'shift-tab' : 'tab' };
  if (key === 'F2') return { do: 'toggle-mode' };
  if (ctrl && key === ';') return { do: 'today' };
  if (altKey && key === 'ArrowDown') return { do: 'pick' };
  const arrow = arrows[key];
  if (arrow && arrowsLeave && !shiftKey && !ctrl && !altKey) return { do: 'save', next: arrow };
  if (arrowsLeave && (key === 'PageUp' || key === 'PageDown') && !ctrl) {
    return { do: 'save', next: key === 'PageUp' ? 'page-up' : 'page-down' };
  }
  return null;
}
