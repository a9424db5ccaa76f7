import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { HeldOn } from '#shared/contract/held.ts';
import type { Doubt } from '#shared/domain/person-words.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/choices.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Working } from '../../components/notices.tsx';
import { count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { BackupList } from './held-groups.tsx';
import { doubtInWords, goesInWords, placesInWords } from './held-words.ts';

/** What would go and what would stay, in numbers; then the name goes, for ever. */
export function RemoveNameDialog({ held, onClose }: { held: HeldOn; onClose: () => void }) {
  const { person, doubtful, files, snapshots } = held;
  const trpc = useTRPC();
  const [instead, setInstead] = useState(held.instead);
  const [keepRole, setKeepRole] = useState(true);
  const [also, setAlso] = useState<readonly Doubt[]>([]);
  const [takeFiles, setTakeFiles] = useState(true);
  const [tried, setTried] = useState(false);
  const remove = useMutation(
    trpc.people.removeName.mutationOptions({
      onSuccess: ({ label }) => say(`${label}.`),
    }),
  );
  if (remove.data) return <Removed done={remove.data} held={held} onClose={onClose} />;
  const submit = () => {
    setTried(true);
    if (instead.trim() === '') return;
    remove.mutate({
      personId: person.id,
      instead: instead.trim(),
      keepRole,
      also: [...also],
      files: takeFiles,
    });
  };
  return (
    <FormDialog
      title={`Take the name of ${person.name} out`}
      save="Take the name out"
      onSave={submit}
      onClose={onClose}
      isSaving={remove.isPending}
      failed={{ title: 'Nothing was taken out.', error: remove.error }}
    >
      <p>
        <b>{goesInWords(held)}</b> would say something else. What points to them goes on pointing to them, and
        they lead nothing more from today.
      </p>
      <Field
        label="What stands instead"
        value={instead}
        onChange={setInstead}
        autoFocus
        wrong={instead.trim() || !tried ? null : 'Something has to stand in the place of the name.'}
      />
      {person.role ? (
        <Check isSelected={keepRole} onChange={setKeepRole}>
          Keep the role: {person.role}
        </Check>
      ) : null}
      {doubtful.map((one) => (
        <Check
          key={one.doubt}
          isSelected={also.includes(one.doubt)}
          onChange={(isMeant) =>
            setAlso((before) =>
              isMeant ? [...before, one.doubt] : before.filter((doubt) => doubt !== one.doubt),
            )
          }
        >
          {doubtInWords(one)} too <span className="sm q2">{placesInWords(one)}</span>
        </Check>
      ))}
      {files.length > 0 ? (
        <Check isSelected={takeFiles} onChange={setTakeFiles}>
          {count(files.length, 'file')} brought in that {files.length === 1 ? 'names' : 'name'} them{' '}
          <span className="sm q2">the cell that a record came from can then not be shown</span>
        </Check>
      ) : null}
      <p className="held-stays">
        <b>What stays:</b>{' '}
        {snapshots.length > 0
          ? `${count(snapshots.length, 'snapshot')} as frozen, ${circulated(held)}; `
          : 'no snapshot names them; '}
        {count(held.backups.length, 'backup')} until the days told on this page, and one more that is made
        now.
      </p>
      <p>
        <b>This cannot be undone.</b> The backup made now is the way back; it stays for 30 days at least.
      </p>
      {remove.isPending ? <Working what="Making a backup, then taking the name out" /> : null}
    </FormDialog>
  );
}

function circulated({ snapshots }: HeldOn): string {
  const sent = snapshots.filter(({ circulatedAt }) => circulatedAt !== null).length;
  return sent === 0 ? 'none of them circulated' : `${sent} of them circulated`;
}

type Done = { cells: number; filesGone: number; swept: boolean; label: string };

/** What was done, what still holds the name, and until when. */
function Removed({ done, held, onClose }: { done: Done; held: HeldOn; onClose: () => void }) {
  return (
    <Dialog
      title="The name is taken out"
      isOpen
      onClose={onClose}
      acts={
        <Button look="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <p>
        {done.label}
        {done.filesGone > 0 ? `; ${count(done.filesGone, 'file')} brought in went` : ''}.
      </p>
      {done.swept ? null : (
        <p>
          <b>The disk had no room to write the file anew.</b> What was taken out is overwritten; remains of
          what was deleted earlier may still lie in it. Make room, and take out any other name, or this one
          again.
        </p>
      )}
      <p>Backups made before still hold it:</p>
      <BackupList backups={held.backups} />
    </Dialog>
  );
}
