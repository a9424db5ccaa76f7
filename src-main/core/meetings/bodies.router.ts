import { bodiesContract } from '#shared/contract/bodies.ts';
import { AppError } from '#shared/contract/errors.ts';
import { answer, registerProcedure, router } from '../trpc.ts';

const c = bodiesContract;
const notYet = (): never => {
  throw new AppError('not-yet', 'This is not built yet.');
};

export const bodiesRouter = router({
  list: registerProcedure.input(c.list.input).output(answer(c.list.output)).query(notYet),
  get: registerProcedure.input(c.get.input).output(answer(c.get.output)).query(notYet),
  attendance: registerProcedure.input(c.attendance.input).output(answer(c.attendance.output)).query(notYet),
  add: registerProcedure.input(c.add.input).output(answer(c.add.output)).mutation(notYet),
  edit: registerProcedure.input(c.edit.input).output(answer(c.edit.output)).mutation(notYet),
  remove: registerProcedure.input(c.remove.input).output(answer(c.remove.output)).mutation(notYet),
  addMember: registerProcedure.input(c.addMember.input).output(answer(c.addMember.output)).mutation(notYet),
  editMember: registerProcedure
    .input(c.editMember.input)
    .output(answer(c.editMember.output))
    .mutation(notYet),
  removeMember: registerProcedure
    .input(c.removeMember.input)
    .output(answer(c.removeMember.output))
    .mutation(notYet),
  setStandingItems: registerProcedure
    .input(c.setStandingItems.input)
    .output(answer(c.setStandingItems.output))
    .mutation(notYet),
});
