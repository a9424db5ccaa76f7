import type { Sheet } from './sheet.ts';

const helperNames =
  /\b(?:look\s?ups?|lists?|drop\s?downs?|data validation|validation|reference data|instructions?|guidance|read\s?me|how to|notes for|help|identifiers?|lov|backend|settings|config|do not (?:edit|delete|use))\b/i;

/** Why a sheet holds no data of the office's: hidden, a list for drop-downs, instructions; null where it may. */
export function sheetFurniture(sheet: Sheet): string | null {
  if (sheet.grid.hidden) return 'a hidden sheet';
  if (helperNames.test(sheet.grid.name)) return 'a sheet of instructions or lists';
  return null;
}
