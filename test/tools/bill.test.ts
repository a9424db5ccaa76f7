import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Bill, billOfLock, billOfShipped, licenceOf, mayShip } from '#tools/bill.ts';
import { packageFolderOf, packageIn } from '#tools/bundled-packages.ts';

const root = join(import.meta.dirname, '..', '..');

describe('the bill of what is shipped', () => {
  it.each([
    ['MIT', true],
    ['MIT AND OFL-1.1', true],
    ['(GPL-3.0-only OR MIT)', true],
    ['GPL-3.0-only', false],
    ['MIT AND GPL-3.0-only', false],
    ['', false],
  ])('a licence of “%s” may be shipped: %s', (licence, may) => {
    expect(mayShip(licence)).toBe(may);
  });

  it('finds the package of a file, the innermost, on every system', () => {
    expect(packageFolderOf('/p/node_modules/a/node_modules/@b/c/dist/x.js')).toBe(
      '/p/node_modules/a/node_modules/@b/c',
    );
    expect(packageFolderOf('C:\\p\\node_modules\\zod\\index.js')).toBe('C:/p/node_modules/zod');
    expect(packageFolderOf('/p/src-main/electron/main.ts')).toBeNull();
  });

  it('lists the packages of the lock file, and only the version that is shipped', () => {
    const all = billOfLock(root);
    const react = packageIn(join(root, 'node_modules', 'react'));
    const bill = billOfShipped(all, new Set([react]));
    expect(bill.components.map(({ name, version }) => `${name}@${version}`)).toEqual([react]);
    expect(bill.components.map(licenceOf)).toEqual(['MIT']);
    expect(bill.components[0]?.hashes?.[0]?.alg).toBe('SHA-512');
  });

  it('is the same for the same packages: no time, no serial number', () => {
    const component = { name: 'a', version: '1.0.0', 'bom-ref': 'a@1.0.0', purl: 'pkg:npm/a@1.0.0' };
    const told = (timestamp: string, serialNumber: string): Bill => ({
      serialNumber,
      metadata: { timestamp, tools: [] },
      components: [component],
      dependencies: [{ ref: 'a@1.0.0', dependsOn: ['b@1.0.0'] }],
    });
    const first = billOfShipped(told('2026-01-01', 'one'), new Set(['a@1.0.0']));
    expect(first).toEqual(billOfShipped(told('2026-01-02', 'two'), new Set(['a@1.0.0'])));
    expect(first.dependencies).toEqual([{ ref: 'a@1.0.0', dependsOn: [] }]);
  });
});
