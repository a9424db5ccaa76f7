import { plainName } from '../plain-name.ts';

/** The file name of a report, without its extension: the parts that say anything, joined with commas. */
export function fileName(parts: readonly string[]): string {
  return plainName(parts.filter((part) => part !== '').join(', '), 'report') || 'Report';
}
