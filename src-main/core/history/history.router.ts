import { redoLast, undoLast } from '#db/change-log.ts';
import { changeSetsBefore } from '#db/queries/history-changes.ts';
import { AppError } from '#shared/contract/errors.ts';
import { historyContract } from '#shared/contract/office.ts';
import { answer, registerProcedure, router } from '../trpc.ts';

export const historyRouter = router({
  list: registerProcedure
    .input(historyContract.list.input)
    .output(answer(historyContract.list.output))
    .query(({ ctx, input }) => changeSetsBefore(ctx.register.db, input.before, input.limit)),
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
