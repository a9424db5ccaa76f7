/** The rows of a drawing of who reports to whom: whoever is reported to stands above. */

/** From the lower to the upper. */
export type Up = { readonly from: string; readonly to: string };

/**
 * The row of each box, 0 the topmost: below all that it reports to. An arrow that would close a ring has no say.
 * `order` are pairs, lower and upper, that hold as well as far as the arrows leave them free.
 */
export function rowsOf(
  ids: readonly string[],
  arrows: readonly Up[],
  order: readonly Up[] = [],
): ReadonlyMap<string, number> {
  const uppers = new Map<string, string[]>(ids.map((id) => [id, []]));
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set<string>();
    const next = [from];
    for (let id = next.pop(); id !== undefined; id = next.pop()) {
      if (id === to) return true;
      if (seen.has(id)) continue;
      seen.add(id);
      next.push(...(uppers.get(id) ?? []));
    }
    return false;
  };
  for (const { from, to } of [...arrows, ...order]) {
    if (uppers.has(from) && uppers.has(to) && !reaches(to, from)) uppers.get(from)?.push(to);
  }
  const rows = new Map<string, number>();
  const rowOf = (id: string): number => {
    const known = rows.get(id);
    if (known !== undefined) return known;
    const row = Math.max(-1, ...(uppers.get(id) ?? []).map(rowOf)) + 1;
    rows.set(id, row);
    return row;
  };
  for (const id of ids) rowOf(id);
  return rows;
}

/**
 * The boxes of each row from left to right, each near the middle of what it is joined to (the barycentre method,
 * Sugiyama, Tagawa and Toda 1981), in four sweeps down and up.
 */
export function orderedRows(
  ids: readonly string[],
  rows: ReadonlyMap<string, number>,
  arrows: readonly Up[],
): string[][] {
  const count = Math.max(-1, ...rows.values()) + 1;
  const lists = Array.from({ length: count }, (_, row) => ids.filter((id) => rows.get(id) === row));
  const joined = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of arrows) {
    joined.get(from)?.push(to);
    joined.get(to)?.push(from);
  }
  for (let sweep = 0; sweep < 4; sweep += 1) {
    const place = new Map(lists.flatMap((list) => list.map((id, at) => [id, at / list.length] as const)));
    const inOrder = sweep % 2 === 0 ? lists : [...lists].reverse();
    for (const list of inOrder) {
      const centre = (id: string, at: number): number => {
        const near = (joined.get(id) ?? []).flatMap((other) => place.get(other) ?? []);
        return near.length === 0 ? at / list.length : near.reduce((sum, one) => sum + one, 0) / near.length;
      };
      const keyed = list.map((id, at) => ({ id, at, centre: centre(id, at) }));
      keyed.sort((a, b) => a.centre - b.centre || a.at - b.at);
      list.splice(0, list.length, ...keyed.map(({ id }) => id));
      list.forEach((id, at) => {
        place.set(id, at / list.length);
      });
    }
  }
  return lists;
}
