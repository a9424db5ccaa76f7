import { readFile } from '#core/imports/read/read-file.ts';
import { cell, table, wordFile } from '#test/fixtures/word/word.ts';

/** A plan of 2,000 rows in one Word table: how long the first reading of a fresh process takes, and how much memory. */
const words = 'review policy families centre outreach register target visits health school'.split(' ');
let seed = 1;
const some = (count: number): string =>
  Array.from({ length: count }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return words[Math.floor((seed / 2_147_483_648) * words.length)];
  }).join(' ');
const rows = Array.from({ length: 2_000 }, (_, i) => [
  `${i}.1`,
  some(12),
  some(3),
  'Mar 2026',
  some(16),
  cell('Amber', { fill: 'FFC000' }),
]);
const file = wordFile([
  table([['Ref', 'Action', 'Lead', 'Date', 'Progress', 'RAG'], ...rows], { headerRows: 1 }),
]);
const before = process.memoryUsage.rss();
const cpu = process.cpuUsage();
const from = performance.now();
const grid = readFile(file, 'plan.docx').grids[0];
const took = performance.now() - from;
const { user, system } = process.cpuUsage(cpu);
console.log(
  `${Math.round(file.length / 1024)} kB, ${grid?.rowCount} rows: ${Math.round(took)} ms (${Math.round((user + system) / 1000)} ms of processor), ${Math.round((process.memoryUsage.rss() - before) / 1024 / 1024)} MB more`,
);
