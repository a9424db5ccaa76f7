/** Whether a cell looks like a figure, or like money: a glance at its shape, for telling columns of them. */

const number = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+';
const scale = '(?:k|m|bn|million|billion|thousand)?';
const per =
  '(?:%|pp|ppts?|percentage points?|per ?cent|per [\\d,]{2,9}|days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|weeks? and \\d days?|points?|pts?|people|children|families|places?|fte|wte|cases?)?';
const marks = '(?:\\s*(?:\\*{1,3}|[†‡#]|\\([a-z0-9]{1,2}\\)|[¹²³]|[▲▼↑↓→←⇧⇩►◄△▽]))*';
const shape = new RegExp(
  `^[▲▼↑↓→←⇧⇩△▽]?\\s*(?:[<>]=|=[<>]|[<>≤≥~≈+±=-]|c\\.?\\s|approx\\.?\\s|about\\s|circa\\s|under\\s|over\\s|at least\\s|up to\\s|min\\.?\\s|max\\.?\\s)?\\s*[a-z]?[£$€]?-?(?:${number})\\s?${scale}\\s?${per}(?:\\s?(?:-|–|to)\\s?[£$€]?(?:${number})\\s?${scale}\\s?${per})?${marks}$`,
  'i',
);
const ratio = /^\d{1,5}\s?:\s?\d{1,5}(?:\.\d+)?$/;
const share = new RegExp(
  `^(?:${number})\\s?(?:\\/|out of|of|in)\\s?(?:${number})(?:\\s?\\(\\s?\\d+(?:\\.\\d+)?\\s?%\\s?\\))?$`,
  'i',
);
const withAside = new RegExp(`^(?:${number})\\s?%?\\s?\\([^()]{1,40}\\)$`);
const codes =
  /^(?:n\/?a|tbc|tbd|dnc|nya|nil|-{1,3}|–|—|\.{1,3}|\*|x|z|c|k|s|suppressed|not available|no data)$/i;
const moneyShape =
  /^\(?-?\s?[£$€]\s?-?\(?\d[\d,.]*\s?(?:k|m|bn|million|thousand)?\)?(?:\s?(?:p\.?a\.?|per annum))?$/i;
/** "2009/10", "2009-10": a year, no range of figures. */
const years = /^(?:19|20)\d\d\s?[-/–]\s?(?:\d\d|(?:19|20)\d\d)$/;

/** "47.4", "65-79%", "≤3%", "7 days", "1 in 5", "£1.2m", "5:48", "52.3 (p)", "▲ 12". Years and dates are none. */
export function looksLikeFigure(text: string): boolean {
  if (text.length > 48 || !/\d/.test(text) || years.test(text)) return false;
  return shape.test(text) || ratio.test(text) || share.test(text) || withAside.test(text);
}

/** What stands where a figure is missing: "n/a", "c", "---". */
export function standsForFigure(text: string): boolean {
  return text.length <= 14 && codes.test(text);
}

/** "£45,000", "£1.2m", "(£300)". */
export function looksLikeMoney(text: string): boolean {
  return text.length <= 30 && moneyShape.test(text);
}
