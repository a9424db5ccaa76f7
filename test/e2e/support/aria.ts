import type { Locator, Page } from 'playwright-core';

/**
 * What a part of the page is to a screen reader, in a form that stays the same from run to run: this day, times, ids and
 * check sums by their kind, addresses left out, and of a long run of alike things only the first three.
 */
export async function spoken(part: Locator): Promise<string> {
  const tree = await part.ariaSnapshot();
  return `${shortened(steady(tree).split('\n')).join('\n')}\n`;
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';

function steady(tree: string): string {
  const now = new Date();
  const thisYear = String(now.getFullYear());
  return (
    tree
      .replace(/^ *- \/url:.*\n?/gm, '')
      // Only what is dated by the machine's clock; the days of the example are its own.
      .replace(new RegExp(`\\d{1,2} (${months}) ${thisYear}`, 'g'), 'TODAY')
      .replace(/\b(at )?\d{1,2}:\d{2}(:\d{2})?\b/g, 'TIME')
      .replace(/\b[0-9a-f]{4}( [0-9a-f]{4}){2,}\b|\b[0-9a-f]{12,}\b/g, 'SUM')
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
      .replace(/\d+(\.\d+)? (kB|MB|bytes)/g, 'SIZE')
      .trimEnd()
  );
}

const roleOf = (line: string) => /^ *- "?'?(\w+)/.exec(line)?.[1] ?? '';
const depthOf = (line: string) => line.search(/\S/);

/** Of siblings of one role in a row the first three, with all that they hold. */
function shortened(lines: readonly string[]): string[] {
  const kept: string[] = [];
  const runs = new Map<number, { role: string; length: number }>();
  let skipDeeperThan = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const depth = depthOf(line);
    if (depth > skipDeeperThan) continue;
    skipDeeperThan = Number.POSITIVE_INFINITY;
    for (const deeper of [...runs.keys()]) if (deeper > depth) runs.delete(deeper);
    const role = roleOf(line);
    const run = runs.get(depth);
    const length = run?.role === role ? run.length + 1 : 1;
    runs.set(depth, { role, length });
    const isMany = role !== 'heading' && role !== 'button' && length > 3;
    if (!isMany) kept.push(line);
    else {
      skipDeeperThan = depth;
      if (length === 4) kept.push(`${' '.repeat(depth)}# and more: ${role}`);
    }
  }
  return kept;
}

/** What axe does not look for: faults that a screen-reader user meets, one sentence each. */
export function spokenFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const isShown = (one: Element) => one.getClientRects().length > 0;
    const say = (one: Element) => one.outerHTML.slice(0, 320);
    for (const grid of document.querySelectorAll('[role=grid], [role=treegrid]')) {
      if (!isShown(grid)) continue;
      const counts = ['aria-rowcount', 'aria-colcount'].map((one) => Number(grid.getAttribute(one)));
      if (counts.some((count) => !(count > 0))) faults.push(`a grid without its counts: ${say(grid)}`);
      if (!grid.getAttribute('aria-label') && !grid.getAttribute('aria-labelledby'))
        faults.push(`a grid without a name: ${say(grid)}`);
    }
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter(isShown)
      .map((one) => Number(one.tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1) faults.push('not one heading of level 1');
    // A mark of a status is nothing to the ear: its word must stand in it, beside it or in the name round it.
    for (const mark of document.querySelectorAll('.mk')) {
      if (!isShown(mark)) continue;
      const named = mark.closest('[aria-label], [title]') ?? mark.parentElement;
      const words = `${named?.getAttribute('aria-label') ?? ''}${named?.textContent ?? ''}`.trim();
      if (words === '') faults.push(`a status without words: ${say(mark.parentElement ?? mark)}`);
    }
    // What answers to a press must be reached by Tab, or stand in something that is and hands on the arrows.
    const pressed = 'button, a[href], input, select, textarea, summary, [role=button], [role=link]';
    for (const one of document.querySelectorAll(pressed)) {
      if (
        !isShown(one) ||
        one.matches(
          ':disabled, [type=hidden], [aria-hidden=true], [aria-hidden=true] *, [aria-label=Dismiss]',
        )
      )
        continue;
      if ((one as HTMLElement).tabIndex >= 0) continue;
      const carrier = one.closest(
        '[role=grid], [role=tree], [role=listbox], [role=tablist], [role=radiogroup], [role=menu], [role=row], [data-row], [role=group], [role=toolbar], .combo',
      );
      // What stands beside a row is reached from it by an arrow.
      const isOwnRow = one.matches('[data-row], [data-beside]');
      if (!carrier && !isOwnRow) faults.push(`not reached by Tab: ${say(one)}`);
    }
    return faults;
  });
}
