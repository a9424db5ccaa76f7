/** After which item one stands that is moved by a step; undefined where there is nowhere to go. */
export function placeAfterStep(ids: readonly string[], id: string, by: 1 | -1): string | null | undefined {
  const at = ids.indexOf(id);
  if (at < 0 || at + by < 0 || at + by >= ids.length) return undefined;
  return by === 1 ? (ids[at + 1] ?? null) : (ids[at - 2] ?? null);
}
