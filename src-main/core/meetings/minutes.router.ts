import { AppError } from '#shared/contract/errors.ts';
import { minutesContract } from '#shared/contract/meetings.ts';
import { answer, registerProcedure, router } from '../trpc.ts';

const c = minutesContract;
const notYet = (): never => {
  throw new AppError('not-yet', 'This is not built yet.');
};

export const minutesRouter = router({
  begin: registerProcedure.input(c.begin.input).output(answer(c.begin.output)).mutation(notYet),
  close: registerProcedure.input(c.close.input).output(answer(c.close.output)).mutation(notYet),
  attend: registerProcedure.input(c.attend.input).output(answer(c.attend.output)).mutation(notYet),
  removeAttendance: registerProcedure
    .input(c.removeAttendance.input)
    .output(answer(c.removeAttendance.output))
    .mutation(notYet),
  tell: registerProcedure.input(c.tell.input).output(answer(c.tell.output)).mutation(notYet),
  circulate: registerProcedure.input(c.circulate.input).output(answer(c.circulate.output)).mutation(notYet),
  confirm: registerProcedure.input(c.confirm.input).output(answer(c.confirm.output)).mutation(notYet),
  recordCorrection: registerProcedure
    .input(c.recordCorrection.input)
    .output(answer(c.recordCorrection.output))
    .mutation(notYet),
});
