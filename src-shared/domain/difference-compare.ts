import { canonicalJson } from './canonical-json.ts';
import {
  byId,
  type Change,
  type Field,
  type Kept,
  named,
  type Row,
  type Rules,
  type Side,
} from './difference-fields.ts';
import { placesIn } from './difference-places.ts';

/** The records of one list in one of the two states. */
export type Half<T> = { readonly rows: readonly T[]; readonly side: Side };

/** What is told of one list, and what is told with another record: by the id of that. */
export type Compared = {
  readonly changes: Change[];
  readonly parts: { readonly of: string; readonly kept: Kept; readonly itself: Change }[];
};

/** Compares the records of one kind: field by field those that stayed, as one each that is new or gone. */
export function compared<T extends Row>(
  list: Kept['list'],
  then: Half<T>,
  now: Half<T>,
  rules: Rules<T>,
): Compared {
  const old = byId(then.rows);
  const kept = byId(now.rows);
  const fields = Object.entries(rules.fields) as [string, Field<T>][];
  const places = rules.among && placesIn(then.rows, now.rows, rules.among);
  const told: Compared = { changes: [], parts: [] };
  const tellWhole = (row: T, act: 'added' | 'removed', here: Side, there: Side) => {
    const itself = whole(list, row, here, act, rules);
    const owner = ownerOf(row, there, rules);
    if (owner === null) told.changes.push(placed(itself, places?.behind.get(row.id)));
    else told.parts.push({ of: owner, kept: { list, was: itself.held.was, is: itself.held.is }, itself });
  };
  for (const row of now.rows) {
    const was = old.get(row.id);
    if (!was) {
      tellWhole(row, 'added', now.side, then.side);
      continue;
    }
    const differ = changed({ list, was, is: row }, { was: then.side, is: now.side }, rules, fields);
    const behind = places?.behind.get(row.id);
    const stood = places?.stood.get(row.id);
    if (behind !== undefined && stood !== undefined) {
      told.changes.push(
        ...differ,
        placeChanged(
          { list, was, is: row },
          { before: (stood && old.get(stood)) || null, after: (behind && kept.get(behind)) || null },
          { was: then.side, is: now.side },
          rules,
        ),
      );
    } else {
      // One that went elsewhere is told by where it went; its place there goes along.
      const went = differ.find(({ kind }) => kind === 'moved') ?? differ[0];
      told.changes.push(...differ.map((one) => (one === went ? placed(one, behind) : one)));
    }
  }
  for (const row of then.rows) if (!kept.has(row.id)) tellWhole(row, 'removed', then.side, now.side);
  return told;
}

const placed = (change: Change, behind: string | null | undefined): Change =>
  behind === undefined ? change : { ...change, held: { ...change.held, behind } };

/** The first of those that it belongs to that the other state does not have. */
function ownerOf<T>(row: T, other: Side, rules: Rules<T>): string | null {
  for (const [list, id] of rules.partOf?.(row) ?? []) if (id && !other[list].has(id)) return id;
  return null;
}

/** A record that is new or gone. */
function whole<T extends Row>(
  list: Kept['list'],
  row: T,
  side: Side,
  act: 'added' | 'removed',
  rules: Rules<T>,
): Change {
  const head = rules.head(row, side);
  const shown = rules.shown?.(row, side);
  const name = named(head.ref, head.title);
  return {
    kind: rules.kindOf?.(row) ?? act,
    id: row.id,
    ...head,
    field: shown?.field ?? null,
    before: act === 'removed' ? (shown?.text ?? null) : null,
    after: act === 'added' ? (shown?.text ?? null) : null,
    words: `${act === 'added' ? 'Added' : 'Removed'}: ${shown ? `${name}: ${shown.text}` : name}`,
    held: {
      list,
      was: act === 'removed' ? row : null,
      is: act === 'added' ? row : null,
      keys: [],
      parts: [],
    },
  };
}

/** The fields in which a record that stayed is no longer what it was. */
function changed<T extends Row>(
  { list, was, is }: Kept & { readonly was: T; readonly is: T },
  sides: { readonly was: Side; readonly is: Side },
  rules: Rules<T>,
  fields: readonly [string, Field<T>][],
): Change[] {
  const changes: Change[] = [];
  for (const [field, { kind, keys, text, reading }] of fields) {
    if (keys.every((key) => isSame(was[key], is[key]))) continue;
    const head = rules.head(is, sides.is);
    let before = text(was, sides.was) || null;
    let after = text(is, sides.is) || null;
    if (before === after && reading) {
      before = withReading(before, reading(was, sides.was));
      after = withReading(after, reading(is, sides.is));
    }
    const told =
      before === after ? `${field} has changed` : `${field} was ${orNone(before)}, is ${orNone(after)}`;
    changes.push({
      kind: rules.kindOf?.(is) ?? kind,
      id: is.id,
      ...head,
      field,
      before,
      after,
      words: `${named(head.ref, head.title)}: ${told}`,
      held: { list, was, is, keys, parts: [] },
    });
  }
  return changes;
}

/** A record that stands elsewhere among the same others. */
function placeChanged<T extends Row>(
  kept: Kept & { readonly is: T },
  neighbours: { readonly before: T | null; readonly after: T | null },
  sides: { readonly was: Side; readonly is: Side },
  rules: Rules<T>,
): Change {
  const head = rules.head(kept.is, sides.is);
  const name = (row: T | null, side: Side): string => {
    if (!row) return 'first';
    const { ref, title } = rules.head(row, side);
    return `after ${named(ref, title)}`;
  };
  const before = name(neighbours.before, sides.was);
  const after = name(neighbours.after, sides.is);
  return {
    kind: 'moved',
    id: kept.is.id,
    ...head,
    field: 'place',
    before,
    after,
    words: `${named(head.ref, head.title)}: stood ${before}, stands ${after}`,
    held: { ...kept, keys: [], behind: neighbours.after?.id ?? null, parts: [] },
  };
}

/** Most fields are the same, and most of those as they lie: only what differs so is put in order and spelt. */
function isSame(old: unknown, now: unknown): boolean {
  return old === now || liesTheSame(old, now) || spelling(old) === spelling(now);
}

/** Whether two values hold the same in the same places. */
function liesTheSame(old: unknown, now: unknown): boolean {
  if (old === now) return true;
  if (old === null || now === null || typeof old !== 'object' || typeof now !== 'object') return false;
  if (Array.isArray(old)) {
    if (!Array.isArray(now) || old.length !== now.length) return false;
    return old.every((one, index) => liesTheSame(one, now[index]));
  }
  if (Array.isArray(now)) return false;
  const keys = Object.keys(old);
  if (keys.length !== Object.keys(now).length) return false;
  for (const key of keys)
    if (!liesTheSame((old as Record<string, unknown>)[key], (now as Record<string, unknown>)[key]))
      return false;
  return true;
}

/** No words and empty words are the same to a reader, as are a field left out and one that holds nothing. */
const spelling = (held: unknown): string => canonicalJson(holdsNothing(held) ? null : held);
const holdsNothing = (held: unknown): boolean =>
  held === '' || held === undefined || (Array.isArray(held) && held.length === 0);

const withReading = (text: string | null, reading: string | null): string | null =>
  reading ? `${text ?? 'none'} (${reading})` : text;

const orNone = (text: string | null): string => (text === null ? 'none' : `“${text}”`);
