import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Backup } from '#shared/contract/office.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { formatInstant } from '../../format/days.ts';
import { formatBytes } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { useRegisterState } from '../../shell/register-state.ts';
import { countsInWords, shortHash } from '../snapshots/snapshots-screen.tsx';
import { MoveAway } from './move-away.tsx';
import { SafetyStanding } from './second-place.tsx';

const reasons: Record<Backup['reason'], string> = {
  start: 'when the register was opened',
  work: 'after 15 minutes of work',
  close: 'when it was closed',
  'before-import': 'before an import',
  'before-merge': 'before forms were merged',
  'before-migration': 'before a new version',
  'before-restore': 'before a restore',
  'before-move': 'before it was moved',
  'before-removal': 'before a name was taken out',
  'by-hand': 'by hand',
};

/** Every backup with what it holds; each was opened, checked and hashed when made. */
export function Backups() {
  const trpc = useTRPC();
  const backups = useQuery(trpc.backups.list.queryOptions());
  const trouble = useRegisterState().data?.open?.backupTrouble;
  const [chosen, setChosen] = useState<Backup | null>(null);
  const make = useMutation(
    trpc.backups.make.mutationOptions({ onSuccess: () => say('Backup made, opened and checked.') }),
  );
  return (
    <div className="settings">
      <p className="read">
        A backup is made after 15 minutes of work, when the register is opened and closed, and before every
        import, merge, restore and move. Each is opened again and checked before it counts.
      </p>
      {trouble ? <Problem title="The last backup was not made.">{trouble}</Problem> : null}
      <SafetyStanding />
      <MoveAway />
      <h3>Backups on this machine</h3>
      <Button onPress={() => make.mutate()} isPending={make.isPending}>
        Make a backup now
      </Button>
      {make.isPending ? <Working what="Making and checking a backup" canGoOn /> : null}
      {make.isError ? (
        <Problem title="The backup was not written." error={make.error} onRetry={() => make.mutate()} />
      ) : null}
      <QueryState query={backups} what="The backups">
        {(list) =>
          list.length === 0 ? (
            <p className="q2">No backup has been made yet.</p>
          ) : (
            <table className="stack">
              <thead>
                <tr>
                  <th>Made</th>
                  <th>Why</th>
                  <th>Holds</th>
                  <th className="num">Size</th>
                  <th>Check sum</th>
                  <th>Verdict</th>
                  <th>
                    <span className="vh">What to do with it</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.map((one) => (
                  <tr key={one.id}>
                    <td className="nw" data-label="Made">
                      {formatInstant(one.at)}
                    </td>
                    <td className="q2" data-label="Why">
                      {reasons[one.reason]}
                    </td>
                    <td className="q2" data-label="Holds">
                      {countsInWords(one.counts)}
                    </td>
                    <td className="num nw" data-label="Size">
                      {formatBytes(one.bytes)}
                    </td>
                    <td>
                      <span className="hash">{shortHash(one.sha256)}</span>
                    </td>
                    <td data-label="Verdict">{one.verdict === 'good' ? 'Good' : <b>{one.verdict}</b>}</td>
                    <td>
                      {one.verdict === 'good' ? (
                        <>
                          <Link to="/restore" search={{ place: 'here', backup: one.id }} className="hit">
                            Compare<span className="vh"> the backup of {formatInstant(one.at)}</span>
                          </Link>{' '}
                          <LinkButton
                            onPress={() => setChosen(one)}
                            aria-label={`Restore the backup of ${formatInstant(one.at)}`}
                          >
                            Restore
                          </LinkButton>
                        </>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </QueryState>
      {chosen ? <Restore backup={chosen} onClose={() => setChosen(null)} /> : null}
    </div>
  );
}

/** Writes the backup beside the present register, then offers to open it. Nothing is overwritten. */
function Restore({ backup, onClose }: { backup: Backup; onClose: () => void }) {
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
              onPress={() => restore.mutate({ backupId: backup.id })}
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
          The backup holds {countsInWords(backup.counts)}. It becomes a new register beside the present one;
          nothing is overwritten, and you can look at both.
        </p>
      )}
      {restore.isError ? <Problem title="The backup was not restored." error={restore.error} /> : null}
      {open.isError ? <Problem title="The restored register was not opened." error={open.error} /> : null}
    </Dialog>
  );
}
