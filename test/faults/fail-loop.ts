import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { checkRegister } from '#db/integrity.ts';
import { type Digest, digestsOf, lookAtCopy } from './past/contents.ts';
import {
  type ErrorName,
  type Fault,
  type Kinds,
  type Met,
  type ShimControl,
  shimControl,
} from './shim/control.ts';
import { amissIn } from './told.ts';
import { type Desk, deskIn, type Work } from './works/work.ts';

/**
 * SQLite's way of testing failing calls (https://www.sqlite.org/testing.html, 3.2): the first call fails, then the
 * second, and so on until the work is done without meeting the failure; once with that call alone failing, once
 * with every later call as well. Runs inside a program behind the shim.
 */
export type LoopOrder = {
  readonly work: Work;
  readonly error: ErrorName;
  readonly ever: boolean;
  readonly kinds: Kinds;
  /** The folder that the shim watches. */
  readonly root: string;
  /** Where the folder as it is beforehand is kept, outside of it. */
  readonly template: string;
  /** Only every so manieth call fails, and which of those first. */
  readonly every: number;
  readonly from: number;
};

export type LoopResult = {
  readonly work: string;
  readonly error: ErrorName;
  readonly ever: boolean;
  readonly kinds: Kinds;
  /** Calls that could fail in the whole of the work. */
  readonly calls: number;
  /** Runs in which one failed; of them, told as a refusal, and done in spite of it. */
  readonly runs: number;
  readonly refused: number;
  readonly done: number;
  readonly faults: readonly string[];
};

type State = Record<string, Digest>;
const stateOf = (path: string): State => lookAtCopy(path, (raw) => digestsOf(raw));
const same = (a: State, b: State): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Makes the folder as it is beforehand. */
export async function prepareTemplate(work: Work, template: string, root: string): Promise<void> {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const desk = deskIn(root);
  await work.prepare(desk);
  await desk.app.close();
  rmSync(template, { recursive: true, force: true });
  cpSync(root, template, { recursive: true });
}

export async function failLoop(o: LoopOrder): Promise<LoopResult> {
  const shim = shimControl();
  const before = stateOf(deskIn(o.template).register);
  const faults: string[] = [];
  const tally = { runs: 0, refused: 0, done: 0 };
  let calls = 0;
  for (let at = o.from; ; at += o.every) {
    const run = await once(o, before, shim, { at, error: o.error, ever: o.ever, kinds: o.kinds });
    calls = run.met.calls;
    if (run.met.failed === 0) {
      faults.push(...run.faults.map((text) => `without a failure: ${text}`));
      break;
    }
    tally.runs += 1;
    tally[run.refused ? 'refused' : 'done'] += 1;
    const where = `${o.work.name}, ${o.error} ${o.ever ? 'from' : 'at'} call ${at} (${run.met.call} ${run.met.path.replace(o.root, '')})`;
    faults.push(...run.faults.map((text) => `${where}: ${text}`));
  }
  return { work: o.work.name, error: o.error, ever: o.ever, kinds: o.kinds, calls, ...tally, faults };
}

type Run = { met: Met; refused: boolean; faults: string[] };

async function once(o: LoopOrder, before: State, shim: ShimControl, fault: Fault): Promise<Run> {
  rmSync(o.root, { recursive: true, force: true });
  cpSync(o.template, o.root, { recursive: true });
  const desk = deskIn(o.root, fault.at);
  if (o.work.opens) await desk.app.openPath(desk.register);
  const faults: string[] = [];
  shim.arm(fault);
  let refusal: unknown = null;
  try {
    await o.work.run(desk);
  } catch (error) {
    refusal = error;
  }
  const met = shim.disarm();
  const refused = refusal !== null;
  if (refused) {
    const amiss = amissIn(refusal, fault.error);
    if (amiss) faults.push(amiss);
  }
  faults.push(...looked(o.work, desk, before, !refused));
  // Every second time the officer gives up instead: what was refused must not be there afterwards.
  const again = fault.at % 2 === 1;
  if (refused && again) faults.push(...(await triedAgain(o.work, desk)));
  await desk.app.close().catch((error: unknown) => {
    faults.push(`closing: ${String(error)}`);
  });
  faults.push(...(await atLast(o.work, desk, before, again || !refused)));
  return { met, refused, faults };
}

/** What was found in a register, by its bytes: most runs leave one that was looked at before. */
type Seen = { broken: string; state: State; has: boolean };
const seen = new Map<string, Seen>();

function fingerprint(path: string): string {
  const hash = createHash('sha256');
  for (const end of ['', '-wal', '-journal']) {
    hash.update(end);
    if (existsSync(`${path}${end}`)) hash.update(readFileSync(`${path}${end}`));
  }
  return hash.digest('hex');
}

function seenIn(work: Work, path: string): Seen {
  const print = fingerprint(path);
  const known = seen.get(print);
  if (known) return known;
  const found = lookAtCopy(path, (raw) => ({
    broken: String(raw.pragma('integrity_check', { simple: true })),
    state: digestsOf(raw),
    has: work.isDone(raw),
  }));
  seen.set(print, found);
  return found;
}

/** As if the program had been killed at this moment: the register is as before or has all that was done. */
function looked(work: Work, desk: Desk, before: State, done: boolean): string[] {
  const { broken, state, has } = seenIn(work, desk.register);
  if (broken !== 'ok') return [`the register is damaged: ${broken}`];
  if (!has && done) return ['it was said to be done and is not there'];
  if (!has && !same(before, state)) return ['neither as before nor done'];
  return work.judge?.(desk, done) ?? [];
}

async function triedAgain(work: Work, desk: Desk): Promise<string[]> {
  try {
    await work.run(desk);
  } catch (error) {
    return [`trying again is refused: ${(error as Error).stack ?? String(error)}`];
  }
  return work.judge?.(desk, true) ?? [];
}

/** Registers, by their bytes, that were opened anew and found in order. */
const inOrder = new Set<string>();

/** Opened anew, all is in order: whole where it was done, as before where it was refused for good. */
async function atLast(work: Work, desk: Desk, before: State, done: boolean): Promise<string[]> {
  const faults: string[] = [];
  if (!done && work.opens && !same(before, seenIn(work, desk.register).state)) {
    faults.push('what was refused is there after closing');
  }
  const print = `${done} ${fingerprint(desk.register)}`;
  if (inOrder.has(print)) return faults;
  const after = deskIn(desk.folder, 500_000);
  try {
    const { db } = await after.app.openPath(after.register);
    faults.push(...checkRegister(db).map(({ text }) => text));
    if (done && !work.isDone(db.raw)) faults.push('what was done is gone after closing');
  } catch (error) {
    faults.push(`it cannot be opened again: ${String(error)}`);
  } finally {
    await after.app.close();
  }
  if (faults.length === 0) inOrder.add(print);
  return faults;
}
