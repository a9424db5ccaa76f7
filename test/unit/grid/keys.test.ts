import { describe, expect, it } from 'vitest';
import { commandOf, editCommandOf, type KeyPress } from '../../../src-renderer/grid/keys.ts';

function press(keys: string): KeyPress {
  const parts = keys.split(' ');
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: false,
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  };
}

describe('commandOf', () => {
  it.each([
    ['ArrowDown', { do: 'move', move: 'down', extend: false }],
    ['Shift ArrowRight', { do: 'move', move: 'right', extend: true }],
    ['Ctrl Shift ArrowDown', { do: 'move', move: 'edge-down', extend: true }],
    ['Ctrl Home', { do: 'move', move: 'first', extend: false }],
    ['PageDown', { do: 'move', move: 'page-down', extend: false }],
    ['Tab', { do: 'advance', how: 'tab' }],
    ['Shift Enter', { do: 'advance', how: 'shift-enter' }],
    ['F2', { do: 'edit' }],
    ['Delete', { do: 'clear' }],
    ['Ctrl d', { do: 'fill-down' }],
    ['Ctrl ;', { do: 'today' }],
    ['Ctrl Shift O', { do: 'origins' }],
    ['Ctrl r', { do: 'fill-right' }],
    ['Ctrl f', { do: 'filter' }],
    ['Escape', { do: 'one-range' }],
    ['Shift F8', { do: 'add-range' }],
    ['Alt ArrowUp', { do: 'column-menu' }],
    ['Alt Shift ArrowUp', { do: 'move-row', by: -1 }],
    ['Shift F10', { do: 'menu' }],
    ['é', { do: 'type' }],
    ['Ctrl Alt €', { do: 'type' }],
  ] as const)('reads %s', (keys, command) => {
    expect(commandOf(press(keys))).toEqual(command);
  });

  it.each(['Ctrl z', 'Ctrl y', 'Ctrl k', 'Ctrl c', 'Ctrl v', 'Ctrl 1', 'Ctrl +', 'F6', 'Alt ArrowLeft'])(
    'leaves %s to the browser and the shell',
    (keys) => {
      expect(commandOf(press(keys))).toBeNull();
    },
  );
});

describe('editCommandOf', () => {
  it('lets arrows leave the cell only where editing began by typing', () => {
    expect(editCommandOf(press('ArrowRight'), true)).toEqual({ do: 'save', next: 'right' });
    expect(editCommandOf(press('ArrowRight'), false)).toBeNull();
  });

  it.each([
    ['Enter', { do: 'save', next: 'enter' }],
    ['Shift Tab', { do: 'save', next: 'shift-tab' }],
    ['Ctrl Enter', { do: 'save-range' }],
    ['Alt Enter', { do: 'line-break' }],
    ['Escape', { do: 'cancel' }],
  ] as const)('reads %s', (keys, command) => {
    expect(editCommandOf(press(keys), false)).toEqual(command);
  });

  it('leaves undo of typing to the text field', () => {
    expect(editCommandOf(press('Ctrl z'), true)).toBeNull();
  });
});
