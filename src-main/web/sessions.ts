import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Links that open the page once, and the cookies they are exchanged for. */
export type Sessions = {
  readonly cookieName: string;
  /** A fresh 256-bit token for a link: good once and for one minute. */
  newToken(): string;
  /** The cookie's value for a token that is good; null otherwise. */
  exchange(token: string): string | null;
  /** Whether a Cookie header carries a session of ours. */
  admits(cookieHeader: string | undefined): boolean;
};

const tokenLifeMs = 60_000;
const sessionLifeMs = 12 * 3_600_000;

/**
 * Cookies ignore ports, so the name carries it: two hosts on one machine do not overwrite each other's.
 * Only hashes are kept, and all are compared, each in constant time.
 */
export function createSessions(port: number, clockMs: () => number = () => performance.now()): Sessions {
  const cookieName = `plan-register-${port}`;
  let tokens: Kept[] = [];
  let sessions: Kept[] = [];

  return {
    cookieName,
    newToken() {
      const token = randomBytes(32).toString('base64url');
      tokens = [...tokens.filter((kept) => kept.until > clockMs()), keep(token, clockMs() + tokenLifeMs)];
      return token;
    },
    exchange(token) {
      const found = find(tokens, token, clockMs());
      if (!found) return null;
      tokens = tokens.filter((kept) => kept !== found);
      const session = randomBytes(32).toString('base64url');
      sessions = [
        ...sessions.filter((kept) => kept.until > clockMs()),
        keep(session, clockMs() + sessionLifeMs),
      ];
      return session;
    },
    admits(cookieHeader) {
      const values = (cookieHeader ?? '')
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part.startsWith(`${cookieName}=`))
        .map((part) => part.slice(cookieName.length + 1));
      const [value] = values;
      return values.length === 1 && value !== undefined && find(sessions, value, clockMs()) !== null;
    },
  };
}

type Kept = { readonly hash: Buffer; readonly until: number };

function keep(secret: string, until: number): Kept {
  return { hash: createHash('sha256').update(secret).digest(), until };
}

function find(all: readonly Kept[], secret: string, now: number): Kept | null {
  const hash = createHash('sha256').update(secret).digest();
  let found: Kept | null = null;
  for (const kept of all) if (timingSafeEqual(kept.hash, hash) && kept.until > now) found = kept;
  return found;
}
