import { ZodError } from 'zod';
import { codeOf } from '#db/driver-errors.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Options } from './options.ts';

/** A mistake of the program: logged in full under a reference; the officer gets the reference and no internals. */
export function faultOf(cause: unknown, where: { options: Options; path: string } | null): AppError {
  const reference = where ? where.options.newId().slice(-6) : null;
  if (where) {
    const { now, ports } = where.options;
    ports.log({ at: now(), level: 'fault', what: where.path, reference, cause });
  }
  if (isOfTheDisk(codeOf(cause))) return diskGaveUp(cause);
  if (['EACCES', 'EPERM'].includes(codeOf(cause))) return notAllowed(cause);
  const under = reference ? ` It is in the program's log under ${reference}.` : '';
  return new AppError('fault', `The program made a mistake and gave up this step.${under}`, { cause });
}

/** A disk may fail at any call, also at one that no rule of its own stands by. */
const isOfTheDisk = (code: string): boolean =>
  ['EIO', 'ENOSPC', 'EDQUOT', 'ENXIO', 'SQLITE_FULL', 'SQLITE_CANTOPEN'].includes(code) ||
  code.startsWith('SQLITE_IOERR');

/** It is not known here how far the step had come, so nothing is promised of it. */
function diskGaveUp(cause: unknown): AppError {
  const code = codeOf(cause);
  const full = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(code);
  const sentence = full
    ? 'The disk is full. Make some room, look whether what you did is there, then try again.'
    : `The disk did not let a file be read or written (${code}). Check the disk, its cable or the network, look whether what you did is there, then try again.`;
  return new AppError(full ? 'disk-full' : 'disk-failed', sentence, { cause });
}

function notAllowed(cause: unknown): AppError {
  return new AppError(
    'no-permission',
    `This computer does not let you use a file or folder that this step needs (${codeOf(cause)}). Ask whoever looks after it for access, look whether what you did is there, then try again.`,
    { cause },
  );
}

/** What does not fit the contract, in one sentence: where, and why. At most three places are named. */
export function sentenceOf(cause: unknown): string {
  if (!(cause instanceof ZodError))
    return 'The request could not be read: it is not JSON of the form expected.';
  const places = cause.issues.slice(0, 3).map((issue) => {
    const path = issue.path.join('.');
    return path ? `${path}: ${issue.message}` : issue.message;
  });
  const more = cause.issues.length > 3 ? `; and ${cause.issues.length - 3} more` : '';
  return `The request does not fit what this step takes (${places.join('; ')}${more}).`;
}
