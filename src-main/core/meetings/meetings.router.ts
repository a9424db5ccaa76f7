import { inReadTransaction } from '#db/change-log.ts';
import { meetingsListed } from '#db/queries/meetings-list.ts';
import { meetingsContract } from '#shared/contract/meetings.ts';
import { stageOf } from '#shared/domain/meeting-stages.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import {
  cancelMeeting,
  editMeeting,
  planMeeting,
  planMeetings,
  removeMeeting,
  restoreMeeting,
} from './plan-meetings.ts';
import { readMeeting } from './read-meeting.ts';

const c = meetingsContract;
export const meetingsRouter = router({
  list: registerProcedure
    .input(c.list.input)
    .output(answer(c.list.output))
    .query(({ ctx }) => meetingsListed(ctx.register.db).map((one) => ({ ...one, stage: stageOf(one) }))),
  get: registerProcedure
    .input(c.get.input)
    .output(answer(c.get.output))
    .query(({ ctx, input }) => inReadTransaction(ctx.register.db, () => readMeeting(ctx, input.meetingId))),
  plan: registerProcedure
    .input(c.plan.input)
    .output(answer(c.plan.output))
    .mutation(({ ctx, input }) => ({ meetingId: planMeeting(ctx, input) })),
  planMany: registerProcedure
    .input(c.planMany.input)
    .output(answer(c.planMany.output))
    .mutation(({ ctx, input }) => ({ meetingIds: planMeetings(ctx, input) })),
  edit: registerProcedure
    .input(c.edit.input)
    .output(answer(c.edit.output))
    .mutation(({ ctx, input }) => {
      editMeeting(ctx, input);
      return { meetingId: input.meetingId };
    }),
  cancel: registerProcedure
    .input(c.cancel.input)
    .output(answer(c.cancel.output))
    .mutation(({ ctx, input }) => {
      cancelMeeting(ctx, input);
      return { meetingId: input.meetingId };
    }),
  restore: registerProcedure
    .input(c.restore.input)
    .output(answer(c.restore.output))
    .mutation(({ ctx, input }) => {
      restoreMeeting(ctx, input);
      return { meetingId: input.meetingId };
    }),
  remove: registerProcedure
    .input(c.remove.input)
    .output(answer(c.remove.output))
    .mutation(({ ctx, input }) => removeMeeting(ctx, input.meetingId)),
});
