/** Of a long list those nearest to one of them, as many on either side as may be; the whole list where it is short. */
export function nearest<T extends { readonly id: string }>(
  all: readonly T[],
  id: string,
  most: number,
): readonly T[] {
  if (all.length <= most) return all;
  const place = Math.max(
    0,
    all.findIndex((one) => one.id === id),
  );
  const from = Math.min(Math.max(0, place - (most >> 1)), all.length - most);
  return all.slice(from, from + most);
}
