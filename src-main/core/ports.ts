import { causeWords } from './log-words.ts';

/** What a host lends the core: nothing here is known to the core otherwise. */
export type Ports = {
  /** Keeps a fault or a remark for whoever looks after the program. Never shown to the officer. */
  log(entry: LogEntry): void;
  /**
   * The system's own window to choose a folder, under a title; null where nothing was chosen. Left out by a host that
   * has no windows.
   */
  chooseFolder?(title: string): Promise<string | null>;
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

/** A line of the log at most; a deep stack is cut. */
const longestLine = 8_000;

/** One entry as one line of JSON, without anything that somebody may have written into the register. */
export function lineOf({ at, level, what, reference, cause }: LogEntry): string {
  const step = what.replace(/[^\w .,:()-]/g, ' ').slice(0, 120);
  const line = JSON.stringify({ at, level, what: step, reference, cause: causeWords(cause) });
  if (line.length <= longestLine) return line;
  const { kind, code } = causeWords(cause) ?? { kind: 'none' };
  return JSON.stringify({ at, level, what: step, reference, cause: { kind, code, cut: true } });
}

/** Writes to stderr: what a host uses that keeps no log file. */
export const stderrPorts: Ports = {
  log(entry) {
    console.error(lineOf(entry));
  },
};
