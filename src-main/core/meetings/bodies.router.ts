import { inReadTransaction } from '#db/change-log.ts';
import { bodiesContract as c } from '#shared/contract/bodies.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { attendanceGrid } from './attendance-grid.ts';
import {
  addBody,
  addMember,
  editBody,
  editMember,
  removeBody,
  removeMember,
  setStandingItems,
} from './edit-bodies.ts';
import { listBodies, readBody } from './read-bodies.ts';

export const bodiesRouter = router({
  list: registerProcedure
    .input(c.list.input)
    .output(answer(c.list.output))
    .query(({ ctx: { app, register } }) =>
      inReadTransaction(register.db, (db) => listBodies(db, app.options.today())),
    ),
  get: registerProcedure
    .input(c.get.input)
    .output(answer(c.get.output))
    .query(({ ctx: { app, register }, input }) =>
      inReadTransaction(register.db, (db) => readBody(db, input.bodyId, app.options.today())),
    ),
  attendance: registerProcedure
    .input(c.attendance.input)
    .output(answer(c.attendance.output))
    .query(({ ctx, input }) => inReadTransaction(ctx.register.db, (db) => attendanceGrid(db, input))),
  add: registerProcedure
    .input(c.add.input)
    .output(answer(c.add.output))
    .mutation(({ ctx, input }) => ({ bodyId: addBody(ctx, input) })),
  edit: registerProcedure
    .input(c.edit.input)
    .output(answer(c.edit.output))
    .mutation(({ ctx, input }) => {
      editBody(ctx, input);
      return { bodyId: input.bodyId };
    }),
  remove: registerProcedure
    .input(c.remove.input)
    .output(answer(c.remove.output))
    .mutation(({ ctx, input }) => removeBody(ctx, input.bodyId)),
  addMember: registerProcedure
    .input(c.addMember.input)
    .output(answer(c.addMember.output))
    .mutation(({ ctx, input }) => ({ memberId: addMember(ctx, input) })),
  editMember: registerProcedure
    .input(c.editMember.input)
    .output(answer(c.editMember.output))
    .mutation(({ ctx, input }) => {
      editMember(ctx, input);
      return { memberId: input.memberId };
    }),
  removeMember: registerProcedure
    .input(c.removeMember.input)
    .output(answer(c.removeMember.output))
    .mutation(({ ctx, input }) => {
      removeMember(ctx, input.memberId);
      return { memberId: input.memberId };
    }),
  setStandingItems: registerProcedure
    .input(c.setStandingItems.input)
    .output(answer(c.setStandingItems.output))
    .mutation(({ ctx, input }) => {
      setStandingItems(ctx, input);
      return { bodyId: input.bodyId };
    }),
});
