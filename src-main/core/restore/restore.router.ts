import { restoreContract as contract } from '#shared/contract/safety.ts';
import { answer, procedure, registerProcedure, router } from '../trpc.ts';
import { bringPlanBack, previewPlanBack } from './bring-plan-back.ts';
import { compareBackup } from './compare-backup.ts';
import { bundleRegister, receiveBackup } from './move-register.ts';

export const restoreRouter = router({
  compare: registerProcedure
    .input(contract.compare.input)
    .output(answer(contract.compare.output))
    .query(({ ctx, input }) => compareBackup(ctx.app, ctx.register, input)),
  planPreview: registerProcedure
    .input(contract.planPreview.input)
    .output(answer(contract.planPreview.output))
    .query(({ ctx, input }) => previewPlanBack(ctx.app, ctx.register, input)),
  bringBackPlan: registerProcedure
    .input(contract.bringBackPlan.input)
    .output(answer(contract.bringBackPlan.output))
    .mutation(({ ctx, input }) => bringPlanBack(ctx.app, ctx.register, input)),
  receive: procedure
    .input(contract.receive.input)
    .output(answer(contract.receive.output))
    .mutation(({ ctx, input }) => receiveBackup(ctx.app, input.files)),
  bundle: registerProcedure
    .output(answer(contract.bundle.output))
    .mutation(({ ctx }) => bundleRegister(ctx.app, ctx.register)),
});
