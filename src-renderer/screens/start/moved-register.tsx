import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileTrigger } from 'react-aria-components';
import type { Received } from '#shared/contract/safety.ts';
import { base64Of } from '../../client/save-file.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { formatInstant } from '../../format/days.ts';
import { countsInWords, shortHash } from '../snapshots/snapshots-screen.tsx';

/** The second step of moving: the file that was saved on the other laptop is checked, then opened. */
export function MovedRegister() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const receive = useMutation(trpc.restore.receive.mutationOptions({ meta: { invalidates: 'none' } }));
  const open = useMutation(
    trpc.register.openBackup.mutationOptions({ onSuccess: () => void navigate({ to: '/home' }) }),
  );
  const take = async (files: readonly File[]) => {
    const sent = await Promise.all(
      files.map(async (file) => ({ name: file.name, base64: await base64Of(file) })),
    );
    receive.mutate({ files: sent });
  };
  return (
    <>
      <p className="read">
        A register that was saved for this laptop on another, or a backup with its record. Each byte is
        checked against what was sent before anything is opened.
      </p>
      {receive.data ? (
        <Arrived
          received={receive.data}
          isOpening={open.isPending}
          onOpen={(backupId) => open.mutate({ place: 'received', backupId })}
        />
      ) : (
        <FileTrigger allowsMultiple onSelect={(chosen) => chosen && void take([...chosen])}>
          <Button isPending={receive.isPending}>Open a backup or a moved register</Button>
        </FileTrigger>
      )}
      {receive.isPending ? <Working what="Checking each byte" /> : null}
      {receive.isError ? <Problem title="It was not taken in." error={receive.error} /> : null}
      {open.isError ? <Problem title="It was not opened." error={open.error} /> : null}
    </>
  );
}

function Arrived(props: { received: Received; isOpening: boolean; onOpen: (backupId: string) => void }) {
  const { backup, register, proved } = props.received;
  return (
    <>
      <p role="status">
        <b>{register}</b>, as of {formatInstant(backup.at)}: {countsInWords(backup.counts)}.{' '}
        {proved
          ? `It is what was sent, byte for byte (check sum ${shortHash(backup.sha256)}).`
          : 'It came without its record: it is sound, but nothing proves that it is what was sent.'}
      </p>
      <Button onPress={() => props.onOpen(backup.id)} isPending={props.isOpening}>
        Open it here
      </Button>
    </>
  );
}
