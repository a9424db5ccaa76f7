import type { RegisterContent } from '#shared/contract/register.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Change, Kept } from '#shared/domain/difference-fields.ts';

/**
 * Makes the later state of the earlier one and of what was told, and of nothing else. It knows nothing of how the
 * differences were found: each entry that is told is put in place, records that are told come and go, and a record
 * stands behind the one it is told to stand behind.
 */

type Row = Record<string, unknown> & { id: string };
type Lists = Record<string, Row[]>;

export function applyDifferences(first: RegisterContent, told: readonly Change[]): RegisterContent {
  const content = structuredClone(first) as unknown as Lists & { settings: Row };
  for (const { held } of told) {
    for (const kept of [held, ...held.parts]) if (kept.is === null) takeOut(content, kept);
  }
  const gone = new Set(told.flatMap(({ held }) => (held.behind === undefined ? [] : idOf(held))));
  for (const { held } of told) {
    if (held.behind !== undefined && held.was) takeOut(content, { ...held, is: null });
  }
  const standing = new Map<string, Row>();
  for (const { id, held } of told) {
    const row = rowFor(content, standing, held, id, gone);
    const is = held.is as Row | null;
    if (row && is) for (const key of held.keys) setKey(row, key, is[key]);
    for (const part of held.parts) if (part.is && !part.was) listOf(content, part).push(copy(part.is));
  }
  putBehind(content, told, standing);
  return content as unknown as RegisterContent;
}

const idOf = ({ is, was }: Kept): string[] => [(is ?? was)?.id ?? ''];
const copy = (row: object): Row => structuredClone(row) as Row;
const listOf = (content: Lists, { list }: Pick<Kept, 'list'>): Row[] => {
  content[list] ??= [];
  return content[list];
};

function takeOut(content: Lists, kept: Kept): void {
  const list = listOf(content, kept);
  const at = list.findIndex(({ id }) => id === kept.was?.id);
  if (at < 0) throw new Error(`told as gone, but it is not there: ${kept.list} ${kept.was?.id}`);
  list.splice(at, 1);
}

/** The record that a difference is about: in its list, set aside because it moves, the settings, or a new one. */
function rowFor(
  content: Lists & { settings: Row },
  standing: Map<string, Row>,
  held: Change['held'],
  id: string,
  moving: ReadonlySet<string>,
): Row | null {
  if (held.list === 'settings') return content.settings;
  if (held.is === null) return null;
  const own = held.is.id;
  if (held.was === null && held.keys.length === 0) {
    const row = copy(held.is);
    if (held.behind === undefined) listOf(content, held).push(row);
    else standing.set(own, row);
    return row;
  }
  if (moving.has(own)) {
    const row = standing.get(own) ?? copy(held.was ?? {});
    standing.set(own, row);
    return row;
  }
  const row = listOf(content, held).find((one) => one.id === own);
  if (!row) throw new Error(`told as another, but it is not there: ${held.list} ${id}`);
  return row;
}

function setKey(row: Row, key: string, value: unknown): void {
  if (value === undefined) delete row[key];
  else row[key] = structuredClone(value);
}

/** In the order told, which is that of reading: so each that stands behind a moved one finds it there. */
function putBehind(content: Lists, told: readonly Change[], standing: Map<string, Row>): void {
  const left = new Map<string, { list: Row[]; behind: string | null }>();
  for (const { held } of told) {
    if (held.behind === undefined || held.is === null) continue;
    left.set(held.is.id, { list: listOf(content, held), behind: held.behind });
  }
  while (left.size > 0) {
    const before = left.size;
    for (const [id, { list, behind }] of left) {
      const at = behind === null ? -1 : list.findIndex((one) => one.id === behind);
      if (behind !== null && at < 0) continue;
      list.splice(at + 1, 0, standing.get(id) as Row);
      left.delete(id);
    }
    if (left.size === before)
      throw new Error(`stand behind what is not there: ${[...left.keys()].join(', ')}`);
  }
}

/** Lists whose records stand in an order that somebody chose, and among which others. */
const among: Record<string, (row: Row) => unknown> = {
  plans: () => '',
  sections: ({ planId, parentId }) => parentId ?? planId,
  actions: ({ planId, sectionId }) => sectionId ?? planId,
  measures: ({ actionId }) => actionId,
  kpis: ({ planId, sectionId }) => sectionId ?? planId,
  agendaItems: ({ meetingId }) => meetingId,
  resolutions: ({ meetingId }) => meetingId,
  reportingLines: () => '',
};

/**
 * A state in one spelling, for comparing two: records by identity, but where an order was chosen in that order;
 * without where a value came from; and without entries that hold nothing, as no reader tells them from none.
 */
export function spelt(content: RegisterContent): string {
  const lists = Object.entries(content as unknown as Record<string, unknown>).flatMap(([name, held]) => {
    if (name === 'slippage' || name === 'judgedOn') return [];
    if (!Array.isArray(held)) return [[name, typeof held === 'object' ? bare(held as Row) : held]];
    const groups = Map.groupBy(held as Row[], among[name] ?? (({ id }) => id));
    const rows = [...groups]
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
      .map(([group, those]) => [group, those.map(bare)]);
    return rows.length === 0 ? [] : [[name, rows]];
  });
  return canonicalJson(Object.fromEntries(lists));
}

function bare(row: Row): unknown {
  const { source: _, ...held } = row;
  return Object.fromEntries(
    Object.entries(held).filter(([, one]) => {
      const isEmpty = Array.isArray(one) && one.length === 0;
      return !isEmpty && one !== null && one !== '' && one !== undefined;
    }),
  );
}
