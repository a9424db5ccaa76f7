import { capital } from './words.ts';

export type ReportingLevel = {
  readonly level: number;
  readonly report: string;
  readonly every: string | null;
};

const numbered = /^(?:level\s+)?(\d{1,2})\s*[.):-]\s*(\S.*)$/i;
const often =
  /\b(weekly|fortnightly|monthly|quarterly|termly|half-yearly|six-monthly|yearly|annually|annual)\b/i;

/**
 * The levels of reporting that lines of text number, the first the highest: "3. Quarterly review of the delivery plan".
 * Null where not every line is numbered, a number is missing or comes twice, or there are fewer than three: such lines
 * may number anything. They may stand in either order, as a drawing is read from its foot or its head.
 */
export function reportingLevels(words: string): ReportingLevel[] | null {
  const lines = words
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const levels = lines.flatMap((line) => {
    const found = numbered.exec(line);
    return found
      ? [
          {
            level: Number(found[1]),
            report: capital(found[2] ?? ''),
            every: often.exec(line)?.[1]?.toLowerCase() ?? null,
          },
        ]
      : [];
  });
  if (lines.length < 3 || levels.length !== lines.length) return null;
  const inOrder = [...levels].sort((a, b) => a.level - b.level);
  return inOrder.every(({ level }, at) => level === at + 1) ? inOrder : null;
}
