import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logFileIn, logFilePorts, mostLogBytes } from '#hosts/hosting/log-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entry = (cause: unknown) => ({
  at: '2026-11-22T10:00:00.000Z',
  level: 'fault' as const,
  what: 'plans.setCells',
  reference: 'ab12cd',
  cause,
});

describe('the log file', () => {
  it('is made with its folder, a line of JSON for each entry, without text of the register', () => {
    const { log } = logFilePorts(logFileIn(folder));
    log(entry(new Error('Jean Whitlock')));
    log(entry(null));
    const lines = readFileSync(logFileIn(folder), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).reference)).toEqual(['ab12cd', 'ab12cd']);
    expect(lines.join()).not.toContain('Whitlock');
  });

  it('is turned over before it is a megabyte, and only the one before is kept', () => {
    const path = logFileIn(folder);
    const { log } = logFilePorts(path);
    for (const turn of [1, 2, 3]) {
      log(entry(null));
      writeFileSync(path, `${turn}\n`.padEnd(mostLogBytes, 'x'));
    }
    log(entry(null));
    expect(readdirSync(join(folder, 'Log')).sort()).toEqual([
      'plan-register.log',
      'plan-register.log.before',
    ]);
    expect(statSync(path).size).toBeLessThan(1_000);
    expect(readFileSync(`${path}.before`, 'utf8')[0]).toBe('3');
  });

  it('never holds more than two files of a megabyte, however much goes wrong', () => {
    const { log } = logFilePorts(logFileIn(folder));
    for (let at = 0; at < 6_000; at += 1) log(entry(new Error('x')));
    const sizes = readdirSync(join(folder, 'Log')).map((name) => statSync(join(folder, 'Log', name)).size);
    expect(sizes).toHaveLength(2);
    for (const size of sizes) expect(size).toBeLessThanOrEqual(mostLogBytes);
  });

  it('that cannot be written stops nothing, and says so on stderr without text of the register', () => {
    writeFileSync(join(folder, 'Log'), 'a file where the folder should be');
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    logFilePorts(logFileIn(folder)).log(entry(new Error('Jean Whitlock')));
    expect(said).toHaveBeenCalledOnce();
    expect(String(said.mock.calls[0])).toMatch(/ab12cd/);
    expect(String(said.mock.calls[0])).not.toContain('Whitlock');
    said.mockRestore();
    expect(existsSync(logFileIn(folder))).toBe(false);
  });
});
