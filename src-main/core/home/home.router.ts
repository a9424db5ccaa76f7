import { homeContract } from '#shared/contract/office.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { readHome, readHomeGroup } from './read-home.ts';

export const homeRouter = router({
  get: registerProcedure
    .input(homeContract.get.input)
    .output(answer(homeContract.get.output))
    .query(({ ctx }) =>
      readHome(ctx.register.db, {
        today: ctx.app.options.today(),
        lastBackup: ctx.app.backups.newestGood(ctx.register),
      }),
    ),
  group: registerProcedure
    .input(homeContract.group.input)
    .output(answer(homeContract.group.output))
    .query(
      ({ ctx, input }) =>
        readHomeGroup(ctx.register.db, input.group, ctx.app.options.today(), Number.MAX_SAFE_INTEGER).first,
    ),
});
