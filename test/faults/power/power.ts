import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkRegister } from '#db/integrity.ts';
import { randomFrom } from '../../db/kill/loop.ts';
import { saidBy } from '../fail.ts';
import { digestsOf, lookAtCopy } from '../past/contents.ts';
import { scratchFolder } from '../scratch.ts';
import { behindShim } from '../shim/shim.ts';
import { deskIn, type Work } from '../works/work.ts';
import { Disk } from './disk.ts';
import { type Call, readRecord } from './record.ts';

export type PowerResult = {
  readonly work: string;
  readonly images: number;
  /** Images taken in the middle of the work; acknowledged turns looked for in all images. */
  readonly midway: number;
  readonly acknowledged: number;
  readonly writes: number;
  readonly syncs: number;
  readonly slowestOpenMs: number;
  readonly faults: readonly string[];
};

/** So often each work is done while it is recorded. */
const turns: Readonly<Record<string, number>> = { save: 12, import: 2, backup: 2, restore: 3, migrate: 1 };

/**
 * Records what a work writes and syncs, then rebuilds what could be on the disk had the power gone at some moment, and
 * opens that: acknowledged work is there, the rest whole or not at all.
 */
export async function losePower(work: Work, images: number, seed: number): Promise<PowerResult> {
  const folder = scratchFolder('power');
  try {
    const root = join(folder, 'desk');
    const log = join(folder, 'log');
    const times = turns[work.name] ?? 1;
    const env = behindShim({ root, control: join(folder, 'control'), log });
    await saidBy([join(import.meta.dirname, 'power-child.ts'), work.name, String(times)], env);
    const calls = readRecord(log);
    return await lookAtImages({
      work,
      images,
      seed,
      root,
      template: join(folder, 'template'),
      folder,
      calls,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Looking = {
  work: Work;
  images: number;
  seed: number;
  root: string;
  template: string;
  folder: string;
  calls: readonly Call[];
};

async function lookAtImages(o: Looking): Promise<PowerResult> {
  const random = randomFrom(o.seed);
  const faults: string[] = [];
  // Moments in the order in which they come: the disk is led on from one to the next.
  const moments = Array.from({ length: o.images }, () => Math.floor(random() * (o.calls.length + 1)));
  moments.sort((a, b) => a - b);
  const disk = new Disk(o.template, o.root);
  const before = JSON.stringify(lookAtCopy(deskIn(o.template).register, (raw) => digestsOf(raw)));
  const told = { begun: -1, done: -1 };
  let [seen, midway, acknowledged, slowestOpenMs] = [0, 0, 0, 0];
  for (const moment of moments) {
    for (; seen < moment; seen += 1) {
      const call = o.calls[seen] as Call;
      if (call.what === 'M') tell(told, call.one);
      else disk.see(call);
    }
    if (told.begun > told.done) midway += 1;
    acknowledged += told.done + 1;
    const image = join(o.folder, 'image');
    rmSync(image, { recursive: true, force: true });
    mkdirSync(image);
    disk.image(image, o.root, random);
    const { wrong, openMs } = await judged(o.work, image, told, before);
    slowestOpenMs = Math.max(slowestOpenMs, Math.round(openMs));
    faults.push(
      ...wrong.map((text) => `${o.work.name}, after call ${moment}, ${JSON.stringify(told)}: ${text}`),
    );
  }
  const count = (what: string) => o.calls.filter((call) => call.what === what).length;
  const figures = { midway, acknowledged, writes: count('W'), syncs: count('S'), slowestOpenMs };
  return { work: o.work.name, images: o.images, ...figures, faults };
}

function tell(told: { begun: number; done: number }, text: string): void {
  const [word, turn] = text.split(' ');
  if (word === 'begin') told.begun = Number(turn);
  else told.done = Number(turn);
}

async function judged(work: Work, image: string, told: { begun: number; done: number }, before: string) {
  const desk = deskIn(image, 1_000);
  const wrong: string[] = [];
  const began = performance.now();
  if (told.done < 0 && told.begun < 0 && work.opens) {
    const same = lookAtCopy(desk.register, (raw) => JSON.stringify(digestsOf(raw)) === before);
    if (!same) wrong.push('nothing was done, and the register is not as before');
  }
  let openMs = 0;
  try {
    const { db } = await desk.app.openPath(desk.register);
    openMs = performance.now() - began;
    wrong.push(...checkRegister(db).map(({ text }) => text));
    for (let turn = 0; turn <= told.done; turn += 1)
      if (!work.isDone(db.raw, turn)) wrong.push(`acknowledged work ${turn} is lost`);
  } catch (error) {
    wrong.push(`it does not open: ${(error as Error).message}`);
  } finally {
    await desk.app.close();
  }
  wrong.push(...(work.judge?.(desk, told.done + 1) ?? []));
  return { wrong, openMs };
}
