import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../client/trpc.ts';

/** Every board and group to choose from, after the choice of all of them. */
export function useBodyChoices(): { id: string; text: string }[] {
  const trpc = useTRPC();
  const bodies = useQuery(trpc.bodies.list.queryOptions()).data ?? [];
  return [
    { id: 'all', text: 'Every board and group' },
    ...bodies.map(({ id, name }) => ({ id: id as string, text: name })),
  ];
}
