import { inReadTransaction } from '#db/change-log.ts';
import { closuresContract, cyclesContract } from '#shared/contract/cycles.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { addBankHolidays, addClosure, changeClosure, listClosures, removeClosure } from './closures.ts';
import { planYear } from './plan-year.ts';
import { proposeYear } from './propose-year.ts';
import { readBodyYear, readYear } from './read-year.ts';

export const closuresRouter = router({
  list: registerProcedure
    .input(closuresContract.list.input)
    .output(answer(closuresContract.list.output))
    .query(({ ctx }) => listClosures(ctx.register.db)),
  add: registerProcedure
    .input(closuresContract.add.input)
    .output(answer(closuresContract.add.output))
    .mutation(({ ctx, input }) => ({ closureId: addClosure(ctx, input) })),
  change: registerProcedure
    .input(closuresContract.change.input)
    .output(answer(closuresContract.change.output))
    .mutation(({ ctx, input: { closureId, ...fields } }) => {
      changeClosure(ctx, closureId, fields);
      return { closureId };
    }),
  remove: registerProcedure
    .input(closuresContract.remove.input)
    .output(answer(closuresContract.remove.output))
    .mutation(({ ctx, input }) => {
      removeClosure(ctx, input.closureId);
      return input;
    }),
  addBankHolidays: registerProcedure
    .input(closuresContract.addBankHolidays.input)
    .output(answer(closuresContract.addBankHolidays.output))
    .mutation(({ ctx, input }) => addBankHolidays(ctx, input.year)),
});

export const cyclesRouter = router({
  propose: registerProcedure
    .input(cyclesContract.propose.input)
    .output(answer(cyclesContract.propose.output))
    .query(({ ctx, input }) => inReadTransaction(ctx.register.db, (db) => proposeYear(db, input))),
  planYear: registerProcedure
    .input(cyclesContract.planYear.input)
    .output(answer(cyclesContract.planYear.output))
    .mutation(({ ctx, input }) => ({ meetingIds: planYear(ctx, input) })),
  year: registerProcedure
    .input(cyclesContract.year.input)
    .output(answer(cyclesContract.year.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (db) => readYear(db, input.from, ctx.app.options.today())),
    ),
  ofBody: registerProcedure
    .input(cyclesContract.ofBody.input)
    .output(answer(cyclesContract.ofBody.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (db) =>
        readBodyYear(db, input.bodyId, input.from, ctx.app.options.today()),
      ),
    ),
});
