/** Commonest first: of two that part a text alike the earlier one is taken. */
const candidates = [',', ';', '\t', '|', '^', '~', '¦'] as const;
const sampledRecords = 200;
const sampledLetters = 256 * 1024;

/**
 * The letter that parts a text table's cells: the one that parts most records into the same number of cells,
 * quotes heeded. A text without any is a table of one column, for which the comma would be wrong as often as
 * right; then the tab is taken, which no sentence holds.
 */
export function guessDelimiter(text: string): string {
  const sample = text.slice(0, sampledLetters);
  const scores = candidates.map((delimiter) => ({ delimiter, score: score(sample, delimiter) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.delimiter : '\t';
}

/** Records with the commonest count of cells, each weighing a little more the more cells there are. */
function score(text: string, delimiter: string): number {
  const counts = cellCounts(text, delimiter);
  const parted = counts.filter((count) => count > 1).length;
  // A comma here and there in a column of sentences does not make a table; a few rows of one width do, even under
  // titles and over notes that have none.
  if (parted < counts.length * 0.6 && steadyRun(counts) < 3) return 0;
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  let best = 0;
  for (const [cells, records] of tally) {
    if (cells < 2) continue;
    best = Math.max(best, (records / counts.length) * (1 + Math.log2(cells)));
  }
  return best;
}

/** The most records on end that are parted into the same three cells or more. */
function steadyRun(counts: readonly number[]): number {
  let longest = 0;
  let run = 0;
  counts.forEach((count, at) => {
    run = count >= 3 && count === counts[at - 1] ? run + 1 : count >= 3 ? 1 : 0;
    longest = Math.max(longest, run);
  });
  return longest;
}

function cellCounts(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let start = true;
  let blank = true;
  for (let at = 0; at < text.length && counts.length < sampledRecords; at += 1) {
    const letter = text[at] as string;
    if (quoted) {
      if (letter !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      else quoted = false;
    } else if (letter === '"' && start) {
      quoted = true;
      start = false;
      blank = false;
    } else if (letter === delimiter) {
      cells += 1;
      start = true;
      blank = false;
    } else if (letter === '\n') {
      if (!blank) counts.push(cells);
      cells = 1;
      start = true;
      blank = true;
    } else {
      start = false;
      if (letter !== ' ') blank = false;
    }
  }
  if (!blank) counts.push(cells);
  return counts;
}
