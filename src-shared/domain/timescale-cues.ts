import type { Moment } from './find-moments.ts';

/**
 * The words round a date that say what it is for. They are looked for in a skeleton: the plain text with each
 * date replaced by "@" and its number, so that "Opened in May 2009" is "opened in @0".
 */
export function skeletonOf(plain: string, moments: readonly Moment[]): string {
  let skeleton = '';
  let at = 0;
  moments.forEach((moment, index) => {
    skeleton += `${plain.slice(at, moment.from)}@${index}`;
    at = moment.to;
  });
  return skeleton + plain.slice(at);
}

const doneWords =
  'developed|completed?|achieved|launched|established|opened|implemented|introduced|delivered|held|done|finished|published|approved|agreed|signed\\s+off|adopted|appointed|recruited|produced|issued|submitted|met|closed|ended|undertaken|carried\\s+out|rolled\\s+out|created|commissioned|conducted|piloted|in\\s+place|trained|installed|happened|took\\s+place';
const notYet =
  '(?<!\\b(?:to|and|due\\s+to|to\\s+be|will\\s+be|be|being|not|should\\s+be|must\\s+be|when|once|until|until\\s+it\\s+is|fully\\s+by|partially|partly)\\s+(?:fully\\s+)?)';

export const cues = {
  revised:
    /(?:new\s+(?:target\s+)?(?:completion\s+)?(?:date|deadline|timescale|target)|revised|re-?scheduled|re-?dated|re-?profiled|changed|moved|extended|slipped|deferred|postponed|amended|pushed\s+back|put\s+back|delayed|carried\s+(?:over|forward)|rolled\s+forward|now(?:\s+(?:due|by|expected|planned|aiming))?|[-=]*>+|\u2192|\u21d2)(?:[\s:;,(-]+(?:to|until|till|for|into|is|set|as|date|target|deadline|completion|due|by|of|end|the|now|timescale|agreed|a))*[\s:;,(-]*@(\d+)/g,
  former:
    /\(?\b(?:was|were|prev(?:iously|ious)?\.?|orig(?:inally|inal)?\.?(?:\s+(?:date|target|deadline|timescale))?|formerly|initially|first\s+set\s+(?:as|for)|instead\s+of|old\s+date|(?:moved|changed|revised|extended|deferred|postponed|delayed|slipped|amended|re-?scheduled|brought\s+forward|put\s+back|pushed\s+back|carried\s+(?:over|forward)|rolled\s+forward)\s+(?:back\s+|on\s+|forward\s+)?from)(?![a-z])[\s:(-]*(?:by|in|for|due|target|date|set|to|be|end)*[\s:(-]*@(\d+)\)?/,
  review:
    /\b(?:re-?view(?:ed|s|ing)?|revisit(?:ed)?|re-?visit|re-?assess(?:ed)?|monitor(?:ed)?|next\s+meeting|mtg|meeting\s+on|progress\s+report(?:ed)?)\b[^@.;\n]*@(\d+)/g,
  last: /\b(?:last|most\s+recent(?:ly)?|previous)\s+(?:one|was|completed|done|held|reviewed|updated|issued|published|undertaken|refreshed|review|assessment|meeting|audit|in|on|date|:|-|\s)*[^@.;\n]{0,40}@(\d+)/g,
  ongoing:
    /\b(?:on[\s-]?going|on-going|continu(?:ous(?:ly)?|ing|ally|al|es|e|ed)|rolling|already\s+(?:operating|operational|running|in\s+operation|under\s*way|happening|begun|started)|in\s+operation|currently\s+(?:operating|running)|running|business\s+as\s+usual|permanent(?:ly)?|indefinite(?:ly)?|no\s+end\s+date|open[\s-]?ended|as\s+and\s+when|throughout(?:\s+the\s+(?:year|plan|period))?(?!\s*@)|all\s+year(?:\s+round)?|until\s+further\s+notice|(?:life|lifetime|life-time|duration|length)\s+of\s+(?:the\s+|this\s+)?(?:plan|strategy|project|programme|partnership|contract|funding))\b/,
  notOngoing: /\b(?:not|no\s+longer)\s+(?:on-?going|continuing|running)\b/,
  andOngoing:
    /@\d+\s*[(,;&-]*\s*(?:and\s+|then\s+|&\s*)*(?:then\s+)?(?:on[\s-]?going|continu(?:ous|ing|es|e|al))/,
  from: /\b(?:from|since|starting|starts?|started|commenc(?:ing|es?|ed)|begin(?:ning|s)?|began|begun|effective|w\.?e\.?f\.?|operational|(?:not|no)\s+(?:before|earlier\s+than|sooner\s+than)|in\s+operation)(?:\s+(?:in|on|from|with|effect|date|of|the|approx\.?|approximately|about|around|circa|for))*[\s:-]*@(\d+)/,
  onwards:
    /@(\d+)\s*[,(]*\s*(?:and\s+)?(?:onwards?|on\s+wards|forwards?|(?:and\s+)?(?:beyond|thereafter|ongoing\s+from)|thereafter|[\u2192\u21d2]\s*$|then\s+(?:on|monthly|quarterly|termly|annually|yearly)|(?:then\s+)?[a-z-]+\s+thereafter|start(?:ing)?(?=\s*(?:$|[.;,)]))|\+|-+>?\s*$|(?:-|to)\s*(?:on[\s-]?going|present|date|now)\b|on(?=\s*(?:$|[.;,)\n])))/,
  until:
    /(?:\b(?:(?:on-?going|continu\w*|monthly|quarterly|weekly|termly|annually|daily|fortnightly|runs?|running)\s+to|until|till|up\s+to|up\s+until|through\s+to|to\s+end(?:\s+of)?)|^\s*to)\s+(?:the\s+)?@(\d+)/,
  done: new RegExp(
    `${notYet}\\b(?:${doneWords})\\b(?:\\s+(?:in|on|during|at|as\\s+at|the|fully|successfully))*[\\s:(,-]*@(\\d+)`,
  ),
  doneAfter:
    /@(\d+)\s*[-:,(]*\s*(?:now\s+|fully\s+)?(?:completed?|achieved|done|met|delivered|finished|[\u2713\u2714])\)?\s*[.]?\s*$/,
  doneAlone:
    /^\s*(?:already\s+|now\s+|fully\s+)?(?:completed?|achieved|done|finished|closed|in\s+place|delivered|met|already\s+in\s+place)[\s.]*$/,
  before:
    /(?<!\b(?:not|or|no)\s+)\b(?:(?:before|prior\s+to|ahead\s+of|in\s+advance\s+of|in\s+time\s+for|in\s+readiness\s+for|ready\s+for)\s+|pre[\s-])(?:the\s+)?(?:start\s+of\s+)?@(\d+)/,
  /** "after June 2013" begins when June is over; "after the launch in June 2013" in June. */
  after: /(?<!\bon-?going\s+)\b(?:after|following|post)[\s-]+(?:the\s+)?(?:[a-z'-]+\s+){0,4}?@(\d+)/,
  directlyAfter: /\b(?:after|post)[\s-]+(?:the\s+)?(?:end\s+of\s+)?@/,
  by: /\b(?:by|(?:by\s+|on\s+)?or\s+before|no\s+later\s+than|not\s+later\s+than|latest|deadline|due(?:\s+(?:by|date|in|on))?|complet(?:ed?|ion)(?:\s+date)?|target(?:\s+date)?|finish(?:ed)?|end\s+date|ends?)[\s:-]*(?:the\s+|in\s+)?@(\d+)/,
  on: /(?:\bon|\bheld\s+on|\bdate:?)\s+(?:the\s+)?@(\d+)/,
  during:
    /\b(?:during|throughout|over|across|within|in\s+the\s+course\s+of)\s+(?:the\s+(?:course\s+of\s+)?)?@(\d+)/,
  each: /\b(?:every|each)\s+@(\d+)|@(\d+)\s*[-,(]*\s*(?:(?:each|every|per)\s+(?:\w+\s+)?year|annually|yearly)\b/,
  /** Said of something that comes round: the first time, the last. */
  nextTime: /\b(?:next|first|initial)\s+(?:[a-z]+\s+){0,3}@(\d+)/,
  lastTime: /\b(?:final(?:\s+[a-z]+){0,2}|end(?:s|ing)?|finish(?:es|ing)?|concluding)\s+(?:in\s+)?@(\d+)/,
  /** Running, though nothing says until when. */
  underWay:
    /^\s*(?:work\s+|already\s+|currently\s+|now\s+)*(?:under\s*way|in\s+progress|started|commenced|begun|current|existing)[\s.]*$/,
  ongoingThen: /^\s*on-?\s?going\s*[-:/,]\s*@0[\s.]*$/,
  putOff:
    /\b(?:delayed|deferred|postponed|slipped|moved|extended|re-?scheduled|(?:put|pushed)\s+back|carried\s+(?:over|forward))\b/,
  /** "18 months from April 2012", "within 3 months of May 2013", "from April 2012 for 2 years" */
  lasting:
    /\b(\d{1,3}|one|two|three|four|five|six|nine|twelve|eighteen)[\s-]+(day|week|month|year|yr)s?\s+(?:period\s+)?(?:from|after|of|following|starting|beginning|commencing)\s+(?:in\s+)?(?:the\s+)?@(\d+)/,
  lastingFor:
    /@(\d+)\s+for\s+(\d{1,3}|one|two|three|four|five|six|nine|twelve|eighteen)[\s-]+(day|week|month|year|yr)s?\b/,
  within:
    /\b(?:within|no\s+(?:more|later)\s+than|up\s+to)\s+(?:the\s+)?(?:first\s+)?[a-z\d]+[\s-]+(?:day|week|month|year|yr)/,
  times: /(?:^|\b)(\d{1,2}|two|three|four)\s*(?:x|no\.?|times)\s*(?:in\s+|during\s+)?@(\d+)/,
} as const;
