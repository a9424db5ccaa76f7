import { inReadTransaction } from '#db/change-log.ts';
import { owedReportsContract } from '#shared/contract/resolutions.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { addOwed, deliverReport, editOwed, removeOwed } from './edit-owed.ts';
import { owedShown } from './owed-shown.ts';

const c = owedReportsContract;
export const owedReportsRouter = router({
  list: registerProcedure
    .input(c.list.input)
    .output(answer(c.list.output))
    .query(({ ctx: { app, register }, input }) =>
      inReadTransaction(register.db, (db) => owedShown(db, input, app.options.today())),
    ),
  add: registerProcedure
    .input(c.add.input)
    .output(answer(c.add.output))
    .mutation(({ ctx, input }) => ({ owedReportId: addOwed(ctx, input) })),
  edit: registerProcedure
    .input(c.edit.input)
    .output(answer(c.edit.output))
    .mutation(({ ctx, input }) => {
      editOwed(ctx, input);
      return { owedReportId: input.owedReportId };
    }),
  remove: registerProcedure
    .input(c.remove.input)
    .output(answer(c.remove.output))
    .mutation(({ ctx, input }) => {
      removeOwed(ctx, input.owedReportId);
      return { owedReportId: input.owedReportId };
    }),
  deliver: registerProcedure
    .input(c.deliver.input)
    .output(answer(c.deliver.output))
    .mutation(({ ctx, input }) => deliverReport(ctx, input)),
});
