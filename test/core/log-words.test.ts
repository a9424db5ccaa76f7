import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { causeWords } from '#core/log-words.ts';
import { lineOf } from '#core/ports.ts';
import { AppError } from '#shared/contract/errors.ts';

const thrownBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};
const told = (cause: unknown) =>
  lineOf({ at: '2026-11-22T10:00:00.000Z', level: 'fault', what: 'plans.setCells', reference: 'a1', cause });

describe('what a log keeps of a fault', () => {
  it('tells its kind, its code and where it arose', () => {
    const cause = Object.assign(new TypeError('Jean Whitlock is not iterable'), { code: 'ERR_SOMETHING' });
    expect(causeWords(cause)).toMatchObject({ kind: 'TypeError', code: 'ERR_SOMETHING' });
    expect(causeWords(cause)?.at?.[0]).toMatch(/^\S* ?\(log-words\.test\.ts:\d+:\d+\)$/);
  });

  it('keeps a message that can only be of the engine, and of a file system its act', () => {
    expect(causeWords(new Error('UNIQUE constraint failed: people.id'))?.says).toBe(
      'UNIQUE constraint failed: people.id',
    );
    const missing = new Error("ENOENT: no such file or directory, open '/home/jean/Whitlock.register'");
    expect(causeWords(missing)?.says).toBe('ENOENT: no such file or directory');
    expect(causeWords(new Error('UNIQUE constraint failed: Jean Whitlock'))?.says).toBeUndefined();
  });

  it('follows what caused it, and not for ever', () => {
    const round: Error & { cause?: unknown } = new Error('x');
    round.cause = round;
    expect(told(round).length).toBeLessThan(8_000);
    const inner = new AppError('disk-full', 'Jean Whitlock’s disk is full.');
    expect(causeWords(new Error('y', { cause: inner }))?.causes?.[0]).toMatchObject({
      kind: 'AppError',
      code: 'disk-full',
    });
  });

  it('tells how many of which kind did not fit a schema, and no path through keys', () => {
    const cause = thrownBy(() => z.record(z.string(), z.int()).parse({ 'Jean Whitlock': 'x', other: 'y' }));
    expect(causeWords(cause)?.says).toBe('2 invalid_type');
    expect(told(cause)).not.toContain('Whitlock');
  });

  it('keeps a word that a host says of itself, and of an address no more than whose it is', () => {
    expect(causeWords('GPU, crashed')).toEqual({ kind: 'string' });
    expect(causeWords('crashed, 5')).toEqual({ kind: 'string', says: 'crashed, 5' });
    expect(causeWords('https://evil.example/Whitlock?x=1')).toEqual({
      kind: 'string',
      says: 'https://evil.example',
    });
  });

  it('says nothing of any text, however it comes to be thrown', () => {
    const marker = 'Zzyxqueltharp';
    const ways: ((text: string) => unknown)[] = [
      (text) => thrownBy(() => JSON.parse(text)),
      (text) => thrownBy(() => BigInt(`${text}x`)),
      (text) => thrownBy(() => new RegExp(`*${text}`)),
      (text) => thrownBy(() => z.enum(['a']).parse(text)),
      (text) => thrownBy(() => z.strictObject({}).parse({ [text]: text })),
      (text) => new Error(text),
      (text) => new Error(`x\n    at ${text} (${text}.ts:1:1)`),
      (text) => Object.assign(new Error('x'), { message: 'y', code: text }),
      (text) => Object.assign(new Error(text), { message: 'another' }),
      (text) => Object.assign(new Error('x'), { name: text, detail: text, issues: [{ code: text }] }),
      (text) => new AggregateError([new Error(text)], text, { cause: text }),
      (text) => ({ text }),
      (text) => [text, { text }],
      (text) => text,
    ];
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(...ways), (before, after, way) => {
        const line = told(way(`${before}${marker}${after}`));
        expect(line).not.toContain(marker);
        expect(line.split('\n')).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});
