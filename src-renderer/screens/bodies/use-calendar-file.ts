import { useQueryClient } from '@tanstack/react-query';
import type { Inputs } from '../../client/app-router.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { saveFile } from '../../client/save-file.ts';
import { useTRPC } from '../../client/trpc.ts';
import { count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';

type Asked = Inputs['calendars']['make'];

/** Makes a calendar file of meetings and hands it to the officer; says what it left out, or why there is none. */
export function useCalendarFile(): (asked: Asked) => void {
  const trpc = useTRPC();
  const client = useQueryClient();
  return (asked) => {
    // Made anew each time: the file bears the moment at which it was made.
    const making = client.fetchQuery({ ...trpc.calendars.make.queryOptions(asked), staleTime: 0 });
    making.then(
      ({ file, meetings, withoutDay }) => {
        saveFile(file);
        const left = withoutDay > 0 ? ` Left out: ${count(withoutDay, 'meeting')} without a day.` : '';
        say(`${file.name}: ${count(meetings, 'meeting')}.${left}`);
      },
      (error: unknown) => say(wireErrorOf(error).message),
    );
  };
}
