import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { killWorks } from '../faults/kill/works.ts';
import { works } from '../faults/works/works.ts';

const root = join(import.meta.dirname, '..', '..');
const workflow = readFileSync(join(root, '.github', 'workflows', 'nightly.yml'), 'utf8');
const commands = [...workflow.matchAll(/^ {10}- (.+)$/gm)].map((match) => match[1] ?? '');

/** What every command of a tool names by `--work`. */
const named = (tool: string): Set<string> =>
  new Set(
    commands
      .filter((command) => command.includes(`tools/${tool}.ts`))
      .flatMap((command) => [...command.matchAll(/--work (\w+)/g)].map((match) => match[1] ?? '')),
  );

describe('the counts of every night', () => {
  it('run scripts that are there', () => {
    const scripts = commands.flatMap((command) => [...command.matchAll(/(?:tools|test)\/\S+/g)].flat());
    expect(scripts.length).toBeGreaterThan(10);
    expect(scripts.filter((script) => !existsSync(join(root, script)))).toEqual([]);
  });

  it('kill every kind of work, and let every call of each work fail', () => {
    expect([...named('kill')].sort()).toEqual(['imports', 'saves', ...Object.keys(killWorks)].sort());
    expect([...named('faults')].sort()).toEqual(works.map(({ name }) => name).sort());
  });

  it('are those of the papers', () => {
    const paper = readFileSync(join(root, 'docs', 'safety.md'), 'utf8');
    const tools = [...paper.matchAll(/`node (tools\/[\w-]+\.ts)/g)].map((match) => match[1] ?? '');
    expect(tools.length).toBeGreaterThan(5);
    expect(tools.filter((tool) => !commands.some((command) => command.includes(tool)))).toEqual([]);
  });
});
