import { isErrorCode, type WireError } from '#shared/contract/errors.ts';

type Carrier = {
  message?: unknown;
  data?: { code?: unknown } | null;
  meta?: { response?: { status?: unknown } };
};

const unanswered: WireError = {
  code: 'fault',
  message:
    'Plan Register does not answer. What was saved is safe. Close this window and start the program again; if it is still running, try again.',
};

const notLetIn: WireError = {
  code: 'no-permission',
  message:
    'This window was not let in, or was left too long. What was saved is safe. Close it and start the program again; it opens a new one.',
};

/** Any failure of a call as code and sentence; what has no code of ours is a core that did not answer. */
export function wireErrorOf(error: unknown): WireError {
  const carrier = (typeof error === 'object' && error !== null ? error : {}) as Carrier;
  const code = carrier.data?.code;
  if (isErrorCode(code) && typeof carrier.message === 'string') return { code, message: carrier.message };
  if (carrier.meta?.response?.status === 401) return notLetIn;
  if (error instanceof LocalProblem) return { code: 'not-possible', message: error.message };
  return unanswered;
}

/** What was shown is no longer in the register: an undo took it away. Its last content is then not to be worked on. */
export const isGone = (error: unknown): boolean => error !== null && wireErrorOf(error).code === 'not-found';

/** Something the screen itself could not do (read a dropped file, use the clipboard), said in a sentence. */
export class LocalProblem extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'LocalProblem';
  }
}
