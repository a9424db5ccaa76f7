import { MessageChannel } from 'node:worker_threads';
import { createTRPCUntypedClient, httpLink } from '@trpc/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppRouter } from '#core/router.ts';
import { callerOf } from '#core/router.ts';
import { servePort } from '#hosts/electron/port-host.ts';
import { startWebHost } from '#hosts/web/host.ts';
import { rpcPath, sessionPath, tokenField } from '#shared/contract/hosts.ts';
import { viewHeader } from '#shared/contract/looking.ts';
import { type LinkPort, portLink } from '../../src-renderer/client/port-link.ts';
import { makeCore, makePage, type TestCore } from './fixtures.ts';

type Titles = { title: string }[];

describe('a window that looks at a snapshot', () => {
  let core: TestCore;
  let snapshotId: string;
  beforeEach(async () => {
    core = makeCore();
    const caller = callerOf(core.app);
    await caller.register.create({ name: 'Office', partnership: 'Wexcombe Early Years' });
    await caller.plans.create({ title: 'Then', kind: 'plan', period: null });
    snapshotId = (await caller.snapshots.take({ name: 'Board' })).id;
    await caller.plans.create({ title: 'Since', kind: 'plan', period: null });
  });
  afterEach(() => core.close());

  async function expectApart(
    ask: (view: string | null, type: 'query' | 'mutation', path: string, input?: unknown) => Promise<unknown>,
  ): Promise<void> {
    const [now, then] = await Promise.all([
      ask(null, 'query', 'plans.list') as Promise<Titles>,
      ask(snapshotId, 'query', 'plans.list') as Promise<Titles>,
    ]);
    expect(now.map(({ title }) => title)).toEqual(['Then', 'Since']);
    expect(then.map(({ title }) => title)).toEqual(['Then']);
    const wish = { title: 'Never', kind: 'plan', period: null };
    const refusal = await ask(snapshotId, 'mutation', 'plans.create', wish).then(
      () => null,
      (error: { data?: { code?: string } }) => error.data?.code,
    );
    expect(refusal).toBe('register-read-only');
    expect(((await ask(null, 'query', 'plans.list')) as Titles).length).toBe(2);
  }

  it('is told apart from one that looks at the register, over one message port', async () => {
    const { port1, port2 } = new MessageChannel();
    servePort(
      {
        postMessage: (message) => port1.postMessage(message),
        onMessage: (listener) => void port1.on('message', listener),
        onClose: (listener) => void port1.on('close', listener),
      },
      core.app,
    );
    const clientOf = (view: string | null) =>
      createTRPCUntypedClient<AppRouter>({
        links: [portLink(port2 as unknown as LinkPort, view) as never],
      });
    const clients = new Map([null, snapshotId].map((view) => [view, clientOf(view)]));
    try {
      await expectApart(async (view, type, path, input) => clients.get(view)?.[type](path, input));
    } finally {
      port1.close();
    }
  });

  it('is told apart over HTTP, by a header of its requests', async () => {
    const host = await startWebHost({ app: core.app, page: makePage(core.folder) });
    const own: Record<string, string> = { Origin: host.origin, 'Sec-Fetch-Site': 'same-origin' };
    const session = await fetch(host.origin + sessionPath, {
      method: 'POST',
      headers: { ...own, 'Content-Type': 'application/json' },
      body: JSON.stringify({ [tokenField]: new URL(host.newLink()).hash.slice(tokenField.length + 2) }),
    });
    own.Cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
    const clientOf = (view: string | null) =>
      createTRPCUntypedClient<AppRouter>({
        links: [
          httpLink({
            url: host.origin + rpcPath,
            headers: view === null ? own : { ...own, [viewHeader]: view },
          }),
        ],
      });
    try {
      await expectApart((view, type, path, input) => clientOf(view)[type](path, input));
    } finally {
      await host.close();
    }
  });
});
