import type { FormatToken } from './format-tokens.ts';

/** A number as a fraction: "# ?/?" shows 2.5 as "2 1/2", "# ?/8" keeps eighths. */
export function showFraction(
  value: number,
  tokens: readonly FormatToken[],
  slash: number,
  signed: boolean,
): string {
  let start = slash;
  while (tokens[start - 1]?.kind === 'digit') start -= 1;
  const hasWhole = tokens.slice(0, start).some((token) => token.kind === 'digit');
  const fixed = fixedDenominator(tokens, slash);
  const wanted = tokens.slice(slash + 1).filter((token) => token.kind === 'digit').length;
  const size = Math.abs(value);
  let whole = hasWhole ? Math.floor(size) : 0;
  const { top, bottom } = nearest(size - whole, fixed, 10 ** Math.min(3, wanted) - 1);
  let over = top;
  if (hasWhole && over === bottom) {
    whole += 1;
    over = 0;
  }
  const sign = signed ? '-' : '';
  if (over === 0) return `${sign}${whole}`;
  return `${sign}${whole > 0 ? `${whole} ` : ''}${over}/${bottom}`;
}

/** Digits such as the 8 of "?/8" come as literals. */
function fixedDenominator(tokens: readonly FormatToken[], slash: number): number | null {
  let text = '';
  for (const token of tokens.slice(slash + 1)) {
    if (token.kind === 'literal' && /^[0-9]$/.test(token.text)) text += token.text;
    else if (token.kind === 'digit' && token.text === '0' && text !== '') text += '0';
    else break;
  }
  const value = Number(text);
  return value > 0 ? value : null;
}

function nearest(part: number, fixed: number | null, most: number): { top: number; bottom: number } {
  if (fixed !== null) return { top: Math.round(part * fixed), bottom: fixed };
  let best = { top: Math.round(part), bottom: 1 };
  let gap = Math.abs(part - best.top);
  for (let bottom = 2; bottom <= most && gap > 1e-12; bottom += 1) {
    const top = Math.round(part * bottom);
    const off = Math.abs(part - top / bottom);
    if (off < gap - 1e-12) {
      best = { top, bottom };
      gap = off;
    }
  }
  return best;
}
