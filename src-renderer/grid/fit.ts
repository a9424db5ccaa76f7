/** How wide a column must be for its words (double click on its edge, or its menu). */

const widest = 480;
const padding = 18;
/** Lines measured of a column; of thousands the longest by letters are the widest in all but odd cases. */
const mostMeasured = 40;

/** The longest lines of some texts, each once, by their letters. */
export function longestLines(texts: Iterable<string>, most = mostMeasured): string[] {
  const found = new Set<string>();
  let least = 0;
  for (const text of texts) {
    for (const line of text.split('\n')) {
      if (line.length <= least) continue;
      found.add(line);
      if (found.size >= most * 4) {
        const kept = [...found].sort((a, b) => b.length - a.length).slice(0, most);
        found.clear();
        for (const one of kept) found.add(one);
        least = kept.at(-1)?.length ?? 0;
      }
    }
  }
  return [...found].sort((a, b) => b.length - a.length).slice(0, most);
}

/** The width at which title and words stand on one line each, but never wider than can be read. */
export function fittingWidth(
  title: string,
  texts: Iterable<string>,
  measure: (text: string, bold: boolean) => number,
): number {
  let most = measure(title, true);
  for (const line of longestLines(texts)) most = Math.max(most, measure(line, false));
  return Math.min(widest, Math.ceil(most) + padding);
}
