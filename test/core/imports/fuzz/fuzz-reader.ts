import { readFile } from '#core/imports/read/read-file.ts';
import { recognise } from '#core/imports/recognise/recognise.ts';
import { AppError } from '#shared/contract/errors.ts';
import { mutatedFiles } from '../../../fixtures/mutated-files.ts';

export type FuzzResult = {
  readonly mutants: number;
  /** Read and recognised; refused in words. */
  readonly read: number;
  readonly refused: number;
  readonly slowestMs: number;
  readonly faults: readonly string[];
};

const options = { year: null, yearStartMonth: 4, legend: {}, corrections: [], profiles: [] };

/** An honest file of this size takes some milliseconds; the worker that reads it is ended after 30 seconds. */
const longestMs = 10_000;

/**
 * Gives the reader and the recogniser spoilt documents of every kind, in this process and without a register, which is
 * a tenth of what an import costs: every one is read, or refused in a sentence that names the file. What a file does to
 * a whole program is tried by test/hosts/hostile-files.test.ts.
 */
export function fuzzReader(mutants: number, seed: number): FuzzResult {
  const faults: string[] = [];
  let read = 0;
  let refused = 0;
  let slowestMs = 0;
  for (const { name, bytes } of mutatedFiles(mutants, seed)) {
    const begun = performance.now();
    try {
      recognise(readFile(bytes(), name), { ...options, fileName: name });
      read += 1;
    } catch (error) {
      refused += 1;
      const amiss = amissIn(error, name);
      if (amiss) faults.push(`${name}: ${amiss}`);
    }
    const ms = performance.now() - begun;
    slowestMs = Math.max(slowestMs, ms);
    if (ms > longestMs) faults.push(`${name}: took ${Math.round(ms)} ms`);
    if (Object.keys(Object.prototype).length > 0)
      throw new Error(`${name} altered what every object is made of`);
  }
  return { mutants, read, refused, slowestMs: Math.round(slowestMs), faults };
}

/** What is amiss with the refusal of a file; null where it says which file and what is wrong in a sentence. */
function amissIn(error: unknown, name: string): string | null {
  if (!(error instanceof AppError)) return `a fault: ${error instanceof Error ? error.stack : String(error)}`;
  if (error.code === 'fault') return `told as a fault: ${error.message}`;
  const { message } = error;
  if (!message.includes(name)) return `the refusal does not name the file: ${message}`;
  return /^(In )?“.+[.!]$/s.test(message) && message.length < 420 ? null : `no sentence: ${message}`;
}
