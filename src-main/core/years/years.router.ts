import { inReadTransaction } from '#db/change-log.ts';
import { yearsContract as contract } from '#shared/contract/years.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { readProposal } from './propose.ts';
import { readYears } from './read-lineage.ts';
import { rollForward } from './roll-forward.ts';

export const yearsRouter = router({
  proposal: registerProcedure
    .input(contract.proposal.input)
    .output(answer(contract.proposal.output))
    .query(({ ctx, input }) => {
      const today = ctx.app.options.today();
      return inReadTransaction(ctx.register.db, (db) => readProposal(db, { ...input, today }));
    }),
  rollForward: registerProcedure
    .input(contract.rollForward.input)
    .output(answer(contract.rollForward.output))
    .mutation(({ ctx, input }) => rollForward(ctx, input)),
  lineage: registerProcedure
    .input(contract.lineage.input)
    .output(answer(contract.lineage.output))
    .query(({ ctx, input }) => inReadTransaction(ctx.register.db, (db) => readYears(db, input.actionId))),
});
