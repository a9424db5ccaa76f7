/**
 * What can go wrong that the caller should know about. Closed: branch on the code, never on the text.
 * `fault` is a mistake of the program; everything else is a refusal with the register unchanged.
 */
export const errorCodes = [
  'wrong-use',
  'not-found',
  'conflict',
  'not-possible',
  'no-register',
  'register-foreign',
  'register-newer',
  'register-damaged',
  'register-read-only',
  'register-in-use',
  'register-vanished',
  'disk-full',
  'disk-failed',
  'no-permission',
  'not-a-file',
  'file-empty',
  'file-damaged',
  'file-encrypted',
  'file-unsupported',
  'file-too-large',
  'file-hostile',
  'file-timeout',
  'nothing-found',
  'backup-damaged',
  'cancelled',
  'not-yet',
  'fault',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/**
 * The one error that crosses a boundary. Its message says what happened, to what, and what to do, in the
 * officer's words and without blame; details for a log go into `cause`.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}

/** An AppError as it travels: over HTTP, a message port or to a command line. */
export type WireError = { code: ErrorCode; message: string };

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && (errorCodes as readonly string[]).includes(value);
}

/** For the end of an exhaustive switch. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
