import { AppError } from '#shared/contract/errors.ts';
import { backupsContract } from '#shared/contract/office.ts';
import { registerFile } from '../register/folder.ts';
import { answer, registerProcedure, router } from '../trpc.ts';

export const backupsRouter = router({
  list: registerProcedure
    .input(backupsContract.list.input)
    .output(answer(backupsContract.list.output))
    .query(({ ctx }) => ctx.app.backups.list(ctx.register)),
  make: registerProcedure
    .output(answer(backupsContract.make.output))
    .mutation(({ ctx }) => ctx.app.backups.make(ctx.register, 'by-hand')),
  restore: registerProcedure
    .input(backupsContract.restore.input)
    .output(answer(backupsContract.restore.output))
    .mutation(({ ctx, input }) => {
      const register = registerFile(ctx.app.backups.restore(ctx.register, input.backupId));
      if (!register) throw new AppError('register-vanished', 'The restored register was moved away at once.');
      return { register };
    }),
});
