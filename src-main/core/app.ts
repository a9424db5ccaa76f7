import { basename, resolve } from 'node:path';
import { inChangeSet } from '#db/change-log.ts';
import type { WriteDb } from '#db/handles.ts';
import { type OpenedRegister, openRegister } from '#db/open.ts';
import { AppError } from '#shared/contract/errors.ts';
import { createJobs, type Jobs } from './jobs/jobs.ts';
import { type Ports, stderrPorts } from './ports.ts';

export type AppOptions = {
  host: 'electron' | 'web' | 'cli';
  version: string;
  /** The instant, ISO UTC with milliseconds. */
  now: () => string;
  /** A UUIDv7. */
  newId: () => string;
  /** The calendar day where the officer sits, YYYY-MM-DD. */
  today: () => string;
  /** Where the office's registers lie. */
  dataDir: string;
  backupsDir: string;
  /** What the host lends; without it faults go to stderr. */
  ports?: Ports;
  /** Backups on opening and closing by themselves. Off for a command line, which makes them when told to. */
  automaticBackups?: boolean;
};

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
};

export type App = {
  readonly options: Required<AppOptions>;
  readonly jobs: Jobs;
  /** Null while none is open. */
  readonly register: Register | null;
  /** Throws `no-register` while none is open. */
  openedRegister(): Register;
  /** Opens (with `create`, makes) the register at a path that the host vouches for, then closes the one before. */
  openPath(path: string, o?: { create?: boolean }): Promise<Register>;
  /** Stops the jobs, makes the closing backup, and closes the register. Nothing to do where none is open. */
  close(): Promise<void>;
};

export const registerExtension = '.register';

/** One core: it holds at most one open register, whatever host it serves. */
export function createApp(o: AppOptions): App {
  const options = { ports: stderrPorts, automaticBackups: o.host !== 'cli', ...o };
  const jobs = createJobs();
  const inTurn = oneAfterAnother();
  let opened: { file: OpenedRegister; register: Register } | null = null;

  function registerOn(file: OpenedRegister): Register {
    return {
      path: file.path,
      name: basename(file.path, registerExtension),
      db: file.db,
      act(act, write) {
        file.assertStillThere();
        return inChangeSet(file.db, { ...act, id: options.newId(), at: options.now() }, write);
      },
    };
  }

  async function shut(file: OpenedRegister): Promise<void> {
    await jobs.stopAll();
    file.close();
  }

  async function close(): Promise<void> {
    if (!opened) return;
    const { file } = opened;
    opened = null;
    await shut(file);
  }

  async function openPath(path: string, create: boolean): Promise<Register> {
    if (opened && resolve(path) === resolve(opened.file.path)) return opened.register;
    const { now, newId, backupsDir, version } = options;
    const file = openRegister(path, { now, newId, backupsDir, programVersion: version, create });
    const before = opened;
    opened = { file, register: registerOn(file) };
    if (before) await shut(before.file);
    return opened.register;
  }

  return {
    options,
    jobs,
    get register() {
      return opened?.register ?? null;
    },
    openedRegister() {
      if (!opened) throw new AppError('no-register', 'No register is open. Open one, or make a new one.');
      return opened.register;
    },
    openPath: (path, { create = false } = {}) => inTurn(() => openPath(path, create)),
    close: () => inTurn(close),
  };
}

/** Opening and closing never overlap, whoever asks at once. */
function oneAfterAnother(): <T>(step: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (step) => {
    const next = last.then(step, step);
    last = next.catch(() => undefined);
    return next;
  };
}
