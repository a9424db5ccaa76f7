import { describe, expect, it } from 'vitest';
import { damageBackups } from './damage-backups.ts';

describe('damaged backups', () => {
  it('are refused, whatever was done to them: bits, cuts, empty pages, swapped files and records', async () => {
    for (const { kind, tried, refused, restored } of await damageBackups(240)) {
      expect(restored, kind).toEqual([]);
      expect(refused).toBe(tried);
    }
  }, 120_000);
});
