import { inReadTransaction, redoLast, undoLast } from '#db/change-log.ts';
import { changeSetsBefore } from '#db/queries/history-sets.ts';
import { finishIndex } from '#db/search-queue.ts';
import { pastSet, planUndo } from '#db/undo-past.ts';
import { AppError } from '#shared/contract/errors.ts';
import { historyContract } from '#shared/contract/history.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { readAct } from './read-act.ts';
import { readBin } from './read-bin.ts';
import { bringRecordBack, undoAct } from './undo-act.ts';

export const historyRouter = router({
  list: registerProcedure
    .input(historyContract.list.input)
    .output(answer(historyContract.list.output))
    .query(({ ctx, input: { before, limit, ...filter } }) => {
      if (filter.text !== '') finishIndex(ctx.register.db);
      return inReadTransaction(ctx.register.db, (db) => changeSetsBefore(db, before, limit, filter));
    }),
  act: registerProcedure
    .input(historyContract.act.input)
    .output(answer(historyContract.act.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (db) => readAct(db, input.id, input.limit)),
    ),
  standing: registerProcedure
    .input(historyContract.standing.input)
    .output(answer(historyContract.standing.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (db) => {
        const undo = planUndo(db, pastSet(db, input.id));
        return undo.possible
          ? { possible: true, why: null, inTheWay: [] }
          : { possible: false, why: undo.why, inTheWay: [...undo.inTheWay] };
      }),
    ),
  undoAct: registerProcedure
    .input(historyContract.undoAct.input)
    .output(answer(historyContract.undoAct.output))
    .mutation(({ ctx, input }) => undoAct(ctx.register, input.id)),
  bin: registerProcedure
    .input(historyContract.bin.input)
    .output(answer(historyContract.bin.output))
    .query(({ ctx, input }) => {
      const now = ctx.app.options.now();
      return inReadTransaction(ctx.register.db, (db) => readBin(db, { ...input, now }));
    }),
  bringBack: registerProcedure
    .input(historyContract.bringBack.input)
    .output(answer(historyContract.bringBack.output))
    .mutation(({ ctx, input }) => bringRecordBack(ctx.register, input.id)),
  undo: registerProcedure.output(answer(historyContract.undo.output)).mutation(({ ctx }) => {
    const undone = undoLast(ctx.register.db);
    if (!undone) throw new AppError('not-possible', 'There is nothing to undo.');
    ctx.register.index.wake();
    return undone;
  }),
  redo: registerProcedure.output(answer(historyContract.redo.output)).mutation(({ ctx }) => {
    const redone = redoLast(ctx.register.db);
    if (!redone) throw new AppError('not-possible', 'There is nothing to do again.');
    ctx.register.index.wake();
    return redone;
  }),
});
