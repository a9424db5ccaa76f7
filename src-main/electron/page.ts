import { protocol, type Session } from 'electron';
import { pageHeaders } from '#hosts/hosting/content-security.ts';
import type { PageFiles } from '#hosts/hosting/page-files.ts';
import { pageToPrint } from './print-pages.ts';

/** The page's own scheme: not file:, which would give it the rights of every file on the machine. */
export const pageScheme = 'plan-register';
export const pageOrigin = `${pageScheme}://app`;

/** Must run before Electron is ready: the scheme then has an origin, and is as secure as https. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built page to a session, with the same headers as the loopback host. */
export function servePage(session: Session, files: PageFiles): void {
  session.protocol.handle(pageScheme, async (request) => {
    const url = new URL(request.url);
    const printed = url.origin === pageOrigin ? pageToPrint(url.pathname) : null;
    if (printed !== null) return new Response(printed, { headers: printHeaders });
    const file = url.origin === pageOrigin && request.method === 'GET' ? files(url.pathname) : null;
    if (!file) return new Response(null, { status: 404, headers: pageHeaders });
    const bytes = new Uint8Array(await file.read());
    return new Response(bytes, { headers: { ...pageHeaders, 'content-type': file.type } });
  });
}

/** A report brings its styles in the page itself; it may do nothing else. */
const printHeaders = {
  ...pageHeaders,
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  'content-type': 'text/html; charset=utf-8',
};

/** Whether an address is the page's own. Parsed, never compared as text. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${pageScheme}:` && url.host === 'app';
}
