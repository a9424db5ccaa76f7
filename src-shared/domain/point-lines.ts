/** What a line typed into the minutes is: a heading for those that follow, or a point with what kind it is of. */
export type TypedPoint =
  | { readonly is: 'heading'; readonly heading: string }
  | { readonly is: 'point'; readonly text: string; readonly kind: 'question' | 'answer' | 'decision' | null };

/** Headings that minutes of boards and groups have most. */
export const usualHeadings = [
  'Strengths',
  'Areas for development',
  'Questions and answers',
  'Going well',
  'Of concern',
  'Action proposed',
] as const;

/** Longer words before a colon introduce a list in running text; a letter before one is a mark not yet followed. */
const headingLength = { least: 3, most: 60 } as const;

const marks: readonly (readonly [RegExp, 'question' | 'answer' | 'decision'])[] = [
  [/^(?:q|question)\s*[.:]\s*(?=\S)/i, 'question'],
  [/^(?:a|answer)\s*[.:]\s*(?=\S)/i, 'answer'],
  [/^(?:d|decision|decided|agreed)\s*:\s*(?=\S)/i, 'decision'],
];

/**
 * Reads a line as it was typed: "Strengths:" heads what follows; "Q: Who pays?" is a question, "A: The trust." its
 * answer, "Decision: Saturdays too." a decision; all else is a point as it stands. A single letter needs its mark, so
 * that "A review was held" stays a sentence.
 */
export function readPointLine(words: string): TypedPoint {
  const typed = words.trim();
  const heading = /^(.*\S)\s*:$/.exec(typed)?.[1];
  const length = heading?.length ?? 0;
  const isHeading = length >= headingLength.least && length <= headingLength.most;
  if (heading !== undefined && isHeading && !/[.:;?!]/.test(heading)) return { is: 'heading', heading };
  for (const [mark, kind] of marks) {
    const text = typed.replace(mark, '');
    if (text !== typed) return { is: 'point', text: capital(text), kind };
  }
  return { is: 'point', text: typed, kind: null };
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1);

/** A change of places within a list: what stood at `from` stands at `to`. Places beyond an end change nothing. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, item);
}
