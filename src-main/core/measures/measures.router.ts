import { measuresContract as contract } from '#shared/contract/measures.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { addMeasure, editMeasure, removeMeasure } from './edit-measures.ts';

export const measuresRouter = router({
  add: registerProcedure
    .input(contract.add.input)
    .output(answer(contract.add.output))
    .mutation(({ ctx, input }) => ({ measureId: addMeasure(ctx, input) })),
  edit: registerProcedure
    .input(contract.edit.input)
    .output(answer(contract.edit.output))
    .mutation(({ ctx, input }) => {
      editMeasure(ctx, input);
      return { measureId: input.measureId };
    }),
  remove: registerProcedure
    .input(contract.remove.input)
    .output(answer(contract.remove.output))
    .mutation(({ ctx, input }) => {
      removeMeasure(ctx, input.measureId);
      return { measureId: input.measureId };
    }),
});
