/** References from one minute to another: "Further to Minute 41/14". */

export type FoundReference = { readonly ref: string; readonly at: number };

const number = String.raw`(?:[A-Z]{1,4}[ .]?)?\d{1,5}(?:[./-]\d{1,4}){0,3}`;
const list = new RegExp(
  String.raw`\bminutes?\.?\s+(?:(?:no|nos|number|numbers|ref|reference)\.?\s*:?\s*)?((?:${number})(?:\s*(?:,|and|&|to)\s*(?:${number}))*)`,
  'gi',
);
const slashed = /(?<![\d/])\d{1,4}\s?\/\s?\d{2,4}(?![\d/])/g;

/** The minutes that running text names, each with its place; days ("7/4/15") are none. */
export function referencesIn(text: string): FoundReference[] {
  return [...text.matchAll(list)].flatMap((found) => {
    const words = found[1] ?? '';
    const from = found.index + found[0].length - words.length;
    return [...words.matchAll(new RegExp(number, 'g'))]
      .filter(([ref]) => /\d/.test(ref))
      .map((one) => ({ ref: one[0], at: from + one.index }));
  });
}

/** The same in words that are a reference anyway: "41/14", "27/10 and 28/10", "Minute 12". */
export function referencesInWords(text: string): FoundReference[] {
  const named = referencesIn(text);
  if (named.length > 0) return named;
  const found = [...text.matchAll(slashed)].map((one) => ({ ref: one[0], at: one.index }));
  if (found.length > 0) return found;
  const whole = text.trim();
  return whole === '' || whole.length > 40 ? [] : [{ ref: whole, at: text.indexOf(whole) }];
}

/** What two ways of writing one number agree on: "Minute 41 / 14" and "41/14" are the same. */
export const minuteKey = (ref: string): string =>
  ref
    .toLowerCase()
    .replace(/\bminutes?\b|\bnos?\b\.?/g, '')
    .replace(/[^a-z0-9/.-]+/g, '');

const ends = /^(\S+?)\s*(?:to|–|-)\s*(\S+)$/;

/** Whether a range of minutes, "13/10 to 19/10", holds a number. */
export function holdsMinute(range: string, ref: string): boolean {
  if (minuteKey(range) === minuteKey(ref)) return true;
  const found = ends.exec(range.trim());
  if (!found) return false;
  const [first, last, own] = [found[1], found[2], ref].map((one) => /^(\d+)(.*)$/.exec(minuteKey(one ?? '')));
  if (!first || !last || !own || first[2] !== own[2] || last[2] !== own[2]) return false;
  return Number(first[1]) <= Number(own[1]) && Number(own[1]) <= Number(last[1]);
}
