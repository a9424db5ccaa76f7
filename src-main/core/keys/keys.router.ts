import { inReadTransaction } from '#db/change-log.ts';
import { keysContract as contract } from '#shared/contract/keys.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { readKey, setKey } from './keys.ts';

export const keysRouter = router({
  get: registerProcedure
    .input(contract.get.input)
    .output(answer(contract.get.output))
    .query(({ ctx, input }) => inReadTransaction(ctx.register.db, (db) => readKey(db, input.planId))),
  set: registerProcedure
    .input(contract.set.input)
    .output(answer(contract.set.output))
    .mutation(({ ctx, input }) => {
      setKey(ctx, input.planId, input.entries);
      return { planId: input.planId };
    }),
});
