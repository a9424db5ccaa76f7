import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { SafetyView } from '#shared/contract/safety.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { formatInstant } from '../../format/days.ts';
import { say } from '../../shell/foot.tsx';

/** Where backups go a second time, how that stands, and where the register itself should not lie. */
export function SafetyStanding() {
  const trpc = useTRPC();
  const standing = useQuery({
    ...trpc.safety.standing.queryOptions(),
    // A copy under way is looked at again until it is finished; a stick comes and goes.
    refetchInterval: ({ state: { data } }) =>
      data?.second?.state === 'copying' ? 1_000 : data?.second ? 10_000 : false,
  });
  return (
    <QueryState query={standing} what="How the backups stand">
      {(view) => (
        <>
          {view.live ? <LivePlace live={view.live} /> : null}
          {view.behind ? (
            <Problem title="The newest backup holds more than the register.">
              {view.behind.acts} acts of the backup of {formatInstant(view.behind.backup.at)} are not in this
              register. The file may be an older copy, or its log may have been lost. Compare the two below.
            </Problem>
          ) : null}
          <Second view={view} />
        </>
      )}
    </QueryState>
  );
}

function LivePlace({ live }: { live: NonNullable<SafetyView['live']> }) {
  const trpc = useTRPC();
  const move = useMutation(
    trpc.register.moveHome.mutationOptions({
      onSuccess: () => say('The register was moved. The old file stays where it was, under another name.'),
    }),
  );
  return (
    <Problem title={live.said}>
      <p>
        It lies in <i>{live.folder}</i>.{' '}
        {live.moveTo
          ? `Moved, it is copied, checked and opened from ${live.moveTo}; the file there is kept under another name.`
          : 'Keep it on a disk of this machine, and let backups go to the other place instead.'}
      </p>
      {live.moveTo ? (
        <Button onPress={() => move.mutate()} isPending={move.isPending}>
          Move it to this machine
        </Button>
      ) : null}
      {move.isError ? <Problem title="It was not moved." error={move.error} /> : null}
    </Problem>
  );
}

function Second({ view }: { view: SafetyView }) {
  const trpc = useTRPC();
  const { second } = view;
  const [folder, setFolder] = useState<string | null>(null);
  const save = useMutation(trpc.safety.setSecondPlace.mutationOptions({ onSuccess: () => setFolder(null) }));
  const copy = useMutation(trpc.safety.copyNow.mutationOptions());
  const choose = useMutation(
    trpc.safety.chooseFolder.mutationOptions({
      meta: { invalidates: 'none' },
      onSuccess: (chosen) => chosen.folder !== null && setFolder(chosen.folder),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (folder?.trim()) save.mutate({ folder: folder.trim() });
  };
  const isOther = save.error !== null && wireErrorOf(save.error).code === 'conflict';
  return (
    <section className="second" aria-label="Second place">
      <h3>Second place</h3>
      {second ? (
        <p>
          <i>{second.folder}</i>: {second.said}
          {second.lastAt ? ` The newest backup there is of ${formatInstant(second.lastAt)}.` : ''}
        </p>
      ) : (
        <p className="q2">
          None yet. A folder on a share or a stick gets a copy of each backup, so that a lost laptop loses no
          work. It may be away for weeks: copies are made when it is back.
        </p>
      )}
      {folder === null ? (
        <div className="acts">
          <Button onPress={() => setFolder(second?.folder ?? '')}>
            {second ? 'Choose another folder' : 'Choose a second place'}
          </Button>
          {second ? (
            <Button look="quiet" onPress={() => copy.mutate()} isPending={copy.isPending}>
              Copy now
            </Button>
          ) : null}
          {second ? (
            <Button look="quiet" onPress={() => save.mutate({ folder: null })}>
              Do without a second place
            </Button>
          ) : null}
        </div>
      ) : (
        <form className="form" onSubmit={submit}>
          <Field
            label="Folder of the second place"
            value={folder}
            onChange={setFolder}
            autoFocus
            help="The whole path, such as H:\Backups. Nothing that is there is touched."
          />
          <div className="acts">
            <Button type="submit" isPending={save.isPending}>
              Use this folder
            </Button>
            {view.canChoose ? (
              <Button look="quiet" onPress={() => choose.mutate()}>
                Show the folders
              </Button>
            ) : null}
            <Button look="quiet" onPress={() => setFolder(null)}>
              Cancel
            </Button>
          </div>
        </form>
      )}
      {save.isPending || copy.isPending ? <Working what="Copying to the second place" canGoOn /> : null}
      {save.isError ? (
        <Problem
          title="The folder was not taken."
          error={save.error}
          acts={
            isOther ? (
              <LinkButton onPress={() => save.mutate({ folder: folder ?? '', anyway: true })}>
                Use it all the same
              </LinkButton>
            ) : null
          }
        />
      ) : null}
    </section>
  );
}
