import type { GridCell } from '#shared/contract/grid.ts';
import { dayFromSerial } from '#shared/domain/dates.ts';

/** Days of 2000 to 2049 as a workbook counts them: what a date looks like once its format is lost. */
const [first, last] = [36_526, 54_788] as const;

export function isSerial(cell: GridCell): boolean {
  const { value } = cell;
  if (value?.kind !== 'number' || value.percent) return false;
  return Number.isInteger(value.number) && value.number >= first && value.number <= last;
}

/** The day of a date shown as a bare number; only where the column is known to hold dates. */
export function daySerialOf(cell: GridCell): string | null {
  return isSerial(cell) && cell.value?.kind === 'number' ? dayFromSerial(cell.value.number) : null;
}
