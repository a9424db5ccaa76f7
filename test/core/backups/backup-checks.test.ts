import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChecks, type ToCheck } from '#core/backups/backup-checks.ts';
import { tempFolder } from '../../db/temp-register.ts';

let place: ReturnType<typeof tempFolder>;
beforeEach(() => {
  place = tempFolder();
});
afterEach(() => place.remove());

/** Three blocks and a bit. */
const bytes = Buffer.alloc((3 << 20) + 5, 'silt');
const file = (name: string, content = bytes): ToCheck => {
  writeFileSync(place.path(name), content);
  return { path: place.path(name), bytes: content.length, modifiedMs: 1, sha256: hash('sha256', bytes) };
};

/** A disk whose every step waits to be let go, and a clock that is put on by hand. */
function slowDisk() {
  const waiting: (() => void)[] = [];
  let ms = 0;
  const checks = createChecks({
    elapsed: () => ms,
    async step(step) {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return step();
    },
  });
  return {
    checks,
    steps: () => waiting.length,
    async letGo(steps: number): Promise<void> {
      for (let n = 0; n < steps; n += 1) {
        await expect.poll(() => waiting.length).toBeGreaterThan(0);
        waiting.shift()?.();
      }
    },
    later(by: number) {
      ms += by;
    },
  };
}

describe('the reading of backups', () => {
  it('goes one after another in the order asked for, and says of each how far it is', async () => {
    const { checks, letGo } = slowDisk();
    const all = [file('first'), file('second', Buffer.from(bytes).fill('x', 1 << 20, (1 << 20) + 1))];
    expect(checks.ask(all)).toEqual(['checking', 'waiting']);
    // Opened, three blocks, the rest, the end.
    await letGo(6);
    await expect.poll(() => checks.ask(all)).toEqual(['checked', 'checking']);
    await letGo(6);
    await expect.poll(() => checks.ask(all)).toEqual(['checked', 'damaged']);
    expect(all.map((one) => checks.isDamaged(one))).toEqual([false, true]);
  });

  it('ends where nobody asks any more, and goes on when somebody does', async () => {
    const { checks, letGo, later, steps } = slowDisk();
    const all = [file('one')];
    checks.ask(all);
    await letGo(2);
    await expect.poll(steps).toBe(1);
    later(60_000);
    await letGo(1);
    await setImmediate();
    expect(steps()).toBe(0);
    await expect.poll(() => checks.ask(all)).toEqual(['checking']);
    await letGo(6);
    await expect.poll(() => checks.ask(all)).toEqual(['checked']);
  });

  it('ends at once where it is stopped', async () => {
    const { checks, letGo, steps } = slowDisk();
    const all = [file('one'), file('two')];
    checks.ask(all);
    await letGo(2);
    await expect.poll(steps).toBe(1);
    checks.stop();
    await letGo(1);
    await setImmediate();
    expect(steps()).toBe(0);
    expect(checks.isDamaged(all[0] as ToCheck)).toBe(false);
  });

  it('takes what cannot be read for unread, not for damaged, and tries again', async () => {
    const { checks, letGo, later } = slowDisk();
    const gone = { ...file('one'), path: place.path('none') };
    checks.ask([gone]);
    await letGo(1);
    await expect.poll(() => checks.ask([gone])).toEqual(['unread']);
    expect(checks.isDamaged(gone)).toBe(false);
    writeFileSync(gone.path, bytes);
    later(61_000);
    checks.ask([gone]);
    await letGo(6);
    await expect.poll(() => checks.ask([gone])).toEqual(['checked']);
  });

  it('knows nothing any more of a file that was written since', async () => {
    const checks = createChecks();
    const one = file('one');
    await expect.poll(() => checks.ask([one])).toEqual(['checked']);
    expect(checks.ask([{ ...one, modifiedMs: 2 }])).toEqual(['checking']);
    checks.stop();
  });
});
