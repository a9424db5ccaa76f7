import { findDates } from '#shared/domain/find-dates.ts';
import { type Block, type Line, listMark } from './blocks.ts';
import { bodyKinds, meetingWords, standingItem, titleWords } from './cues.ts';
import { numberOf } from './numbering.ts';
import { resolvingIn } from './resolutions.ts';

/** "At a meeting of the Board held on …", "Riverside Forum – Meeting held on Tuesday …". */
const held =
  /^(?:at (?:a|an|the) )?(?:(?:ordinary|special|extraordinary|annual) )?meeting of (?:the )?(?=\p{Lu}).{3,160}?[\s,]+(?<!to be )held\b|^(?:(?=\p{Lu})[^.:;]{3,90}?(?:\s[–—-]\s|,\s|:\s))?(?:the )?meeting held\b/iu;
/** "Riverside Community Partnership meeting": whose meeting it was; the day stands near. */
const named = /^(?=\p{Lu})[^.:;]{3,100}\b(?:meeting|meeting in public)$/iu;
const ends =
  /^.{3,90}?[\s:–—-]+(?:draft\s+)?(?:meeting\s+)?(?:minutes|notes of (?:the )?meeting|meeting notes)\s*(?:[:–—-]?\s*\(?.{0,40})?$/i;
/** "The minutes … were agreed" is a sentence. */
const tells = /\b(?:were|was|be|are|is|have|had|will|may|remain)\b(?! held)/;

/** A line that names minutes; not the item that approves the last ones. */
export function isTitle(line: Line, blocks: readonly Block[], at: number): boolean {
  const { text } = line;
  if (text.length > 220 || standingItem.test(text)) return false;
  if (numberOf(text) && !/^\d{1,3}(?:st|nd|rd|th)\b/i.test(text)) return false;
  if (listMark(text) || resolvingIn(text) !== null || /^note:/i.test(text)) return false;
  const sentence = tells.test(text.replace(/\bwhich was held\b/i, 'held'));
  if (held.test(text)) return !sentence && day(text);
  const after = titleWords.test(text) ? text.replace(titleWords, '') : null;
  if (
    after === null &&
    ends.test(text) &&
    !/\b(?:the|these|those|last|previous|of)\s+(?:\w+\s+)?(?:minutes|notes)\b/i.test(text)
  )
    return !sentence && text.length < 130 && !/[.;]$/.test(text);
  if (after === null)
    return (
      at < 8 &&
      named.test(withoutDay(text)) &&
      !sentence &&
      isBodyName(text) &&
      (day(text) || near(blocks, at, 0, 3, day))
    );
  if (/^\s*of (?:the )?(?:last|previous)\b/i.test(after)) return false;
  if (tells.test(after.replace(/\bwhich was held\b/i, 'held'))) return false;
  if (meetingWords.test(after)) return true;
  return near(blocks, at, 4, 5, (one) => meetingWords.test(one) && one.length < 140);
}

/** Whether a line alone, whatever stands near it, names minutes and whose they are. */
export function namesMinutes(text: string): boolean {
  if (text.length > 220 || standingItem.test(text) || /^note:/i.test(text)) return false;
  if (tells.test(text.replace(/\bwhich was held\b/i, 'held'))) return false;
  if (held.test(text)) return day(text);
  if (!titleWords.test(text) && named.test(withoutDay(text)) && isBodyName(text) && day(text)) return true;
  return titleWords.test(text) && (meetingWords.test(text.replace(titleWords, '')) || text.length < 40);
}

/** "PPG meeting Thursday 6th March 2014": the words before the day. */
function withoutDay(text: string): string {
  return text.replace(
    /[\s,:–—-]+(?:held\s+)?(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b[\s,]*)?\d{1,2}(?:st|nd|rd|th)?\b.*$/i,
    '',
  );
}

function isBodyName(text: string): boolean {
  return /^[A-Z]{3,6}\s+[Mm]eeting\b/.test(text) || bodyKinds.some(([pattern]) => pattern.test(text));
}

function day(text: string): boolean {
  return findDates(text.replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')).some(({ start, end }) => start === end);
}

function near(
  blocks: readonly Block[],
  at: number,
  before: number,
  after: number,
  says: (text: string) => boolean,
): boolean {
  return blocks
    .slice(Math.max(0, at - before), at + after + 1)
    .some((one) => one.kind === 'line' && one !== blocks[at] && says(one.line.text));
}
