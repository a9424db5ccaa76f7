import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Call } from './record.ts';

/**
 * A disk with a cache: what was synced stays; of what was written, cut, named, renamed and removed since, any part may
 * be there or not when the power goes. What is in one folder happens in order, as every journal has it; what is in one
 * file in no order at all, down to single sectors of a write.
 */
type Change = { readonly at: number; readonly data: Buffer } | { readonly size: number };
type Content = { bytes: Buffer; since: Change[] };
type Renaming = { readonly path: string; readonly content: Content | null; readonly from?: string };

export class Disk {
  private readonly names = new Map<string, Content>();
  private readonly lasting = new Map<string, Content>();
  private readonly unsynced = new Map<string, Renaming[]>();
  private readonly folders = new Set<string>();
  private readonly open = new Map<number, Content | string>();

  /** With what is in a folder now, all of it synced. */
  constructor(folder: string, as: string) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) {
        this.folders.add(join(as, name));
        continue;
      }
      const content = { bytes: readFileSync(path), since: [] };
      this.names.set(join(as, name), content);
      this.lasting.set(join(as, name), content);
    }
  }

  see(call: Call): void {
    const { what, fd, a, b, one, two, data } = call;
    if (what === 'O') this.opened(fd, one, a === 1, b === 1);
    else if (what === 'C') this.open.delete(fd);
    else if (what === 'W') this.contentOf(fd)?.since.push({ at: a, data });
    else if (what === 'T') this.contentOf(fd)?.since.push({ size: a });
    else if (what === 'S') this.synced(fd);
    else if (what === 'D') this.folders.add(one);
    else if (what === 'U') this.rename({ path: one, content: null });
    else if (what === 'L' || what === 'R') {
      const content = this.names.get(one);
      if (!content) throw new Error(`"${one}" was never seen`);
      this.rename({ path: two, content, ...(what === 'R' && { from: one }) });
    }
  }

  private contentOf(fd: number): Content | null {
    const found = this.open.get(fd);
    return found === undefined || typeof found === 'string' ? null : found;
  }

  private opened(fd: number, path: string, makes: boolean, cuts: boolean): void {
    const known = this.names.get(path);
    if (!known && !makes) {
      this.open.set(fd, path);
      return;
    }
    const content = known ?? { bytes: Buffer.alloc(0), since: [] };
    if (!known) this.rename({ path, content });
    else if (cuts) content.since.push({ size: 0 });
    this.open.set(fd, content);
  }

  private rename(change: Renaming): void {
    if (change.from !== undefined) this.names.delete(change.from);
    if (change.content) this.names.set(change.path, change.content);
    else this.names.delete(change.path);
    const folder = dirname(change.path);
    this.unsynced.set(folder, [...(this.unsynced.get(folder) ?? []), change]);
  }

  private synced(fd: number): void {
    const found = this.open.get(fd);
    if (typeof found === 'string') {
      for (const change of this.unsynced.get(found) ?? []) apply(this.lasting, change);
      this.unsynced.delete(found);
    } else if (found) {
      found.bytes = written(found.bytes, found.since);
      found.since = [];
    }
  }

  /** Writes into a folder what is there after the power went, by chance. */
  image(folder: string, as: string, random: () => number): void {
    const names = new Map(this.lasting);
    for (const changes of this.unsynced.values())
      for (const change of changes.slice(0, Math.floor(random() * (changes.length + 1))))
        apply(names, change);
    for (const path of [as, ...this.folders])
      mkdirSync(join(folder, relative(as, path)), { recursive: true });
    for (const [path, { bytes, since }] of names)
      writeFileSync(join(folder, relative(as, path)), written(bytes, surviving(since, random)));
  }
}

function apply(names: Map<string, Content>, { path, content, from }: Renaming): void {
  if (from !== undefined) names.delete(from);
  if (content) names.set(path, content);
  else names.delete(path);
}

const sectors = [512, 4_096] as const;

/** Which changes of one file reached the disk: none, all, the first few, or any; of a write perhaps a part. */
function surviving(since: readonly Change[], random: () => number): Change[] {
  const way = random();
  if (way < 0.15) return [];
  if (way < 0.3) return [...since];
  if (way < 0.5) return since.slice(0, Math.floor(random() * (since.length + 1)));
  const share = random();
  return since
    .filter(() => random() < share)
    .flatMap((change) => ('data' in change && random() < 0.3 ? torn(change, random) : [change]));
}

/** Some sectors of a write. */
function torn({ at, data }: { at: number; data: Buffer }, random: () => number): Change[] {
  const sector = sectors[Math.floor(random() * sectors.length)] ?? 512;
  const parts: Change[] = [];
  for (let from = 0; from < data.length; ) {
    // Sectors begin where the disk's do, not where the write does.
    const to = Math.min(data.length, from + sector - ((at + from) % sector));
    if (random() < 0.5) parts.push({ at: at + from, data: data.subarray(from, to) });
    from = to;
  }
  return parts;
}

function written(bytes: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return bytes;
  let size = bytes.length;
  const most = changes.reduce(
    (end, change) => Math.max(end, 'data' in change ? change.at + change.data.length : change.size),
    size,
  );
  const out = Buffer.alloc(most);
  bytes.copy(out);
  for (const change of changes) {
    if ('data' in change) {
      change.data.copy(out, change.at);
      size = Math.max(size, change.at + change.data.length);
    } else {
      if (change.size < size) out.fill(0, change.size, size);
      size = change.size;
    }
  }
  return out.subarray(0, size);
}
