import { meetingsListed } from '#db/queries/meetings-list.ts';
import { AppError } from '#shared/contract/errors.ts';
import { meetingsContract } from '#shared/contract/meetings.ts';
import { stageOf } from '#shared/domain/meeting-stages.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { readMeeting } from './read-meeting.ts';

const c = meetingsContract;
const notYet = (): never => {
  throw new AppError('not-yet', 'This is not built yet.');
};

export const meetingsRouter = router({
  list: registerProcedure
    .input(c.list.input)
    .output(answer(c.list.output))
    .query(({ ctx }) => meetingsListed(ctx.register.db).map((one) => ({ ...one, stage: stageOf(one) }))),
  get: registerProcedure
    .input(c.get.input)
    .output(answer(c.get.output))
    .query(({ ctx, input }) => readMeeting(ctx, input.meetingId)),
  plan: registerProcedure.input(c.plan.input).output(answer(c.plan.output)).mutation(notYet),
  planMany: registerProcedure.input(c.planMany.input).output(answer(c.planMany.output)).mutation(notYet),
  edit: registerProcedure.input(c.edit.input).output(answer(c.edit.output)).mutation(notYet),
  cancel: registerProcedure.input(c.cancel.input).output(answer(c.cancel.output)).mutation(notYet),
  restore: registerProcedure.input(c.restore.input).output(answer(c.restore.output)).mutation(notYet),
  remove: registerProcedure.input(c.remove.input).output(answer(c.remove.output)).mutation(notYet),
});
