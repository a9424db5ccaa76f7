import type { Correction } from '#shared/contract/imports.ts';
import type { State } from '#shared/domain/states.ts';
import { profilesOf } from './column-profile.ts';
import { tableIdOf } from './corrected-regions.ts';
import { signatureOf } from './signature.ts';
import type { Region } from './tables.ts';
import type { Profile, RecogniseOptions } from './types.ts';

/** Said wherever a reading leans on what the officer corrected before. */
export const asBefore = 'as in your earlier import';

/** What the officer corrected before of a table with these headings; undefined where nothing, or where it is to be forgotten. */
export function rememberedOf(
  tableId: string,
  headers: readonly string[],
  options: Pick<RecogniseOptions, 'profiles' | 'corrections'>,
): Profile | undefined {
  if (options.profiles.length === 0) return undefined;
  if (options.corrections.some((one) => one.kind === 'forget' && one.tableId === tableId)) return undefined;
  const signature = signatureOf(headers);
  return options.profiles.find((one) => one.signature === signature);
}

/** The corrections with those of header rows that were made of such tables before, unless this file has its own. */
export function withRememberedHeaders(
  regions: readonly Region[],
  options: Pick<RecogniseOptions, 'profiles' | 'corrections'>,
): readonly Correction[] {
  const { corrections, profiles } = options;
  if (!profiles.some((one) => one.header)) return corrections;
  const before = regions.flatMap((region): Correction[] => {
    const tableId = tableIdOf(region);
    if (corrections.some((one) => one.kind === 'header-rows' && one.tableId === tableId)) return [];
    const headers = profilesOf(region).map((one) => one.header);
    const header = rememberedOf(tableId, headers, options)?.header;
    if (!header) return [];
    const from = region.header.top - header.up;
    return from < 0 ? [] : [{ kind: 'header-rows', file: 0, tableId, from, to: from + header.rows - 1 }];
  });
  return [...corrections, ...before];
}

/** What colours and status words were said to mean in earlier files with these tables; the file's own word goes first. */
export function rememberedLegend(
  tables: readonly { readonly remembered?: Profile }[],
): Readonly<Record<string, State | null>> {
  return Object.assign({}, ...tables.map((table) => table.remembered?.legend ?? {}));
}
