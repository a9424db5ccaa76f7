import { AppError } from '#shared/contract/errors.ts';
import { safetyContract as contract } from '#shared/contract/safety.ts';
import { answer, registerProcedure, router } from '../trpc.ts';

export const safetyRouter = router({
  standing: registerProcedure
    .input(contract.standing.input)
    .output(answer(contract.standing.output))
    .query(({ ctx }) => ctx.app.safety.standing(ctx.register)),
  setSecondPlace: registerProcedure
    .input(contract.setSecondPlace.input)
    .output(answer(contract.setSecondPlace.output))
    .mutation(async ({ ctx, input }) => {
      const { safety } = ctx.app;
      await safety.second.choose(input.folder, input.anyway ?? false);
      // The copies go on beside the work; the answer says that they are under way.
      void safety.second.catchUp(ctx.register);
      return safety.standing(ctx.register);
    }),
  chooseFolder: registerProcedure.output(answer(contract.chooseFolder.output)).mutation(async ({ ctx }) => {
    const choose = ctx.app.options.ports.chooseFolder;
    if (!choose) {
      throw new AppError('not-possible', 'Type the path of the folder: this window cannot show the folders.');
    }
    return { folder: await choose('Choose a folder on another disk') };
  }),
  copyNow: registerProcedure.output(answer(contract.copyNow.output)).mutation(async ({ ctx }) => {
    await ctx.app.safety.second.catchUp(ctx.register);
    return ctx.app.safety.standing(ctx.register);
  }),
});
