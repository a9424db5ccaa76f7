import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createApp } from '#core/app.ts';
import { callerOf } from '#core/router.ts';
import { recoverRegister } from '#db/recover.ts';
import { damagedFile, patternOf, secondOf } from './safety-works.ts';

type Tell = (text: string) => void;
const now = () => new Date().toISOString();

/** Backups, each copied to a second place, as the program does it after each. */
export async function copies(path: string, tell: Tell): Promise<void> {
  mkdirSync(secondOf(path), { recursive: true });
  const app = createApp({
    ...{ host: 'cli', version: '0.1.0', newId: randomUUID, now, today: () => now().slice(0, 10) },
    dataDir: `${path}.data`,
    backupsDir: `${path}.backups`,
    ports: { log: () => undefined },
  });
  await app.openPath(path, { create: true });
  const { safety, backups, plans } = callerOf(app);
  // What was chosen once is known on every later start.
  const chosen = async () => (await safety.standing()).second;
  if (!(await chosen())) await safety.setSecondPlace({ folder: secondOf(path) });
  for (let turn = 0; ; turn += 1) {
    await plans.create({ title: `Plan ${turn} ${'silt and reed '.repeat(10)}`, kind: 'plan', period: null });
    const next = `turn ${turn}`;
    tell(`begin ${next}`);
    const { id } = await backups.make();
    const { second } = await safety.copyNow();
    if (second?.state !== 'ready') throw new Error(`the second place is ${second?.state}`);
    tell(`done ${id}`);
  }
}

/** One damaged register, recovered again and again. */
export function recoveries(path: string, seed: string, tell: Tell): void {
  for (let turn = 0; ; turn += 1) {
    const name = `recovered-${seed}-${turn}.register`;
    const aside = join(dirname(path), `aside-${seed}-${turn}`);
    mkdirSync(aside);
    tell(`begin ${name}`);
    recoverRegister({
      ...{ from: damagedFile(path), to: join(dirname(path), name), aside, pattern: patternOf(path) },
      ...{ now, newId: randomUUID, backupsDir: aside, programVersion: '0.1.0', label: 'What could be read' },
    });
    tell(`done ${name}`);
  }
}
