import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ListedBackup } from '#shared/contract/office.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { formatInstant } from '../../format/days.ts';
import { countsInWords } from '../snapshots/snapshots-screen.tsx';

/** Writes the backup beside the present register, then offers to open it. Nothing is overwritten. */
export function RestoreDialog({ backup, onClose }: { backup: ListedBackup; onClose: () => void }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const restore = useMutation(trpc.backups.restore.mutationOptions());
  const open = useMutation(
    trpc.register.open.mutationOptions({
      onSuccess: () => {
        onClose();
        void navigate({ to: '/home' });
      },
    }),
  );
  const made = restore.data?.register;
  return (
    <Dialog
      title={`Backup of ${formatInstant(backup.at)}`}
      isOpen
      onClose={onClose}
      acts={
        made ? (
          <>
            <Button look="quiet" onPress={onClose}>
              Stay with the present register
            </Button>
            <Button look="primary" onPress={() => open.mutate({ id: made.id })} isPending={open.isPending}>
              Open the restored register
            </Button>
          </>
        ) : (
          <>
            <Button look="quiet" onPress={onClose}>
              Cancel
            </Button>
            <Button
              look="primary"
              onPress={() => restore.mutate({ place: backup.place, backupId: backup.id })}
              isPending={restore.isPending}
            >
              Restore beside the present register
            </Button>
          </>
        )
      }
    >
      {made ? (
        <p>
          It is restored as <i>{made.name}</i>, beside the present register, which is unchanged.
        </p>
      ) : (
        <p>
          The backup holds {countsInWords(backup.counts)}. Every byte of it is read and compared with its
          record first; then it becomes a new register beside the present one. Nothing is overwritten, and you
          can look at both.
        </p>
      )}
      {restore.isPending && backup.place === 'second' ? (
        <Working what="Fetching the backup from the second place" />
      ) : null}
      {restore.isError ? <Problem title="The backup was not restored." error={restore.error} /> : null}
      {open.isError ? <Problem title="The restored register was not opened." error={open.error} /> : null}
    </Dialog>
  );
}
