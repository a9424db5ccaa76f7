/**
 * JSON with one spelling: keys in code-unit order, no white space. Equal content gives equal text, so that a
 * hash over it tells whether two snapshots hold the same (after RFC 8785; our numbers are plain).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(entryText).join(',')}]`;
  return `{${entriesOf(value)
    .map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`)
    .join(',')}}`;
}

/** JSON has no word for what is not there; in a list it stands as null. */
const entryText = (held: unknown): string => (held === undefined ? 'null' : canonicalJson(held));

/** Most records were made with their keys in one order; only what is out of order is sorted. */
function entriesOf(value: object): [string, unknown][] {
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  const inOrder = entries.every(([key], index) => index === 0 || (entries[index - 1]?.[0] ?? '') < key);
  if (!inOrder) entries.sort(([a], [b]) => (a < b ? -1 : 1));
  // Whole numbers stand first, as in every object of JavaScript: hashes that were written depend on it.
  return entries.some(([key]) => /^\d/.test(key)) ? Object.entries(Object.fromEntries(entries)) : entries;
}

/** As many rows of a list are spelt in one go: some tens of milliseconds. */
const rowsAtOnce = 2_000;

/** The canonical JSON of an object that holds long lists, in pieces which together are the whole. */
export function* canonicalPieces(value: object): Generator<string, void> {
  let before = '{';
  for (const [key, held] of entriesOf(value)) {
    yield `${before}${JSON.stringify(key)}:`;
    before = ',';
    if (!Array.isArray(held)) yield canonicalJson(held);
    else {
      for (let from = 0; from < held.length; from += rowsAtOnce)
        yield `${from === 0 ? '[' : ','}${held
          .slice(from, from + rowsAtOnce)
          .map(entryText)
          .join(',')}`;
      yield held.length === 0 ? '[]' : ']';
    }
  }
  yield before === '{' ? '{}' : '}';
}
