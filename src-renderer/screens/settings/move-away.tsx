import { useMutation } from '@tanstack/react-query';
import { saveFile } from '../../client/save-file.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Problem, Working } from '../../components/notices.tsx';

/** The first step of moving to another laptop: one file that holds the register and proves that it arrived whole. */
export function MoveAway() {
  const trpc = useTRPC();
  const bundle = useMutation(trpc.restore.bundle.mutationOptions({ onSuccess: (file) => saveFile(file) }));
  return (
    <section className="second" aria-label="Another laptop">
      <h3>To another laptop</h3>
      <p className="q2">
        Save the register as one file, and on the other laptop choose “Open a backup or a moved register” on
        the first screen. It is checked there byte for byte.
      </p>
      <Button onPress={() => bundle.mutate()} isPending={bundle.isPending}>
        Save for another laptop
      </Button>
      {bundle.isPending ? <Working what="Making and checking a backup" canGoOn /> : null}
      {bundle.data ? (
        <p role="status">
          Saved as <i>{bundle.data.name}</i>. Work on from there: what you write here from now on is not in
          it.
        </p>
      ) : null}
      {bundle.isError ? <Problem title="The file was not made." error={bundle.error} /> : null}
    </section>
  );
}
