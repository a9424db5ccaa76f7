/**
 * Formulas that go round in a ring. `inputs` are the KPIs that each KPI is worked out from.
 */
export type Inputs = ReadonlyMap<string, readonly string[]>;

/** The ring through a KPI, beginning and ending with it: [a, b, a]; null where there is none. */
export function ringThrough(id: string, inputs: Inputs): string[] | null {
  const seen = new Set<string>();
  const walk = (at: string, path: readonly string[]): string[] | null => {
    for (const next of inputs.get(at) ?? []) {
      if (next === id) return [...path, id];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...path, next]);
      if (found) return found;
    }
    return null;
  };
  return walk(id, [id]);
}

/** "NI 72 is worked out from NI 73, NI 73 from NI 74, and NI 74 from NI 72 again" */
export function ringInWords(ring: readonly string[], nameOf: (id: string) => string): string {
  const [first = '', second = ''] = ring;
  if (ring.length === 2) return `${nameOf(first)} would be worked out from itself`;
  const links = ring
    .slice(1, -1)
    .map((from, index) => `${nameOf(from)} from ${nameOf(ring[index + 2] ?? first)}`);
  const last = links.pop() ?? '';
  const before = [`${nameOf(first)} would be worked out from ${nameOf(second)}`, ...links];
  return `${before.join(', ')}, and ${last} again`;
}

/** All KPIs that hang on those, however far, each after the ones it is worked out from. Rings are left out. */
export function dependantsInOrder(ids: Iterable<string>, inputs: Inputs): string[] {
  const users = new Map<string, string[]>();
  for (const [id, from] of inputs) for (const one of from) users.set(one, [...(users.get(one) ?? []), id]);
  const touched = new Set<string>();
  const reach = (id: string) => {
    for (const user of users.get(id) ?? []) {
      if (touched.has(user)) continue;
      touched.add(user);
      reach(user);
    }
  };
  for (const id of ids) reach(id);
  const order: string[] = [];
  const done = new Set<string>();
  const place = (id: string, above: ReadonlySet<string>) => {
    if (done.has(id) || above.has(id)) return;
    for (const from of inputs.get(id) ?? []) if (touched.has(from)) place(from, new Set([...above, id]));
    if (done.has(id)) return;
    done.add(id);
    order.push(id);
  };
  for (const id of touched) if (!ringThrough(id, inputs)) place(id, new Set());
  return order;
}
