import type {
  AgendaItem,
  Body,
  Meeting,
  Officer,
  Resolution,
  StandingItem,
} from '#shared/contract/meeting-records.ts';
import { timescaleToColumns } from './records.ts';

/**
 * From the contract's form of bodies, meetings and resolutions to the columns of the schema: every column but those of
 * identity, order and provenance, what is left out as null. The way back stands in queries/meeting-rows.ts.
 */

type Own<T> = Omit<T, 'id' | 'source' | 'meetingId' | 'bodyId'>;

export const officerToColumns = (officer: Officer | null | undefined) => ({
  officer: officer?.text ?? null,
  officerPersonId: officer?.personId ?? null,
});

export function bodyToColumns(body: Omit<Own<Body>, 'members' | 'standingItems'>) {
  const { numbering, resolving, ...columns } = body;
  return {
    ...columns,
    minutePattern: numbering?.pattern ?? null,
    minuteCounts: numbering?.counts ?? null,
    minuteOf: numbering?.of ?? null,
    resolutionWords: resolving?.words ?? null,
    resolutionCounts: resolving?.counts ?? null,
  };
}

export const standingToColumns = ({ officer, ...columns }: StandingItem) => ({
  ...columns,
  ...officerToColumns(officer),
});

export const meetingToColumns = (meeting: Own<Meeting>) => meeting;

export function itemToColumns({ officer, links: _, ...columns }: Own<AgendaItem>) {
  return { ...columns, ...officerToColumns(officer) };
}

export function resolutionToColumns({ due, leads: _, ...columns }: Own<Resolution>) {
  return { ...columns, ...timescaleToColumns(due ?? null) };
}
