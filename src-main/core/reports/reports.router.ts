import { inReadTransaction } from '#db/change-log.ts';
import { reportsContract as contract } from '#shared/contract/reports.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { leadsToList, leftOut, makeDraft, makeReport } from './reports.ts';

export const reportsRouter = router({
  make: registerProcedure
    .input(contract.make.input)
    .output(answer(contract.make.output))
    .mutation(({ ctx, input }) => makeReport(ctx.app, ctx.register, input)),
  leftOut: registerProcedure
    .input(contract.leftOut.input)
    .output(answer(contract.leftOut.output))
    .query(({ ctx, input }) => inReadTransaction(ctx.register.db, (tx) => leftOut(tx, input))),
  leads: registerProcedure
    .input(contract.leads.input)
    .output(answer(contract.leads.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (tx) =>
        leadsToList(tx, { ...input, today: ctx.app.options.today() }),
      ),
    ),
  draft: registerProcedure
    .input(contract.draft.input)
    .output(answer(contract.draft.output))
    .mutation(({ ctx, input }) => makeDraft(ctx.app, ctx.register, input)),
});
