import { inReadTransaction } from '#db/change-log.ts';
import { find } from '#db/search.ts';
import { finishIndex } from '#db/search-queue.ts';
import { searchContract } from '#shared/contract/office.ts';
import { answer, registerProcedure, router } from '../trpc.ts';

export const searchRouter = router({
  find: registerProcedure
    .input(searchContract.find.input)
    .output(answer(searchContract.find.output))
    .query(({ ctx, input }) => {
      finishIndex(ctx.register.db);
      return inReadTransaction(ctx.register.db, (db) => find(db, input.text, input.limit));
    }),
});
