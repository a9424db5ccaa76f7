import { type RefObject, useEffect } from 'react';
import type { SheetPicture } from '#shared/contract/imports.ts';
import type { PictureCell } from './picture-layout.ts';

/** A rectangle of one sheet to bring into view and outline, all edges inside. */
export type Mark = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** Whether a cell of the picture touches what is marked. */
export function isMarked(
  mark: Mark | null,
  row: number,
  cell: Pick<PictureCell, 'column' | 'across' | 'down'>,
): boolean {
  if (!mark) return false;
  return (
    row <= mark.bottom &&
    row + cell.down - 1 >= mark.top &&
    cell.column <= mark.right &&
    cell.column + cell.across - 1 >= mark.left
  );
}

/** Brings the marked cell to the middle of the picture and gives it the focus, once the picture that holds it is there. */
export function useMarkInView(
  box: RefObject<HTMLElement | null>,
  mark: Mark | null,
  picture: SheetPicture,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cell may come with a later picture
  useEffect(() => {
    if (!mark) return;
    const cell = box.current?.querySelector<HTMLElement>('.spot');
    cell?.scrollIntoView({ block: 'center', inline: 'nearest' });
    cell?.focus({ preventScroll: true });
  }, [mark, picture]);
}
