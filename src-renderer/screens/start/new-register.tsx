import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { handFiles } from '../../shell/handed-files.ts';
import { readableFiles } from '../imports/readable-files.ts';

/** Asks whose register it is to be and makes it; with a file, the import opens on that file next. */
export function NewRegister({ withFile = false }: { withFile?: boolean }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const [files, setFiles] = useState<readonly File[]>([]);
  const create = useMutation(
    trpc.register.create.mutationOptions({
      onSuccess: () => {
        if (files.length > 0) handFiles(files);
        void navigate({ to: files.length > 0 ? '/import' : '/home' });
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const words = name.trim();
    if (words) create.mutate({ name: words, partnership: words });
  };
  if (!asking) {
    return withFile ? (
      <FileTrigger
        acceptedFileTypes={readableFiles}
        allowsMultiple
        onSelect={(chosen) => {
          if (!chosen || chosen.length === 0) return;
          setFiles([...chosen]);
          setAsking(true);
        }}
      >
        <Button look="primary">Choose a file</Button>
      </FileTrigger>
    ) : (
      <Button onPress={() => setAsking(true)}>Begin an empty register</Button>
    );
  }
  return (
    <form className="form" onSubmit={submit}>
      {files.length > 0 ? (
        <p>
          To be read: <i>{files.map((file) => file.name).join(', ')}</i>
        </p>
      ) : null}
      <Field
        label="Name of the partnership"
        value={name}
        onChange={setName}
        autoFocus
        help="It stands on every report, and names the file. Both can be changed later."
        wrong={tried && !name.trim() ? 'The register needs a name.' : null}
      />
      {create.isError ? <Problem title="The register was not made." error={create.error} /> : null}
      <div className="acts">
        <Button look="primary" type="submit" isPending={create.isPending}>
          {files.length > 0 ? 'Make the register and read the file' : 'Make the register'}
        </Button>
        <Button look="quiet" onPress={() => setAsking(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
