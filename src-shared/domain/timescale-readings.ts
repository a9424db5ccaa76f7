import type { Timescale } from '../contract/register.ts';
import { formatDay } from './dates.ts';
import { describeTimescale, readTimescale, timescaleReadings } from './timescales.ts';

type Options = Parameters<typeof readTimescale>[1];

/** A way to read an ambiguous timescale, and words that say just that and nothing else. */
export type Reading = { readonly says: string; readonly words: string };

/**
 * The fair readings of an ambiguous timescale. Each is given as words that are read back to the same days without a
 * doubt, so that settling it is an ordinary edit that Undo takes back. None where the timescale is not ambiguous.
 */
export function readingsOf(
  timescale: Pick<Timescale, 'text' | 'ambiguous'> | null,
  options: Options,
): Reading[] {
  if (!timescale?.ambiguous) return [];
  const found: Reading[] = [];
  for (const reading of timescaleReadings(timescale.text, options)) {
    const says = describeTimescale(reading);
    const day = reading.end ?? reading.start;
    const tries = [says, day ? `By ${formatDay(day)}` : null, day ? formatDay(day) : null];
    const words = tries.find((one) => {
      if (!one) return false;
      const back = readTimescale(one, options);
      return !back.ambiguous && back.end === reading.end && back.start === reading.start;
    });
    if (words && !found.some((one) => one.says === says)) found.push({ says, words });
  }
  return found;
}
