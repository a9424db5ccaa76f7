import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DutyView } from '#shared/contract/duties.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { say } from '../../shell/foot.tsx';

/** Adds a duty, or changes one that is there. What is deleted here comes back with Undo. */
export function DutyDialog({ duty, onClose }: { duty: DutyView | null; onClose: () => void }) {
  const trpc = useTRPC();
  const [text, setText] = useState(duty?.text ?? '');
  const [basis, setBasis] = useState(duty?.basis ?? '');
  const [inForce, setInForce] = useState(duty?.inForceFrom?.text ?? '');
  const [tried, setTried] = useState(false);
  const add = useMutation(trpc.duties.add.mutationOptions({ onSuccess: onClose }));
  const edit = useMutation(trpc.duties.edit.mutationOptions({ onSuccess: onClose }));
  const remove = useMutation(
    trpc.duties.remove.mutationOptions({
      onSuccess: () => {
        say('Duty deleted. Undo brings it back.');
        onClose();
      },
    }),
  );
  const save = () => {
    setTried(true);
    if (text.trim() === '') return;
    const words = { text, basis: basis.trim() || null, inForce: inForce.trim() || null };
    if (duty) edit.mutate({ dutyId: duty.id, ...words });
    else add.mutate(words);
  };
  return (
    <FormDialog
      title={duty ? 'Duty' : 'Add a duty'}
      save={duty ? 'Save the duty' : 'Add the duty'}
      onSave={save}
      onClose={onClose}
      isSaving={add.isPending || edit.isPending}
      failed={{ title: 'The duty was not saved.', error: add.error ?? edit.error ?? remove.error }}
      also={
        duty ? (
          <Button look="quiet" onPress={() => remove.mutate({ dutyId: duty.id })}>
            Delete the duty
          </Button>
        ) : null
      }
    >
      <Field
        label="What the law asks"
        value={text}
        onChange={setText}
        autoFocus
        wrong={tried && text.trim() === '' ? 'A duty needs words: what must be done, and by whom.' : null}
      />
      <Field
        label="Legal basis"
        value={basis}
        onChange={setBasis}
        help="The Act and its section, as plans quote it. Links that say the same lead here."
      />
      <Field
        label="In force"
        value={inForce}
        onChange={setInForce}
        help="As people write it: “From 1 September 2008”. The words are kept."
      />
    </FormDialog>
  );
}
