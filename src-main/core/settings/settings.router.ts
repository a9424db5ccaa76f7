import { inReadTransaction } from '#db/change-log.ts';
import { readSettings, writeSettings } from '#db/queries/settings.ts';
import { settingsContract } from '#shared/contract/office.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { readWords } from './read-words.ts';

export const settingsRouter = router({
  get: registerProcedure
    .input(settingsContract.get.input)
    .output(answer(settingsContract.get.output))
    .query(({ ctx }) => readSettings(ctx.register.db)),
  words: registerProcedure
    .input(settingsContract.words.input)
    .output(answer(settingsContract.words.output))
    .query(({ ctx }) => inReadTransaction(ctx.register.db, readWords)),
  set: registerProcedure
    .input(settingsContract.set.input)
    .output(answer(settingsContract.set.output))
    .mutation(({ ctx, input }) => {
      ctx.register.act({ kind: 'edit', label: 'Settings' }, (tx) => writeSettings(tx, input));
      return readSettings(ctx.register.db);
    }),
});
