import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Unled } from '#shared/contract/people.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Problem } from '../../components/notices.tsx';
import { usePeople } from '../../components/people.tsx';
import { count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { PersonChoice } from './person-choice.tsx';

/** Who is to lead what is chosen: Enter chooses the name, Enter again gives. */
export function AssignForm({ picked, onDone }: { picked: readonly Unled[]; onDone: () => void }) {
  const trpc = useTRPC();
  const people = usePeople();
  const [personId, setPersonId] = useState<string | null>(null);
  const name = personId ? (people.get(personId)?.name ?? '') : '';
  const assign = useMutation(
    trpc.people.assign.mutationOptions({
      onSuccess: ({ assigned }) => {
        say(`${name} leads ${assigned} more.`);
        onDone();
      },
    }),
  );
  const of = (kind: Unled['kind']) => picked.filter((one) => one.kind === kind).map(({ id }) => id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (personId && picked.length > 0 && !assign.isPending)
      assign.mutate({ personId, actionIds: of('action'), kpiIds: of('kpi') });
  };
  return (
    <form className="assign" onSubmit={submit}>
      <PersonChoice label="Who is to lead them" value={personId} onChange={setPersonId} />
      <Button
        look="primary"
        type="submit"
        isPending={assign.isPending}
        isDisabled={personId === null || picked.length === 0}
      >
        {picked.length === 0 ? 'Give them a lead' : `Give ${picked.length} to ${name || 'a lead'}`}
      </Button>
      <span className="sm q2">
        {picked.length === 0
          ? 'Choose what to give below, or type a name on its row.'
          : personId === null
            ? 'Choose who is to lead them.'
            : `${count(picked.length, 'chosen', 'chosen')}.`}
      </span>
      {assign.isError ? <Problem title="No lead was named." error={assign.error} /> : null}
    </form>
  );
}
