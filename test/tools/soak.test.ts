import { describe, expect, it } from 'vitest';
import { judge, type Sample } from '../soak/judge.ts';

const minutes = Array.from({ length: 60 }, (_, minute) => minute);
const steady = (minute: number): Sample => ({
  ...{ minute, rss: 300e6, held: 60e6, openFiles: 30, walBytes: 4e6 },
});
const measured = (o: { sample?: (minute: number) => Partial<Sample>; save?: (turn: number) => number }) => ({
  samples: minutes.map((minute) => ({ ...steady(minute), ...o.sample?.(minute) })),
  saves: Array.from({ length: 1_000 }, (_, turn) => o.save?.(turn) ?? 5 + (turn % 7)),
  commits: Array.from({ length: 1_000 }, (_, turn) => 1 + (turn % 3)),
  done: { saves: 1_000, imports: 10, backups: 10 },
  findings: [],
});

describe('an hour of work', () => {
  it('is in order where nothing grows', () => {
    expect(judge(measured({})).faults).toEqual([]);
  });

  it.each([
    ['memory held', { sample: (minute: number) => ({ held: 60e6 + minute * 1e6 }) }, /held/],
    ['memory', { sample: (minute: number) => ({ rss: 300e6 + minute * 6e6 }) }, /process grows/],
    ['open files', { sample: (minute: number) => ({ openFiles: 30 + Math.floor(minute / 10) }) }, /files/],
    ['the log', { sample: (minute: number) => ({ walBytes: minute * 1e6 }) }, /log/],
    ['the time of a save', { save: (turn: number) => 5 + (turn % 7) + turn / 300 }, /slower/],
  ])('is not where %s grows', (_what, o, words) => {
    expect(judge(measured(o)).faults.join()).toMatch(words);
  });
});
