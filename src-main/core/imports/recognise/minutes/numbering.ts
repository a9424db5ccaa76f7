import { foldSpace } from '../words.ts';

/** How a body numbers what it minutes. */
export type NumberStyle = 'item' | 'ref' | 'slash' | 'plain' | 'roman';

export type Numbered = {
  readonly style: NumberStyle;
  /** As written, without the full stop after it: "4", "4.1", "12/15", "HWB/15/04". */
  readonly number: string;
  readonly rest: string;
  /** 1 for "4.", 2 for "4.1". */
  readonly depth: number;
};

const styles: readonly (readonly [NumberStyle, RegExp])[] = [
  [
    'item',
    /^((?:agenda\s+)?(?:item|minute)\s*(?:no\.?|number)?\s*[:.]?\s*[A-Z]?\d{1,4}(?:[./]\d{1,4})*[a-z]?)\s*(?:[:.)–—-]\s*|\s+|$)(.*)$/i,
  ],
  [
    'ref',
    /^([A-Z]{1,6}(?:[ /-]?\d{1,4}){1,2}[/.-]\s?\d{1,4}(?:\.\d{1,2})?|[A-Z][a-z]{1,5}(?:\/\d{1,4}){1,3}(?:-\d{1,4})?|[A-Z]{2,6}\d{1,4})\s*(?:[:.)–—-]\s*|\s+|$)(.*)$/,
  ],
  ['slash', /^(\d{1,4}\/\d{1,4}(?:[/.]\d{1,3})?)\s*(?:[:.)]\s*|\s+[–—-]\s+|\s+|$)(?!\s*(?:at|to|-)\s)(.*)$/],
  ['plain', /^(\d{1,3}(?:\.\d{1,3}){0,3})\s*(?:[.):]\s*|[–—-]\s+|\s+|$)(.*)$/],
  ['roman', /^([IVX]{1,6})(?:[.)]\s+|\s+(?=[A-Z]{3}))(.*)$/],
];

/** The number a line begins with; null where it begins with none. A date or an amount is none. */
export function numberOf(text: string): Numbered | null {
  if (isDay(text)) return null;
  for (const [style, pattern] of styles) {
    const found = pattern.exec(text);
    if (!found?.[1]) continue;
    const rest = foldSpace(found[2] ?? '');
    if (style === 'plain' && !plausible(text, rest)) return null;
    const depth = style === 'plain' ? found[1].split('.').length : 1;
    return { style, number: found[1].replace(/\.0$/, ''), rest, depth };
  }
  return null;
}

/** "12/06/2015"; "01/21/04" is no day, as no year has 21 months. */
function isDay(text: string): boolean {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/.exec(text);
  return found !== null && Number(found[1]) <= 31 && Number(found[2]) <= 12;
}

/** "12 June 2015", "3 nurseries" and "20%" begin with a figure that counts nothing. */
function plausible(text: string, rest: string): boolean {
  if (
    /^\d+\s+(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/i.test(
      text,
    )
  )
    return false;
  if (/^\d+(?:\.\d+)?\s*(?:%|am\b|pm\b|st\b|nd\b|rd\b|th\b)/i.test(text)) return false;
  if (
    /^\d{1,2}[.:]\d{2}\s?(?:am|pm|hrs)?\b/i.test(text) &&
    /^(?:am|pm|hrs|-|–|to)?\b/i.test(rest) &&
    /(?:am|pm|hrs)\b/i.test(text.slice(0, 12))
  )
    return false;
  return rest === '' || /^[\p{Lu}“"'(\d‘£]/u.test(rest);
}

/** The count of a number, for seeing whether lines go on: "12/15" is 12, "HWB/15/04" is 4, "IV" is 4. */
export function countOf(one: Numbered): number {
  if (one.style === 'roman') return romanOf(one.number);
  const figures = one.number.match(/\d+/g) ?? [];
  // "Cou/285/07-08": the year stands behind the count.
  const behind = one.style === 'ref' && figures.length === 3 && /-\d+$/.test(one.number);
  const at = behind ? 0 : one.style === 'ref' || figures.length === 3 ? figures.length - 1 : 0;
  return Number(figures[at] ?? Number.NaN);
}

function romanOf(text: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
  let sum = 0;
  [...text].forEach((letter, at) => {
    const value = values[letter] ?? 0;
    sum += value < (values[text[at + 1] ?? ''] ?? 0) ? -value : value;
  });
  return sum;
}

/** A heading and the words that run on behind it: "Apologies: none", "Budget – JB reported …". */
export function headAndText(rest: string): { title: string; text: string } {
  const whole = rest.replace(/\s*:$/, '');
  const cut = /^(.{3,80}?)\s*(?::\s+|\s[–—-]\s+)(\S.*)$/.exec(rest);
  if (
    cut?.[1] &&
    cut[2] &&
    (rest.length > 90 || /^[\p{Lu}]/u.test(cut[2])) &&
    /[.!?]$|\s\S+\s\S+\s/.test(cut[2])
  )
    return { title: cut[1], text: cut[2] };
  const semi = /^(\p{Lu}[^;:.]{3,50});\s+(\p{Lu}.*\s.*)$/u.exec(rest);
  if (semi?.[1] && semi[2]) return { title: semi[1], text: semi[2] };
  return { title: whole, text: '' };
}

/** Whether words read as a heading: short, and no sentence. */
export function readsAsHeading(text: string): boolean {
  const words = text.split(' ').length;
  if (text === '' || text.length > 140 || words > 20) return false;
  if (/[;,]$/.test(text)) return false;
  return !/[.!?]$/.test(text) || words <= 4;
}

export function allCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= 4 && letters === letters.toUpperCase();
}
