import { bodyById, meetingById, meetingsListed, proceedingsOf } from '#db/queries/meetings-list.ts';
import { AppError } from '#shared/contract/errors.ts';
import { meetingsContract } from '#shared/contract/office.ts';
import { answer, registerProcedure, router } from '../trpc.ts';

export const meetingsRouter = router({
  list: registerProcedure
    .input(meetingsContract.list.input)
    .output(answer(meetingsContract.list.output))
    .query(({ ctx }) => meetingsListed(ctx.register.db)),
  get: registerProcedure
    .input(meetingsContract.get.input)
    .output(answer(meetingsContract.get.output))
    .query(({ ctx, input }) => {
      const { db } = ctx.register;
      const meeting = meetingById(db, input.meetingId);
      if (!meeting) {
        throw new AppError('not-found', 'This meeting is no longer in the register. Go back to the list.');
      }
      const body = meeting.bodyId === null ? null : (bodyById(db, meeting.bodyId) ?? null);
      return { meeting, body, ...proceedingsOf(db, input.meetingId) };
    }),
});
