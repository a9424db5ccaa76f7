import { foldSpace } from '../words.ts';

/** What a list of points is of, by the sentence that introduces it; the first that fits is taken. */
const topics: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:questioned|asked|asked (?:the following |a number of )?questions?|questions? (?:raised|asked|were|was|in relation|about|on)|raised (?:the following )?(?:questions|queries)|queried|sought clarification|clarification (?:was )?sought|following questions)\b/i,
    'Questions raised',
  ],
  [/\b(?:in response|responded|responses?|answers?|answered|in reply|replied)\b/i, 'Answers'],
  [/\bareas? of strengths?\b/i, 'Areas of strength'],
  [
    /\b(?:areas? for (?:development|improvement)|areas? (?:to|that) (?:improve|need\w* (?:to )?(?:improve\w*|develop\w*)))\b/i,
    '',
  ],
  [/\b(?:areas? of concern|concerns?)\b/i, ''],
  [/\bstrengths?\b/i, ''],
  [/\b(?:weakness(?:es)?|shortcomings?)\b/i, ''],
  [/\b(?:recommendations?|recommended)\b/i, 'Recommendations'],
  [/\bnext steps?\b/i, ''],
  [/\b(?:key )?(?:achievements?|successes|highlights)\b/i, ''],
  [/\b(?:challenges?|barriers?|obstacles?)\b/i, ''],
  [/\b(?:key )?(?:risks?)\b/i, ''],
  [/\bpriorit(?:y areas|ies)\b/i, ''],
  [/\b(?:amendments?|changes?|corrections?)\b/i, ''],
  [/\b(?:options?|alternatives?)\b/i, ''],
  [/\b(?:conditions?)\b/i, ''],
  [/\b(?:suggestions?|suggested)\b/i, 'Suggestions'],
  [/\b(?:reasons?)\b/i, ''],
  [/\b(?:benefits?|advantages?)\b/i, ''],
  [/\b(?:comments?|commented|observations?)\b/i, 'Comments'],
  [/\b(?:findings?|results?)\b/i, ''],
  [/\b(?:objectives?|aims?|outcomes?|targets?)\b/i, ''],
  [/\b(?:actions?|steps|measures taken|tasks|work)\b/i, 'Actions'],
  [
    /\b(?:supporting documents?|appendi(?:x|ces)|attachments?|enclosures?|background papers?)\b/i,
    'Supporting documents',
  ],
  [/\b(?:key )?(?:issues?|themes?|messages?|points?|matters?|items?|topics?)\b/i, ''],
  [/\bnoted\b/i, 'Noted'],
  [/\b(?:updates?|progress)\b/i, 'Progress'],
];

/** Words before "plan" that say what the listed actions are for. */
const planFor =
  /\b(improvement|recovery|delivery|development|implementation|transition|transformation|mitigation)\s+plan\b/i;

/** A line with such words is a sentence that introduces a list, and no heading of its own. */
const tells =
  /\b(?:following|below|were|was|are|is|has|have|that|asked|questioned|responded|response|explained|advised|reported|noted|said|raised|highlighted|identified)\b/i;

/**
 * A short heading for a list: "The report identified the following areas of strength:-" gives "Areas of strength".
 * The sentence itself stays in the item's text. Where no known topic is named, the sentence itself where it is short.
 */
export function pointHeading(intro: string): string {
  const plain = foldSpace(intro.replace(/[\s:;–—-]+$/, ''));
  if (plain.length <= 45 && !tells.test(plain)) return plain;
  const sentences = plain.split(/(?<=[.!?])\s+/);
  const last = sentences.at(-1) ?? plain;
  const near = /\b(?:following|below)\b\s*(.{0,60})/i.exec(last)?.[1] ?? '';
  for (const words of [near, last]) {
    for (const [pattern, heading] of topics) {
      const found = pattern.exec(words);
      if (!found) continue;
      if (heading !== 'Actions') return heading === '' ? capital(found[0]) : heading;
      const plan = planFor.exec(last)?.[1];
      return plan ? `${capital(plan.toLowerCase())} actions` : heading;
    }
  }
  return last.length <= 60 ? last : 'Points';
}

function capital(text: string): string {
  const lower = text === text.toUpperCase() ? text.toLowerCase() : text;
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** A line that a list follows: it ends in a colon, or says that something follows. */
export function introducesList(text: string): boolean {
  return (
    /[:;]\s*[-–—]?$/.test(text) ||
    /\b(?:as follows|the following|below|including)\b[^.]{0,40}[.:–-]*$/i.test(text)
  );
}
