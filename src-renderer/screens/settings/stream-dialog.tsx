import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { StreamView } from '#shared/contract/streams.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';

/** Adds a funding stream under the name given, or changes one. */
export function StreamDialog(props: { stream: StreamView | null; name: string; onClose: () => void }) {
  const { stream, onClose } = props;
  const trpc = useTRPC();
  const [name, setName] = useState(props.name);
  const [also, setAlso] = useState(stream?.also.join('; ') ?? '');
  const [note, setNote] = useState(stream?.note ?? '');
  const [tried, setTried] = useState(false);
  const add = useMutation(trpc.streams.add.mutationOptions({ onSuccess: onClose }));
  const edit = useMutation(trpc.streams.edit.mutationOptions({ onSuccess: onClose }));
  const save = () => {
    setTried(true);
    if (name.trim() === '') return;
    const spellings = also
      .split(/[;\n]/)
      .map((one) => one.trim())
      .filter(Boolean);
    const words = { name, also: spellings, note: note.trim() || null };
    if (stream) edit.mutate({ streamId: stream.id, ...words });
    else add.mutate(words);
  };
  return (
    <FormDialog
      title={stream ? 'Funding stream' : 'Add a funding stream'}
      save={stream ? 'Save the stream' : 'Add the stream'}
      onSave={save}
      onClose={onClose}
      isSaving={add.isPending || edit.isPending}
      failed={{ title: 'The stream was not saved.', error: add.error ?? edit.error }}
    >
      <Field
        label="Name"
        value={name}
        onChange={setName}
        autoFocus
        wrong={tried && name.trim() === '' ? 'A stream needs a name.' : null}
      />
      <Field
        label="Also written"
        value={also}
        onChange={setAlso}
        help="Short forms and other spellings, with “;” between: “SSG; Surestart grant”."
      />
      <Field label="Note" value={note} onChange={setNote} help="How long it runs, who answers for it." />
    </FormDialog>
  );
}
