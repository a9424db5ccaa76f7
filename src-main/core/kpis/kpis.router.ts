import { inReadTransaction } from '#db/change-log.ts';
import type { KpiScope } from '#db/queries/kpis-read.ts';
import { kpisContract as contract } from '#shared/contract/kpis.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { addKpi, editKpi, removeKpi } from './edit-kpis.ts';
import { viewFormula } from './formulas.ts';
import { readDue } from './read-due.ts';
import { readGrid } from './read-grid.ts';
import { readKpi, readKpis } from './read-kpis.ts';
import { storeCounts } from './register-counts.ts';
import { setValues } from './set-values.ts';
import { judge, setLinks, setNarrative } from './tell-kpis.ts';

const scopeOf = (planId: string | null): KpiScope =>
  planId === null ? { in: 'all' } : { in: 'plan', planId };

export const kpisRouter = router({
  list: registerProcedure
    .input(contract.list.input)
    .output(answer(contract.list.output))
    .query(({ ctx, input: { planId } }) =>
      inReadTransaction(ctx.register.db, (db) => readKpis(db, scopeOf(planId), ctx.app.options.today())),
    ),
  get: registerProcedure
    .input(contract.get.input)
    .output(answer(contract.get.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (db) => readKpi(db, input.kpiId, ctx.app.options.today())),
    ),
  grid: registerProcedure
    .input(contract.grid.input)
    .output(answer(contract.grid.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (db) => readGrid(db, input, ctx.app.options.today())),
    ),
  due: registerProcedure
    .input(contract.due.input)
    .output(answer(contract.due.output))
    .query(({ ctx, input: { planId } }) =>
      inReadTransaction(ctx.register.db, (db) => readDue(db, scopeOf(planId), ctx.app.options.today())),
    ),
  readFormula: registerProcedure
    .input(contract.readFormula.input)
    .output(answer(contract.readFormula.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (db) => viewFormula(db, input.kpiId, input.formula)),
    ),
  setValues: registerProcedure
    .input(contract.setValues.input)
    .output(answer(contract.setValues.output))
    .mutation(({ ctx, input }) => setValues(ctx, input)),
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
  setLinks: registerProcedure
    .input(contract.setLinks.input)
    .output(answer(contract.setLinks.output))
    .mutation(({ ctx, input }) => {
      setLinks(ctx, input);
      return { kpiId: input.kpiId };
    }),
  judge: registerProcedure
    .input(contract.judge.input)
    .output(answer(contract.judge.output))
    .mutation(({ ctx, input }) => {
      judge(ctx, input);
      return { kpiId: input.kpiId };
    }),
  storeCounts: registerProcedure
    .input(contract.storeCounts.input)
    .output(answer(contract.storeCounts.output))
    .mutation(({ ctx, input }) => storeCounts(ctx, input.kpiIds)),
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
