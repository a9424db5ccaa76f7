import { type SearchHit, searchKinds } from '#shared/contract/office.ts';
import { type Excerpt, excerptOf, wordsOf } from './excerpt.ts';
import type { ReadDb } from './handles.ts';
import { rowOf, rowsOf } from './queries/prepared.ts';
import { namedWith } from './search-names.ts';
import { parentsOf } from './search-parents.ts';

type Kind = (typeof searchKinds)[number];
type Found = { rowid: number; kind: Kind; recordId: string; title: string; body: string };

/** More words than this say nothing more. */
const mostWords = 12;
/** What is found by its name has the last places of a list, and at most this share of it where the index fills it. */
const shareOfNamed = 1 / 4;
/** Documents looked at for each hit shown: several pieces may lead to one record. */
const piecesForOne = 4;

/**
 * What the register says of the words in `text`, best first: all of them, in any order, the last one possibly
 * only begun. Any text may be typed: what means something to the index is taken as words. First what has them
 * in its title, side by side, then anywhere; and of each only so many documents are looked at, because ranking
 * every hit of a common word is what takes long. It reads what is indexed: finishIndex comes first (search-queue.ts).
 */
export function find(db: ReadDb, text: string, limit: number): SearchHit[] {
  const words = wordsOf(text).slice(0, mostWords);
  if (words.length === 0) return [];
  const named = namedWith(db, words);
  const kept = Math.min(named.length, Math.max(1, Math.floor(limit * shareOfNamed)));
  const indexed = findIndexed(db, words, limit > 1 ? limit - kept : limit);
  return [...indexed, ...named.slice(0, limit - indexed.length)];
}

function findIndexed(db: ReadDb, words: readonly string[], limit: number): SearchHit[] {
  const hits = new Map<string, SearchHit>();
  for (const { match, marked } of waysToMatch(words)) {
    const found = rowsOf<Found>(
      db,
      `SELECT d.rowid, d.kind, d.record_id AS recordId, d.title, d.body
       FROM search_index AS i JOIN search_docs AS d ON d.rowid = i.rowid
       WHERE i.search_index MATCH ? ORDER BY i.rowid DESC LIMIT ?`,
      match,
      limit * piecesForOne,
    );
    for (const one of found.sort(byKindAndLength)) {
      if (hits.size >= limit) return [...hits.values()];
      if (!hits.has(one.recordId)) hits.set(one.recordId, hitOf(db, one, marked));
    }
  }
  return [...hits.values()];
}

/** A question put to the index, and the words to mark in what it finds. */
type Way = { readonly match: string; readonly marked: readonly string[] };

/** The questions put to the index, from the closest match to the widest. */
function waysToMatch(words: readonly string[]): Way[] {
  const quoted = words.map((word) => `"${word}"`);
  const last = quoted.at(-1) ?? '""';
  // One letter begins half the dictionary: it is looked for as a word of its own.
  const begun = (words.at(-1)?.length ?? 0) > 1 ? `${last} *` : last;
  const every = [...quoted.slice(0, -1), begun].join(' AND ');
  const side = sideBySide(words);
  const usual = [`title : (${side})`, `title : (${every})`, side, every];
  const ways = usual.map((match) => ({ match, marked: words }));
  if (!words.some((word) => /\d/.test(word))) return ways;
  const otherwise = spellingsOfReference(words);
  return [
    // A reference is what a title begins with.
    ...[words, ...otherwise].map((marked) => ({ match: `title : ^ ${sideBySide(marked)}`, marked })),
    ...ways,
    ...otherwise.map((marked) => ({ match: sideBySide(marked), marked })),
  ];
}

function sideBySide(words: readonly string[]): string {
  return `"${words.join(' ')}"${(words.at(-1)?.length ?? 0) > 1 ? ' *' : ''}`;
}

/** References are written with blanks and without: "CSD1" is "CSD 1", "4.1iii" is "4.1 (iii)", and the other way. */
function spellingsOfReference(words: readonly string[]): (readonly string[])[] {
  const apart = words.flatMap((word) => word.match(/\d+|\D+/gu) ?? []);
  const together = words
    .join(' ')
    .replace(/(?<=^|\s)(\p{L}+) (?=\d)/gu, '$1')
    .split(' ');
  return [apart, together].filter((other) => other.length !== words.length);
}

const rank = new Map(searchKinds.map((kind, index) => [kind, index]));

/** What holds others before what is held, the shorter title before the longer, the newer before the older. */
function byKindAndLength(a: Found, b: Found): number {
  return (
    (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) || a.title.length - b.title.length || b.rowid - a.rowid
  );
}

function hitOf(db: ReadDb, found: Found, words: readonly string[]): SearchHit {
  const { kind, recordId: id } = found;
  const title = rowOf<{ title: string }>(db, 'SELECT title FROM search_docs WHERE piece_id = ?', id)?.title;
  return { kind, id, ...parentsOf(db, kind, id), title: title ?? '', excerpt: shown(found, words) };
}

/** The words found in the body where they are there, else in the title. */
function shown({ title, body }: Found, words: readonly string[]): Excerpt {
  return excerptOf(body, words) ?? excerptOf(title, words) ?? [{ text: title, hit: false }];
}
