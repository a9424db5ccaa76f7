import { agendaContract } from '#shared/contract/agenda.ts';
import { AppError } from '#shared/contract/errors.ts';
import { answer, registerProcedure, router } from '../trpc.ts';

const c = agendaContract;
const notYet = (): never => {
  throw new AppError('not-yet', 'This is not built yet.');
};

export const agendaRouter = router({
  proposal: registerProcedure.input(c.proposal.input).output(answer(c.proposal.output)).query(notYet),
  build: registerProcedure.input(c.build.input).output(answer(c.build.output)).mutation(notYet),
  addItem: registerProcedure.input(c.addItem.input).output(answer(c.addItem.output)).mutation(notYet),
  editItem: registerProcedure.input(c.editItem.input).output(answer(c.editItem.output)).mutation(notYet),
  removeItem: registerProcedure
    .input(c.removeItem.input)
    .output(answer(c.removeItem.output))
    .mutation(notYet),
  moveItem: registerProcedure.input(c.moveItem.input).output(answer(c.moveItem.output)).mutation(notYet),
});
