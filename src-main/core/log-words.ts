import { AppError } from '#shared/contract/errors.ts';

/**
 * What of a fault may be written down: its kind, its code and where in the program it arose. Never its message as it
 * stands: drivers, parsers and sentences for the officer quote what somebody wrote, and a log is read, copied and sent on
 * by people who may not see the register (docs/decisions/0189).
 */
export type CauseWords = {
  /** "SqliteError", "TypeError", "AppError". */
  readonly kind: string;
  /** "SQLITE_CONSTRAINT_UNIQUE", "ENOSPC", "not-possible". */
  readonly code?: string;
  /** A message that is made of nothing but words of the program and of its engines. */
  readonly says?: string;
  /** Innermost first: "write (edit-people.ts:12:3)". */
  readonly at?: readonly string[];
  readonly causes?: readonly CauseWords[];
};

const framesKept = 12;
const deepest = 4;
const causesKept = 5;

/** Messages of the engines whose words can only be their own, or names of the schema or of the program. */
const ownWords: readonly RegExp[] = [
  /^(?:UNIQUE|NOT NULL|CHECK|FOREIGN KEY|PRIMARY KEY) constraint failed(?:: [\w.]+(?:, [\w.]+)*)?$/,
  /^(?:database or disk is full|disk I\/O error|database disk image is malformed|out of memory|interrupted)$/,
  /^\w+: (?:never altered once written)$/,
  /^(?:a write outside a change set|an identity is never altered once written)$/,
  /^Maximum call stack size exceeded$|^Invalid (?:time value|array length|string length)$/,
];

/** What stands before the quoting begins, for messages that go on with a value. */
const ownBeginnings: readonly RegExp[] = [
  /^Cannot (?:read|set) properties of (?:undefined|null)/,
  /^(?:EACCES|EBUSY|EEXIST|EIO|EISDIR|EMFILE|ENOENT|ENOSPC|ENOTDIR|EPERM|EROFS|EXDEV): [a-z ]+(?=,)/,
];

/** Whatever was thrown or handed to the log, without anything that somebody may have written. */
export function causeWords(cause: unknown, depth = 0): CauseWords | null {
  if (cause === null || cause === undefined) return null;
  if (Array.isArray(cause)) return { kind: 'several', ...causesOf(cause, depth) };
  if (!(cause instanceof Error)) return { kind: typeof cause, ...said(plainWords(cause)) };
  const code = codeOf(cause);
  const inner = [cause.cause, ...('errors' in cause && Array.isArray(cause.errors) ? cause.errors : [])];
  return {
    kind: kindOf(cause),
    ...(code && { code }),
    ...said(messageOf(cause)),
    at: framesOf(cause),
    ...causesOf(inner, depth),
  };
}

const said = (says: string | null) => (says ? { says } : {});

function causesOf(inner: readonly unknown[], depth: number): { causes?: readonly CauseWords[] } {
  if (depth >= deepest) return {};
  const causes = inner.slice(0, causesKept).flatMap((one) => causeWords(one, depth + 1) ?? []);
  return causes.length > 0 ? { causes } : {};
}

/** A class of the program or of an engine: its name cannot be set by what was read. */
const kindOf = (error: Error): string =>
  error.constructor.name.replace(/[^\w$]/g, '').slice(0, 60) || 'Error';

function codeOf(error: Error): string | null {
  if (error instanceof AppError) return error.code;
  const code: unknown = 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : null;
}

function messageOf(error: Error): string | null {
  if (error instanceof AppError) return null;
  if ('issues' in error && Array.isArray(error.issues)) return issuesOf(error.issues);
  const { message } = error;
  if (typeof message !== 'string') return null;
  if (ownWords.some((own) => own.test(message))) return message;
  return ownBeginnings.map((own) => own.exec(message)?.[0]).find(Boolean) ?? null;
}

/** How many of which kind: paths of a schema may run through keys that somebody wrote. */
function issuesOf(issues: readonly unknown[]): string {
  const codes = issues.map((issue) => String((issue as { code?: unknown } | null)?.code));
  const counts = Map.groupBy(codes, (code) => (/^[a-z_]{1,40}$/.test(code) ? code : 'other'));
  return [...counts].map(([code, those]) => `${those.length} ${code}`).join(', ');
}

/**
 * The places of the stack: the function and the file without its folder, because a path names whoever is signed in. The
 * message that a stack begins with is passed over; where it is another than the error's own, none of the stack is told.
 */
function framesOf({ stack, message }: Error): string[] {
  const after = typeof stack === 'string' ? stack.indexOf(message) : -1;
  if (typeof stack !== 'string' || after < 0) return [];
  return stack
    .slice(after + message.length)
    .split('\n')
    .flatMap((line) => {
      if (!line.startsWith('    at ')) return [];
      const place = /([\w.-]+):(\d+):(\d+)\)?$/.exec(line);
      const name = /^ {4}at (?:(?:async|new) )*([\w$.<>]{1,80}) (?:\[as [\w$]+\] )?\(/.exec(line)?.[1];
      return place ? `${name ?? ''} (${place[1]}:${place[2]}:${place[3]})`.trim() : [];
    })
    .slice(0, framesKept);
}

/** A word that a host says of itself ("crashed, 5"), or which stranger's page asked. */
function plainWords(cause: unknown): string | null {
  if (typeof cause === 'number' || typeof cause === 'boolean') return String(cause);
  if (typeof cause !== 'string') return null;
  if (/^[a-z-]{1,30}(?:, [a-z-]{1,30})?, -?\d{1,12}$/i.test(cause)) return cause;
  const address = /^([a-z-]{1,20}):\/\/([\w.-]{0,80}(?::\d+)?)/i.exec(cause);
  return address ? `${address[1]}://${address[2]}` : null;
}
