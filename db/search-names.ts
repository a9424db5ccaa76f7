import type { namedKinds, SearchHit } from '#shared/contract/office.ts';
import { excerptOf, folded, wordsOf } from './excerpt.ts';
import type { ReadDb } from './handles.ts';
import { rowsOf } from './queries/prepared.ts';
import { parentsOf } from './search-parents.ts';

/**
 * Records that are found by their names and not through the index of words: an office has a few rounds, snapshots and
 * e-mails a quarter, so reading all their names is quicker than keeping them indexed (docs/decisions/0190).
 */

type Named = { id: string; title: string; own: string; body: string };
type Way = {
  readonly kind: (typeof namedKinds)[number];
  readonly sql: string;
  /** What the body says, where it is kept as JSON: read only of what may hold the words. */
  readonly read?: (body: string) => string;
};

/** How many of one kind are shown, the newest: of somebody who was asked for years, the last few rounds. */
const mostOfKind = 6;

/** By kind: what it is called, what of its name is its own, and what else it is found by. The newest first. */
const ways: readonly Way[] = [
  {
    kind: 'round',
    sql: `SELECT id, name AS title, name AS own, '' AS body FROM rounds ORDER BY opened_at DESC, id`,
  },
  {
    kind: 'round-form',
    // Whose form it is must be among the words: else each round's name would list all its forms.
    sql: `SELECT f.id, concat(f.name, ', ', r.name) AS title, concat_ws(' ', f.name, p.name, p.initials) AS own, '' AS body
      FROM round_forms f JOIN rounds r ON r.id = f.round_id LEFT JOIN people p ON p.id = f.person_id
      ORDER BY r.opened_at DESC, f.position, f.id`,
  },
  {
    kind: 'snapshot',
    sql: `SELECT id, name AS title, name AS own, '' AS body FROM snapshots ORDER BY position DESC`,
  },
  {
    kind: 'circulation',
    sql: `SELECT id, subject AS title, '' AS own, json_array(list_name, json(recipients), json(files)) AS body
      FROM circulations ORDER BY at DESC, id DESC`,
    read: readSent,
  },
  {
    kind: 'circulation-list',
    sql: `SELECT id, name AS title, name AS own, '' AS body FROM circulation_lists ORDER BY position, id`,
  },
];

/** To which list and whom it went, and the names of its files. */
function readSent(body: string): string {
  const [list, recipients, files] = JSON.parse(body) as [string | null, string[], { name: string }[]];
  const parts = [list, recipients.join(', '), files.map(({ name }) => name).join(', ')];
  return parts.filter(Boolean).join('\n');
}

/** What has all of the words, the last possibly only begun; kinds in their order, of each the newest first. */
export function namedWith(db: ReadDb, words: readonly string[]): SearchHit[] {
  const sought = words.map(folded);
  return ways.flatMap((way) => hitsOf(db, way, words, sought));
}

function hitsOf(db: ReadDb, { kind, sql, read }: Way, words: readonly string[], sought: readonly string[]) {
  const hits: SearchHit[] = [];
  for (const row of rowsOf<Named>(db, sql)) {
    // Taking a text apart into words is what takes long: most are passed over without.
    const text = quickly(`${row.title}\n${row.own}\n${row.body}`);
    if (!sought.every((word) => text.includes(word))) continue;
    const one = read ? { ...row, body: read(row.body) } : row;
    if (!hasAll(one, sought)) continue;
    const { id, title, body } = one;
    const excerpt = excerptOf(title, words) ?? excerptOf(body, words) ?? [{ text: title, hit: false }];
    hits.push({ kind, id, ...parentsOf(db, kind, id), title, excerpt });
    if (hits.length === mostOfKind) break;
  }
  return hits;
}

const beyondAscii = /[\u0080-\uffff]/;
const quickly = (text: string): string => (beyondAscii.test(text) ? folded(text) : text.toLowerCase());

function hasAll({ title, own, body }: Named, sought: readonly string[]): boolean {
  const last = sought.length - 1;
  // As in the index: one letter is a word of its own and begins none.
  const isIn = (text: string) => {
    const there = wordsOf(folded(text));
    return (word: string, at: number) =>
      there.some((one) => one === word || (at === last && word.length > 1 && one.startsWith(word)));
  };
  return sought.every(isIn(`${title}\n${own}\n${body}`)) && (own === '' || sought.some(isIn(own)));
}
