import { AppError } from '#shared/contract/errors.ts';
import { owedReportsContract } from '#shared/contract/resolutions.ts';
import { answer, registerProcedure, router } from '../trpc.ts';

const c = owedReportsContract;
const notYet = (): never => {
  throw new AppError('not-yet', 'This is not built yet.');
};

export const owedReportsRouter = router({
  list: registerProcedure.input(c.list.input).output(answer(c.list.output)).query(notYet),
  add: registerProcedure.input(c.add.input).output(answer(c.add.output)).mutation(notYet),
  edit: registerProcedure.input(c.edit.input).output(answer(c.edit.output)).mutation(notYet),
  remove: registerProcedure.input(c.remove.input).output(answer(c.remove.output)).mutation(notYet),
  deliver: registerProcedure.input(c.deliver.input).output(answer(c.deliver.output)).mutation(notYet),
});
