import { minutesContract as c } from '#shared/contract/meetings.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import {
  attend,
  beginMeeting,
  circulateMinutes,
  closeMeeting,
  confirmMinutes,
  recordCorrection,
  removeAttendance,
  tellProgress,
} from './hold-meeting.ts';

export const minutesRouter = router({
  begin: registerProcedure
    .input(c.begin.input)
    .output(answer(c.begin.output))
    .mutation(({ ctx, input }) => ({ meetingId: input.meetingId, attendance: beginMeeting(ctx, input) })),
  close: registerProcedure
    .input(c.close.input)
    .output(answer(c.close.output))
    .mutation(({ ctx, input }) => ({ meetingId: input.meetingId, numbered: closeMeeting(ctx, input) })),
  attend: registerProcedure
    .input(c.attend.input)
    .output(answer(c.attend.output))
    .mutation(({ ctx, input }) => ({ attendanceId: attend(ctx, input) })),
  removeAttendance: registerProcedure
    .input(c.removeAttendance.input)
    .output(answer(c.removeAttendance.output))
    .mutation(({ ctx, input }) => {
      removeAttendance(ctx, input.attendanceId);
      return { attendanceId: input.attendanceId };
    }),
  tell: registerProcedure
    .input(c.tell.input)
    .output(answer(c.tell.output))
    .mutation(({ ctx, input }) => ({ progressIds: tellProgress(ctx, input) })),
  circulate: registerProcedure
    .input(c.circulate.input)
    .output(answer(c.circulate.output))
    .mutation(({ ctx, input }) => {
      circulateMinutes(ctx, input);
      return { meetingId: input.meetingId };
    }),
  confirm: registerProcedure
    .input(c.confirm.input)
    .output(answer(c.confirm.output))
    .mutation(({ ctx, input }) => {
      confirmMinutes(ctx, input);
      return { meetingId: input.meetingId };
    }),
  recordCorrection: registerProcedure
    .input(c.recordCorrection.input)
    .output(answer(c.recordCorrection.output))
    .mutation(({ ctx, input }) => ({ correctionId: recordCorrection(ctx, input) })),
});
