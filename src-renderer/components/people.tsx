import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { PersonRow } from '#shared/contract/people.ts';
import { holdersOn } from '#shared/domain/spells.ts';
import { useTRPC } from '../client/trpc.ts';
import { useToday } from '../shell/register-state.ts';

const People = createContext<ReadonlyMap<string, PersonRow>>(new Map());

/** Everybody in the register by id, asked once for the whole window: chips need names and kinds. */
export function PeopleProvider({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.people.list.queryOptions());
  const byId = useMemo(
    () => new Map<string, PersonRow>((data ?? []).map((person) => [person.id, person])),
    [data],
  );
  return <People value={byId}>{children}</People>;
}

const DayOfOffice = createContext<string | null>(null);

/** The day that tells who held a role in what stands inside: the last day of a plan that is over. */
export const OfficeDay = DayOfOffice.Provider;

/** Who held a role on the day of what is shown (today unless told), by name. */
export function useHolders(): (person: PersonRow) => string[] {
  const people = usePeople();
  const today = useToday();
  const day = useContext(DayOfOffice) ?? today;
  return (person) =>
    person.kind === 'role' ? holdersOn(person.holders, day).flatMap((id) => people.get(id)?.name ?? []) : [];
}

export const usePeople = (): ReadonlyMap<string, PersonRow> => useContext(People);
