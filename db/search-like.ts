import { likeTerms, slipsAllowed, type Term } from '#shared/domain/near-spelling.ts';
import { folded, wordsOf } from './excerpt.ts';
import type { ReadDb } from './handles.ts';
import { rowOf, rowsOf } from './queries/prepared.ts';

/** Other texts offered at most. */
const mostTexts = 3;

/**
 * What may have been meant by a text of which nothing was found: the same with the words that the register does not
 * have put as it has them, the likeliest first. Empty where all its words are there, or nothing is like them.
 */
export function meant(db: ReadDb, text: string): string[] {
  const words = wordsOf(text);
  db.raw.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab('main', 'search_index', 'row')`,
  );
  const others = words.map((word, index) => {
    const plain = folded(word);
    if (isTerm(db, plain, index === words.length - 1)) return [word];
    const like = likeTerms(plain, termsLike(db, plain), mostTexts);
    return like.length > 0 ? like : null;
  });
  if (others.some((one) => one === null)) return [];
  const choices = others as string[][];
  const texts = Array.from({ length: mostTexts }, (_, nth) =>
    choices.map((choice) => choice[nth] ?? choice[0] ?? '').join(' '),
  );
  return [...new Set(texts)].filter((one) => folded(one) !== words.map(folded).join(' '));
}

/** Whether the register has the word; the last one may be only begun. */
function isTerm(db: ReadDb, word: string, begun: boolean): boolean {
  const end = begun ? `${word}\u{10ffff}` : word;
  return (
    rowOf(db, 'SELECT 1 FROM temp.search_terms WHERE term >= ? AND term <= ? LIMIT 1', word, end) !==
    undefined
  );
}

/** Words of about the same length. */
function termsLike(db: ReadDb, word: string): Term[] {
  const slips = slipsAllowed(word);
  return rowsOf<Term>(
    db,
    'SELECT term, doc AS documents FROM temp.search_terms WHERE length(term) BETWEEN ? AND ?',
    word.length - slips,
    word.length + slips,
  );
}
