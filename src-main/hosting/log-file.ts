import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lineOf, type Ports, stderrPorts } from '#core/ports.ts';

/** The log is at most this long; then it becomes the one before, whose own goes. So two files of a megabyte are all there ever is. */
export const mostLogBytes = 1_000_000;

/** Where a host that serves a window or a page keeps its log. */
export const logFileIn = (dataDir: string): string => join(dataDir, 'Log', 'plan-register.log');

/** Faults and remarks in a file that is kept small, one line of JSON each, without text of the register. */
export function logFilePorts(path: string): Ports {
  return {
    log(entry) {
      const line = `${lineOf(entry)}\n`;
      try {
        mkdirSync(dirname(path), { recursive: true });
        const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
        if (size + Buffer.byteLength(line) > mostLogBytes) renameSync(path, `${path}.before`);
        appendFileSync(path, line);
      } catch (error) {
        // A log that cannot be written must not stop the work that it tells of.
        stderrPorts.log({ ...entry, cause: [entry.cause, error] });
      }
    },
  };
}
