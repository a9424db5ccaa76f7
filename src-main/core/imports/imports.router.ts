import { importsContract as contract } from '#shared/contract/imports.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { correctImport, takeBackCorrection } from './correct-import.ts';
import {
  applyImportSession,
  importsUnderWay,
  listImports,
  listTray,
  previewImport,
  setAside,
  settleTray,
  sheetOfImport,
  startImport,
} from './imports.ts';
import { prepareReading } from './session/reading-session.ts';
import { dropSession } from './sessions.ts';

export const importsRouter = router({
  start: registerProcedure
    .input(contract.start.input)
    .output(answer(contract.start.output))
    .mutation(({ ctx, input }) =>
      startImport(ctx.app, {
        jobId: input.jobId,
        files: input.files.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') })),
        options: input.options,
      }),
    ),
  preview: registerProcedure
    .input(contract.preview.input)
    .output(answer(contract.preview.output))
    .query(({ ctx, input }) => previewImport(ctx.app, input.sessionId)),
  sheet: registerProcedure
    .input(contract.sheet.input)
    .output(answer(contract.sheet.output))
    .query(({ ctx, input }) => sheetOfImport(ctx.app, input)),
  correct: registerProcedure
    .input(contract.correct.input)
    .output(answer(contract.correct.output))
    .mutation(({ ctx, input }) => correctImport(ctx.app, input.sessionId, input.corrections)),
  underWay: registerProcedure
    .input(contract.underWay.input)
    .output(answer(contract.underWay.output))
    .query(({ ctx }) => importsUnderWay(ctx.app)),
  setAside: registerProcedure
    .input(contract.setAside.input)
    .output(answer(contract.setAside.output))
    .mutation(({ ctx, input }) => setAside(ctx.app, input.sessionId)),
  takeBack: registerProcedure
    .input(contract.takeBack.input)
    .output(answer(contract.takeBack.output))
    .mutation(({ ctx, input }) => takeBackCorrection(ctx.app, input.sessionId)),
  bringIn: registerProcedure
    .input(contract.bringIn.input)
    .output(answer(contract.bringIn.output))
    .mutation(({ ctx, input }) => applyImportSession(ctx.app, input)),
  drop: registerProcedure
    .input(contract.drop.input)
    .output(answer(contract.drop.output))
    .mutation(async ({ ctx, input }) => ({ dropped: await dropSession(ctx.app, input.sessionId) })),
  list: registerProcedure
    .input(contract.list.input)
    .output(answer(contract.list.output))
    .query(({ ctx }) => {
      // Who looks at the imports is about to choose a file: the reading code is loaded meanwhile.
      if (ctx.app.options.host !== 'cli') prepareReading();
      return listImports(ctx.register);
    }),
  tray: registerProcedure
    .input(contract.tray.input)
    .output(answer(contract.tray.output))
    .query(({ ctx, input }) => listTray(ctx.register, input.importId)),
  settleTray: registerProcedure
    .input(contract.settleTray.input)
    .output(answer(contract.settleTray.output))
    .mutation(({ ctx, input }) => settleTray(ctx.register, input)),
});
