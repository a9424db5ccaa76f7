import { inReadTransaction } from '#db/change-log.ts';
import { reportingEnds } from '#db/queries/reporting.ts';
import { reportingContract as contract } from '#shared/contract/reporting.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { addLine, changeLine, moveLine, removeLine } from './edit-reporting.ts';
import { readReporting } from './read-reporting.ts';

export const reportingRouter = router({
  list: registerProcedure
    .input(contract.list.input)
    .output(answer(contract.list.output))
    .query(({ ctx }) => inReadTransaction(ctx.register.db, readReporting)),
  ends: registerProcedure
    .input(contract.ends.input)
    .output(answer(contract.ends.output))
    .query(({ ctx }) => inReadTransaction(ctx.register.db, reportingEnds)),
  add: registerProcedure
    .input(contract.add.input)
    .output(answer(contract.add.output))
    .mutation(({ ctx, input }) => ({ lineId: addLine(ctx, input) })),
  change: registerProcedure
    .input(contract.change.input)
    .output(answer(contract.change.output))
    .mutation(({ ctx, input: { lineId, ...fields } }) => {
      changeLine(ctx, lineId, fields);
      return { lineId };
    }),
  remove: registerProcedure
    .input(contract.remove.input)
    .output(answer(contract.remove.output))
    .mutation(({ ctx, input }) => {
      removeLine(ctx, input.lineId);
      return input;
    }),
  move: registerProcedure
    .input(contract.move.input)
    .output(answer(contract.move.output))
    .mutation(({ ctx, input }) => ({ lineId: input.lineId, moved: moveLine(ctx, input.lineId, input.by) })),
});
