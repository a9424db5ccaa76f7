/**
 * JSON with one spelling: keys in code-unit order, no white space. Equal content gives equal text, so that a
 * hash over it tells whether two snapshots hold the same (after RFC 8785; our numbers are plain).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(
      Object.entries(inner)
        .filter(([, held]) => held !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
    );
  });
}
