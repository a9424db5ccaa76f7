import { type ErrorCode, isErrorCode } from '#shared/contract/errors.ts';
import type { ErrorName } from './shim/control.ts';

/**
 * What the officer may be told of a call that failed. SQLite keeps a full disk apart from other errors when
 * writing, not when syncing or opening: then the disk that did not let it is the whole truth there is.
 */
const causes: Record<ErrorName, readonly ErrorCode[]> = {
  ENOSPC: ['disk-full', 'disk-failed'],
  // What the disk does not let SQLite open for writing it opens for reading, and says no more of it.
  EIO: ['disk-failed', 'backup-damaged', 'register-read-only'],
  EACCES: ['no-permission', 'register-read-only', 'disk-failed'],
};
const words: Partial<Record<ErrorCode, RegExp>> = {
  'disk-full': /full.*(room|space)/,
  'disk-failed': /disk did not let .*(Check|Look)/,
  'backup-damaged': /Check the disk/,
  'no-permission': /(does not let you|cannot be read).*(access|allowed|may use)/,
  'register-read-only': /can only be read.*Copy it/,
};

/** What is amiss with what was told of a failing call; null where it names the cause and what to do. */
export function amissIn(error: unknown, name: ErrorName): string | null {
  const code = (error as { code?: unknown }).code;
  const message = error instanceof Error ? error.message : String(error);
  if (!isErrorCode(code)) return `no refusal but a fault: ${String(code ?? '')} ${message}`;
  if (!causes[name].includes(code)) return `the cause is told as "${code}": ${message}`;
  return words[code]?.test(message) ? null : `"${code}" is told without its cause or way out: ${message}`;
}
