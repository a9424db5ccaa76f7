import { inReadTransaction } from '#db/change-log.ts';
import { roundsContract as contract } from '#shared/contract/rounds.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { decide } from './decide.ts';
import { remind, roundFiles } from './form-files.ts';
import { mergeFiles, previewFiles } from './merge-files.ts';
import { closeRound, openRound, proposeRound, renewForm } from './open-round.ts';
import { listRounds, readForm, readRound } from './read-rounds.ts';

export const roundsRouter = router({
  list: registerProcedure
    .input(contract.list.input)
    .output(answer(contract.list.output))
    .query(({ ctx }) => inReadTransaction(ctx.register.db, (db) => listRounds(db, ctx.app.options.today()))),
  get: registerProcedure
    .input(contract.get.input)
    .output(answer(contract.get.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (db) => readRound(db, input.roundId, ctx.app.options.today())),
    ),
  form: registerProcedure
    .input(contract.form.input)
    .output(answer(contract.form.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (db) => readForm(db, input.formId, ctx.app.options.today())),
    ),
  propose: registerProcedure
    .input(contract.propose.input)
    .output(answer(contract.propose.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (db) => proposeRound(db, ctx.app.options.today(), input)),
    ),
  open: registerProcedure
    .input(contract.open.input)
    .output(answer(contract.open.output))
    .mutation(({ ctx, input }) => ({ roundId: openRound(ctx, input) })),
  files: registerProcedure
    .input(contract.files.input)
    .output(answer(contract.files.output))
    .mutation(({ ctx, input }) => roundFiles(ctx, input)),
  remind: registerProcedure
    .input(contract.remind.input)
    .output(answer(contract.remind.output))
    .mutation(({ ctx, input }) => remind(ctx, input)),
  preview: registerProcedure
    .input(contract.preview.input)
    .output(answer(contract.preview.output))
    .mutation(async ({ ctx, input }) => ({ files: await previewFiles(ctx, input) })),
  merge: registerProcedure
    .input(contract.merge.input)
    .output(answer(contract.merge.output))
    .mutation(async ({ ctx, input }) => {
      await ctx.app.backups.ensure(ctx.register, 'before-merge');
      return mergeFiles(ctx, input);
    }),
  decide: registerProcedure
    .input(contract.decide.input)
    .output(answer(contract.decide.output))
    .mutation(({ ctx, input }) => ({ formId: input.formId, label: decide(ctx, input) })),
  renew: registerProcedure
    .input(contract.renew.input)
    .output(answer(contract.renew.output))
    .mutation(({ ctx, input }) => ({ formId: input.formId, version: renewForm(ctx, input.formId) })),
  close: registerProcedure
    .input(contract.close.input)
    .output(answer(contract.close.output))
    .mutation(({ ctx, input }) => {
      closeRound(ctx, input);
      return { roundId: input.roundId };
    }),
});
