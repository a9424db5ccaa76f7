import { attributeOf, type Element, elementsOf } from './tree.ts';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Figures as superscripts, other letters as they stand. */
export function superscript(text: string): string {
  return text.replace(/\d/g, (figure) => raised[Number(figure)] as string);
}

/** The mark of a list's item as a page shows it: a bullet, or its number in the list's kind of counting. */
export function itemMark(item: Element): { mark: string; ordered: boolean } {
  const list = item.parentNode;
  if (list === null || !('tagName' in list) || list.tagName !== 'ol') return { mark: '•', ordered: false };
  const numbers = listNumbers.get(list) ?? numbered(list);
  listNumbers.set(list, numbers);
  return { mark: `${counted(numbers.get(item) ?? 1, listKind(list))}.`, ordered: true };
}

/** Counted once a list: a page may hold a hundred thousand items. */
const listNumbers = new WeakMap<Element, Map<Element, number>>();

function numbered(list: Element): Map<Element, number> {
  const numbers = new Map<Element, number>();
  let next = Number.parseInt(attributeOf(list, 'start') ?? '1', 10) || 1;
  for (const item of elementsOf(list)) {
    if (item.tagName !== 'li') continue;
    const said = Number.parseInt(attributeOf(item, 'value') ?? '', 10);
    if (Number.isFinite(said)) next = said;
    numbers.set(item, next);
    next += 1;
  }
  return numbers;
}

function listKind(list: Element): string {
  const style = /list-style(?:-type)?:\s*([\w-]+)/.exec(attributeOf(list, 'style') ?? '')?.[1] ?? '';
  if (style.startsWith('lower-roman')) return 'i';
  if (style.startsWith('upper-roman')) return 'I';
  if (/^lower-(alpha|latin)/.test(style)) return 'a';
  if (/^upper-(alpha|latin)/.test(style)) return 'A';
  return attributeOf(list, 'type') ?? '1';
}

function counted(number: number, kind: string): string {
  if (number < 1 || number > 3_999) return String(number);
  if (kind === 'a') return letters(number);
  if (kind === 'A') return letters(number).toUpperCase();
  if (kind === 'i') return roman(number);
  if (kind === 'I') return roman(number).toUpperCase();
  return String(number);
}

function letters(number: number): string {
  let text = '';
  for (let n = number; n > 0; n = Math.floor((n - 1) / 26)) {
    text = String.fromCharCode(97 + ((n - 1) % 26)) + text;
  }
  return text;
}

const numerals: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let text = '';
  let left = number;
  for (const [value, numeral] of numerals) {
    while (left >= value) {
      text += numeral;
      left -= value;
    }
  }
  return text;
}
