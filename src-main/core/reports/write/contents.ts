import type { Block } from '../document.ts';

/** A line of the contents: its text, its level in the report (2 or 3), and the position of its heading. */
export type ContentsLine = { readonly level: 2 | 3; readonly text: string; readonly position: number };

/** More lines than this on paper, and only the main headings stand in the contents. */
export const contentsLines = 30;

/**
 * The headings that the contents list. A sub-heading that stands alike under several headings ("What changed since
 * June") tells nobody where to look, and is left out.
 */
export function contentsOf(blocks: readonly Block[]): ContentsLine[] {
  const all = blocks.flatMap((block, position) =>
    block.kind === 'heading' ? [{ level: block.level, text: block.text, position }] : [],
  );
  const subheadings = Map.groupBy(
    all.filter(({ level }) => level === 3),
    ({ text }) => text,
  );
  return all.filter(({ level, text }) => level === 2 || subheadings.get(text)?.length === 1);
}
