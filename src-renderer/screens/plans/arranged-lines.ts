import type { ActionRow } from '#shared/contract/plans.ts';
import type { KeyEntry } from '#shared/contract/register.ts';
import { barOrder, lookOf } from '#shared/domain/states.ts';
import { count } from '../../format/words.ts';
import type { GridLine, RowLine } from '../../grid/lines.ts';
import { aliasId } from './alias-ids.ts';
import { dueMonth, leadNames, noDate, noLead, type People, sortBy, sortValue } from './column-values.ts';
import { planLines } from './plan-lines.ts';
import type { PlanLook } from './plan-look.ts';
import type { PlanTree } from './section-tree.ts';

type Line = RowLine<ActionRow>;
type Group = { readonly title: string; readonly lines: Line[]; readonly order: number | string };

export type Arranged = {
  readonly lines: GridLine<ActionRow>[];
  /** Other lines of an action that stands more than once. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
};

const noAliases: ReadonlyMap<string, readonly string[]> = new Map();
/** Behind every date and every name. */
const last = '\uffff';

/**
 * The plan as looked at: under its sections, or under its leads, states or months, or as one list; sorted or in
 * reading order; only the rows kept. Rows keep the numbers they have in the whole plan.
 */
export function arrangedLines(
  tree: PlanTree,
  look: Pick<PlanLook, 'group' | 'sort'>,
  keep: ((action: ActionRow) => boolean) | null,
  world: { readonly people: People; readonly planKey: readonly KeyEntry[] },
): Arranged {
  const { group, sort } = look;
  const { people } = world;
  const sorted = (lines: readonly Line[]): Line[] =>
    sort ? sortBy(lines, ({ row }) => sortValue(row, sort.key, people), sort.way) : [...lines];
  if (group === 'section') return { lines: planLines(tree, keep, sorted), aliases: noAliases };
  const rows = planLines(tree, null).filter((line) => line.kind === 'row');
  const kept = keep ? rows.filter(({ row }) => keep(row)) : rows;
  if (group === 'none') return { lines: sorted(kept), aliases: noAliases };

  const groups = new Map<string, Group>();
  const aliases = new Map<string, string[]>();
  // The order is asked of the first line only: putting 20,000 names into small letters takes longer than grouping by them.
  const put = (name: string, order: () => number | string, line: Line) => {
    const known = groups.get(name);
    if (known) known.lines.push(line);
    else groups.set(name, { title: name, lines: [line], order: order() });
  };
  for (const line of kept) {
    const { row } = line;
    if (group === 'lead') {
      const names = leadNames(row, people);
      names.forEach((name, nth) => {
        const id = aliasId(row.id, nth);
        if (nth > 0) aliases.set(row.id, [...(aliases.get(row.id) ?? []), id]);
        put(name, () => name.toLocaleLowerCase('en-GB'), nth === 0 ? line : { ...line, id });
      });
      if (names.length === 0) put(noLead, () => last, line);
    } else if (group === 'status') {
      const state = row.status?.state ?? 'not-started';
      const label = world.planKey.find((entry) => entry.state === state)?.label ?? lookOf(state).label;
      put(label, () => barOrder.indexOf(state), line);
    } else {
      const month = dueMonth(row);
      put(month, () => row.timescale?.end?.slice(0, 7) ?? (month === noDate ? `${last}1` : last), line);
    }
  }
  const inOrder = sortBy([...groups.values()], ({ order }) => order, 'up');
  const lines = inOrder.flatMap((one): GridLine<ActionRow>[] => [
    {
      kind: 'group',
      id: `group:${one.title}`,
      number: null,
      ref: null,
      title: one.title,
      note: count(one.lines.length, 'action'),
    },
    ...sorted(one.lines),
  ]);
  return { lines, aliases };
}
