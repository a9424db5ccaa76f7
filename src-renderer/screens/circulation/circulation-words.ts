import type { Outputs } from '../../client/app-router.ts';
import { count, listWords } from '../../format/words.ts';

export type List = Outputs['circulation']['lists'][number];
export type Sent = Outputs['circulation']['sent'][number];
export type Sees = List['sees'];

/** What a list does not see, in a sentence. */
export function seesWords({ notes, names, confidential }: Sees): string {
  const without = [
    notes ? null : 'internal notes',
    names ? null : 'names of people',
    confidential ? null : 'confidential minutes',
  ].filter((one) => one !== null);
  return without.length === 0 ? 'Sees all but small numbers' : `Without ${listWords(without)}`;
}

/** "3 recipients, 1 without an address", or that each lead gets their own. */
export function recipientsWords({ recipients, eachLead }: Pick<List, 'recipients' | 'eachLead'>): string {
  const lacking = recipients.filter(({ addresses }) => addresses.length === 0).length;
  const own = [
    recipients.length > 0 || !eachLead ? count(recipients.length, 'recipient') : null,
    lacking > 0 ? `${lacking} without an address` : null,
  ].filter((one) => one !== null);
  if (!eachLead) return own.join(', ');
  return own.length > 0 ? `Each lead, and ${own.join(', ')}` : 'Each lead with their own list';
}

/** "1.2 MB", "340 kB": as file managers say it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Twelve characters in fours, as reports print check sums. */
export const shortSum = (sum: string): string => (sum.slice(0, 12).match(/.{4}/g) ?? []).join(' ');

/** For the row that was looked for: one function for all time, so that it is brought into view once. */
export const intoView = (row: HTMLElement | null) => row?.scrollIntoView({ block: 'center' });
