import { choicesContract as contract } from '#shared/contract/choices.ts';
import { answer, procedure, router } from '../trpc.ts';
import { choiceOf, keepChoice } from './keep-choices.ts';

export const choicesRouter = router({
  get: procedure
    .input(contract.get.input)
    .output(answer(contract.get.output))
    .query(({ ctx, input }) => choiceOf(ctx.app, input.name)),
  set: procedure
    .input(contract.set.input)
    .output(answer(contract.set.output))
    .mutation(({ ctx, input }) => {
      keepChoice(ctx.app, input.name, input.value);
      return null;
    }),
});
