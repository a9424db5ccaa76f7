import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

describe('WebAssembly in reading workers', () => {
  // docs/decisions/0156: what V8 frees while a worker takes it up again breaks the whole process down. The first thread
  // strips the types of its own files before there is a worker, and may free what it likes.
  it('is never searched for code to free once there is a worker', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--trace-wasm-code-gc',
      '--stress-wasm-code-gc',
      join(import.meta.dirname, 'wasm-child.ts'),
    ]);
    expect(stdout).toMatch(/^read$/m);
    expect(stdout).not.toMatch(/Isolate [1-9]\d* reporting/);
  }, 90_000);
});
