import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startWebHost } from '#hosts/web/host.ts';
import { createSessions } from '#hosts/web/sessions.ts';
import { makeCore, makePage } from './fixtures.ts';

describe('sessions of the loopback host', () => {
  it('takes a token within a minute, once, and no longer', () => {
    let clock = 0;
    const sessions = createSessions(4000, () => clock);
    const token = sessions.newToken();
    const late = sessions.newToken();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    clock = 59_999;
    expect(sessions.exchange(token)).not.toBeNull();
    expect(sessions.exchange(token)).toBeNull();
    clock = 60_000;
    expect(sessions.exchange(late)).toBeNull();
  });

  it('admits the cookie for a working day, among cookies of others', () => {
    let clock = 0;
    const sessions = createSessions(4000, () => clock);
    const value = sessions.exchange(sessions.newToken());
    const cookie = `${sessions.cookieName}=${value}`;
    expect(sessions.admits(`other=1; ${cookie}; plan-register-4001=x`)).toBe(true);
    expect(sessions.admits(undefined)).toBe(false);
    expect(sessions.admits(`${cookie}x`)).toBe(false);
    expect(sessions.admits(`${cookie}; ${cookie}`)).toBe(false);
    clock = 12 * 3_600_000;
    expect(sessions.admits(cookie)).toBe(false);
  });

  it('keeps several browsers apart and never gives a token as a session', () => {
    const sessions = createSessions(4000, () => 0);
    const [a, b] = [sessions.newToken(), sessions.newToken()];
    expect(sessions.exchange(a)).not.toBe(sessions.exchange(b));
    expect(sessions.admits(`${sessions.cookieName}=${sessions.newToken()}`)).toBe(false);
  });
});

describe('the life of the loopback host', () => {
  it('stops by itself when nobody asks anything, and not while somebody does', async () => {
    const core = makeCore();
    const host = await startWebHost({ app: core.app, page: makePage(core.folder), idleMs: 300 });
    for (let n = 0; n < 5; n += 1) {
      await wait(100);
      expect((await fetch(host.origin)).status).toBe(200);
    }
    const asked = performance.now();
    await host.stopped;
    expect(performance.now() - asked).toBeGreaterThan(200);
    await expect(fetch(host.origin)).rejects.toThrow();
    await core.close();
  });

  it('says so when the port asked for is taken', async () => {
    const core = makeCore();
    const page = makePage(core.folder);
    const host = await startWebHost({ app: core.app, page });
    await expect(startWebHost({ app: core.app, page, port: host.port })).rejects.toMatchObject({
      code: 'not-possible',
      message: expect.stringContaining(String(host.port)),
    });
    await host.close();
    await host.close();
    await core.close();
  });
});
