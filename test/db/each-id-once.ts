/**
 * Whether no two records of a register share an id, over all its lists. Drawn ids never do by chance, but a
 * failing case is made smaller by making ids smaller, until two meet and the failure shown is another one.
 */
export function eachIdOnce(register: object): boolean {
  const ids = Object.values(register)
    .filter(Array.isArray)
    .flatMap((rows: readonly { id?: string }[]) => rows.flatMap(({ id }) => (id === undefined ? [] : [id])));
  return new Set(ids).size === ids.length;
}
