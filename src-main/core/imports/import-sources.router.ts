import { importSourcesContract as contract } from '#shared/contract/import-sources.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { pictureOfSource, saveSource } from './sources.ts';

export const importSourcesRouter = router({
  picture: registerProcedure
    .input(contract.picture.input)
    .output(answer(contract.picture.output))
    .query(({ ctx, input }) => pictureOfSource(ctx.register, input)),
  save: registerProcedure
    .input(contract.save.input)
    .output(answer(contract.save.output))
    .query(({ ctx, input }) => saveSource(ctx.register, input)),
});
