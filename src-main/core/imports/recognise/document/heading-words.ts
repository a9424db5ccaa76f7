import { isLeadLine } from '../row-kinds.ts';
import { readSectionTitle } from '../section-titles.ts';
import { foldSpace } from '../words.ts';

/** What the words of a heading or of a label before a list promise; rules of words alone. */

/** Labels whose list says what a section is for: its items become the section's own points. */
const aims =
  /^(?:(?:our|key|strategic|specific|the|main|shared|intended|expected|desired|priority|overall|long[- ]term|headline) )*(?:objectives?|aims?(?: (?:and|&) objectives?)?|outcomes?|goals?|ambitions?|(?:what )?(?:we|do we|will we) (?:will|want to|aim to|hope to|to)? ?achieve|our vision for .{3,60})(?: (?:for|of|are|we|to|in) .{1,60})?\s*[:–-]?$/i;

/** Labels whose list says what will be done: its items become actions. */
const actionWords =
  '(?:actions?|commitments?|pledges?|steps|tasks|activities|deliverables|milestones and actions|initiatives|promises)';
const doing = new RegExp(
  `^(?:(?:our|key|specific|the|main|agreed|planned|proposed|priority|next|further|required|improvement|immediate|detailed|core|short[- ]term|medium[- ]term|long[- ]term|high[- ]level) )*${actionWords}(?: (?:to be taken|to take|required|needed|agreed|planned|arising|for .{2,60}|we will take|we are taking|to (?:deliver|achieve|support) .{2,60}))?\\s*[:–-]?$`,
  'i',
);
const doingSaid =
  /^(?:(?:so,? )?(?:what|this is what) (?:we will|we’ll|we'll|will we|are we going to|we are going to|we plan to|needs? to be|must be|will be) (?:do|done)\b.{0,60}|(?:we|the \w+(?: \w+){0,3}) will\s*[:–-]?|how (?:we will|will we|we’ll) (?:do (?:it|this)|achieve|deliver|get there)\b.{0,60}|(?:to|in order to) (?:achieve|deliver|do|support) (?:this|these|it)\b.{0,40}\bwill\s*[:–-]?|(?:during|over|in) .{3,40},? (?:we|the \w+) will\s*[:–-]?)$/i;

/** Labels of other lists and of single lines, known even without a colon. */
const otherLabel =
  /^(?:why (?:is )?this (?:matters|is important|important)|why it matters|success (?:criteria|measures?|indicators?|looks like)|what (?:will )?success (?:will )?looks? like|what good looks like|(?:how )?(?:will we|we will) know\b.{0,60}|how (?:will (?:we|success be)|we will|success will be) measure[d]?\b.{0,40}|measures? of success|performance measures?|key (?:performance )?(?:indicators|measures|targets|risks|milestones|partners)|targets?|resources?(?: required| needed)?|risks?|evidence|links? (?:to|with) .{2,60}|partners?|progress(?: to date| so far)?|background|context|rationale|why (?:we|have we|did we) (?:chose|choose|chosen|selected|are doing) (?:this|it)\b.{0,30}|measures|where are we now|current position|what (?:do )?(?:people|residents|parents|young people) (?:say|told us)|what the (?:data|evidence) (?:says|tells us)|strengths|areas for (?:development|improvement)|national (?:targets?|indicators)|psa targets?|funding|baseline|impact)\s*[:?]?$/i;

/** What a heading asks, the words beneath it answer. */
const asks = /^(?:so,? )?(?:what|why|how|where|who|when|which)\b[^?]{3,80}\?\s*:?$/i;

const ofOtherThings =
  /\b(?:measures?|measured|indicators|know|monitor\w*|risks?|resources?|partners?|evidence|why|who|funding|links?)\b/i;

/** Whether a label says by its own words that its list is no list of aims: "Success criteria", "How will we know?". */
export function namesAnother(text: string): boolean {
  const words = foldSpace(text);
  return labelKind(words) === 'other' && ofOtherThings.test(words) && !/\bsuccess/i.test(words);
}

export type ListLabel = 'aims' | 'actions' | 'other';

/** What a short line before a list or a passage labels; null where it labels nothing. */
export function labelKind(text: string): ListLabel | null {
  const words = foldSpace(text).replace(/^\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]?\s+(?=\S)/i, '');
  if (words.length > 120 || isLeadLine(words)) return null;
  if (aims.test(words)) return 'aims';
  if (doing.test(words) || doingSaid.test(words)) return 'actions';
  if (otherLabel.test(words)) return 'other';
  if (asks.test(words)) return 'other';
  return words.endsWith(':') && words.length <= 90 && /^\S+(?:\s\S+){0,12}:$/.test(words) ? 'other' : null;
}

const vocabulary = new Set(
  `a an the of for and to in our your we this with by on at its their what will do be key main core full overall
  action actions plan plans planning work delivery improvement implementation business service annual operational strategic corporate
  development detailed summary overview performance indicator indicators kpi kpis pi measure measures target targets monitoring
  priority priorities objective objectives aim aims goal goals outcome outcomes theme themes recommendation recommendations
  commitment commitments statutory framework table tables appendix annex annexe section part chapter schedule
  continued cont contd draft final version year years financial academic progress update review log tracker register
  workstream workstreams project projects areas focus step steps task tasks log logs
  impact evidence baseline trajectory trajectories
  risk risks programme deliverables milestones success criteria data one two three four five six seven eight nine ten`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Whether a heading names a kind of content and no subject: "Appendix 2: Detailed action plan 2024-25". */
export function isGeneric(title: string): boolean {
  const words = title
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .match(/[\p{L}]+|\d+/gu);
  if (!words) return true;
  return words.every(
    (word) => vocabulary.has(word) || /^\d{1,4}$/.test(word) || /^[a-z]$|^[ivx]{1,4}$/.test(word),
  );
}

/** "Priority 1: Key performance indicators": names a numbered section and, beside it, only a kind of content. */
export function namesSectionOnly(text: string): { kind: string | null; ref: string } | null {
  const reading = readSectionTitle(text);
  if (reading.ref === null) return null;
  const rest = reading.title.replace(/^.*?\d+(?:\.\d+)*\s*[:.–—-]?\s*/, '');
  return isGeneric(rest === '' ? reading.title : rest) ? { kind: reading.kind, ref: reading.ref } : null;
}

/** Headings after which the plan's own sections no longer hold: back matter. */
export function isBackMatter(text: string): boolean {
  return /^(?:\W|\d|\.)*(?:appendi(?:x|ces)|annexe?s?|glossary|abbreviations|acronyms|references|bibliography|contacts?|further information|governance|monitoring(?: and (?:review|evaluation|reporting))?|review(?:ing)? (?:and monitoring|of (?:the|this) plan)|conclusion|next steps|terms of reference|membership|equality (?:impact|analysis)|consultation|version (?:control|history)|document (?:control|history)|sign[- ]?off|distribution|how to (?:contact|get involved)|purpose of |role of )/i.test(
    text,
  );
}

/** Headings that never stand under a section of the plan, whatever their style says. */
export function standsAlone(text: string): boolean {
  return /^(?:\W|\d|\.)*(?:appendi(?:x|ces)\b|annexe?s?\b|glossary|abbreviations|acronyms|terms of reference|(?:the )?(?:purpose|role|membership|functions?|remit) of (?:the )?\w)/i.test(
    text,
  );
}
