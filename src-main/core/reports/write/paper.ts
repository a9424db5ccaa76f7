import type { Block, ReportDocument } from '../document.ts';
import { foldSparse } from './fold-sparse.ts';

/** Characters that a table may have side by side before it needs a sheet of A4 turned on its side. */
const uprightCharacters = 140;

export const usualPaper = { size: 'A4', orientation: 'upright' } as const;
type Paper = NonNullable<ReportDocument['paper']>;

/** Characters that an upright sheet holds side by side; a report that lies on its side turns no table further. */
const roomOf = ({ size, orientation }: Paper): number => {
  if (orientation === 'sideways') return Number.POSITIVE_INFINITY;
  // An upright A3 is as wide as an A4 on its side.
  return size === 'A3' ? uprightCharacters * Math.SQRT2 : uprightCharacters;
};

/** A run of blocks on paper of one orientation, each with its position in the report. */
export type Leaf = {
  readonly wide: boolean;
  readonly blocks: readonly { readonly block: Block; readonly position: number }[];
};

/** A table that does not fit an upright page, as it stands on paper (its sparse columns folded). */
function isWide(block: Block, room: number): boolean {
  if (block.kind !== 'table') return false;
  return foldSparse(block).columns.reduce((sum, { width }) => sum + width, 0) > room;
}

/**
 * A report as the sheets it is printed on: upright, and on its side for tables that need it. A wide table takes
 * with it the heading it stands under, which would else be left alone at the foot of the sheet before.
 */
export function leavesOf(blocks: readonly Block[], paper: Paper = usualPaper): Leaf[] {
  const room = roomOf(paper);
  const leaves: { wide: boolean; blocks: { block: Block; position: number }[] }[] = [];
  blocks.forEach((block, position) => {
    const current = leaves.at(-1);
    // What follows a wide table stays on its sheets up to the next main heading: a turn of the paper begins a new page.
    const wide = isWide(block, room) || (current?.wide === true && !isMainHeading(block));
    if (current?.wide === wide) {
      current.blocks.push({ block, position });
      return;
    }
    const taken = wide && current ? current.blocks.splice(headedFrom(current.blocks)) : [];
    if (current?.blocks.length === 0) leaves.pop();
    const before = leaves.at(-1);
    if (before?.wide === wide) before.blocks.push(...taken, { block, position });
    else leaves.push({ wide, blocks: [...taken, { block, position }] });
  });
  return leaves;
}

const isMainHeading = (block: Block) => block.kind === 'heading' && block.level === 2;

/** Where the heading begins beneath which nothing but a few words stand; the end where there is none. */
function headedFrom(blocks: readonly { readonly block: Block }[]): number {
  let at = blocks.length;
  while (at > 0 && blocks[at - 1]?.block.kind === 'words') at -= 1;
  if (blocks[at - 1]?.block.kind !== 'heading') return blocks.length;
  while (blocks[at - 1]?.block.kind === 'heading') at -= 1;
  return at;
}
