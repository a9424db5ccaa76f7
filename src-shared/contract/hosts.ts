/** What a page and its host agree on beside the procedures: how the page finds the core and gets to speak to it. */

/** Where the loopback host answers procedures (tRPC: GET and POST, subscriptions as server-sent events). */
export const rpcPath = '/rpc';

/**
 * The link that opens the browser ends in `#token=…`. The page posts `{ "token": … }` as JSON here once, gets a
 * cookie back (204), and clears the fragment with history.replaceState. 401: the token was used or is older
 * than a minute; the page goes on if the cookie of an earlier exchange still stands.
 */
export const sessionPath = '/session';
export const tokenField = 'token';

/**
 * In Electron the preload script sets `window.planRegisterHost` and, as soon as the page asks with
 * `window.planRegisterHost.connect()`, posts a message `{ kind: portMessage }` to the window with one
 * MessagePort in `event.ports`. Elsewhere the property is not there.
 */
export const bridgeName = 'planRegisterHost';
export const portMessage = 'plan-register:port';
export type HostBridge = {
  readonly kind: 'electron';
  connect(): void;
};

/** What goes over the message port. `id` is the page's own number of the call. */
export type PortRequest =
  | {
      readonly id: number;
      readonly kind: 'call';
      readonly type: 'query' | 'mutation' | 'subscription';
      readonly path: string;
      readonly input: unknown;
      /** The snapshot that the page looks at in place of the register (contract/looking.ts). */
      readonly view?: string | null;
    }
  /** The page no longer wants the answer: the call is aborted, a subscription ended. */
  | { readonly id: number; readonly kind: 'stop' };

export type PortResponse =
  | { readonly id: number; readonly kind: 'started' }
  | { readonly id: number; readonly kind: 'data'; readonly data: unknown }
  /** The last message of a subscription. */
  | { readonly id: number; readonly kind: 'done' }
  /** The tRPC error shape: `{ code, message, data: { code, … } }`, the same as over HTTP. */
  | { readonly id: number; readonly kind: 'error'; readonly error: unknown };
