import { sessionPath, tokenField } from '#shared/contract/hosts.ts';

/** How the page stands with its host: let in, or turned away with the reason. */
export type Session = 'open' | 'refused';

/**
 * Exchanges the one-time token in the address's fragment for a cookie and clears the fragment at once, so that
 * neither history nor a copied address holds it. Without a token an earlier cookie may still stand.
 */
export async function openSession(): Promise<Session> {
  const token = tokenFrom(window.location.hash);
  if (token === null) return 'open';
  window.history.replaceState(null, '', `${window.location.pathname}#/home`);
  const answer = await fetch(sessionPath, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ [tokenField]: token }),
  });
  if (answer.ok) return 'open';
  return 'refused';
}

/** "#token=abc" gives "abc"; a screen's own address ("#/plans") gives null. */
export function tokenFrom(hash: string): string | null {
  if (!hash.startsWith('#') || hash.startsWith('#/')) return null;
  return new URLSearchParams(hash.slice(1)).get(tokenField);
}
