import './rescue.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { RescueView } from '#shared/contract/safety.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Group } from '../../components/group.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body } from '../../components/side-panel.tsx';
import { formatInstant } from '../../format/days.ts';
import { count, formatBytes } from '../../format/words.ts';
import { countsInWords } from '../snapshots/snapshots-screen.tsx';
import { RecoverRows } from './recover-rows.tsx';

/**
 * A register that could not be opened because of what is in it. What is marked to be done is nothing at all; every
 * other way leaves the file as it is and makes something beside it.
 */
export function RescueScreen({ name }: { name: string }) {
  const trpc = useTRPC();
  const seen = useQuery(trpc.rescue.look.queryOptions());
  const leave = useMutation(trpc.register.leaveFailed.mutationOptions());
  return (
    <>
      <PageHead
        title={`“${name}” cannot be opened`}
        facts="Nothing was changed. Nothing is deleted, whatever you choose here."
        acts={
          <Button look="primary" autoFocus onPress={() => leave.mutate()}>
            Leave it as it is
          </Button>
        }
      />
      <Body label="What can be done">
        <div className="rescue">
          <QueryState query={seen} what="The register and its backups">
            {(view) => (view ? <Ways view={view} /> : <p>No register waits to be looked at.</p>)}
          </QueryState>
        </div>
      </Body>
    </>
  );
}

const words: Record<RescueView['code'], string> = {
  'register-damaged':
    'Parts of the file no longer fit together, as after a fault of the disk or a copy that was broken off.',
  'register-foreign':
    'The file does not begin as a register does: it is something else, or its beginning is lost.',
  'register-newer':
    'The file was written by a newer version of the program. Install that version to open it.',
};

function Ways({ view }: { view: RescueView }) {
  return (
    <>
      <Group name="What is the matter">
        <p className="read">{words[view.code]}</p>
        <p className="q2">{view.said}</p>
        <p className="q2">
          {view.bytes === 0 ? 'The file is empty' : `The file is ${formatBytes(view.bytes)} long`} and was
          last written to on {formatInstant(view.modifiedAt)}.
          {view.logBytes
            ? ' Its log is beside it and may hold what was saved last: keep the two together.'
            : ''}
        </p>
      </Group>
      <Group name="Go on with a backup">
        <OpenNewest view={view} />
      </Group>
      <Group name="Keep the file">
        <KeepCopy />
      </Group>
      {view.code === 'register-newer' ? null : (
        <Group name="Recover what can be read">
          <RecoverRows />
        </Group>
      )}
    </>
  );
}

function OpenNewest({ view }: { view: RescueView }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const open = useMutation(
    trpc.register.openBackup.mutationOptions({ onSuccess: () => void navigate({ to: '/home' }) }),
  );
  const { newestGood: backup, notGood } = view;
  const others = notGood > 0 ? ` ${count(notGood, 'newer backup')} cannot be used.` : '';
  if (!backup) {
    return (
      <p className="read">
        There is no good backup of this register on this machine.{others} If there is one on a stick or a
        share, leave the register as it is and choose “Open a backup or a moved register” on the first screen.
      </p>
    );
  }
  return (
    <>
      <p className="read">
        The newest good backup is of <b>{formatInstant(backup.at)}</b> and holds{' '}
        {countsInWords(backup.counts)}. Each byte of it was read and is as it was.{others} It opens as a
        register of its own; the damaged file stays where it is.
      </p>
      <Button onPress={() => open.mutate({ place: 'here', backupId: backup.id })} isPending={open.isPending}>
        Open the newest good backup
      </Button>
      {open.isPending ? <Working what="Opening the backup" /> : null}
      {open.isError ? <Problem title="The backup was not opened." error={open.error} /> : null}
    </>
  );
}

function KeepCopy() {
  const trpc = useTRPC();
  const keep = useMutation(trpc.rescue.keepCopy.mutationOptions({ meta: { invalidates: 'none' } }));
  return (
    <>
      <p className="read">A copy of the damaged file as it is, for whoever may be able to do more with it.</p>
      <Button onPress={() => keep.mutate()} isPending={keep.isPending}>
        Save a copy of the damaged file
      </Button>
      {keep.data ? (
        <p role="status">
          {count(keep.data.files.length, 'file')} copied to <i className="path">{keep.data.folder}</i>
        </p>
      ) : null}
      {keep.isError ? <Problem title="The copy was not made." error={keep.error} /> : null}
    </>
  );
}
