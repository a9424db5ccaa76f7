/** What a host lends the core: nothing here is known to the core otherwise. */
export type Ports = {
  /** Keeps a fault or a remark for whoever looks after the program. Never shown to the officer. */
  log(entry: LogEntry): void;
  /**
   * Prints a self-contained HTML page as a tagged PDF with bookmarks, on the paper the page names. Refuses with
   * `not-possible` and what to do instead. Left out by a host that cannot print at all.
   */
  printPdf?(page: string): Promise<Uint8Array>;
};

export type LogEntry = {
  /** ISO UTC. */
  at: string;
  level: 'fault' | 'remark';
  /** Which step: a procedure's path, or words such as "backup on close". */
  what: string;
  /** Stands in the officer's message too, so that the two can be matched. */
  reference: string | null;
  cause: unknown;
};

/** Writes to stderr: what a host uses that keeps no log file. */
export const stderrPorts: Ports = {
  log(entry) {
    const cause = entry.cause instanceof Error ? (entry.cause.stack ?? entry.cause.message) : entry.cause;
    console.error(`${entry.at} ${entry.level} ${entry.what} ${entry.reference ?? ''}`.trimEnd(), cause ?? '');
  },
};
