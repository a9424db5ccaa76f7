import { canonicalJson } from './canonical-json.ts';
import { byId, type Change, type Kept, named, type Row, type Rules, type Side } from './difference-fields.ts';
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
    const fields = changed(list, was, row, then.side, now.side, rules);
    const behind = places?.behind.get(row.id);
    const stood = places?.stood.get(row.id);
    if (behind !== undefined && stood !== undefined) {
      told.changes.push(
        ...fields,
        placeChanged(
          { list, was, is: row },
          { before: (stood && old.get(stood)) || null, after: (behind && kept.get(behind)) || null },
          { was: then.side, is: now.side },
          rules,
        ),
      );
    } else {
      // One that went elsewhere is told by where it went; its place there goes along.
      const went = fields.find(({ kind }) => kind === 'moved') ?? fields[0];
      told.changes.push(...fields.map((one) => (one === went ? placed(one, behind) : one)));
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
  list: Kept['list'],
  old: T,
  row: T,
  then: Side,
  now: Side,
  rules: Rules<T>,
): Change[] {
  const changes: Change[] = [];
  for (const [field, { kind, keys, text, reading }] of Object.entries(rules.fields)) {
    if (keys.every((key) => isSame(old[key], row[key]))) continue;
    const head = rules.head(row, now);
    let before = text(old, then) || null;
    let after = text(row, now) || null;
    if (before === after && reading) {
      before = withReading(before, reading(old, then));
      after = withReading(after, reading(row, now));
    }
    const told =
      before === after ? `${field} has changed` : `${field} was ${orNone(before)}, is ${orNone(after)}`;
    changes.push({
      kind: rules.kindOf?.(row) ?? kind,
      id: row.id,
      ...head,
      field,
      before,
      after,
      words: `${named(head.ref, head.title)}: ${told}`,
      held: { list, was: old, is: row, keys, parts: [] },
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

/** Most fields are the same, and most of those at a glance: only what differs as it lies is put in order and spelt. */
function isSame(old: unknown, now: unknown): boolean {
  if (old === now) return true;
  const isPlain = (held: unknown) => held === null || typeof held !== 'object';
  if (!isPlain(old) && !isPlain(now) && JSON.stringify(old) === JSON.stringify(now)) return true;
  return spelling(old) === spelling(now);
}

/** No words and empty words are the same to a reader, as are a field left out and one that holds nothing. */
const spelling = (held: unknown): string => canonicalJson(held === '' || held === undefined ? null : held);

const withReading = (text: string | null, reading: string | null): string | null =>
  reading ? `${text ?? 'none'} (${reading})` : text;

const orNone = (text: string | null): string => (text === null ? 'none' : `“${text}”`);
