import type { Resolution } from '#shared/contract/register.ts';
import { readRecurrence } from '#shared/domain/recurrence.ts';
import { foldSpace } from '../words.ts';

/** What a paragraph says by way of decision, and what stands before and after it. */
export type Resolving = {
  /** Sentences before it, discussion. */
  readonly before: string;
  /** The words that lead in, up to and with "that" or the colon: "RESOLVED that the Board:-". */
  readonly leadIn: string;
  /** What was resolved on the same line; '' where a list follows. */
  readonly rest: string;
  /** Sentences after it that go on with the discussion. */
  readonly after: string;
};

const adverbs = '(?:(?:then|also|further|unanimously|accordingly|therefore|duly|subsequently|formally)\\s+)*';
const verbs = 'resolved|agreed|decided|determined';
const start = new RegExp(
  `^(?:[-–•*]\\s*)?(?:(?:${verbs})\\b(?=\\s*(?:unanimously|nem|by\\b|:|[-–—]|that\\b|to\\b|,|\\(|\\.?$))|` +
    `decisions?(?: (?:made|taken))?\\s*[:–—-]|resolutions?\\s*[:–—-]|` +
    `(?:it\\s+(?:was|is)|the\\s+(?:[\\w’'&-]+\\s+){1,9}?|members|governors|trustees|all present|partners)\\s*${adverbs}(?:${verbs})(?:\\s+(?:unanimously\\s+)?(?:that|to)\\b|,?\\s*(?:unanimously\\s*)?[:;]\\s*[-–—]?\\s*(?=$|\\(?(?:i|a|1)[).]))|` +
    `it\\s+(?:was|is)\\s+${adverbs}(?:${verbs})\\b)`,
  'i',
);
/** Capitals say that a word is the decision itself: "The Board NOTED the report", "the accounts were APPROVED". */
const capitals =
  /^(?:.{3,240}?\b(?:unanimously |and )(?:it was )?(?:RESOLVED|AGREED)\b\s*[:–—-]*\s*(?:that|to)\b|(?:IT WAS |[Tt]he [\w ]{1,60}? |(?:Governors|Members|Trustees|Partners|Directors|Councillors|Cabinet) )?(?:RESOLVED|AGREED|DECIDED|APPROVED)\b|The [\w’' ]{1,60}? (?:RECEIVED|NOTED|APPROVED|ENDORSED|RATIFIED|ACCEPTED|SUPPORTED)\b|.{3,160}\b(?:was|were) (?:APPROVED|NOTED|AGREED|RATIFIED|ENDORSED|ACCEPTED)\b)/;
const sentenceEnd = /(?<=[.!?]["”’)]?)\s+(?=["“(]?\p{Lu})/u;

/** "It was agreed that there was little demand" tells what everybody thought. */
const narrative =
  /\bagreed that,? (?:whilst|although|while|there (?:was|were|had|is|are)|(?:it|this|these|they) (?:was|were|had been)\b(?! (?:to|not to)\b)(?! \w+ed\b))/;

/** "The Committee approved the plan.": whoever met, at the beginning of a sentence, and what they did by doing so. */
const decided =
  /^(?:The (?:\w+ ){0,3}?(?:[Bb]oard|[Cc]ommittee|[Cc]abinet|[Cc]ouncil|[Ff]orum|[Pp]anel|[Pp]artnership|[Gg]roup|[Bb]ody|[Gg]overnors|[Tt]rustees|[Mm]embers)|Governors|Members|Trustees|Directors)\s+(?:(?:unanimously|formally|then|duly|also)\s+)?(?:approved|ratified|adopted|endorsed)\s+(?!by\b)/;

/** Finds an explicit decision in a paragraph; null where there is none. */
export function resolvingIn(text: string): Resolving | null {
  const sentences = text.split(sentenceEnd);
  for (let at = 0; at < sentences.length; at++) {
    const sentence = sentences[at] ?? '';
    const found = start.exec(sentence) ?? capitals.exec(sentence) ?? decided.exec(sentence);
    if (!found || narrative.test(sentence)) continue;
    const last = sentences[at - 1];
    if (last !== undefined && /^\W*(?:agreed|resolved|decided)\W*$/i.test(sentence)) {
      // "Proposed by one, seconded by another. AGREED."
      return {
        before: sentences.slice(0, at - 1).join(' '),
        leadIn: '',
        rest: `${last} ${sentence}`,
        after: sentences.slice(at + 1).join(' '),
      };
    }
    // Behind discussion one sentence decides and the discussion goes on; a paragraph that begins so is all decision.
    const whole = at === 0 ? sentences.join(' ') : sentence;
    const lead = leadOf(whole, found[0]);
    return {
      before: sentences.slice(0, at).join(' '),
      leadIn: lead,
      rest: whole.slice(lead.length).trim(),
      after: at === 0 ? '' : sentences.slice(at + 1).join(' '),
    };
  }
  return null;
}

/** "RESOLVED that the Board:-" before a list; else the bare word with its "that". */
function leadOf(whole: string, found: string): string {
  const list = /^(.{0,200}?[:;]\s*[-–—]?)\s*(?=$|\(?(?:i|a|1)[).])/i.exec(whole);
  if (list?.[1] && list[1].length >= found.length - 2) return list[1];
  const bare =
    /^(?:\S+\s+){0,12}?(?:resolved|agreed|decided|determined|decisions?|resolutions?)\b[^:]{0,20}?\s*[:–—-]+\s*/i.exec(
      whole,
    );
  if (bare && bare[0].length <= found.length + 24) return bare[0];
  return '';
}

const innerMark =
  /(?:^|[\s;,])(\((?:[ivx]{1,5}|[a-z]|\d{1,2})\)|(?:[ivx]{1,5}|[a-h]|\d{1,2})[.)])\s+(?=\S)/gi;

/** "(i) notes …; (ii) approves …" on one line, taken apart; null where it is one. */
export function entriesIn(rest: string): { number: string; text: string }[] | null {
  const marks = [...rest.matchAll(innerMark)].map((found) => ({
    number: found[1] ?? '',
    at: found.index + found[0].indexOf(found[1] ?? ''),
    from: found.index + found[0].length,
  }));
  const inOrder = marks.filter((mark, at) => ordinal(mark.number) === at + 1);
  const [first, second] = inOrder;
  if (!first || !second || first.at > 0) return null;
  return inOrder.map((mark, at) => ({
    number: mark.number,
    text: foldSpace(rest.slice(mark.from, inOrder[at + 1]?.at ?? rest.length)).replace(
      /;?\s*(?:and)?$/,
      (end) => end.replace(';', '').trimEnd(),
    ),
  }));
}

function ordinal(mark: string): number {
  const plain = mark.replace(/[().]/g, '').toLowerCase();
  if (/^\d+$/.test(plain)) return Number(plain);
  const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
  const roman = romans.indexOf(plain);
  return roman >= 0 ? roman + 1 : plain.length === 1 ? plain.charCodeAt(0) - 96 : Number.NaN;
}

/** Opening words that say nothing of what is resolved: "It was unanimously AGREED that". */
const opening = new RegExp(
  `^(?:it (?:was|is)|the (?:[\\w’'&-]+ ){1,9}?|members|governors|trustees|partners|all present)?\\s*${adverbs}(?:${verbs}|decisions?|resolutions?)\\b(?: unanimously)?[\\s:;,–—-]*(?:that\\b|to\\b)?\\s*`,
  'i',
);
const asking =
  /\b(?:requests?|requested|asks?|asked|instructs?|instructed|directs?|directed|requires?|tasks?|tasked|invites?|invited|urges?)\b/i;
const somebodyTo =
  /^(?:that\s+)?(?:the\s+)?((?:[\p{L}’'&/.-]+\s+){0,8}?[\p{L}’'&/.-]+)\s+(?:to|(?:would|will|should|shall|must)|be\s+(?:asked|requested|instructed|authorised|tasked)\s+to|(?:would|will|should) be asked to)\s+(?!be\b)(\p{Ll}+)/iu;
/** "That the Head of Parks report back": a post, and what it is to do in the bare form of the verb. */
const somebodyDoes =
  /^that\s+(?:the\s+)?((?:[\p{L}’'&/.-]+\s+){0,8}?[\p{L}’'&/.-]+)\s+(report|bring|provide|submit|prepare|write|undertake|investigate|review|circulate|continue|ensure|produce|arrange|present|contact|draft|explore|develop|consider|make|send|seek)\b(?!\s+(?:plan|of)\b)/iu;
const noteVerb =
  /^(?:that\s+)?(?:to\s+)?(?:notes?|noted|noting|receives?|received|acknowledges?|welcomes?|thanks?|commends?)\b|\b(?:be|was|were|is|are)\s+(?:\w+\s+)?(?:noted|received|acknowledged|welcomed)\b/i;
const decideVerb =
  /^(?:that\s+)?(?:to\s+)?(?:approves?|approved|adopts?|adopted|agrees?|agreed|appoints?|elects?|endorses?|accepts?|grants?|ratif\w+|confirms?|defers?|refuses?|rejects?|delegates?|supports?|authorises?)\b|\b(?:be|was|were)\s+(?:\w+\s+)?(?:approved|adopted|agreed|appointed|elected|endorsed|accepted|granted|ratified|confirmed|deferred|refused|rejected|delegated|supported|authorised)\b/i;
const reports = /\b(?:reports?|updates?|briefings?|monitoring information|position statement)\b/i;
const reportBack =
  /\b(?:further|progress|regular|updated?|annual|quarterly|monthly|six-?monthly|half-?yearly|follow-?up|another)\b.{0,40}\breports?\b|\breports?\b.{0,60}\b(?:back|be (?:brought|submitted|presented|made|provided)|(?:to|at) (?:a|the|its) (?:\w+ ){1,2}meeting|basis)\b|\breport back\b/i;

/** What is resolved, without "RESOLVED that": what somebody is to do. */
export function withoutOpening(text: string): string {
  const plain = text.replace(opening, '').replace(/[;,]\s*(?:and|or)?\s*$/, '');
  return plain === '' ? text : plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** What kind of thing a resolution does; a decision where it says none of the others. */
export function resolutionKind(text: string): NonNullable<Resolution['kind']> {
  const said = foldSpace(text.replace(opening, ''));
  const recurs =
    readRecurrence(said) !== null || /\b(?:every|each) (?:meeting|term|quarter|year|month)\b/i.test(said);
  if ((reports.test(said) && recurs) || (asking.test(said) && reportBack.test(said) && !noteVerb.test(said)))
    return 'report';
  if (/^The .{1,60}? (?:RECEIVED|NOTED)\b(?!.*\bAPPROVED\b)/.test(said)) return 'notes';
  const asks = askedIn(said);
  // "Notes the decision to request …" asks nobody.
  const asksToo = asks !== null && !asks.goesOn && !/\b(?:decision|request|proposal)s? to\b/i.test(said);
  if (noteVerb.test(said)) return asksToo ? 'action' : 'notes';
  if (asks !== null) return reportBack.test(said) ? 'report' : 'action';
  return decideVerb.test(said) ? 'decision' : 'decision';
}

/** Whom a resolution asks to do something; `goesOn` where they are only to continue. */
export function askedIn(text: string): { who: string; goesOn: boolean } | null {
  const said = foldSpace(text.replace(opening, ''));
  const verb = asking.exec(said);
  if (verb) {
    const after = said.slice(verb.index + verb[0].length).trim();
    const who =
      /^(?:that\s+)?(?:the\s+)?(.{2,80}?)\s+(?:to|continues?|be\b|should|would|undertakes?|brings?|provides?|reports?|ensures?|considers?|submits?|(?=\p{Ll}+s?\s+(?:the|a|an)\b))\s*/u.exec(
        after,
      );
    const name = who?.[1] && namesSomebody(who[1]) ? who[1] : null;
    const passive = /\bbe\s+(?:requested|asked|instructed|directed|tasked|invited)\s+to\b/i.exec(said);
    const subject = passive
      ? said
          .slice(0, passive.index)
          .replace(/^(?:that\s+)?(?:the\s+)?/i, '')
          .trim()
      : null;
    const goesOn = /\bcontinu(?:e|es|ing)\b/i.test(after.slice(0, (who?.[0].length ?? 0) + 20));
    return { who: subject ?? name ?? '', goesOn };
  }
  if (/^(?:that\s+)?(?:to\s+)?(?:delegat|authori|approv|agree|adopt|grant|accept|endors)/i.test(said))
    return null;
  const doer = somebodyTo.exec(said) ?? somebodyDoes.exec(said);
  const first = doer?.[1] ?? '';
  if (!doer || !/\p{Lu}|officers?|clerk|chair|head|team|members|all/u.test(first)) return null;
  if (
    /\b(?:report|plan|budget|policy|minutes|meeting|strategy|agenda|which|who|how|what|in order|that|it|be)\b/i.test(
      first,
    )
  )
    return null;
  return { who: first.replace(/^(?:that\s+)?the\s+/i, ''), goesOn: /^continu/i.test(doer[2] ?? '') };
}

/** Names and posts, not the thing that is asked for. */
function namesSomebody(text: string): boolean {
  if (/\b(?:reports?|updates?|information|details|progress|further|briefing)\b/i.test(text)) return false;
  return /\p{Lu}|\b(?:officers?|clerk|chair\w*|head|team|members?|partners?|secretary|director|manager|treasurer|staff)\b/u.test(
    text,
  );
}
