import { inReadTransaction } from '#db/change-log.ts';
import { kpisContract as contract } from '#shared/contract/kpis.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { addKpi, editKpi, removeKpi, setNarrative } from './edit-kpis.ts';
import { readKpi, readKpis } from './read-kpis.ts';
import { setValues } from './set-values.ts';

export const kpisRouter = router({
  list: registerProcedure
    .input(contract.list.input)
    .output(answer(contract.list.output))
    .query(({ ctx, input: { planId } }) =>
      inReadTransaction(ctx.register.db, (db) =>
        readKpis(db, planId === null ? { in: 'all' } : { in: 'plan', planId }),
      ),
    ),
  get: registerProcedure
    .input(contract.get.input)
    .output(answer(contract.get.output))
    .query(({ ctx, input }) => inReadTransaction(ctx.register.db, (db) => readKpi(db, input.kpiId))),
  setValues: registerProcedure
    .input(contract.setValues.input)
    .output(answer(contract.setValues.output))
    .mutation(({ ctx, input }) => setValues(ctx, input.edits)),
  add: registerProcedure
    .input(contract.add.input)
    .output(answer(contract.add.output))
    .mutation(({ ctx, input }) => ({ kpiId: addKpi(ctx, input) })),
  edit: registerProcedure
    .input(contract.edit.input)
    .output(answer(contract.edit.output))
    .mutation(({ ctx, input }) => {
      editKpi(ctx, input);
      return { kpiId: input.kpiId };
    }),
  remove: registerProcedure
    .input(contract.remove.input)
    .output(answer(contract.remove.output))
    .mutation(({ ctx, input }) => {
      removeKpi(ctx, input.kpiId);
      return { kpiId: input.kpiId };
    }),
  setNarrative: registerProcedure
    .input(contract.setNarrative.input)
    .output(answer(contract.setNarrative.output))
    .mutation(({ ctx, input }) => {
      setNarrative(ctx, input);
      return { kpiId: input.kpiId };
    }),
});
