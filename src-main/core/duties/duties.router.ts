import { inReadTransaction } from '#db/change-log.ts';
import { finishIndex } from '#db/search-queue.ts';
import { dutiesContract as contract } from '#shared/contract/duties.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { addDuty, answerDuty, editDuty, removeDuty, unanswerDuty } from './edit-duties.ts';
import { candidates, readDuties } from './read-duties.ts';

export const dutiesRouter = router({
  list: registerProcedure
    .input(contract.list.input)
    .output(answer(contract.list.output))
    .query(({ ctx }) => inReadTransaction(ctx.register.db, readDuties)),
  candidates: registerProcedure
    .input(contract.candidates.input)
    .output(answer(contract.candidates.output))
    .query(({ ctx, input }) => {
      finishIndex(ctx.register.db);
      return inReadTransaction(ctx.register.db, (db) => candidates(db, input.text));
    }),
  add: registerProcedure
    .input(contract.add.input)
    .output(answer(contract.add.output))
    .mutation(({ ctx, input }) => ({ dutyId: addDuty(ctx, input) })),
  edit: registerProcedure
    .input(contract.edit.input)
    .output(answer(contract.edit.output))
    .mutation(({ ctx, input }) => {
      editDuty(ctx, input);
      return { dutyId: input.dutyId };
    }),
  remove: registerProcedure
    .input(contract.remove.input)
    .output(answer(contract.remove.output))
    .mutation(({ ctx, input }) => ({ removed: removeDuty(ctx, input.dutyId) })),
  answer: registerProcedure
    .input(contract.answer.input)
    .output(answer(contract.answer.output))
    .mutation(({ ctx, input }) => {
      answerDuty(ctx, input);
      return { dutyId: input.dutyId };
    }),
  unanswer: registerProcedure
    .input(contract.unanswer.input)
    .output(answer(contract.unanswer.output))
    .mutation(({ ctx, input }) => {
      unanswerDuty(ctx, input);
      return { dutyId: input.dutyId };
    }),
});
