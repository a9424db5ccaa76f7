import { backupsContract } from '#shared/contract/office.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { restoreBeside } from './restore-beside.ts';

export const backupsRouter = router({
  list: registerProcedure
    .input(backupsContract.list.input)
    .output(answer(backupsContract.list.output))
    .query(({ ctx }) => ctx.app.safety.copies.list(ctx.register)),
  make: registerProcedure
    .output(answer(backupsContract.make.output))
    .mutation(({ ctx }) => ctx.app.backups.make(ctx.register, 'by-hand')),
  restore: registerProcedure
    .input(backupsContract.restore.input)
    .output(answer(backupsContract.restore.output))
    .mutation(async ({ ctx, input: { place = 'here', backupId } }) => ({
      register: await restoreBeside(ctx.app, { place, backupId }),
    })),
});
