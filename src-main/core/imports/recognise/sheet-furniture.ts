import type { Sheet } from './sheet.ts';

/** Words that a helper sheet is called by, and those that stand beside them in its name. */
const helpers =
  /^(?:look\s?ups?|lists?|drop\s?downs?|validations?|instructions?|guidance|readme|help|identifiers?|lovs?|backend|config(?:uration)?)$/i;
const fillers =
  /^(?:\d+|[a-z]|and|the|for|of|on|to|in|use|using|users?|this|data|tables?|sheets?|tabs?|pages?|notes?|values?|options?|choices?|menus?|drop|down|codes?|completion|completing|filling|form|template|workbook|tracker|only|internal|hidden|reference|general)$/i;
const sayings =
  /^(?:\d+\W*)?(?:how to\b|do not (?:edit|delete|use)\b|read me\b|notes for (?:completion|completing|users?|authors?)\b|reference data$)/i;

/**
 * Why a sheet holds no data of the office's: hidden, a list for drop-downs, instructions; null where it may. A name
 * says so only as a whole ("Lists", "Guidance notes"; not "Action list" or "Early Help"), and never of the only sheet.
 */
export function sheetFurniture(sheet: Sheet, alone = false): string | null {
  if (sheet.grid.hidden) return 'a hidden sheet';
  if (!alone && isHelperName(sheet.grid.name)) return 'a sheet of instructions or lists';
  return null;
}

function isHelperName(name: string): boolean {
  if (sayings.test(name.trim())) return true;
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const joined = /^look ups?$|^drop downs?$/i.test(words.join(' '));
  const helping = words.filter((word) => helpers.test(word));
  return joined || (helping.length > 0 && words.every((word) => helpers.test(word) || fillers.test(word)));
}
