import { appOn } from './core-app.ts';
import type { Made } from './make-register.ts';
import { byTurns, inMs, median, quantile, type Result } from './measure.ts';

/** Common words, rare ones, several at once, a word only begun, a name, a reference, and what is not there. */
const asked = [
  'leaflets',
  'garden corners',
  'home visits Harbour summer',
  'transl',
  'Amina Dunne 17',
  '12.3',
  'first aid courses Wester Hill within the budget',
  'in',
  'q',
  'zebra crossing',
  '12.3(iv)',
];
/** Words misspelt, of which something like them is looked for once nothing was found. */
const misspelt = ['leeflets', 'gardne corners', 'Amnia Dunne'];

/** Searching as the officer types, p95 over all that was asked. */
export async function benchSearch(made: Made, folder: string): Promise<Result[]> {
  const { app, caller } = await appOn(made.path, folder);
  try {
    const runs = Object.fromEntries(
      asked.map((text) => [text, () => caller.search.find({ text, limit: 50 })]),
    );
    const timed = await byTurns(15, runs);
    const all = Object.values(timed).flat();
    const slowest = asked.reduce((a, b) => (median(timed[a] ?? []) >= median(timed[b] ?? []) ? a : b));
    const near = await byTurns(
      15,
      Object.fromEntries(misspelt.map((text) => [text, () => caller.search.like({ text })])),
    );
    const nearAll = Object.values(near).flat();
    return [
      {
        name: 'words like what was misspelt at 100,000 rows, p95',
        value: quantile(nearAll, 0.95),
        unit: 'ms',
        aim: 200,
        of: `median ${inMs(median(nearAll))}`,
      },
      {
        name: 'search at 100,000 rows, p95',
        value: quantile(all, 0.95),
        unit: 'ms',
        aim: 200,
        of: `median ${inMs(median(all))}; slowest "${slowest}" ${inMs(median(timed[slowest] ?? []))}`,
      },
    ];
  } finally {
    await app.close();
  }
}
