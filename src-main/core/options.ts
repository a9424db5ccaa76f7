import type { Ports } from './ports.ts';

/** What a host settles for its core, once. */
export type AppOptions = {
  host: 'electron' | 'web' | 'cli';
  version: string;
  /** The instant, ISO UTC with milliseconds. */
  now: () => string;
  /** A UUIDv7. */
  newId: () => string;
  /** The calendar day where the officer sits, YYYY-MM-DD. In the example register the day it is told on. */
  today: () => string;
  /** Where the office's registers lie. */
  dataDir: string;
  backupsDir: string;
  /** What the host lends; without it faults go to stderr. */
  ports?: Ports;
  /** Backups on opening and closing by themselves. Off for a command line, which makes them when told to. */
  automaticBackups?: boolean;
};

export type Options = Required<AppOptions>;
