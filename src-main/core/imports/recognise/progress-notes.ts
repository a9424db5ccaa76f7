import { stampPattern } from './column-profile.ts';
import { linesOf } from './words.ts';

/** One update as it stands in a cell that stacks several: when, by whom, what. */
export type Note = { readonly on: string | null; readonly by: string | null; readonly text: string };

const stamp =
  /^[[(]?\s*(?:updated?\s*:?\s*)?((?:\d{4}-\d\d-\d\d)|(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4})|(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,?\s*(?:'?\d{2}(?!\d)|\d{4})))\s*([^:\])–—\n]{0,40}?)\s*(?:[\])]\s*[:–—-]?|[:–—]|\s-\s|-\s)\s*(.*)$/is;

const furtherStamp =
  /[.;]\s+(?=(?:updated?\s*:?\s*)?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,?\s*(?:'?\d{2}|\d{4}))\s*[:–—])/gi;

/** "Update Apr 24: …; Update Jul 24: …" on one line: an update each. */
function stampedLines(line: string): string[] {
  const parts = line.replace(furtherStamp, (end) => `${end.startsWith('.') ? '.' : ''}\n`).split('\n');
  return parts.filter((part) => part !== '');
}

function isWholeDay(words: string): boolean {
  return (words.match(/\d+/g)?.length ?? 0) + (/[a-z]{3}/i.test(words) ? 1 : 0) >= 3;
}

/** The notes of a cell: each line that opens with a date begins one; the lines after it go on with it. */
export function splitNotes(text: string, readDay: (words: string) => string | null): Note[] {
  if (!stampPattern.test(text)) {
    const whole = linesOf(text).join('\n');
    return whole === '' ? [] : [{ on: null, by: null, text: whole }];
  }
  const notes: { on: string | null; by: string | null; text: string }[] = [];
  for (const line of linesOf(text).flatMap(stampedLines)) {
    const found = stamp.exec(line);
    const day = found?.[1] ? readDay(found[1]) : null;
    const by = found?.[2]?.replace(/^[\s,.-]+|[\s,.-]+$/g, '') ?? '';
    if (found && day !== null && isName(by)) {
      // A month is less than the day it is read as: its words stay.
      const said = isWholeDay(found[1] ?? '') ? (found[3] ?? '').trim() : line;
      notes.push({ on: day, by: by === '' ? null : by, text: said });
      continue;
    }
    const last = notes[notes.length - 1];
    if (last) last.text = last.text === '' ? line : `${last.text}\n${line}`;
    else notes.push({ on: null, by: null, text: line });
  }
  return notes;
}

/** Initials, a name or a team: a few words that begin in capitals. */
function isName(by: string): boolean {
  if (by === '') return true;
  const words = by
    .replace(/[.,&/()]/g, ' ')
    .trim()
    .split(/\s+/);
  return (
    words.length <= 4 && words.every((word) => /^[A-Z][\w'’-]*$/.test(word) || /^(?:and|team|of)$/.test(word))
  );
}
