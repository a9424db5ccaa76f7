import { inReadTransaction } from '#db/change-log.ts';
import { agendaContract as c } from '#shared/contract/agenda.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { buildAgenda } from './build-agenda.ts';
import { addItem, editItem, moveItem, removeItem } from './edit-items.ts';
import { proposeAgenda } from './propose-agenda.ts';

export const agendaRouter = router({
  proposal: registerProcedure
    .input(c.proposal.input)
    .output(answer(c.proposal.output))
    .query(({ ctx: { app, register }, input }) =>
      inReadTransaction(register.db, (db) => proposeAgenda(db, input.meetingId, app.options.today())),
    ),
  build: registerProcedure
    .input(c.build.input)
    .output(answer(c.build.output))
    .mutation(({ ctx, input }) => ({ itemIds: buildAgenda(ctx, input) })),
  addItem: registerProcedure
    .input(c.addItem.input)
    .output(answer(c.addItem.output))
    .mutation(({ ctx, input }) => ({ itemId: addItem(ctx, input) })),
  editItem: registerProcedure
    .input(c.editItem.input)
    .output(answer(c.editItem.output))
    .mutation(({ ctx, input }) => {
      editItem(ctx, input);
      return { itemId: input.itemId };
    }),
  removeItem: registerProcedure
    .input(c.removeItem.input)
    .output(answer(c.removeItem.output))
    .mutation(({ ctx, input }) => ({ resolutions: removeItem(ctx, input.itemId) })),
  moveItem: registerProcedure
    .input(c.moveItem.input)
    .output(answer(c.moveItem.output))
    .mutation(({ ctx, input }) => {
      moveItem(ctx, input);
      return { itemId: input.itemId };
    }),
});
