import { trayContract as contract } from '#shared/contract/tray.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { placeTray, targetsOfTray } from './place-tray.ts';

export const trayRouter = router({
  targets: registerProcedure
    .input(contract.targets.input)
    .output(answer(contract.targets.output))
    .query(({ ctx, input }) => targetsOfTray(ctx.register, input)),
  place: registerProcedure
    .input(contract.place.input)
    .output(answer(contract.place.output))
    .mutation(({ ctx, input }) => placeTray(ctx.app, ctx.register, input)),
});
