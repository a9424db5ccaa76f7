import type { ClipboardEvent, RefObject } from 'react';
import { pasteWrites, sameWrites, type Writes } from './block.ts';
import { type Cell, type Extent, type Range, sizeOf } from './geometry.ts';
import { ofRange, rangeOfSelection, rangesOf, type Selection } from './selection.ts';
import { parseTsv } from './tsv.ts';
import type { GridChange } from './types.ts';
import { copyBlock, pastedBlock } from './use-writes.ts';

type ClipboardOptions = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly extent: Extent;
  readonly selection: Selection;
  readonly select: (next: Selection) => void;
  readonly textAt: (cell: Cell) => string;
  readonly write: (writes: Writes, cause: GridChange['cause']) => void;
  readonly say: (sentence: string) => void;
};

const noTable =
  'These ranges cannot be copied together: they are neither the same rows nor the same columns. Choose one range.';
const oneRange = 'A block goes into one range. Choose the cell where its first one goes.';

/** Copy, cut and paste. In a field they are the field's own. */
export function useClipboard(options: ClipboardOptions) {
  const { scroller, extent, selection, select, textAt, write, say } = options;
  const ranges = rangesOf(selection);
  const ours = (event: ClipboardEvent) => event.target === scroller.current && extent.rows > 0;

  const copy = (event: ClipboardEvent): boolean => {
    if (!ours(event)) return false;
    event.preventDefault();
    if (copyBlock(event.clipboardData, ranges, textAt)) return true;
    say(noTable);
    return false;
  };
  const paste = (event: ClipboardEvent) => {
    if (!ours(event)) return;
    event.preventDefault();
    const block = pastedBlock(event.clipboardData, parseTsv);
    if (!block) return say('The clipboard holds no words to paste.');
    const single = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
    if (ranges.length > 1) {
      if (single === undefined) return say(oneRange);
      return write(sameWrites(ranges, single), 'paste');
    }
    const laid = pasteWrites(block, rangeOfSelection(selection), extent);
    write(laid, 'paste');
    select(ofRange(within(laid.range, extent)));
  };
  return {
    onCopy: copy,
    onCut: (event: ClipboardEvent) => {
      if (ranges.length > 1 && ours(event)) {
        event.preventDefault();
        say('Several ranges cannot be cut at once. Copy them, or choose one.');
      } else if (copy(event)) write(sameWrites(ranges, ''), 'cut');
    },
    onPaste: paste,
  };
}

/** The part of a range that is there before its added rows have arrived. */
function within(range: Range, extent: Extent): Range {
  return sizeOf(range).rows < 1 ? range : { ...range, bottom: Math.min(range.bottom, extent.rows - 1) };
}
