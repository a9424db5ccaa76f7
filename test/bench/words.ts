/** Words for made-up registers, the same at every run. */

const verbs = 'Agree,Publish,Train,Visit,Open,Review,Restock,Translate,Survey,Repair,Appoint,Measure'.split(
  ',',
);
const things =
  'leaflets,play sessions,home visits,garden corners,story boxes,first-aid courses,parent forums,room plans,menus,toy libraries,referral forms,waiting lists'.split(
    ',',
  );
const places =
  'Harbour,Millbrook,Long Meadow,Eastgate,Thornfield,Quayside,Wester Hill,Saltmarsh,Kingsway,Orchard'.split(
    ',',
  );
const ends = 'before the summer,with every setting,for new families,within the budget,in two languages'.split(
  ',',
);
const first = 'Ruth,Robin,Amina,Tom,Grace,Yusuf,Helen,Marek,Priya,Owen'.split(',');
const last = 'Adeyemi,Ash,Brandon,Cole,Dunne,Ekwueme,Farrow,Grant,Hale,Iqbal'.split(',');

export type Words = {
  /** A whole number from 0 up to, not including, the limit. */
  upTo(limit: number): number;
  pick<T>(list: readonly T[]): T;
  sentence(): string;
  person(): string;
};

/** Mulberry32: small, fast and the same everywhere. */
export function wordsFrom(seed: number): Words {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[upTo(list.length)] as T;
  return {
    upTo,
    pick,
    sentence: () => `${pick(verbs)} ${pick(things)} in ${pick(places)} ${pick(ends)}`,
    person: () => `${pick(first)} ${pick(last)}`,
  };
}
