import type { ColumnField } from '#shared/contract/imports.ts';
import type { ColumnProfile } from './column-profile.ts';
import { headingMeans } from './header-words.ts';
import { wordsOf } from './words.ts';

/** Tables that look like lists of actions and are kept for something else. */
export type LogKind = 'risks' | 'issues' | 'decisions' | 'decisions to come' | 'assumptions' | 'dependencies';

const clear = 0.75;
const scoring =
  /\b(?:likelihood|probability|impact|severity|score|rating|inherent|residual|gross|net|proximity|consequences?|matrix|pre mitigat\w+|post mitigat\w+|l|i)\b/;
const answering =
  /\b(?:mitigati\w+|controls?|contingenc\w+|countermeasures?|treatments?|risk response|response|treat tolerate|action to (?:reduce|manage|control)|further action|action plan|planned action|management action)\b/;
const standing =
  /\b(?:existing|current|present|key|in place|effectiveness|adequacy|owner|lead|score|rating|status|date|rag)\b/;

const say = (profile: ColumnProfile): string => wordsOf(profile.header).join(' ');

/** What kind of log a table's headings make it; null for a plan. */
export function logKindOf(profiles: readonly ColumnProfile[]): LogKind | null {
  const heads = profiles.map(say);
  const some = (pattern: RegExp) => heads.filter((head) => pattern.test(head)).length;
  const risk = some(/\b(?:risk|threat|hazard)\b/);
  const scored = some(scoring) >= 2 && (some(answering) > 0 || some(scoring) >= 3);
  // A list of the words to choose from names no risk.
  if (risk > 0 && scored && logSubject(profiles, 'risks')) return 'risks';
  const issue = heads.some(isIssue);
  if (
    issue &&
    some(/^(?:raised|date raised|issue (?:id|no|number|ref|owner|status)|logged|date logged|identified)/) > 0
  )
    return 'issues';
  const named = heads.find((head) =>
    /^(?:assumption|dependency)(?: (?:description|detail|title))?$/.test(head),
  );
  if (named && !profiles.some((profile) => headingMeans(profile.header, 'text') >= 0.9))
    return named.startsWith('assumption') ? 'assumptions' : 'dependencies';
  const comes = heads.some((head) =>
    /^(?:key decision|decision|matter|item|issue|subject)(?: (?:required|for decision|to be (?:taken|made)|due))?$|^(?:title|subject|description) of (?:the )?(?:key )?decision$/.test(
      head,
    ),
  );
  const whoDecides = some(
    /^(?:decision (?:maker|taker|making body)|decision (?:taken|made|to be taken|to be made) by|who will (?:make|take) (?:the )?decision|maker of decision)/,
  );
  const whenDecided = some(
    /^(?:date of (?:the )?decision|decision (?:date|due|due date)|(?:expected|likely|proposed|anticipated) (?:decision )?date(?: of decision)?|date decision (?:due|expected)|decision due date|date)$/,
  );
  if (comes && whoDecides > 0 && whenDecided > 0) return 'decisions to come';
  const decision = profiles.filter((profile) => isDecision(say(profile)));
  const asked = profiles.some(
    (profile) => headingMeans(profile.header, 'timescale') >= clear && !/^date/.test(say(profile)),
  );
  const plain = profiles.some(
    (profile) => !isDecision(say(profile)) && headingMeans(profile.header, 'text') >= 0.9,
  );
  if (decision.length > 0 && !asked && !plain && profiles.length <= 9) return 'decisions';
  return null;
}

function isIssue(head: string): boolean {
  return /^(?:issue|problem)(?: (?:description|detail|title|summary|name))?$|^(?:description|detail) of (?:the )?(?:issue|problem)$/.test(
    head,
  );
}

function isDecision(head: string): boolean {
  return /^(?:decision|key decision|decision (?:made|taken|agreed|description|detail|title|text|summary)|description of decision|summary of decision|what was decided)$/.test(
    head,
  );
}

const subjects = {
  'decisions to come':
    /^(?:key decision|decision|matter|item|issue|subject|title|description)\b(?! (?:maker|taker|date|due|by|no|ref|number|taken|made))/,
  assumptions: /^assumption/,
  dependencies: /^dependency/,
} as const;

/** The column that names the risk; null where the usual choice will do. */
export function logSubject(profiles: readonly ColumnProfile[], log: LogKind): ColumnProfile | null {
  if (log === 'decisions to come' || log === 'assumptions' || log === 'dependencies')
    return profiles.find((profile) => subjects[log].test(say(profile))) ?? null;
  if (log !== 'risks') return null;
  let best: { profile: ColumnProfile; score: number } | null = null;
  for (const profile of profiles) {
    const head = say(profile);
    if (profile.filled > 0 && (profile.numbers > 0.6 || profile.levels > 0.6 || profile.meanLength < 4))
      continue;
    if (
      /\b(?:owner|lead|category|type|no|number|id|ref|response|manager|rating|score|level|date|status|rag|appetite)\b/.test(
        head,
      )
    )
      continue;
    if (!/\b(?:risk|threat|hazard)\b/.test(head)) continue;
    const named =
      /^(?:(?:risk|threat|hazard)(?: (?:description|event|title|name|summary|detail|statement|and cause))?|(?:description|nature|summary|name) of (?:the )?(?:risk|threat))$/;
    const score = (named.test(head) ? 2 : 1) + (profile.distinct > 0.6 ? 0.5 : 0) - profile.column * 0.01;
    if (!best || score > best.score) best = { profile, score };
  }
  return best?.profile ?? null;
}

/** What a column of a log means whatever its heading means elsewhere; null where that holds. */
export function logField(profile: ColumnProfile, log: LogKind): ColumnField | null {
  const head = say(profile);
  if (log === 'risks') {
    if (answering.test(head) && !standing.test(head) && profile.numbers < 0.5 && profile.dates < 0.6)
      return 'measures';
    if (scoring.test(head) && !/\bstatus\b/.test(head) && headingMeans(profile.header, 'leads') < clear)
      return 'detail';
    return null;
  }
  if (log === 'issues' && isIssue(head)) return 'detail';
  if (log === 'decisions to come') {
    if (/^date|date$|\bdue$/.test(head)) return 'timescale';
    if (/\b(?:maker|taker|body|by)\b/.test(head)) return 'detail';
    return /\b(?:contact|officer|author)\b/.test(head) ? 'leads' : null;
  }
  if (log === 'dependencies' && /^(?:needed|required|due|date needed|date required)\b/.test(head))
    return 'timescale';
  if (log === 'assumptions' && /^(?:validated|confirmed|valid|true)\b/.test(head)) return 'detail';
  return null;
}
