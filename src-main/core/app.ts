import { resolve } from 'node:path';
import { type OpenedRegister, openRegister } from '#db/open.ts';
import { toldOn } from '#db/queries/home-told-on.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { LookedAt } from '#shared/contract/looking.ts';
import { type Backups, createBackups } from './backups/backups.ts';
import { dropHeldReadings } from './imports/session/held-readings.ts';
import { stopWaiting } from './imports/session/reading-session.ts';
import { createJobs, type Jobs } from './jobs/jobs.ts';
import { type Register, registerOn } from './open-register.ts';
import type { AppOptions, Options } from './options.ts';
import { stderrPorts } from './ports.ts';
import { type Failed, failedBy } from './rescue/rescue.ts';
import { createSafety, type Safety } from './safety/safety.ts';
import { createViews, type Views } from './views/views.ts';

export type { Act, Register } from './open-register.ts';
export type { AppOptions } from './options.ts';

export type App = {
  readonly options: Options;
  readonly jobs: Jobs;
  readonly backups: Backups;
  /** The snapshots of the open register that are looked at. */
  readonly views: Views;
  /** The snapshot in whose place this core answers; null for the register itself. */
  readonly looking: LookedAt | null;
  readonly safety: Safety;
  /** The register that could not be opened last, because of what is in it; null where none is told of. */
  readonly failed: Failed | null;
  /** No longer tells of the register that could not be opened; nothing is done to it. */
  leaveFailed(): void;
  /** Null while none is open. */
  readonly register: Register | null;
  /** Throws `no-register` while none is open. */
  openedRegister(): Register;
  /** Opens (with `create`, makes) the register at a path that the host vouches for, then closes the one before. */
  openPath(path: string, o?: { create?: boolean }): Promise<Register>;
  /** Stops the jobs, makes the closing backup, and closes the register. Nothing to do where none is open. */
  close(): Promise<void>;
};

/** One core: it holds at most one open register, whatever host it serves. */
export function createApp(o: AppOptions): App {
  const options: Options = {
    ...o,
    ports: o.ports ?? stderrPorts,
    automaticBackups: o.automaticBackups ?? o.host !== 'cli',
    today: () => (opened && toldOn(opened.register.db)) ?? o.today(),
  };
  const jobs = createJobs();
  const backups = createBackups(options);
  const views = createViews(() => app);
  const safety = createSafety(options, backups);
  const inTurn = oneAfterAnother();
  let failed: Failed | null = null;
  let opened: { file: OpenedRegister; register: Register } | null = null;

  async function shut({ file, register }: NonNullable<typeof opened>): Promise<void> {
    safety.closing();
    await jobs.stopAll();
    stopWaiting();
    await dropHeldReadings(register);
    await views.closeAll();
    if (options.automaticBackups) await backups.ensureQuietly(register, 'close');
    else await backups.settled();
    await safety.settled();
    register.index.finish();
    file.close();
  }

  async function close(): Promise<void> {
    if (!opened) return;
    const before = opened;
    opened = null;
    await shut(before);
  }

  /** What cannot be opened because of what is in it is kept in mind, for its own screen. */
  function openOrTell(path: string, o: Parameters<typeof openRegister>[1]): OpenedRegister {
    try {
      const file = openRegister(path, o);
      failed = null;
      return file;
    } catch (error) {
      failed = failedBy(path, error);
      throw error;
    }
  }

  async function openPath(path: string, create: boolean): Promise<Register> {
    if (opened && resolve(path) === resolve(opened.file.path)) return opened.register;
    const { now, newId, backupsDir, version } = options;
    const file = openOrTell(path, { now, newId, backupsDir, programVersion: version, create });
    const before = opened;
    const register = registerOn(file, options);
    opened = { file, register };
    if (before) await shut(before);
    // Nobody waits for it: the first answer comes first, and closing waits until it is finished.
    if (options.automaticBackups) {
      void backups.ensureQuietly(register, 'start');
      safety.opened(register);
    }
    return register;
  }

  const app: App = {
    options,
    jobs,
    backups,
    views,
    looking: null,
    safety,
    get failed() {
      return failed;
    },
    leaveFailed() {
      failed = null;
    },
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
  return app;
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
