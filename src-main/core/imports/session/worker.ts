import { parentPort } from 'node:worker_threads';
import { AppError, assertNever } from '#shared/contract/errors.ts';
import type { ReadFile } from '#shared/contract/grid.ts';
import { isRoundForm } from '#shared/domain/round-mark.ts';
import { readFile } from '../read/read-file.ts';
import { recognise } from '../recognise/recognise.ts';
import type { RecogniseOptions, Recognition } from '../recognise/types.ts';
import { sheetPicture } from './picture.ts';
import type { ReadingProgress, ReadingReply, ReadingRequest } from './protocol.ts';
import { countUnfound } from './unfound.ts';

/**
 * The killable worker: reads one stranger's file and recognises it. The read cells stay here, for handing a
 * million of them over would cost more than reading them; only what was recognised, and the stretch of a sheet
 * that is being looked at, cross to the core.
 */
const port = parentPort;
if (port === null) throw new Error('This file is the entry of a worker.');

let file: ReadFile | null = null;
let recognition: Recognition | null = null;

port.on('message', (request: ReadingRequest) => {
  try {
    answer(request);
  } catch (error) {
    const known = error instanceof AppError;
    const message = known
      ? error.message
      : 'The program made a mistake while reading the file. Nothing was changed.';
    const trace = known ? traceOf(error.cause) : traceOf(error);
    reply({ kind: 'refused', id: request.id, code: known ? error.code : 'fault', message, trace });
  }
});

function answer(request: ReadingRequest): void {
  switch (request.kind) {
    case 'open':
      file = readFile(request.bytes, request.name, {
        limits: request.limits,
        onSheet: (done, of, sheet) => progress({ step: 'read', sheet, done, of }),
      });
      if (isRoundForm(file)) throw aForm(request.name);
      recogniseAgain(request.id, file, request.options);
      return;
    case 'read':
      reply({
        kind: 'cells',
        id: request.id,
        value: readFile(request.bytes, request.name, { limits: request.limits }),
      });
      return;
    case 'redo':
      if (file === null) throw new Error('redo before open');
      recogniseAgain(request.id, file, request.options);
      return;
    case 'picture':
      if (file === null || recognition === null) throw new Error('picture before open');
      reply({ kind: 'picture', id: request.id, value: sheetPicture(file.grids, recognition, request) });
      return;
    case 'unfound':
      if (file === null || recognition === null) throw new Error('unfound before open');
      reply({
        kind: 'unfound',
        id: request.id,
        value: countUnfound(file.grids, recognition, request.evidence),
      });
      return;
    case 'end':
      port?.close();
      return;
    default:
      assertNever(request);
  }
}

/** What a lead sent back is an answer to a round, and no plan of its own. */
const aForm = (name: string) =>
  new AppError(
    'not-possible',
    `“${name}” is a form of an update round, and no plan. Read it under Updates, where it is merged field by field. Nothing was brought in.`,
  );

function recogniseAgain(id: number, read: ReadFile, options: RecogniseOptions): void {
  progress({ step: 'recognise' });
  const whole: Recognition = recognise(read, options);
  reply({ kind: 'recognised', id, value: { format: read.format, recognition: whole } });
  // The records have crossed; what pictures need (fates, questions) is small.
  recognition = { ...whole, drafts: '' };
}

function progress(step: ReadingProgress): void {
  reply({ kind: 'progress', progress: step });
}

function reply(message: ReadingReply): void {
  port?.postMessage(message);
}

function traceOf(error: unknown): string | null {
  if (error === undefined || error === null) return null;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
