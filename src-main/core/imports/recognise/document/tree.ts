import type { Block, Paragraph } from './blocks.ts';
import type { Heading } from './heading-lines.ts';

/** A heading with all that stands under it; the root has none. */
export type Node<T> = {
  readonly heading: Paragraph | null;
  readonly styled: boolean;
  readonly level: number;
  readonly parent: Node<T> | null;
  /** What stands under the heading and under no other below it, in reading order. */
  readonly content: (Paragraph | T)[];
  readonly children: Node<T>[];
};

/** A document as a tree of headings. `placed` gives what stands for a table: one thing, several, or nothing. */
export function treeOf<T>(
  blocks: readonly Block[],
  headings: ReadonlyMap<Paragraph, Heading>,
  placed: (block: Exclude<Block, Paragraph>) => readonly T[],
): Node<T> {
  const root: Node<T> = { heading: null, styled: false, level: -1, parent: null, content: [], children: [] };
  let open = root;
  let inBoxes = false;
  for (const block of blocks) {
    // Boxes beside the text stand after it and under none of its headings.
    const box = block.kind === 'paragraph' && block.said.part === 'text-box';
    if (box !== inBoxes) open = root;
    inBoxes = box;
    if (block.kind === 'table') {
      open.content.push(...placed(block));
      continue;
    }
    const heading = headings.get(block);
    if (!heading) {
      open.content.push(block);
      continue;
    }
    while (open.parent !== null && open.level >= heading.level) open = open.parent;
    const node: Node<T> = {
      heading: block,
      styled: heading.styled,
      level: heading.level,
      parent: open,
      content: [],
      children: [],
    };
    open.children.push(node);
    open = node;
  }
  return root;
}

/** The node and all below it, in reading order. */
export function* nodesOf<T>(node: Node<T>): Generator<Node<T>> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}
