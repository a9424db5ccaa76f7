import { peopleWithLoad } from '#db/queries/people-list.ts';
import { peopleContract } from '#shared/contract/people.ts';
import { answer, registerProcedure, router } from '../trpc.ts';
import { assign, reassign } from './assign.ts';
import { addPerson, addSpell, editPerson, editSpell, removeSpell, retire, setApart } from './edit-people.ts';
import { handOver, previewHandOver } from './hand-over.ts';
import { heldFile } from './held/held-file.ts';
import { readHeld } from './held/read-held.ts';
import { removeName } from './held/remove-name.ts';
import { mergePeople } from './merge-people.ts';
import { readLeadPage, readLoads, readUnled } from './read-lead.ts';
import { countPairs, readPairs } from './read-pairs.ts';

const c = peopleContract;

export const peopleRouter = router({
  list: registerProcedure
    .input(c.list.input)
    .output(answer(c.list.output))
    .query(({ ctx }) => peopleWithLoad(ctx.register.db)),
  loads: registerProcedure
    .input(c.loads.input)
    .output(answer(c.loads.output))
    .query(({ ctx: { app, register } }) => ({
      loads: readLoads(register.db, app.options.today()),
      unled: readUnled(register.db, app.options.today()).length,
      pairs: countPairs(register.db),
    })),
  page: registerProcedure
    .input(c.page.input)
    .output(answer(c.page.output))
    .query(({ ctx, input }) => readLeadPage(ctx.register, input.personId, ctx.app.options.today())),
  unled: registerProcedure
    .input(c.unled.input)
    .output(answer(c.unled.output))
    .query(({ ctx }) => readUnled(ctx.register.db, ctx.app.options.today())),
  pairs: registerProcedure
    .input(c.pairs.input)
    .output(answer(c.pairs.output))
    .query(({ ctx }) => readPairs(ctx.register.db)),
  handOverPreview: registerProcedure
    .input(c.handOverPreview.input)
    .output(answer(c.handOverPreview.output))
    .query(({ ctx, input }) => previewHandOver(ctx, input)),
  add: registerProcedure
    .input(c.add.input)
    .output(answer(c.add.output))
    .mutation(({ ctx, input }) => ({ personId: addPerson(ctx, input) })),
  edit: registerProcedure
    .input(c.edit.input)
    .output(answer(c.edit.output))
    .mutation(({ ctx, input }) => {
      editPerson(ctx, input);
      return { personId: input.personId };
    }),
  retire: registerProcedure
    .input(c.retire.input)
    .output(answer(c.retire.output))
    .mutation(({ ctx, input }) => {
      retire(ctx, input);
      return { personId: input.personId };
    }),
  addSpell: registerProcedure
    .input(c.addSpell.input)
    .output(answer(c.addSpell.output))
    .mutation(({ ctx, input }) => ({ spellId: addSpell(ctx, input) })),
  editSpell: registerProcedure
    .input(c.editSpell.input)
    .output(answer(c.editSpell.output))
    .mutation(({ ctx, input }) => {
      editSpell(ctx, input);
      return { spellId: input.spellId };
    }),
  removeSpell: registerProcedure
    .input(c.removeSpell.input)
    .output(answer(c.removeSpell.output))
    .mutation(({ ctx, input }) => {
      removeSpell(ctx, input);
      return { spellId: input.spellId };
    }),
  assign: registerProcedure
    .input(c.assign.input)
    .output(answer(c.assign.output))
    .mutation(({ ctx, input }) => ({ assigned: assign(ctx, input) })),
  reassign: registerProcedure
    .input(c.reassign.input)
    .output(answer(c.reassign.output))
    .mutation(({ ctx, input }) => {
      reassign(ctx, input);
      return { leadId: input.leadId };
    }),
  handOver: registerProcedure
    .input(c.handOver.input)
    .output(answer(c.handOver.output))
    .mutation(({ ctx, input }) => handOver(ctx, input)),
  merge: registerProcedure
    .input(c.merge.input)
    .output(answer(c.merge.output))
    .mutation(({ ctx, input }) => ({ label: mergePeople(ctx, input) })),
  setApart: registerProcedure
    .input(c.setApart.input)
    .output(answer(c.setApart.output))
    .mutation(({ ctx, input }) => {
      setApart(ctx, input);
      return { personId: input.personId };
    }),
  held: registerProcedure
    .input(c.held.input)
    .output(answer(c.held.output))
    .query(({ ctx, input }) => readHeld(ctx, input.personId)),
  heldFile: registerProcedure
    .input(c.heldFile.input)
    .output(answer(c.heldFile.output))
    .query(({ ctx, input }) => heldFile(ctx, input)),
  removeName: registerProcedure
    .input(c.removeName.input)
    .output(answer(c.removeName.output))
    .mutation(({ ctx, input }) => removeName(ctx, input)),
});
