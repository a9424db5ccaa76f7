import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Led } from '#shared/contract/people.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Problem } from '../../components/notices.tsx';
import { say } from '../../shell/foot.tsx';
import { PersonChoice } from './person-choice.tsx';

/** One thing was read as the wrong person’s. The words of the plan stay; only who is meant changes, here alone. */
export function SomebodyElse({ one, name, onClose }: { one: Led; name: string; onClose: () => void }) {
  const trpc = useTRPC();
  const [personId, setPersonId] = useState<string | null>(null);
  const move = useMutation(
    trpc.people.reassign.mutationOptions({
      onSuccess: () => {
        say(`“${one.said}” is not ${name} here.`);
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (personId) move.mutate({ leadId: one.leadId, personId });
  };
  return (
    <Dialog title={`Who is “${one.said}” here?`} isOpen onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p>
          {one.ref} {one.text}
        </p>
        <p className="q2">The words of the plan stay as written; only who is meant changes, here alone.</p>
        <PersonChoice label="Whose it is" value={personId} onChange={setPersonId} />
        {move.isError ? <Problem title="Nothing was changed." error={move.error} /> : null}
        <div className="acts">
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" isDisabled={personId === null} isPending={move.isPending}>
            It is theirs
          </Button>
          {personId === null ? <span className="sm q2">Choose whose it is.</span> : null}
        </div>
      </form>
    </Dialog>
  );
}
