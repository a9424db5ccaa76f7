import { v7 as uuidv7 } from 'uuid';
import type { AppOptions } from '#core/app.ts';
import packageJson from '../../package.json' with { type: 'json' };

/** The real clock, the real id maker and the program's version: what every host but a test gives the core. */
export function realWorld(): Pick<AppOptions, 'now' | 'newId' | 'today' | 'version'> {
  return {
    now: () => new Date().toISOString(),
    newId: () => uuidv7(),
    today: () => localDay(new Date()),
    version: packageJson.version,
  };
}

/** The calendar day where the officer sits: not the UTC day, which differs between midnight and one in summer. */
export function localDay(moment: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
