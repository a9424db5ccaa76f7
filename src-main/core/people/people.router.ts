import { peopleWithLoad } from '#db/queries/people-list.ts';
import { updateRow } from '#db/rows.ts';
import { people } from '#db/schema/index.ts';
import { peopleContract } from '#shared/contract/office.ts';
import { answer, registerProcedure, router } from '../trpc.ts';

export const peopleRouter = router({
  list: registerProcedure
    .input(peopleContract.list.input)
    .output(answer(peopleContract.list.output))
    .query(({ ctx }) => peopleWithLoad(ctx.register.db)),
  edit: registerProcedure
    .input(peopleContract.edit.input)
    .output(answer(peopleContract.edit.output))
    .mutation(({ ctx, input }) => {
      const { personId, ...patch } = input;
      const before = peopleWithLoad(ctx.register.db).find((person) => person.id === personId);
      const label = `Details of ${patch.name ?? before?.name ?? 'a person'}`;
      ctx.register.act({ kind: 'edit', label }, (tx) => updateRow(tx, people, personId, patch));
      return { personId };
    }),
});
