import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { say } from '../../shell/foot.tsx';
import { useRegisterState } from '../../shell/register-state.ts';
import { ListOfBackups } from './backups-list.tsx';
import { MoveAway } from './move-away.tsx';
import { SafetyStanding } from './second-place.tsx';

/** Where backups go, how that stands, and every one of them with what it holds. */
export function Backups() {
  const trpc = useTRPC();
  const trouble = useRegisterState().data?.open?.backupTrouble;
  const make = useMutation(
    trpc.backups.make.mutationOptions({ onSuccess: () => say('Backup made, opened and checked.') }),
  );
  return (
    <div className="settings">
      <p className="read">
        A backup is made after 15 minutes of work, when the register is opened and closed, and before every
        import, merge, restore and move. Each is opened again and checked before it counts, and read to its
        end again here and before it is used.
      </p>
      {trouble ? <Problem title="The last backup was not made.">{trouble}</Problem> : null}
      <SafetyStanding />
      <MoveAway />
      <h3>Backups</h3>
      <Button onPress={() => make.mutate()} isPending={make.isPending}>
        Make a backup now
      </Button>
      {make.isPending ? <Working what="Making and checking a backup" canGoOn /> : null}
      {make.isError ? (
        <Problem title="The backup was not written." error={make.error} onRetry={() => make.mutate()} />
      ) : null}
      <ListOfBackups />
    </div>
  );
}
