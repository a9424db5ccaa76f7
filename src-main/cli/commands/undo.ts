import { type Command, registerOption } from '../command.ts';
import { registerPathOf, withRegister } from '../with-register.ts';

/** Takes back the latest change set that can be taken back. */
export const undo: Command = {
  usage: 'undo --register R [--json]',
  options: registerOption,
  words: { least: 0, most: 0 },
  async run(args) {
    const path = registerPathOf(args);
    const undone = await withRegister(path, { create: false }, ({ core }) => core.history.undo());
    return { json: undone, words: `Undone: ${undone.label} (${undone.rows} rows)` };
  },
};

/** Does again what was undone last. */
export const redo: Command = {
  usage: 'redo --register R [--json]',
  options: registerOption,
  words: { least: 0, most: 0 },
  async run(args) {
    const path = registerPathOf(args);
    const redone = await withRegister(path, { create: false }, ({ core }) => core.history.redo());
    return { json: redone, words: `Done again: ${redone.label} (${redone.rows} rows)` };
  },
};
