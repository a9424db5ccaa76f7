import { inReadTransaction } from '#db/change-log.ts';
import { reportTemplates } from '#db/queries/report-words.ts';
import { reportsContract as contract } from '#shared/contract/reports.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import type { Looked } from '../views/looked.ts';
import { makeAgain } from './make-again.ts';
import { placeOfWords, writeWords } from './own-words.ts';
import { previewReport } from './preview.ts';
import { leadsToList, leftOut, makeDraft, makeReport } from './reports.ts';
import { removeTemplate, saveTemplate } from './templates.ts';

/** Whoever looks at a snapshot gets reports of that one and no other: by the same way, so the same to the letter. */
const ofLooked = ({ looking }: { looking: Looked | null }) => (looking ? { snapshotId: looking.id } : {});

export const reportsRouter = router({
  make: registerProcedure
    .input(contract.make.input)
    .output(answer(contract.make.output))
    .mutation(({ ctx, input }) => makeReport(ctx.app, ctx.register, { ...input, ...ofLooked(ctx) })),
  leftOut: registerProcedure
    .input(contract.leftOut.input)
    .output(answer(contract.leftOut.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (tx) => leftOut(tx, { ...input, ...ofLooked(ctx) })),
    ),
  leads: registerProcedure
    .input(contract.leads.input)
    .output(answer(contract.leads.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (tx) =>
        leadsToList(tx, { ...input, ...ofLooked(ctx), today: ctx.app.options.today() }),
      ),
    ),
  draft: registerProcedure
    .input(contract.draft.input)
    .output(answer(contract.draft.output))
    .mutation(({ ctx, input }) => makeDraft(ctx.app, ctx.register, input)),
  preview: registerProcedure
    .input(contract.preview.input)
    .output(answer(contract.preview.output))
    .query(({ ctx, input }) => previewReport(ctx, { ...input, ...ofLooked(ctx) })),
  writeWords: registerProcedure
    .input(contract.writeWords.input)
    .output(answer(contract.writeWords.output))
    .mutation(({ ctx, input }) => ({ written: writeWords(ctx, input) })),
  placeOfWords: registerProcedure
    .input(contract.placeOfWords.input)
    .output(answer(contract.placeOfWords.output))
    .query(({ ctx, input }) => placeOfWords(ctx.register.db, input.id)),
  templates: registerProcedure
    .input(contract.templates.input)
    .output(answer(contract.templates.output))
    .query(({ ctx }) => reportTemplates(ctx.register.db)),
  saveTemplate: registerProcedure
    .input(contract.saveTemplate.input)
    .output(answer(contract.saveTemplate.output))
    .mutation(({ ctx, input }) => ({ templateId: saveTemplate(ctx, input) })),
  removeTemplate: registerProcedure
    .input(contract.removeTemplate.input)
    .output(answer(contract.removeTemplate.output))
    .mutation(({ ctx, input }) => ({ removed: removeTemplate(ctx, input.templateId) })),
  again: registerProcedure
    .input(contract.again.input)
    .output(answer(contract.again.output))
    .mutation(({ ctx, input }) => makeAgain(ctx, input)),
});
