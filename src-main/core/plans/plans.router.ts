import { inReadTransaction } from '#db/change-log.ts';
import { planSummaries } from '#db/queries/plans-list.ts';
import { AppError } from '#shared/contract/errors.ts';
import { plansContract as contract } from '#shared/contract/plans.ts';
import { setKey } from '../keys/keys.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { editPlan } from './edit-plan.ts';
import { createPlan, editPlanHead, removePlan } from './edit-plans.ts';
import { addProgress, moveActions, removeActions } from './edit-rows.ts';
import { addSection, editSection, removeSection } from './edit-sections.ts';
import { moveSection } from './move-section.ts';
import { readAction, readPackedPlan, readPlan } from './read-plans.ts';
import { renumber } from './renumber-plan.ts';

export const plansRouter = router({
  list: registerProcedure
    .input(contract.list.input)
    .output(answer(contract.list.output))
    .query(({ ctx }) => inReadTransaction(ctx.register.db, planSummaries)),
  get: registerProcedure
    .input(contract.get.input)
    .output(answer(contract.get.output))
    .query(({ ctx, input }) => {
      const today = ctx.app.options.today();
      return inReadTransaction(ctx.register.db, (db) => readPlan(db, input.planId, today));
    }),
  packed: registerProcedure
    .input(contract.packed.input)
    .output(answer(contract.packed.output))
    .query(({ ctx, input }) => {
      const today = ctx.app.options.today();
      return inReadTransaction(ctx.register.db, (db) => readPackedPlan(db, input.planId, today));
    }),
  action: registerProcedure
    .input(contract.action.input)
    .output(answer(contract.action.output))
    .query(({ ctx, input }) => {
      const today = ctx.app.options.today();
      return inReadTransaction(ctx.register.db, (db) => readAction(db, input.actionId, today));
    }),
  setCells: registerProcedure
    .input(contract.setCells.input)
    .output(answer(contract.setCells.output))
    .mutation(({ ctx, input }) => {
      if (input.edits.length + input.added.length === 0) {
        throw new AppError('wrong-use', 'There is nothing to write: no cell and no row was given.');
      }
      return editPlan(ctx, input);
    }),
  addActions: registerProcedure
    .input(contract.addActions.input)
    .output(answer(contract.addActions.output))
    .mutation(({ ctx, input: { planId, ...rows } }) => editPlan(ctx, { planId, edits: [], added: [rows] })),
  removeActions: registerProcedure
    .input(contract.removeActions.input)
    .output(answer(contract.removeActions.output))
    .mutation(({ ctx, input }) => removeActions(ctx, input.actionIds)),
  moveAction: registerProcedure
    .input(contract.moveAction.input)
    .output(answer(contract.moveAction.output))
    .mutation(({ ctx, input: { actionId, ...to } }) => moveActions(ctx, { actionIds: [actionId], ...to })),
  moveActions: registerProcedure
    .input(contract.moveActions.input)
    .output(answer(contract.moveActions.output))
    .mutation(({ ctx, input }) => moveActions(ctx, input)),
  addProgress: registerProcedure
    .input(contract.addProgress.input)
    .output(answer(contract.addProgress.output))
    .mutation(({ ctx, input }) => addProgress(ctx, input)),
  create: registerProcedure
    .input(contract.create.input)
    .output(answer(contract.create.output))
    .mutation(({ ctx, input }) => ({ planId: createPlan(ctx, input) })),
  edit: registerProcedure
    .input(contract.edit.input)
    .output(answer(contract.edit.output))
    .mutation(({ ctx, input }) => {
      editPlanHead(ctx, input);
      return { planId: input.planId };
    }),
  remove: registerProcedure
    .input(contract.remove.input)
    .output(answer(contract.remove.output))
    .mutation(({ ctx, input }) => ({ removed: removePlan(ctx, input.planId) })),
  setKey: registerProcedure
    .input(contract.setKey.input)
    .output(answer(contract.setKey.output))
    .mutation(({ ctx, input }) => {
      setKey(ctx, input.planId, input.entries);
      return { planId: input.planId };
    }),
  addSection: registerProcedure
    .input(contract.addSection.input)
    .output(answer(contract.addSection.output))
    .mutation(({ ctx, input }) => ({ sectionId: addSection(ctx, input) })),
  editSection: registerProcedure
    .input(contract.editSection.input)
    .output(answer(contract.editSection.output))
    .mutation(({ ctx, input }) => {
      editSection(ctx, input);
      return { sectionId: input.sectionId };
    }),
  moveSection: registerProcedure
    .input(contract.moveSection.input)
    .output(answer(contract.moveSection.output))
    .mutation(({ ctx, input }) => {
      moveSection(ctx, input);
      return { sectionId: input.sectionId };
    }),
  renumber: registerProcedure
    .input(contract.renumber.input)
    .output(answer(contract.renumber.output))
    .mutation(({ ctx, input }) => ({ changed: renumber(ctx, input) })),
  removeSection: registerProcedure
    .input(contract.removeSection.input)
    .output(answer(contract.removeSection.output))
    .mutation(({ ctx, input }) => ({ removed: removeSection(ctx, input.sectionId) })),
});
