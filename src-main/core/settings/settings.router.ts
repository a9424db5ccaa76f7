import { inReadTransaction } from '#db/change-log.ts';
import { readSettings, writeSettings } from '#db/queries/settings.ts';
import { settingsContract } from '#shared/contract/office.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { checkedLook, readLogo } from './read-logo.ts';
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
      const settings = input.look ? { ...input, look: checkedLook(input.look) } : input;
      ctx.register.act({ kind: 'edit', label: 'Settings' }, (tx) => writeSettings(tx, settings));
      return readSettings(ctx.register.db);
    }),
  readLogo: registerProcedure
    .input(settingsContract.readLogo.input)
    .output(answer(settingsContract.readLogo.output))
    .mutation(({ input }) => readLogo(input)),
});
