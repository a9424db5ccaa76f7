import { states } from '#shared/domain/states.ts';
import type { Sort } from './column-values.ts';
import { dueFilters, noFilter, type PlanFilter } from './plan-filter.ts';

/** How a viewer looks at one plan: its columns, order, groups and filter. No record: kept on this machine. */

export const groupings = ['section', 'lead', 'status', 'due', 'none'] as const;
export type Grouping = (typeof groupings)[number];
export const groupingWords: Readonly<Record<Grouping, string>> = {
  section: 'Sections',
  lead: 'Leads’ view',
  status: 'Status',
  due: 'Month due',
  none: 'One list',
};

export type PlanLook = {
  /** Columns as they were put in order; those not named come after, in the plan's own order. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** How many of the first columns stay when the grid scrolls sideways. */
  readonly frozen: number;
  readonly widths: Readonly<Record<string, number>>;
  readonly sort: Sort | null;
  readonly group: Grouping;
  /** Whether whole status cells are filled with their tint. */
  readonly tint: boolean;
};
export type SavedView = { readonly name: string; readonly look: PlanLook; readonly filter: PlanFilter };
export type KeptLook = { readonly look: PlanLook; readonly views: readonly SavedView[] };

export const usualLook: PlanLook = {
  order: [],
  hidden: [],
  frozen: 1,
  widths: {},
  sort: null,
  group: 'section',
  tint: false,
};

/** Whether rows stand as the plan is read: only then does a row have a place to be moved to. */
export const inReadingOrder = (look: PlanLook) => look.group === 'section' && look.sort === null;

type Column = { readonly key: string; readonly frozen?: boolean };

/** The columns as looked at: ordered, the hidden ones out, the first ones frozen. Never none at all. */
export function columnsOf<C extends Column>(all: readonly C[], look: PlanLook): C[] {
  const ordered = orderedKeys(all, look).flatMap((key) => all.find((column) => column.key === key) ?? []);
  const shown = ordered.filter((column) => !look.hidden.includes(column.key));
  const kept = shown.length > 0 ? shown : ordered.slice(0, 1);
  return kept.map((column, place) => {
    const frozen = place < look.frozen;
    return (column.frozen ?? false) === frozen ? column : { ...column, frozen };
  });
}

/** Every column's key in the order looked at, hidden ones too. A column of later make stands where the plan has it. */
export function orderedKeys(all: readonly Column[], look: PlanLook): string[] {
  const keys = all.map((column) => column.key);
  const named = look.order.filter((key) => keys.includes(key));
  const result = [...named];
  keys.forEach((key, place) => {
    if (result.includes(key)) return;
    const before = keys.slice(0, place).findLast((one) => result.includes(one));
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, key);
  });
  return result;
}

/** The order with some columns put before or behind another. */
export function withMoved(
  order: readonly string[],
  keys: readonly string[],
  toKey: string,
  side: 'before' | 'behind',
): string[] {
  if (keys.includes(toKey)) return [...order];
  const moving = order.filter((key) => keys.includes(key));
  const rest = order.filter((key) => !keys.includes(key));
  rest.splice(rest.indexOf(toKey) + (side === 'behind' ? 1 : 0), 0, ...moving);
  return rest;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

function lookFrom(value: unknown): PlanLook {
  if (!isRecord(value)) return usualLook;
  const { sort, widths, frozen, group, tint } = value;
  return {
    order: texts(value.order),
    hidden: texts(value.hidden),
    frozen: typeof frozen === 'number' && frozen >= 0 && frozen <= 10 ? Math.floor(frozen) : 1,
    widths: isRecord(widths)
      ? Object.fromEntries(
          Object.entries(widths).filter((one): one is [string, number] => typeof one[1] === 'number'),
        )
      : {},
    sort:
      isRecord(sort) && typeof sort.key === 'string'
        ? { key: sort.key, way: sort.way === 'down' ? 'down' : 'up' }
        : null,
    group: groupings.find((one) => one === group) ?? 'section',
    tint: tint === true,
  };
}

function filterFrom(value: unknown): PlanFilter {
  if (!isRecord(value)) return noFilter;
  const { words, lead, due, values } = value;
  return {
    words: typeof words === 'string' ? words : '',
    states: states.filter((state) => texts(value.states).includes(state)),
    lead: typeof lead === 'string' ? lead : null,
    due: dueFilters.find((one) => one === due) ?? null,
    values: isRecord(values)
      ? Object.fromEntries(Object.entries(values).map(([key, chosen]) => [key, texts(chosen)]))
      : {},
  };
}

/** Reads what was kept; what is not understood, of another version or spoilt, is as if it had not been chosen. */
export function readLook(kept: string | null): KeptLook {
  let value: unknown = null;
  try {
    value = kept === null ? null : JSON.parse(kept);
  } catch {
    // Not JSON: as if nothing had been chosen.
  }
  if (!isRecord(value)) return { look: usualLook, views: [] };
  const views = Array.isArray(value.views) ? value.views : [];
  return {
    look: lookFrom(value.look),
    views: views.flatMap((one: unknown) =>
      isRecord(one) && typeof one.name === 'string' && one.name !== ''
        ? [{ name: one.name, look: lookFrom(one.look), filter: filterFrom(one.filter) }]
        : [],
    ),
  };
}
