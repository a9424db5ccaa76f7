import { JobProgress, jobsContract } from '#shared/contract/office.ts';
import { answer, procedure, router } from '../trpc.ts';

export const jobsRouter = router({
  watch: procedure.input(jobsContract.watch.input).subscription(async function* ({ ctx, input, signal }) {
    for await (const step of ctx.app.jobs.watch(input.jobId, signal)) yield JobProgress.parse(step);
  }),
  cancel: procedure
    .input(jobsContract.cancel.input)
    .output(answer(jobsContract.cancel.output))
    .mutation(({ ctx, input }) => ({ stopped: ctx.app.jobs.cancel(input.jobId) })),
});
