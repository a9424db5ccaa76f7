import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages, packageIn } from './bundled-packages.ts';

/** What an installer carries beside the bundle. */
export const shippedWhole = ['electron', 'better-sqlite3'];

/**
 * Licences that ask for no more than to be told of: what `npm run dist` may ship. Anything else stops the build until
 * somebody decides it.
 */
const allowed = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'MPL-2.0',
  'OFL-1.1',
  'Zlib',
  'Unlicense',
  'CC0-1.0',
  'MIT-0',
  'BlueOak-1.0.0',
]);

type Licence = {
  readonly license?: { readonly id?: string; readonly name?: string };
  readonly expression?: string;
};
export type Component = {
  readonly name: string;
  readonly version: string;
  readonly 'bom-ref': string;
  readonly purl: string;
  readonly licenses?: readonly Licence[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
};
export type Bill = {
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  readonly metadata: Record<string, unknown>;
  readonly serialNumber?: string;
};

/** Every package of the lock file, as npm lists them (CycloneDX). */
export function billOfLock(root: string): Bill {
  const npm = process.env.npm_execpath;
  const args = [
    'sbom',
    '--sbom-format',
    'cyclonedx',
    '--package-lock-only',
    '--sbom-type',
    'application',
    '--include=dev',
  ];
  const ran = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      })
    : spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (ran.status !== 0)
    throw new Error(`npm could not list the packages: ${ran.stderr || ran.error?.message}`);
  return JSON.parse(ran.stdout) as Bill;
}

/** The bill of what is shipped alone, the same for the same sources: without time and serial number. */
export function billOfShipped(all: Bill, shipped: ReadonlySet<string>): Bill {
  const { serialNumber: _serial, metadata, ...rest } = all;
  const { timestamp: _time, ...told } = metadata;
  const components = all.components.filter(({ name, version }) => shipped.has(`${name}@${version}`));
  const refs = new Set(components.map((component) => component['bom-ref']));
  const known = (ref: string): boolean => refs.has(ref);
  const dependencies = all.dependencies
    .filter(({ ref }) => known(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(known) }));
  return { ...rest, metadata: told, components, dependencies };
}

/** The licence of a component in words; an expression stands as it is. */
export function licenceOf({ licenses = [] }: Component): string {
  return licenses
    .map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '')
    .join(' AND ');
}

/** Whether one of the alternatives of a licence may be shipped. */
export function mayShip(licence: string): boolean {
  return licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.has(one.trim())));
}

/** Writes dist/bill/sbom.cdx.json and dist/bill/licences.txt. Throws where a licence is not among those allowed. */
export function writeBill(root: string): void {
  const folders = [...bundledPackages(), ...shippedWhole.map((name) => join(root, 'node_modules', name))];
  const shipped = new Map(folders.map((folder) => [packageIn(folder), folder]));
  const bill = billOfShipped(billOfLock(root), new Set(shipped.keys()));
  const unlisted = [...shipped.keys()].filter(
    (one) => !bill.components.some((component) => refOf(component) === one),
  );
  if (unlisted.length > 0) throw new Error(`Shipped, but not in the lock file: ${unlisted.join(', ')}`);
  const refused = bill.components.filter((component) => !mayShip(licenceOf(component)));
  if (refused.length > 0) {
    const named = refused.map((one) => `${refOf(one)} (${licenceOf(one) || 'no licence'})`).join(', ');
    throw new Error(`Not to be shipped before somebody has read their licence: ${named}`);
  }
  const texts = bill.components.map((component) =>
    licenceText(component, shipped.get(refOf(component)) ?? ''),
  );
  const out = join(root, 'dist', 'bill');
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  writeFileSync(join(out, 'licences.txt'), [head, ...texts].join('\n'));
}

const head = 'Plan Register carries the work of others. Each is named here with its licence.\n';
const refOf = ({ name, version }: Component): string => `${name}@${version}`;

function licenceText(component: Component, folder: string): string {
  const title = `${component.name} ${component.version} (${licenceOf(component)})`;
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  const texts = names.map((name) => `${readFileSync(join(folder, name), 'utf8').trim()}\n`);
  const told = texts.length > 0 ? texts.join('\n') : 'The package brings no text of its licence.\n';
  return `${title}\n${'='.repeat(title.length)}\n\n${told}`;
}
