/** Counting on in references as plans use them: "2.4" 2.5, "2.1 (ii)" 2.1 (iii), "Action 9" Action 10. */

const numerals: readonly (readonly [number, string])[] = [
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

export function toRoman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, letters] of numerals) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}

/** The number a lower-case Roman numeral stands for; null where the letters are not one. */
export function fromRoman(text: string): number | null {
  let rest = text;
  let number = 0;
  for (const [value, letters] of numerals) {
    while (rest.startsWith(letters)) {
      number += value;
      rest = rest.slice(letters.length);
    }
  }
  return rest === '' && number > 0 && toRoman(number) === text ? number : null;
}

type Counted = {
  readonly head: string;
  readonly number: number;
  readonly tail: string;
  readonly roman: boolean;
};

/** The last thing in a reference that counts. */
function counted(text: string): Counted | null {
  const roman = /^(.*\()([ivxlc]+)(\)\s*)$/.exec(text);
  const value = roman?.[2] === undefined ? null : fromRoman(roman[2]);
  if (roman && value !== null) {
    return { head: roman[1] ?? '', number: value, tail: roman[3] ?? '', roman: true };
  }
  const digits = /^(.*?)(\d{1,9})(\D*)$/.exec(text);
  if (!digits) return null;
  return { head: digits[1] ?? '', number: Number(digits[2]), tail: digits[3] ?? '', roman: false };
}

/**
 * The next `count` references after `texts`. Null where they do not count in one step: then a fill repeats them.
 */
export function seriesAfter(texts: readonly string[], count: number): string[] | null {
  const read = texts.map(counted);
  const last = read.at(-1);
  const first = read[0];
  if (
    !last ||
    !first ||
    read.some((one) => one === null || one.head !== last.head || one.tail !== last.tail)
  ) {
    return null;
  }
  const step = texts.length > 1 ? (last.number - first.number) / (texts.length - 1) : 1;
  const even = read.every((one, place) => one?.number === first.number + place * step);
  if (!even || !Number.isInteger(step) || step <= 0) return null;
  return Array.from({ length: count }, (_, place) => {
    const number = last.number + step * (place + 1);
    return `${last.head}${last.roman ? toRoman(number) : number}${last.tail}`;
  });
}
