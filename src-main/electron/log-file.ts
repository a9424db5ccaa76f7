import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Ports, stderrPorts } from '#core/ports.ts';

const mostBytes = 1_000_000;

/** Faults and remarks in a file that is kept small: at a megabyte it becomes the one before, whose own goes. */
export function logFilePorts(path: string): Ports {
  return {
    log(entry) {
      const cause = entry.cause instanceof Error ? (entry.cause.stack ?? entry.cause.message) : entry.cause;
      try {
        mkdirSync(dirname(path), { recursive: true });
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > mostBytes)
          renameSync(path, `${path}.before`);
        appendFileSync(path, `${JSON.stringify({ ...entry, cause })}\n`);
      } catch (error) {
        // A log that cannot be written must not stop the work that it tells of.
        stderrPorts.log({ ...entry, cause: [cause, error] });
      }
    },
  };
}
