import { openSync, readSync, writeSync } from 'node:fs';
import { constants } from 'node:os';

/** The page that a program behind the shim shares with it: struct control of shim.c. */
export const pageBytes = 4_096;

export type ErrorName = 'ENOSPC' | 'EIO' | 'EACCES';

export type Fault = {
  /** The call that fails, counted from 1 since now. */
  readonly at: number;
  readonly error: ErrorName;
  /** Every later call fails as well. */
  readonly ever: boolean;
  /** Which calls are counted: those that change something or look something up, or those that read a file. */
  readonly kinds: Kinds;
};

export type Kinds = 'writes' | 'reads';
const kindBits: Record<Kinds, number> = { writes: 1 | 4, reads: 2 };

export type Met = {
  /** Calls that could have failed. */
  readonly calls: number;
  /** Calls that did. */
  readonly failed: number;
  /** The first of them, such as "fsync". */
  readonly call: string;
  readonly path: string;
};

/** From inside the program: arms its own shim. */
export function shimControl(path = process.env.SHIM_CONTROL ?? '') {
  const file = openSync(path, 'r+');
  const put = (bytes: Buffer, at: number) => void writeSync(file, bytes, 0, bytes.length, at);
  const numbers = (...of: number[]) => {
    const bytes = Buffer.alloc(of.length * 4);
    of.forEach((number, index) => {
      bytes.writeInt32LE(number, index * 4);
    });
    return bytes;
  };
  return {
    /** Lets a call fail; without a fault calls are only counted. */
    arm(fault?: Fault): void {
      const counts = Buffer.alloc(24);
      counts.writeBigUInt64LE(BigInt(fault?.at ?? 0), 8);
      put(counts, 0);
      put(Buffer.alloc(576), 40);
      put(numbers(fault ? kindBits[fault.kinds] : 7), 616);
      const error = fault ? constants.errno[fault.error] : constants.errno.EIO;
      put(numbers(error, fault?.ever ? 1 : 0, 1), 24);
    },
    disarm(): Met {
      put(numbers(0), 32);
      const page = Buffer.alloc(616);
      readSync(file, page, 0, page.length, 0);
      const text = (from: number, to: number) =>
        page.subarray(from, to).toString('utf8').split('\0')[0] ?? '';
      return {
        calls: Number(page.readBigUInt64LE(0)),
        failed: Number(page.readBigUInt64LE(16)),
        call: text(40, 104),
        path: text(104, 616),
      };
    },
    /** From now on all that is written and synced is written down, or no longer. */
    record(on: boolean): void {
      put(numbers(on ? 1 : 0), 36);
    },
  };
}
export type ShimControl = ReturnType<typeof shimControl>;
