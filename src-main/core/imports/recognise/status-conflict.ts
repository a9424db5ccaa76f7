import type { GridCell } from '#shared/contract/grid.ts';
import type { Status } from '#shared/contract/register.ts';
import { lookOf, type State } from '#shared/domain/states.ts';
import { stateOfColour } from '#shared/domain/status-words.ts';
import { hueOf } from './colours.ts';
import type { Context } from './context.ts';
import { foldSpace } from './words.ts';

const well: ReadonlySet<State> = new Set(['complete', 'on-track']);

/**
 * The status of a cell that says one thing and is filled with the colour of another: its words, until the officer says
 * that the colour holds. Asked about once for all cells that say and look the same.
 */
export function settleStatus(context: Context, words: Status, grid: number, cell: GridCell): Status {
  if (!cell.fill) return words;
  const mark = cell.fill.toLowerCase();
  const hue = hueOf(mark);
  const line =
    context.key.find((one) => one.entry.colour.toLowerCase() === mark) ??
    context.key.find((one) => one.hue === hue && hue !== null);
  const filled = line ? line.entry.state : stateOfColour(mark);
  if (filled === null || hue === null || !contradicts(words.state, filled, line !== undefined)) return words;
  const said = foldSpace(cell.text).slice(0, 60);
  const taken = context.ask(
    {
      id: `status:${words.label.toLowerCase()}:${mark}`,
      where: context.placeOf(grid, cell.row, cell.column),
      about: 'legend',
      text: `Some cells say “${said}” and are filled ${hue}. Which holds?`,
      choices: [
        { id: 'words', label: `The words: ${lookOf(words.state).label}`, detail: null },
        { id: 'colour', label: `The colour: ${lookOf(filled).label}`, detail: 'The words stay beside it' },
      ],
      taken: 'words',
    },
    [[grid, cell.row, cell.column]],
  );
  return taken === 'colour' ? { state: filled, label: words.label } : words;
}

/** By a key any two states differ; without one only what goes well and what does not. */
function contradicts(words: State, filled: State, keyed: boolean): boolean {
  if (words === filled) return false;
  if (keyed) return true;
  return (well.has(words) && filled === 'off-track') || (words === 'off-track' && well.has(filled));
}
