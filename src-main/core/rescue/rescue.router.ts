import { rescueContract as contract } from '#shared/contract/safety.ts';
import { answer, procedure, router } from '../trpc.ts';
import { keepCopy, lookAt, recover } from './rescue.ts';

export const rescueRouter = router({
  look: procedure
    .input(contract.look.input)
    .output(answer(contract.look.output))
    .query(({ ctx }) => lookAt(ctx.app)),
  keepCopy: procedure.output(answer(contract.keepCopy.output)).mutation(({ ctx }) => keepCopy(ctx.app)),
  recover: procedure.output(answer(contract.recover.output)).mutation(({ ctx }) => recover(ctx.app)),
});
