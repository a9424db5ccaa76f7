import { parentPort } from 'node:worker_threads';
import { AppError } from '#shared/contract/errors.ts';
import { lay } from './lay.ts';
import type { LayReply, LayRequest } from './protocol.ts';

/** Lays one snapshot out beside the core, which goes on answering, and can be ended at any moment. */
const port = parentPort;
if (port === null) throw new Error('This file is the entry of a worker.');

port.once('message', (request: LayRequest) => {
  try {
    const laid = lay(request, (done, of) => reply({ kind: 'progress', done, of }));
    reply({ kind: 'laid', ...laid }, [laid.pages.buffer]);
  } catch (error) {
    const known = error instanceof AppError;
    const cause = known ? error.cause : error;
    reply({
      kind: 'refused',
      code: known ? error.code : 'fault',
      message: known
        ? error.message
        : 'The program made a mistake while opening the snapshot. It is as it was.',
      trace: cause instanceof Error ? (cause.stack ?? cause.message) : null,
    });
  }
  port.close();
});

function reply(message: LayReply, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, [...transfer]);
}
