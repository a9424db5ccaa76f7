import { inReadTransaction } from '#db/change-log.ts';
import { find } from '#db/search.ts';
import { meant } from '#db/search-like.ts';
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
  like: registerProcedure
    .input(searchContract.like.input)
    .output(answer(searchContract.like.output))
    .query(({ ctx, input }) => {
      finishIndex(ctx.register.db);
      return inReadTransaction(ctx.register.db, (db) => meant(db, input.text));
    }),
});
