import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

/** Per layer: what it may not import, and what it may (docs/architecture.md). */
const layers: Record<string, { refused: string[]; allowed: string[] }> = {
  'src-shared/domain': {
    refused: ['#db/open.ts', '#core/app.ts', '#hosts/web/host.ts', '#test/a.ts', '#tools/a.ts', 'node:fs'],
    allowed: ['zod', '../contract/errors.ts'],
  },
  db: {
    refused: ['#core/app.ts', '#hosts/web/host.ts', '#test/a.ts', '#tools/a.ts', 'electron', 'react'],
    allowed: ['#shared/contract/errors.ts', 'better-sqlite3', 'drizzle-orm', 'node:fs'],
  },
  'src-main/core/plans': {
    refused: [
      '#hosts/web/host.ts',
      '#test/a.ts',
      '#tools/a.ts',
      'electron',
      'react',
      'node:http',
      'better-sqlite3',
      'drizzle-orm',
      'drizzle-orm/sqlite-core',
    ],
    allowed: [
      '#shared/contract/errors.ts',
      '#db/open.ts',
      '#db/queries/settings.ts',
      '@trpc/server',
      'node:fs',
    ],
  },
  'src-main/electron': {
    refused: [
      '#hosts/web/host.ts',
      '#hosts/cli/run.ts',
      '#db/backup.ts',
      '#db/queries/settings.ts',
      '#test/a.ts',
    ],
    allowed: ['electron', '#core/app.ts', '#hosts/hosting/page-files.ts', '#db/open.ts', '@trpc/server'],
  },
  'src-main/web': {
    refused: [
      '#hosts/electron/ipc.ts',
      '#hosts/cli/run.ts',
      '#db/backup.ts',
      'electron',
      'better-sqlite3',
      'react',
    ],
    allowed: ['#core/app.ts', '#hosts/hosting/page-files.ts', '#db/open.ts', 'node:http'],
  },
  'src-main/hosting': {
    refused: ['#hosts/electron/ipc.ts', '#hosts/cli/run.ts', '#db/integrity.ts', 'electron', 'drizzle-orm'],
    allowed: ['#core/options.ts', '#db/open.ts'],
  },
  'src-main/cli/commands': {
    refused: [
      '#hosts/electron/ipc.ts',
      '#hosts/web/host.ts',
      '#db/backup.ts',
      '#db/queries/settings.ts',
      'electron',
    ],
    allowed: ['#core/app.ts', '#hosts/web/serve.ts', '#hosts/hosting/data-folder.ts', '#db/open.ts'],
  },
  'src-renderer/screens': {
    refused: [
      '#db/open.ts',
      '#core/router.ts',
      '#hosts/web/host.ts',
      '#test/a.ts',
      '#tools/a.ts',
      'better-sqlite3',
      'drizzle-orm',
      'electron',
      '@trpc/server',
      'node:fs',
    ],
    allowed: ['#shared/contract/errors.ts', 'react', '@trpc/client'],
  },
  'src-renderer/client': {
    refused: ['#db/open.ts', '#core/router.ts', 'electron', 'node:fs', '@trpc/server/http'],
    allowed: ['@trpc/client'],
  },
};

/** Rules of the house, whatever the layer: a file that breaks each. */
const others: Record<string, { file: string; text: string; rule: string }[]> = {
  'a cycle of imports': [
    {
      file: 'db/one.ts',
      text: "import { two } from './two.ts';\nexport const one = () => two;\n",
      rule: 'noImportCycles',
    },
    {
      file: 'db/two.ts',
      text: "import { one } from './one.ts';\nexport const two = () => one;\n",
      rule: 'noImportCycles',
    },
  ],
  'a file of more than 400 lines': [
    {
      file: 'db/long.ts',
      text: 'export const line = [\n'.concat('  1,\n'.repeat(400), '];\n'),
      rule: 'noExcessiveLinesPerFile',
    },
  ],
  'an enum': [{ file: 'db/kinds.ts', text: 'export enum Kind {\n  a,\n}\n', rule: 'noEnum' }],
  'a default export': [{ file: 'db/default.ts', text: 'export default 1;\n', rule: 'noDefaultExport' }],
  'a file name that is not kebab-case': [
    { file: 'db/fileName.ts', text: 'export const a = 1;\n', rule: 'useFilenamingConvention' },
  ],
};

type Report = { diagnostics: { category: string; location: { path: string | { file: string } } }[] };

let folder = '';
/** "rule file" of everything that the project's own settings find in the tree of offences. */
let found: string[] = [];

const fileOf = (layer: string, kind: 'refused' | 'allowed', n: number) => `${layer}/${kind}-${n}.ts`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-register-layers-'));
  const { vcs: _, $schema: __, ...settings } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  put('biome.json', JSON.stringify(settings));
  for (const [layer, sides] of Object.entries(layers)) {
    for (const kind of ['refused', 'allowed'] as const) {
      sides[kind].forEach((from, n) => {
        put(fileOf(layer, kind, n), `import { thing } from '${from}';\n\nexport const use = thing;\n`);
      });
    }
  }
  for (const { file, text } of Object.values(others).flat()) put(file, text);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  expect(stdout, stderr).toMatch(/^\{/);
  found = (JSON.parse(stdout) as Report).diagnostics.map(({ category, location: { path } }) => {
    const file = (typeof path === 'string' ? path : path.file).replaceAll('\\', '/').replace(/^\.\//, '');
    return `${category.split('/').at(-1)} ${file}`;
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(file: string, text: string): void {
  const path = join(folder, ...file.split('/'));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const importRules = ['noRestrictedImports', 'noNodejsModules'];
const isRefused = (file: string) => importRules.some((rule) => found.includes(`${rule} ${file}`));

describe.each(Object.entries(layers))('lint in %s', (layer, { refused, allowed }) => {
  it.each(refused.map((from, n) => ({ from, n })))('refuses an import of $from', ({ n }) => {
    expect(isRefused(fileOf(layer, 'refused', n))).toBe(true);
  });

  it.each(allowed.map((from, n) => ({ from, n })))('lets $from in', ({ n }) => {
    expect(isRefused(fileOf(layer, 'allowed', n))).toBe(false);
  });
});

describe('lint of the house', () => {
  it.each(Object.entries(others))('refuses %s', (_, files) => {
    for (const { file, rule } of files) expect(found).toContain(`${rule} ${file}`);
  });
});
