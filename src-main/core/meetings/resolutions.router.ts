import { inReadTransaction } from '#db/change-log.ts';
import { resolutionsContract } from '#shared/contract/resolutions.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import {
  addResolution,
  editResolution,
  linkAction,
  moveResolution,
  removeResolution,
  settleResolution,
  trackResolution,
} from './edit-resolutions.ts';
import { readResolution } from './read-resolution.ts';
import { paceOf, shownResolutions } from './shown-resolutions.ts';

const c = resolutionsContract;
export const resolutionsRouter = router({
  list: registerProcedure
    .input(c.list.input)
    .output(answer(c.list.output))
    .query(({ ctx: { app, register }, input: { standing, ...which } }) =>
      inReadTransaction(register.db, (db) =>
        shownResolutions(db, which, app.options.today()).filter(
          (one) => standing === null || one.standing === standing,
        ),
      ),
    ),
  pace: registerProcedure
    .input(c.pace.input)
    .output(answer(c.pace.output))
    .query(({ ctx: { app, register }, input }) =>
      inReadTransaction(register.db, (db) => paceOf(db, input.bodyId, app.options.today())),
    ),
  read: registerProcedure
    .input(c.read.input)
    .output(answer(c.read.output))
    .query(({ ctx, input }) => readResolution(ctx.register.db, input.meetingId, input.text)),
  add: registerProcedure
    .input(c.add.input)
    .output(answer(c.add.output))
    .mutation(({ ctx, input }) => addResolution(ctx, input)),
  edit: registerProcedure
    .input(c.edit.input)
    .output(answer(c.edit.output))
    .mutation(({ ctx, input }) => {
      editResolution(ctx, input);
      return { resolutionId: input.resolutionId };
    }),
  remove: registerProcedure
    .input(c.remove.input)
    .output(answer(c.remove.output))
    .mutation(({ ctx, input }) => {
      removeResolution(ctx, input.resolutionId);
      return { resolutionId: input.resolutionId };
    }),
  move: registerProcedure
    .input(c.move.input)
    .output(answer(c.move.output))
    .mutation(({ ctx, input }) => {
      moveResolution(ctx, input);
      return { resolutionId: input.resolutionId };
    }),
  track: registerProcedure
    .input(c.track.input)
    .output(answer(c.track.output))
    .mutation(({ ctx, input }) => trackResolution(ctx, input)),
  linkAction: registerProcedure
    .input(c.linkAction.input)
    .output(answer(c.linkAction.output))
    .mutation(({ ctx, input }) => {
      linkAction(ctx, input);
      return { resolutionId: input.resolutionId };
    }),
  settle: registerProcedure
    .input(c.settle.input)
    .output(answer(c.settle.output))
    .mutation(({ ctx, input }) => {
      settleResolution(ctx, input);
      return { resolutionId: input.resolutionId };
    }),
});
