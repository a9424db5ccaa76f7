import { inReadTransaction } from '#db/change-log.ts';
import { actionsWithLooseLinks } from '#db/queries/plans-links.ts';
import { linksContract as contract } from '#shared/contract/links.ts';
import { count } from '#shared/domain/words.ts';
import { relinkLoose } from '../plans/relink.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { linksOfAction, pointingTo, readLinks, targetsShown } from './read-links.ts';

export const linksRouter = router({
  targets: registerProcedure
    .input(contract.targets.input)
    .output(answer(contract.targets.output))
    .query(({ ctx }) => inReadTransaction(ctx.register.db, targetsShown)),
  read: registerProcedure
    .input(contract.read.input)
    .output(answer(contract.read.output))
    .query(({ ctx, input }) => inReadTransaction(ctx.register.db, (db) => readLinks(db, input))),
  of: registerProcedure
    .input(contract.of.input)
    .output(answer(contract.of.output))
    .query(({ ctx, input }) => inReadTransaction(ctx.register.db, (db) => linksOfAction(db, input.actionId))),
  pointingTo: registerProcedure
    .input(contract.pointingTo.input)
    .output(answer(contract.pointingTo.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (db) => pointingTo(db, input.kind, input.id)),
    ),
  relink: registerProcedure
    .input(contract.relink.input)
    .output(answer(contract.relink.output))
    .mutation(({ ctx: { app, register }, input }) => {
      const loose = actionsWithLooseLinks(register.db, input.planId).length;
      const label = `Links of ${count(loose, 'action')} read again`;
      const settled = register.act({ kind: 'edit', label }, (tx) =>
        relinkLoose({ tx, newId: app.options.newId }, input.planId),
      );
      return { settled };
    }),
});
