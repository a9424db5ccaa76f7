import { snapshotsContract as contract } from '#shared/contract/reports.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { openToLook } from '../views/open-to-look.ts';
import { compareSnapshots, snapshotList } from './snapshots.ts';
import { takeInSteps } from './take-in-steps.ts';

export const snapshotsRouter = router({
  list: registerProcedure
    .input(contract.list.input)
    .output(answer(contract.list.output))
    .query(({ ctx }) => snapshotList(ctx.register.db, ctx.looking)),
  take: registerProcedure
    .input(contract.take.input)
    .output(answer(contract.take.output))
    .mutation(({ ctx, input }) => takeInSteps(ctx.register, { ...ctx.app.options, ...input })),
  open: registerProcedure
    .input(contract.open.input)
    .output(answer(contract.open.output))
    .mutation(({ ctx, input }) => openToLook(ctx.app, input)),
  compare: registerProcedure
    .input(contract.compare.input)
    .output(answer(contract.compare.output))
    .query(({ ctx, input }) => compareSnapshots(ctx.register.db, input.a, input.b)),
});
