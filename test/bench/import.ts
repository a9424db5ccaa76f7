import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { largeWorkbook } from '#test/fixtures/large-workbook.ts';
import { type Sample, stages } from './import-stages.ts';

/**
 * What bringing a workbook in costs beside the least it could cost: the same library parsing it (hucre, with
 * styles) and the same rows inserted bare in one durable transaction. Every sample is a process of its own, the
 * stages alternate, and the median counts.
 *
 *   node test/bench/import.ts [--rounds 5] [--size 2000x12] [--size 50000x20] [--json]
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    size: { type: 'string', multiple: true, default: ['2000x12', '50000x20'] },
    json: { type: 'boolean', default: false },
    sample: { type: 'string' },
    file: { type: 'string' },
  },
});

if (values.sample !== undefined) {
  const stage = stages[values.sample];
  if (stage === undefined) throw new Error(`no such stage: ${values.sample}`);
  const sample = await stage(new Uint8Array(readFileSync(values.file ?? '')));
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpuMs = Math.round((userCPUTime + systemCPUTime) / 1_000);
  console.log(JSON.stringify({ ...sample, cpuMs, rssMegabytes: Math.round(maxRSS / 1024) }));
} else {
  const results = values.size.map((size) => measure(size, Number(values.rounds)));
  if (values.json) console.log(JSON.stringify(results));
}

/** `cpuMs` is the whole process, its start included: steadier than `ms` on a busy machine. */
type Measured = Sample & { readonly cpuMs: number; readonly rssMegabytes: number };

function measure(size: string, rounds: number): Record<string, unknown> {
  const [rows = 0, columns = 0] = size.split('x').map(Number);
  const folder = mkdtempSync(join(tmpdir(), 'import-bench-'));
  try {
    const file = join(folder, 'plan.xlsx');
    writeFileSync(file, largeWorkbook(rows, columns));
    const names = Object.keys(stages);
    const samples = new Map<string, Measured[]>(names.map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const name of round % 2 === 0 ? names : names.toReversed())
        samples.get(name)?.push(sampleOf(name, file));
    }
    return report(size, samples);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sampleOf(stage: string, file: string): Measured {
  const output = execFileSync(process.execPath, [import.meta.filename, '--sample', stage, '--file', file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output) as Measured;
}

function report(size: string, samples: ReadonlyMap<string, readonly Measured[]>): Record<string, unknown> {
  const medians = new Map(
    [...samples].map(([name, list]) => [name, median(list.map((sample) => sample.ms))]),
  );
  const bare = medians.get('bare') ?? Number.NaN;
  const lines = [...samples].map(([name, list]) => {
    const ms = medians.get(name) ?? Number.NaN;
    const parts = Object.keys(list[0]?.parts ?? {}).map(
      (part) => `${part} ${median(list.map((sample) => sample.parts[part] ?? 0))}`,
    );
    const cpu = median(list.map((sample) => sample.cpuMs));
    const rss = median(list.map((sample) => sample.rssMegabytes));
    return {
      stage: name,
      ms,
      ratio: Number((ms / bare).toFixed(2)),
      parts: parts.join(', '),
      'cpu ms': cpu,
      'rss MB': rss,
    };
  });
  if (!values.json) {
    console.log(
      `\n${size}, median of ${samples.get('bare')?.length ?? 0}, milliseconds; ratio to bare parse + bare insert`,
    );
    console.table(lines);
  }
  return { size, lines };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return Math.round(sorted[sorted.length >> 1] ?? Number.NaN);
}
