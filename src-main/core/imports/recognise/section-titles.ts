import type { Section } from '#shared/contract/register.ts';
import { splitReference } from '#shared/domain/references.ts';
import { foldSpace, isBullet, linesOf, splitBullets } from './words.ts';

/** A heading read: its kind where its words say one, its reference, its title, the bullets under it. */
export type SectionTitle = {
  readonly kind: Section['kind'] | null;
  readonly ref: string | null;
  readonly title: string;
  readonly bullets: string[];
};

const kinds: readonly (readonly [RegExp, Section['kind']])[] = [
  [/priorit/i, 'priority'],
  [/recommendation/i, 'recommendation'],
  [/objective|\baims?\b|\bgoals?\b|ambition/i, 'objective'],
  [/chapter|\bsection\b|\bpart\b/i, 'chapter'],
  [
    /theme|strand|outcome|work\s?stream|pillar|domain|standard|area|issue|phase|project|bucket|category|programme/i,
    'theme',
  ],
];
const kindWords =
  'priority(?: area)?|objective|aim|goal|recommendation|chapter|theme|strand|outcome|work\\s?stream|pillar|domain|ambition|area (?:for|of) (?:improvement|development|focus)|area|key issue|issue|phase|project|focus|programme';
const worded = new RegExp(
  `^(?:(?:strategic|key|service|corporate|shared) )?(${kindWords})(?:\\s*(\\d{1,2}|(?<=\\s)[A-Z]))?\\s*[:–—]\\s*(\\S.*)$`,
  'i',
);
/** Further words that head a section where a number stands behind them: "Area of weakness 2: …". */
const numberedWords =
  'area (?:for|of) \\w+|(?:key|focus|action|priority|improvement) area|weakness|concern|enabler|driver|challenge|requirement|mission|promise|aspiration|building block|shift|finding|key line of enquiry|work programme|cross[- ]cutting theme';
const numberedWorded = new RegExp(`^(${numberedWords})\\s+(\\d{1,2}|[A-H])\\s*[:.–—-]\\s*(\\S.*)$`, 'i');
/** Words of its own before the kind and number: "High Level Goal 1: …", "DEVELOPMENT AREA 2 – …". */
const qualifiedWorded =
  /^((?:\p{Lu}[\p{L}-]*\s+(?:(?:of|for|and|&)\s+)?){1,3}(?:area|priority|objective|aim|goal|recommendation|chapter|theme|strand|outcome|work ?stream|pillar|domain|ambition|commitment|enabler|mission|project|standard))\s+(\d{1,2}|[A-H])\s*[:.–—-]\s*(\S.*)$/iu;
const notSections = new Set(['Action', 'Target', 'Step']);
const longest = 260;

/** The kind that a heading's words name, e.g. of a column "Strategic objectives". */
export function sectionKindOf(words: string): Section['kind'] | null {
  for (const [pattern, kind] of kinds) if (pattern.test(words)) return kind;
  return null;
}

/** "Priority 2: Improve …", "Chapter 3: …", "Aim 1 …": words that head rows even where nothing sets them apart. */
export function looksLikeSection(text: string): boolean {
  const line = foldSpace(text);
  if (line.length > longest) return false;
  const { kind, rest } = splitReference(line);
  if (kind !== null && !notSections.has(kind) && rest !== '') return true;
  return qualified(line) !== null || numberedWorded.test(line) || (worded.test(line) && line.length <= 140);
}

/** Written as a name: each of its words begins with a capital, so that no sentence is taken for one. */
function qualified(line: string): RegExpExecArray | null {
  const found = qualifiedWorded.exec(line);
  const words = (found?.[1] ?? '').split(' ').filter((word) => !/^(?:of|for|and|&)$/.test(word));
  return words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word)) ? found : null;
}

/** Words before the kind that say nothing of their own: "Key Priority 1 – …". */
const plainQualifier =
  /^(?:(?:our|key|strategic|main|overall|overarching|headline|corporate|improvement|delivery)\s+)+$/i;

/** An objective is given back as one: of an "Aim" or a "Goal" the word itself must stay. */
const saysItself = (word: string): boolean => sectionKindOf(word) !== 'objective' || /objective/i.test(word);

/** Reads a heading's text: a section's row, or the cell of a section's column. */
export function readSectionTitle(text: string): SectionTitle {
  const lines = linesOf(text);
  const { text: before, bullets } = splitBullets(text);
  if (lines.length > 0 && lines.every(isBullet)) return { kind: null, ref: null, title: '', bullets };
  const title = foldSpace(before);
  const { kind: word, ref, rest } = splitReference(title);
  if (word !== null && ref !== null && rest !== '' && !notSections.has(word)) {
    // Words before the kind ("EYOD Priority 1: …") belong to the title.
    const before = title.slice(0, title.toLowerCase().indexOf(word.toLowerCase()));
    const opens = before === '' || plainQualifier.test(before);
    return { kind: sectionKindOf(word), ref, title: opens && saysItself(word) ? rest : title, bullets };
  }
  if (word === null && ref !== null && rest !== '') return { kind: null, ref, title: rest, bullets };
  const numbered = /^(\d{1,2})\s+(?=[A-Z][a-z])/.exec(title);
  if (numbered?.[1]) return { kind: null, ref: numbered[1], title: title.slice(numbered[0].length), bullets };
  const named = worded.exec(title) ?? numberedWorded.exec(title) ?? qualified(title);
  if (named?.[1] && named[2] && named[3]) {
    return {
      kind: sectionKindOf(named[1]),
      ref: named[2],
      title: saysItself(named[1]) ? named[3] : title,
      bullets,
    };
  }
  const kind = named?.[1] ? sectionKindOf(named[1]) : null;
  const own = named?.[1] && named[3] && saysItself(named[1]) ? named[3] : title;
  return { kind, ref: null, title: own, bullets };
}
