import { startReading } from '#core/imports/session/reading-session.ts';

/** Reads a small file twice, in a worker each: made to be run by a V8 that tells what it frees. */
const bytes = new TextEncoder().encode('Ref,Action,Lead\n1.1,Open a toy library,AB\n');
const options = {
  fileName: 'plan.csv',
  year: null,
  yearStartMonth: 4,
  legend: {},
  corrections: [],
  profiles: [],
} as const;

for (let round = 0; round < 2; round += 1) {
  const session = await startReading({ name: 'plan.csv', bytes, options });
  await session.close();
}
console.log('read');
