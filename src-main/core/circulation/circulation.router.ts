import { inReadTransaction } from '#db/change-log.ts';
import { circulationContract as contract } from '#shared/contract/circulation.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { checkAudience } from './check-audience.ts';
import { draftForList } from './draft-list.ts';
import { addList, editList, removeList } from './edit-lists.ts';
import { findVersion } from './find-version.ts';
import { readLists } from './read-lists.ts';
import { readSent } from './read-sent.ts';

export const circulationRouter = router({
  lists: registerProcedure
    .input(contract.lists.input)
    .output(answer(contract.lists.output))
    .query(({ ctx }) => inReadTransaction(ctx.register.db, (tx) => readLists(tx, ctx.app.options.today()))),
  add: registerProcedure
    .input(contract.add.input)
    .output(answer(contract.add.output))
    .mutation(({ ctx, input }) => ({ listId: addList(ctx, input) })),
  edit: registerProcedure
    .input(contract.edit.input)
    .output(answer(contract.edit.output))
    .mutation(({ ctx, input: { listId, ...fields } }) => {
      editList(ctx, listId, fields);
      return { listId };
    }),
  remove: registerProcedure
    .input(contract.remove.input)
    .output(answer(contract.remove.output))
    .mutation(({ ctx, input }) => ({ removed: removeList(ctx, input.listId) })),
  check: registerProcedure
    .input(contract.check.input)
    .output(answer(contract.check.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (tx) =>
        checkAudience(tx, { ...input, today: ctx.app.options.today() }),
      ),
    ),
  draft: registerProcedure
    .input(contract.draft.input)
    .output(answer(contract.draft.output))
    .mutation(({ ctx, input }) => draftForList(ctx, input)),
  sent: registerProcedure
    .input(contract.sent.input)
    .output(answer(contract.sent.output))
    .query(({ ctx }) => inReadTransaction(ctx.register.db, readSent)),
  // A query by what it does; a mutation by its size: a file does not fit into an address.
  find: registerProcedure
    .input(contract.find.input)
    .output(answer(contract.find.output))
    .mutation(({ ctx, input }) => inReadTransaction(ctx.register.db, (tx) => findVersion(tx, input))),
});
