import { calendarsContract } from '#shared/contract/cycles.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { makeCalendar } from './make-calendar.ts';

export const calendarsRouter = router({
  // A query: a file is made, and nothing written.
  make: registerProcedure
    .input(calendarsContract.make.input)
    .output(answer(calendarsContract.make.output))
    .query(({ ctx, input }) => makeCalendar(ctx, input)),
});
