import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { base64Of } from '../../client/save-file.ts';
import { useTRPC } from '../../client/trpc.ts';
import { count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';

type Chosen = { readonly name: string; readonly base64: string };

/** Files that came back: read first, then merged, or left. */
export function useReturned() {
  const trpc = useTRPC();
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  const preview = useMutation(trpc.rounds.preview.mutationOptions({ meta: { invalidates: 'none' } }));
  const merge = useMutation(
    trpc.rounds.merge.mutationOptions({
      onSuccess: ({ applied, label }) => {
        say(label ? `${count(applied, 'field')} taken. Undo: ${label}` : 'Nothing was new.');
        leave();
      },
    }),
  );
  const leave = () => {
    setFiles([]);
    preview.reset();
    merge.reset();
  };
  const read = async (given: Iterable<File>) => {
    const chosen = await Promise.all(
      [...given].map(async (file) => ({ name: file.name, base64: await base64Of(file) })),
    );
    if (chosen.length === 0) return;
    merge.reset();
    setFiles(chosen);
    preview.mutate({ files: chosen });
  };
  return {
    files,
    preview,
    merge,
    leave,
    read,
    take: (dates: readonly string[]) => merge.mutate({ files: [...files], dates: [...dates] }),
  };
}

/** Files let go over the window come here while a round is shown, and not to the import. */
export function useDropHere(onFiles: (files: Iterable<File>) => void): void {
  useEffect(() => {
    const drop = (event: DragEvent) => {
      const files = event.dataTransfer?.files;
      if (!files || files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    };
    // Before the program's own, which stands aside for what was taken.
    window.addEventListener('drop', drop, { capture: true });
    return () => window.removeEventListener('drop', drop, { capture: true });
  }, [onFiles]);
}
