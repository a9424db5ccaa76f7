import { glossaryContract as contract } from '#shared/contract/glossary.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { addTerm, editTerm, removeTerm } from './edit-glossary.ts';

export const glossaryRouter = router({
  add: registerProcedure
    .input(contract.add.input)
    .output(answer(contract.add.output))
    .mutation(({ ctx, input }) => ({ termId: addTerm(ctx, input) })),
  edit: registerProcedure
    .input(contract.edit.input)
    .output(answer(contract.edit.output))
    .mutation(({ ctx, input }) => {
      editTerm(ctx, input);
      return { termId: input.termId };
    }),
  remove: registerProcedure
    .input(contract.remove.input)
    .output(answer(contract.remove.output))
    .mutation(({ ctx, input }) => {
      removeTerm(ctx, input.termId);
      return { termId: input.termId };
    }),
});
