import { freePages, type PageFile, rowIn, treePage, type Value } from './page-file.ts';

/** A tree of the file: what its description says, and where it begins. */
export type Tree = { readonly name: string; readonly root: number };

/** Rows that nothing leads to any more. Those of one group were in one table. */
export type OrphanGroup = readonly (readonly Value[])[];

export type Orphans = {
  /** Trees of which at least one page is lost. */
  readonly broken: ReadonlySet<string>;
  readonly groups: readonly OrphanGroup[];
  /**
   * False where it is not known which pages are free. What was deleted stands on those until they are used again, so
   * that the rows found may be such.
   */
  readonly isCertain: boolean;
};

/**
 * The rows on pages that hold rows, that no tree reaches any more and that are not free, as SQLite's own recovery looks
 * for them (https://www.sqlite.org/recovery.html, "lost and found").
 */
export function orphansIn(file: PageFile, trees: readonly Tree[]): Orphans {
  const used = new Set<number>();
  const broken = new Set<string>();
  for (const { name, root } of trees) if (!reachAll(file, root, used)) broken.add(name);
  const free = freePages(file);
  const together = new Groups();
  const leaves: number[] = [];
  for (let number = 2; number <= file.pages; number += 1) {
    if (used.has(number) || free?.has(number)) continue;
    const page = file.page(number);
    const tree = page && treePage(page, number);
    if (tree?.kind === 'table-leaf' && tree.cells.length > 0) leaves.push(number);
    // A page that led to others is lost itself, but says what belonged together.
    if (tree?.kind === 'table-inner') for (const child of tree.children) together.join(number, child);
  }
  const groups = Map.groupBy(leaves, (number) => together.of(number));
  return {
    broken,
    groups: [...groups.values()].map((pages) => pages.flatMap((number) => rowsOn(file, number))),
    isCertain: free !== null,
  };
}

/** Marks every page of a tree; false where one of them is not a page of a tree. */
function reachAll(file: PageFile, root: number, used: Set<number>): boolean {
  const waiting = [root];
  let isWhole = true;
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (used.has(number)) continue;
    const page = file.page(number);
    const tree = page && treePage(page, number);
    if (!tree) isWhole = false;
    else {
      used.add(number);
      waiting.push(...tree.children);
    }
  }
  return isWhole;
}

function rowsOn(file: PageFile, number: number): Value[][] {
  const page = file.page(number);
  const tree = page && treePage(page, number);
  if (!page || !tree) return [];
  return tree.cells.flatMap((cell) => {
    const row = rowIn(file, page, cell);
    return row ? [row] : [];
  });
}

/** Which numbers belong together. */
class Groups {
  private readonly parent = new Map<number, number>();

  of(number: number): number {
    let at = number;
    for (let up = this.parent.get(at); up !== undefined; up = this.parent.get(at)) at = up;
    return at;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.of(a), this.of(b)];
    if (first !== second) this.parent.set(second, first);
  }
}
