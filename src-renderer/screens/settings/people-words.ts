import type { Outputs } from '../../client/trpc.ts';

export type PersonRow = Outputs['people']['list'][number];

export const kindWords: Record<PersonRow['kind'], string> = {
  person: 'Person',
  role: 'Role',
  team: 'Team',
  organisation: 'Organisation',
};
