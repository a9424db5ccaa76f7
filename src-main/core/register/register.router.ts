import { registerContract } from '#shared/contract/office.ts';
import { moveHome } from '../restore/move-register.ts';
import { openBackup } from '../restore/open-backup.ts';
import { answer, procedure, registerProcedure, router } from '../trpc.ts';
import { createExampleRegister, createRegister } from './create.ts';
import { pathOfId } from './file-names.ts';
import { registersIn } from './folder.ts';
import { stateOf } from './state.ts';

export const registerRouter = router({
  state: procedure
    .input(registerContract.state.input)
    .output(answer(registerContract.state.output))
    .query(({ ctx }) => stateOf(ctx.app)),
  list: procedure
    .input(registerContract.list.input)
    .output(answer(registerContract.list.output))
    .query(({ ctx }) => registersIn(ctx.app.options.dataDir)),
  create: procedure
    .input(registerContract.create.input)
    .output(answer(registerContract.create.output))
    .mutation(async ({ ctx, input }) => {
      await createRegister(ctx.app, input);
      return stateOf(ctx.app);
    }),
  createExample: procedure.output(answer(registerContract.createExample.output)).mutation(async ({ ctx }) => {
    await createExampleRegister(ctx.app);
    return stateOf(ctx.app);
  }),
  open: procedure
    .input(registerContract.open.input)
    .output(answer(registerContract.open.output))
    .mutation(async ({ ctx, input }) => {
      await ctx.app.openPath(pathOfId(ctx.app.options.dataDir, input.id));
      return stateOf(ctx.app);
    }),
  openBackup: procedure
    .input(registerContract.openBackup.input)
    .output(answer(registerContract.openBackup.output))
    .mutation(async ({ ctx, input }) => {
      await openBackup(ctx.app, input);
      return stateOf(ctx.app);
    }),
  moveHome: registerProcedure.output(answer(registerContract.moveHome.output)).mutation(async ({ ctx }) => {
    await moveHome(ctx.app, ctx.register);
    return stateOf(ctx.app);
  }),
  leaveFailed: procedure.output(answer(registerContract.leaveFailed.output)).mutation(({ ctx }) => {
    ctx.app.leaveFailed();
    return stateOf(ctx.app);
  }),
  close: procedure.output(answer(registerContract.close.output)).mutation(async ({ ctx }) => {
    await ctx.app.close();
    return stateOf(ctx.app);
  }),
});
