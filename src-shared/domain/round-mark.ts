import type { ReadFile } from '../contract/grid.ts';

/** The words by which a form of an update round is known again, in whatever program it was saved. */

export const markOf = ({ formId, version }: { readonly formId: string; readonly version: number }): string =>
  `plan-register-form ${formId} v${version}`;

export const markPattern = /plan-register-form ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) v(\d{1,6})/i;

/** Rows of each sheet that are looked through: a form says what it is near its top. */
const rowsLooked = 200;

/** Whether a file is a form, or a sheet of one. */
export const isRoundForm = ({ grids }: Pick<ReadFile, 'grids'>): boolean =>
  grids.some(({ rows }) =>
    rows
      .slice(0, rowsLooked)
      .some((cells) => (cells ?? []).some((cell) => cell && markPattern.test(cell.text))),
  );
