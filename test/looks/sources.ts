import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedFiles } from '#test/fixtures/seeds/seeds.ts';
import { jsonOf, run } from '#test/hosts/command-line.ts';

/** A register to make reports of, as its file. */
export type Source = { readonly name: string; readonly register: string };

/** The invented partnership of the example. */
export async function exampleSource(folder: string): Promise<Source> {
  mkdirSync(folder, { recursive: true });
  const register = join(folder, 'example.register');
  await done('example', '--register', register);
  return { name: 'example', register };
}

/** Each file of the seeds, imported into a register of its own; none where the seeds are not here. */
export async function seedSources(folder: string): Promise<Source[]> {
  const sources: Source[] = [];
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of seedFiles()) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const register = join(folder, `${name}.register`);
    await done('import', path, '--register', register);
    sources.push({ name, register });
  }
  return sources;
}

async function done(...argv: string[]): Promise<void> {
  const said = jsonOf<{ error?: { message: string } }>(await run(...argv, '--json'));
  if (said.error) throw new Error(said.error.message);
}
