/** What is measured once a minute of an hour. */
export type Sample = {
  readonly minute: number;
  /** Bytes of the process, and bytes held by the program after collection. */
  readonly rss: number;
  readonly held: number;
  readonly openFiles: number;
  readonly walBytes: number;
};

export type Measured = {
  readonly samples: readonly Sample[];
  /** Milliseconds of each save, and of a bare durable commit right after it. */
  readonly saves: readonly number[];
  readonly commits: readonly number[];
  readonly done: { readonly saves: number; readonly imports: number; readonly backups: number };
  /** What is wrong inside the register at the end. */
  readonly findings: readonly string[];
};

export type SoakResult = Measured['done'] & {
  readonly rssMegabytes: readonly [first: number, last: number];
  readonly heldMegabytes: readonly [first: number, last: number];
  readonly openFiles: readonly [first: number, last: number];
  readonly walMegabytes: number;
  readonly p95Ms: readonly [first: number, last: number];
  /** Of the p95 of a save, last half against the half before it: by itself, and over that of a bare commit. */
  readonly drift: readonly [alone: number, beside: number];
  readonly faults: readonly string[];
};

/** Bytes that a process may grow by while it warms up and its caches fill; the driver's page cache alone is 64 MB. */
const mayHold = 8 * 2 ** 20;
const mayGrow = 96 * 2 ** 20;
/** A checkpoint comes at 4 MB; an import is written before it. */
const mostWal = 8 * 2 ** 20;
const mostDrift = 0.1;

/** Judges what was measured. The first fifth is warming up and left out of every comparison. */
export function judge({ samples, saves, commits, done, findings }: Measured): SoakResult {
  const later = samples.slice(Math.floor(samples.length / 5));
  const [early, late] = halves(later);
  const mean = (of: readonly Sample[], what: (one: Sample) => number) =>
    of.reduce((sum, one) => sum + what(one), 0) / Math.max(1, of.length);
  const pair = (what: (one: Sample) => number) => [mean(early, what), mean(late, what)] as const;
  const rss = pair((one) => one.rss);
  const held = pair((one) => one.held);
  const openFiles = [
    Math.max(0, ...early.map((one) => one.openFiles)),
    Math.max(0, ...late.map((one) => one.openFiles)),
  ] as const;
  const wal = Math.max(0, ...samples.map(({ walBytes }) => walBytes));
  const [savesEarly, savesLate] = halves(saves.slice(Math.floor(saves.length / 5)));
  const [commitsEarly, commitsLate] = halves(commits.slice(Math.floor(commits.length / 5)));
  const p95Ms = [p95(savesEarly), p95(savesLate)] as const;
  const alone = p95Ms[1] / p95Ms[0] - 1;
  const beside = p95Ms[1] / p95(commitsLate) / (p95Ms[0] / p95(commitsEarly)) - 1;
  // Other work comes and goes: a save is slower where it takes longer, and longer than the machine accounts for.
  const drift = Math.min(alone, beside);
  const faults = [
    ...findings,
    ...(held[1] - held[0] > mayHold ? ['memory held after collection grows'] : []),
    ...(rss[1] - rss[0] > mayGrow ? ['memory of the process grows'] : []),
    ...(openFiles[1] > openFiles[0] ? ['more and more files are open'] : []),
    ...(wal > mostWal ? ['the log beside the register grows'] : []),
    ...(drift > mostDrift ? ['saving becomes slower'] : []),
  ];
  return {
    ...done,
    rssMegabytes: [megabytes(rss[0]), megabytes(rss[1])],
    heldMegabytes: [megabytes(held[0]), megabytes(held[1])],
    openFiles,
    walMegabytes: megabytes(wal),
    p95Ms: [round(p95Ms[0]), round(p95Ms[1])],
    drift: [round(alone * 100) / 100, round(beside * 100) / 100],
    faults,
  };
}

const round = (number: number): number => Math.round(number * 10) / 10;
const megabytes = (bytes: number): number => round(bytes / 2 ** 20);

function halves<T>(all: readonly T[]): [T[], T[]] {
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
}

/** The time that 95 of a hundred stay under. */
export function p95(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN;
}
