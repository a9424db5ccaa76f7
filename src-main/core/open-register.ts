import { basename } from 'node:path';
import { inChangeSet } from '#db/change-log.ts';
import type { WriteDb } from '#db/handles.ts';
import type { OpenedRegister } from '#db/open.ts';
import { refuseIfConfirmed } from './meetings/confirmed.ts';
import type { Options } from './options.ts';
import { registerExtension } from './register/file-names.ts';
import { type IndexLater, indexLater } from './search/index-later.ts';

/** One act of the officer, as history and Undo name it. */
export type Act<T> = {
  /** A closed word for grouping: 'edit', 'progress', 'import', ... */
  kind: string;
  /** What Undo says: "5 cells in Early Years Delivery Plan 2010-11". */
  label: string | ((result: T) => string);
  /** False for acts that stand for ever. */
  undoable?: boolean;
};

/** The register that is open, with the one way to write in it. */
export type Register = {
  readonly path: string;
  /** The file's name without its extension. */
  readonly name: string;
  readonly db: WriteDb;
  /** All that `write` writes is one change set: history, undo and redo take it as one. */
  act<T>(act: Act<T>, write: (tx: WriteDb) => T): T;
  /** Search is brought up to date beside the work. */
  readonly index: IndexLater;
};

export function registerOn(file: OpenedRegister, options: Options): Register {
  const index = indexLater(file.db, options);
  // What the last session left, if it was broken off.
  index.wake();
  return {
    path: file.path,
    name: basename(file.path, registerExtension),
    db: file.db,
    act(act, write) {
      const result = inChangeSet(
        file.db,
        { ...act, id: options.newId(), at: options.now(), check: refuseIfConfirmed },
        write,
      );
      index.wake();
      return result;
    },
    index,
  };
}
