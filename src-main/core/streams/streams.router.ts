import { inReadTransaction } from '#db/change-log.ts';
import { streamsContract as contract } from '#shared/contract/streams.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { addStream, editStream, paidBy, readStreams, removeStream } from './streams.ts';

export const streamsRouter = router({
  list: registerProcedure
    .input(contract.list.input)
    .output(answer(contract.list.output))
    .query(({ ctx }) => inReadTransaction(ctx.register.db, readStreams)),
  pays: registerProcedure
    .input(contract.pays.input)
    .output(answer(contract.pays.output))
    .query(({ ctx, input }) => inReadTransaction(ctx.register.db, (db) => paidBy(db, input.streamId))),
  add: registerProcedure
    .input(contract.add.input)
    .output(answer(contract.add.output))
    .mutation(({ ctx, input }) => ({ streamId: addStream(ctx, input) })),
  edit: registerProcedure
    .input(contract.edit.input)
    .output(answer(contract.edit.output))
    .mutation(({ ctx, input }) => {
      editStream(ctx, input);
      return { streamId: input.streamId };
    }),
  remove: registerProcedure
    .input(contract.remove.input)
    .output(answer(contract.remove.output))
    .mutation(({ ctx, input }) => {
      removeStream(ctx, input.streamId);
      return { streamId: input.streamId };
    }),
});
