import { numberWords } from './number-words.ts';

/** How much of a whole is done, as the words of an update say it: "4 of 14 visits done". */
export type Share = {
  readonly done: number;
  readonly of: number;
  /** The words it was read from: "4 of 14 visits done", cut after a few words. */
  readonly words: string;
};

const small: readonly string[] = numberWords.slice(1);
const amount = `\\d{1,3}(?:,\\d{3})+|\\d{1,6}|${small.join('|')}`;
const partOf = new RegExp(
  `(?<![\\d.,£/-])\\b(all|none|${amount})\\s+(?:out\\s+)?of\\s+(?:the\\s+|its\\s+|our\\s+)?(${amount})(?![\\d%/.,]\\d)\\b`,
  'gi',
);
const percent =
  /(?<![\d.])(100|\d{1,2})\s?(?:%|per\s?cent)\s+(?:complete|completed|done|finished|delivered)\b/gi;
/** A clause with one of these counts what is not done, or something else. */
const contrary =
  /\b(?:not|no|never|vacan\w*|outstanding|remain\w*|left|missing|late|overdue|await\w*|without|yet|refused|declined|cancelled|lost|fail\w*|empty|unfilled|still|to go|behind|delayed|need|needs|plan|plans|planned|will|should|aim|target|due)\b/i;

/**
 * The one share that the words give: "21 of 30 trained", "60% complete", "all 14 of 14". Null where they give none, or
 * two that differ, or count what is missing: then nobody can tell how much is done.
 */
export function shareIn(text: string): Share | null {
  const found: Share[] = [];
  for (const clause of text.split(/[;!?\n]|\.(?=\s|$)|,(?=\s)|\bbut\b/)) {
    const here = [...sharesOf(clause)];
    if (here.length > 0 && contrary.test(clause)) return null;
    found.push(...here);
  }
  const [first, ...others] = found;
  if (!first || others.some((other) => other.done * first.of !== first.done * other.of)) return null;
  return first;
}

function* sharesOf(clause: string): Generator<Share> {
  for (const match of clause.matchAll(partOf)) {
    const of = number(match[2] ?? '');
    const said = (match[1] ?? '').toLowerCase();
    const done = said === 'all' ? of : said === 'none' ? 0 : number(said);
    // "1 of 2010" is a year, "5 of 3" no part.
    if (of < 2 || done > of || (of >= 1990 && of <= 2100 && done <= 31)) continue;
    yield { done, of, words: few(clause.slice(match.index)) };
  }
  for (const match of clause.matchAll(percent)) {
    yield { done: Number(match[1]), of: 100, words: few(clause.slice(match.index)) };
  }
}

function number(text: string): number {
  const place = small.indexOf(text.toLowerCase());
  return place >= 0 ? place + 1 : Number(text.replaceAll(',', ''));
}

/** At most six words. */
function few(text: string): string {
  return text.trim().split(/\s+/).slice(0, 6).join(' ');
}
