import { type Frozen, openFrozen } from '#db/frozen.ts';
import { importInstants } from '#db/queries/imports-list.ts';
import { findSnapshot } from '#db/queries/snapshots.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { App } from '../app.ts';
import { keepFrozenSlips } from '../plans/slips.ts';
import { noSnapshot } from '../snapshots/refusals.ts';
import { layOut } from './lay-out.ts';
import { type Looked, lookedAt } from './looked.ts';
import { frozenForEver } from './rules.ts';
import { viewApp } from './view-app.ts';

/** Who waits for a snapshot to be opened, and how they are told how far it is. */
export type Opening = {
  readonly signal: AbortSignal;
  progress(what: string, done: number, of: number | null): void;
};

/** The snapshots that are open to be looked at: each a register in memory, beside the one that is open. */
export type Views = {
  /** Opens a snapshot, or waits until who asked before has opened it. Throws `not-found` and `register-damaged`. */
  open(snapshotId: string, opening?: Opening): Promise<Looked>;
  /** Has work done in a snapshot, which is opened first where it is not, and stays open until the work is done. */
  using<T>(snapshotId: string, work: (app: App) => Promise<T>): Promise<T>;
  /** Gives up what is being opened and closes all: before the register is closed that they are snapshots of. */
  closeAll(): Promise<void>;
};

/** Open at once. The one that nobody looked at for longest is closed first; asked for again, it is opened again. */
const mostOpen = 3;

type Held = { readonly frozen: Frozen; readonly app: App; readonly looked: Looked; users: number };

export function createViews(live: () => App): Views {
  const held = new Map<string, Held>();
  const coming = new Map<string, { work: Promise<Held>; controller: AbortController; waiting: number }>();

  async function build(snapshotId: string, opening: Opening): Promise<Held> {
    const app = live();
    const { db } = app.openedRegister();
    const snapshot = findSnapshot(db, snapshotId);
    if (!snapshot) throw noSnapshot();
    const looked = lookedAt(db, snapshotId);
    const { name, takenAt, hash, content } = snapshot;
    const what = `Opening the snapshot “${name}”`;
    const laid = await layOut(
      { name, takenAt, hash, content, importedAt: importInstants(db) },
      { signal: opening.signal, told: (done, of) => opening.progress(what, done, of) },
    );
    const frozen = openFrozen(laid.pages, () => {
      throw frozenForEver(looked);
    });
    keepFrozenSlips(frozen.db, laid.slippage);
    return { frozen, app: viewApp(app, frozen.db, looked), looked, users: 0 };
  }

  function makeRoom(): void {
    for (const [id, one] of held) {
      if (held.size <= mostOpen) return;
      if (one.users > 0) continue;
      held.delete(id);
      one.frozen.close();
    }
  }

  /** Whoever asks at once waits for the same; it is given up when none of them waits any more. */
  async function get(snapshotId: string, opening?: Opening): Promise<Held> {
    const known = held.get(snapshotId);
    if (known) {
      held.delete(snapshotId);
      held.set(snapshotId, known);
      return known;
    }
    if (opening?.signal.aborted) throw new AppError('cancelled', 'Opening the snapshot was stopped.');
    const one = coming.get(snapshotId) ?? begin(snapshotId, opening);
    one.waiting += 1;
    const leave = () => {
      one.waiting -= 1;
      if (one.waiting === 0) one.controller.abort();
    };
    opening?.signal.addEventListener('abort', leave, { once: true });
    try {
      return await one.work;
    } finally {
      opening?.signal.removeEventListener('abort', leave);
    }
  }

  function begin(snapshotId: string, opening?: Opening) {
    const controller = new AbortController();
    const work = build(snapshotId, {
      signal: controller.signal,
      progress: (what, done, of) => opening?.progress(what, done, of),
    })
      .then((view) => {
        held.set(snapshotId, view);
        view.users += 1;
        makeRoom();
        view.users -= 1;
        return view;
      })
      .finally(() => coming.delete(snapshotId));
    const one = { work, controller, waiting: 0 };
    coming.set(snapshotId, one);
    return one;
  }

  return {
    open: async (snapshotId, opening) => (await get(snapshotId, opening)).looked,
    async using(snapshotId, work) {
      let view = await get(snapshotId);
      // It may have had to make room for others between its opening and now.
      while (held.get(snapshotId) !== view) view = await get(snapshotId);
      view.users += 1;
      try {
        return await work(view.app);
      } finally {
        view.users -= 1;
        makeRoom();
      }
    },
    async closeAll() {
      const underWay = [...coming.values()];
      for (const { controller } of underWay) controller.abort();
      await Promise.allSettled(underWay.map(({ work }) => work));
      for (const { frozen } of held.values()) frozen.close();
      held.clear();
    },
  };
}
