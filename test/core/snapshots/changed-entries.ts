import type { RegisterContent } from '#shared/contract/register.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Change } from '#shared/domain/difference-fields.ts';

/**
 * What is another between two states, by plain comparison of the JSON: every record that came or went, and every entry
 * of a record that stayed. It knows no field by name.
 */

type Row = Record<string, unknown> & { id: string };
const same = (a: unknown, b: unknown) => plain(a) === plain(b);
const isNothing = (held: unknown) =>
  held === '' || held === undefined || (Array.isArray(held) && held.length === 0);
const plain = (held: unknown) => (isNothing(held) ? 'null' : canonicalJson(held));

/** "actions 0190… text", "actions 0190… came" */
export function changedEntries(before: RegisterContent, after: RegisterContent): string[] {
  const [old, now] = [before, after] as unknown as Record<string, unknown>[];
  const names = new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})]);
  return [...names]
    .flatMap((list) => {
      if (['format', 'version', 'slippage', 'judgedOn'].includes(list)) return [];
      if (list === 'settings') return entriesOf(list, 'settings', before.settings, after.settings);
      const [was, is] = [old?.[list] ?? [], now?.[list] ?? []] as [Row[], Row[]];
      const byId = new Map(was.map((row) => [row.id, row]));
      const kept = new Set(is.map(({ id }) => id));
      return [
        ...is.flatMap((row) => {
          const one = byId.get(row.id);
          return one ? entriesOf(list, row.id, one, row) : [`${list} ${row.id} came`];
        }),
        ...was.flatMap(({ id }) => (kept.has(id) ? [] : [`${list} ${id} went`])),
      ];
    })
    .toSorted();
}

function entriesOf(list: string, id: string, was: object, is: object): string[] {
  const [old, now] = [was, is] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((key) => key !== 'source' && key !== 'id' && !same(old[key], now[key]))
    .map((key) => `${list} ${id} ${key}`);
}

/** The same of what was told, so that twice told stands there twice; a field of several entries by those that changed. */
export function toldEntries(told: readonly Change[]): string[] {
  return told
    .flatMap(({ held }) => {
      const own = held.list === 'settings' ? 'settings' : ((held.is ?? held.was)?.id ?? '');
      const [was, is] = [held.was, held.is] as (Record<string, unknown> | null)[];
      const entries =
        was && is
          ? held.keys.filter((key) => !same(was[key], is[key])).map((key) => `${held.list} ${own} ${key}`)
          : [`${held.list} ${own} ${is ? 'came' : 'went'}`];
      const parts = held.parts.map(
        (part) => `${part.list} ${(part.is ?? part.was)?.id} ${part.is ? 'came' : 'went'}`,
      );
      return [...entries, ...parts];
    })
    .toSorted();
}
