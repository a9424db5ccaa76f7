import { AppError } from '#shared/contract/errors.ts';
import { resolutionsContract } from '#shared/contract/resolutions.ts';
import { answer, registerProcedure, router } from '../trpc.ts';

const c = resolutionsContract;
const notYet = (): never => {
  throw new AppError('not-yet', 'This is not built yet.');
};

export const resolutionsRouter = router({
  list: registerProcedure.input(c.list.input).output(answer(c.list.output)).query(notYet),
  pace: registerProcedure.input(c.pace.input).output(answer(c.pace.output)).query(notYet),
  read: registerProcedure.input(c.read.input).output(answer(c.read.output)).query(notYet),
  add: registerProcedure.input(c.add.input).output(answer(c.add.output)).mutation(notYet),
  edit: registerProcedure.input(c.edit.input).output(answer(c.edit.output)).mutation(notYet),
  remove: registerProcedure.input(c.remove.input).output(answer(c.remove.output)).mutation(notYet),
  move: registerProcedure.input(c.move.input).output(answer(c.move.output)).mutation(notYet),
  track: registerProcedure.input(c.track.input).output(answer(c.track.output)).mutation(notYet),
  linkAction: registerProcedure
    .input(c.linkAction.input)
    .output(answer(c.linkAction.output))
    .mutation(notYet),
  settle: registerProcedure.input(c.settle.input).output(answer(c.settle.output)).mutation(notYet),
});
