import { inReadTransaction } from '#db/change-log.ts';
import { undoLabel } from '#db/queries/history-changes.ts';
import { checksContract as contract } from '#shared/contract/checks.ts';
import { answer, type Context, registerProcedure, router } from '../trpc.ts';
import { acceptFinding } from './accept-finding.ts';
import { withdraw } from './acceptances.ts';
import {
  judgeAll,
  judgeOne,
  readActionCheck,
  readCheckList,
  readCounts,
  readOverview,
  readPlanChecks,
} from './read-checks.ts';
import { remedy } from './remedies.ts';
import { readRetention, retentionFile, setRetention } from './retention.ts';
import { setRule, setSilentDays } from './silent-days.ts';

export const checksRouter = router({
  overview: registerProcedure
    .input(contract.overview.input)
    .output(answer(contract.overview.output))
    .query(({ ctx }) => inReadTransaction(ctx.register.db, (db) => readOverview(db, judgedBy(ctx)))),
  plan: registerProcedure
    .input(contract.plan.input)
    .output(answer(contract.plan.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (db) => readPlanChecks(db, judgedBy(ctx), input)),
    ),
  action: registerProcedure
    .input(contract.action.input)
    .output(answer(contract.action.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (db) =>
        readActionCheck(db, judgeOne(ctx.register, ctx.app.options.today(), input.actionId), input.actionId),
      ),
    ),
  actions: registerProcedure
    .input(contract.actions.input)
    .output(answer(contract.actions.output))
    .query(({ ctx, input }) =>
      inReadTransaction(ctx.register.db, (db) =>
        readCheckList(db, judgedBy(ctx), input, ctx.app.options.today()),
      ),
    ),
  counts: registerProcedure
    .input(contract.counts.input)
    .output(answer(contract.counts.output))
    .query(({ ctx }) => inReadTransaction(ctx.register.db, (db) => readCounts(db, judgedBy(ctx)))),
  accept: registerProcedure
    .input(contract.accept.input)
    .output(answer(contract.accept.output))
    .mutation(({ ctx, input }) => ({ acceptanceId: acceptFinding(ctx, input) })),
  withdraw: registerProcedure
    .input(contract.withdraw.input)
    .output(answer(contract.withdraw.output))
    .mutation(({ ctx, input }) => {
      withdraw(ctx, input.acceptanceId);
      return input;
    }),
  remedy: registerProcedure
    .input(contract.remedy.input)
    .output(answer(contract.remedy.output))
    .mutation(({ ctx, input }) => {
      remedy(ctx, input);
      return { label: undoLabel(ctx.register.db) ?? '' };
    }),
  setRule: registerProcedure
    .input(contract.setRule.input)
    .output(answer(contract.setRule.output))
    .mutation(({ ctx, input }) => setRule(ctx, input)),
  setSilentDays: registerProcedure
    .input(contract.setSilentDays.input)
    .output(answer(contract.setSilentDays.output))
    .mutation(({ ctx, input }) => ({ days: setSilentDays(ctx, input) })),
  retention: registerProcedure
    .input(contract.retention.input)
    .output(answer(contract.retention.output))
    .query(({ ctx }) =>
      inReadTransaction(ctx.register.db, (db) => readRetention(db, ctx.app.options.today())),
    ),
  setRetention: registerProcedure
    .input(contract.setRetention.input)
    .output(answer(contract.setRetention.output))
    .mutation(({ ctx, input }) => setRetention(ctx, input)),
  retentionFile: registerProcedure
    .input(contract.retentionFile.input)
    .output(answer(contract.retentionFile.output))
    .query(({ ctx, input }) => retentionFile(ctx, input)),
});

type Doing = Context & { register: ReturnType<Context['app']['openedRegister']> };
const judgedBy = ({ app, register }: Doing) => judgeAll(register, app.options.today());
