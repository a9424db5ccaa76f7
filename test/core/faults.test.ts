import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { faultOf } from '#core/faults.ts';
import type { Options } from '#core/options.ts';
import type { LogEntry } from '#core/ports.ts';

const withCode = (code: string) => Object.assign(new Error(code), { code });

function told(cause: unknown) {
  const log: LogEntry[] = [];
  const options = {
    now: () => '2010-10-12T09:00:00.000Z',
    newId: () => '0198b1c2-0000-7000-8000-00000000cafe',
    ports: { log: (entry: LogEntry) => log.push(entry) },
  } as unknown as Options;
  const { code, message } = faultOf(cause, { options, path: 'plans.setCells' });
  expect(log).toMatchObject([{ level: 'fault', what: 'plans.setCells', reference: '00cafe', cause }]);
  return { code, message };
}

describe('an error that no rule expected', () => {
  it.each([
    ['EIO', 'disk-failed', /disk did not let .*EIO.*Check the disk/],
    ['ENOSPC', 'disk-full', /disk is full\. Make some room/],
    ['EACCES', 'no-permission', /does not let you use .*EACCES.*Ask whoever looks after it/],
    ['EPERM', 'no-permission', /does not let you use .*EPERM/],
  ])('is told as what the system said where that is %s', (code, as, sentence) => {
    const { code: toldAs, message } = told(withCode(code));
    expect(toldAs).toBe(as);
    expect(message).toMatch(sentence);
  });

  it('is told as the disk where the driver cannot look at the folder, for which it has no code', () => {
    let cause: unknown;
    try {
      new Database('/no such folder/office.register');
    } catch (error) {
      cause = error;
    }
    expect(told(cause).code).toBe('disk-failed');
  });

  it('is the mistake of the program otherwise, told by a reference and no internals', () => {
    const { code, message } = told(new TypeError('x is not a function'));
    expect(code).toBe('fault');
    expect(message).toBe(
      "The program made a mistake and gave up this step. It is in the program's log under 00cafe.",
    );
  });
});
