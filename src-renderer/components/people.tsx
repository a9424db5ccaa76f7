import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Person } from '#shared/contract/register.ts';
import { useTRPC } from '../client/trpc.ts';

const People = createContext<ReadonlyMap<string, Person>>(new Map());

/** Everybody in the register by id, asked once for the whole window: chips need names and kinds. */
export function PeopleProvider({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.people.list.queryOptions());
  const byId = useMemo(
    () => new Map<string, Person>((data ?? []).map((person) => [person.id, person])),
    [data],
  );
  return <People value={byId}>{children}</People>;
}

export const usePeople = (): ReadonlyMap<string, Person> => useContext(People);
