import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { formatDay } from '../../format/days.ts';
import { say } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';

/** Asks for a name and freezes the register under it. */
export function TakeSnapshot({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const trpc = useTRPC();
  const today = useToday();
  const usual = today ? formatDay(today) : '';
  const [name, setName] = useState<string | null>(null);
  const take = useMutation(
    trpc.snapshots.take.mutationOptions({
      onSuccess: (snapshot) => {
        say(`Snapshot taken: ${snapshot.name}`);
        setName(null);
        onClose();
      },
    }),
  );
  const words = (name ?? usual).trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words) take.mutate({ name: words });
  };
  return (
    <Dialog title="Take a snapshot" isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit} className="form">
        <p className="q2">
          The register as it stands now is frozen under a name and can never change. Reports and e-mails come
          from it, and later you can ask what has changed since.
        </p>
        <Field
          label="Name"
          value={name ?? usual}
          onChange={setName}
          autoFocus
          help="What you will look for later, such as “October board”."
          wrong={words ? null : 'A snapshot needs a name.'}
        />
        {take.isError ? <Problem title="The snapshot was not taken." error={take.error} /> : null}
        <div className="acts">
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" isPending={take.isPending}>
            Take the snapshot
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
