import { randomFillSync } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { AppOptions } from '#core/app.ts';
import packageJson from '../../package.json' with { type: 'json' };

/** The real clock, the real id maker and the program's version: what every host but a test gives the core. */
export function realWorld(): Pick<AppOptions, 'now' | 'newId' | 'today' | 'version'> {
  return {
    now: () => new Date().toISOString(),
    newId: idMaker(),
    today: () => localDay(new Date()),
    version: packageJson.version,
  };
}

/**
 * UUIDs of version 7, rising within a millisecond. Random bytes are drawn many at a time: an import makes hundreds of
 * thousands of ids, and drawing sixteen bytes for each costs more than all the rest of planning it.
 */
function idMaker(): () => string {
  const pool = new Uint8Array(16 * 512);
  let at = pool.length;
  let seq = 0;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    const random = pool.subarray(at, at + 16);
    at += 16;
    seq = (seq + 1) >>> 0;
    return uuidv7({ random, seq });
  };
}

/** The calendar day where the officer sits: not the UTC day, which differs between midnight and one in summer. */
export function localDay(moment: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
