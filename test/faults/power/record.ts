import { readFileSync } from 'node:fs';

/** One call as the shim wrote it down (say() in shim.c). */
export type Call = {
  /** O opened, W written, T cut, S synced, C closed, U removed, D folder made, R renamed, L linked, M a mark. */
  readonly what: string;
  readonly fd: number;
  readonly a: number;
  readonly b: number;
  readonly one: string;
  readonly two: string;
  readonly data: Buffer;
};

const headBytes = 40;

export function readRecord(path: string): Call[] {
  const bytes = readFileSync(path);
  const calls: Call[] = [];
  for (let at = 0; at < bytes.length; ) {
    const head = bytes.subarray(at, at + headBytes);
    const [ones, twos, datas] = [24, 28, 32].map((from) => head.readUInt32LE(from)) as [
      number,
      number,
      number,
    ];
    const from = at + headBytes;
    calls.push({
      what: String.fromCharCode(head[0] ?? 0),
      fd: head.readInt32LE(4),
      a: Number(head.readBigInt64LE(8)),
      b: Number(head.readBigInt64LE(16)),
      one: bytes.toString('utf8', from, from + ones),
      two: bytes.toString('utf8', from + ones, from + ones + twos),
      data: bytes.subarray(from + ones + twos, from + ones + twos + datas),
    });
    at = from + ones + twos + datas;
  }
  return calls;
}
