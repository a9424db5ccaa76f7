import type { State } from './states.ts';

/**
 * The words councils use for how things stand, by state, as pieces of regular expressions over plain text.
 * Where a word could be two states the milder fair reading was taken, and the officer's legend overrules it.
 */
const words: Readonly<Record<State, readonly string[]>> = {
  complete: [
    '(?:now |fully |all |task |action |work |project |target |successfully |already )*complete(?:d|ly done)?(?: (?:late|early|in full|on time|(?:and|&) (?:closed|embedded|ongoing|on-going|in place)))?(?:\\s*/\\s*on-?going)?',
    '(?:all|both)(?: (?:actions|tasks|targets|milestones|phases|parts|items|objectives))? (?:now )?(?:complete|completed|met|achieved|delivered|done|in place)',
    '(?:now |fully |all |already )*(?:achieved|done|delivered|implemented|finished|established|embedded|launched|actioned|resolved|concluded)(?: (?:and|&) (?:embedded|on-?going|in place)| in full)?',
    '(?:target |targets |fully |all |objective |milestone )*(?:met|exceeded|surpassed)(?: in full)?',
    '(?:now |already |all |fully )*in place',
    'met (?:and|or) exceeded',
    'targets? (?:fully )?(?:achieved|reached|delivered)',
    '(?:now |moved to |moved into |transferred to |becomes? |became )*(?:bau|business as usual)(?:\\s*/\\s*bau)?',
    'signed off',
    '(?:published|rolled out)',
    'closed\\s*[-/(,]\\s*(?:completed?|achieved|done)\\)?',
    '(?:fully |now )?operational',
    'up and running',
    'ahead of target',
    'exceptional',
    '(?:no further action(?: required)?|nfa)',
    'green and complete',
    '(?:propos(?:e|ed)|recommend(?:ed)?|request(?:ed)?) (?:to |for |that it be )?(?:clos(?:e|ed|ure)|completion)',
    'for closure',
    '[\\u2713\\u2714\\u2611\\u2705]',
  ],
  'on-track': [
    '(?:broadly |largely |currently |still |remains |generally )*on (?:track|target|schedule|course|time|plan)(?: for completion| to (?:complete|deliver|meet)| for delivery)?',
    'ahead of schedule',
    '(?:going|progressing|proceeding) (?:well|to plan|as planned)',
    '(?:work |works |activity |currently |still |all )*(?:in|under) (?:progress|way)',
    '(?:work |works |activity |now |currently |still )*underway',
    'work(?:s)? (?:has |have )?(?:started|begun|commenced|continues|continuing|ongoing|on-going)',
    '(?:some|good|steady|significant|excellent|satisfactory|reasonable|early) (?:\\w+ ){0,2}?(?:progress|made|completed|done|undertaken|targeted|visited|contacted|consulted|reached|engaged|recruited|delivered|trained|achieved|started)(?: made| being made| to date)?',
    'making (?:good |some |steady )?progress',
    'progress is (?:good|satisfactory|on track)',
    '(?:likely|expected|due|set) to be (?:achieved|met|completed|delivered)',
    'above target',
    'under development',
    'progress(?:ing| made| being made| to date)?',
    '(?:part|partly|partially|nearly|almost|mostly|substantially|largely|not yet) (?:complete(?:d)?|done|delivered|implemented|in place)',
    '(?:further |more |additional )work (?:is )?(?:underway|under way|in progress|required|needed|ongoing)',
    'being (?:developed|implemented|progressed|established|delivered|embedded|reviewed|drafted|planned)',
    'in (?:hand|train|development|delivery|draft|process)',
    '(?:on-going|ongoing|on going|continuing|continues|continuous|continue|rolling)',
    '(?:started|commenced|begun|active|live|open|wip)',
  ],
  'at-risk': [
    '(?:at|some|slight|in|moderate|medium) risk',
    '(?:some|minor|slight|moderate) (?:concern|concerns|slippage|delay|delays|issues|problems|risk)',
    '(?:slightly|partly|partially|somewhat|a little) (?:behind(?: schedule| target| plan)?|delayed|late|off (?:track|target|schedule))',
    '(?:target |targets |objective )?(?:part|partly|partially) (?:met|achieved)',
    '(?:very )?(?:limited|little|slow|poor|insufficient|minimal) progress(?: made| to date)?',
    'progress (?:is |has been )?(?:slow|slower|limited|poor)(?: than (?:expected|planned))?',
    '(?:slippage|slipping|needs attention|requires attention|attention needed|needs support|caution|under review|concern|concerns)',
    '(?:waiting|awaiting)(?: on| for)?(?: someone else| others| (?:a |the )?(?:decision|information|response|approval|funding|sign[ -]off|confirmation|outcome|feedback))?',
    '(?:on hold|held up|paused|suspended)',
    'below target(?: but (?:improving|within tolerance))?',
    'within tolerance',
    'mixed(?: progress)?',
  ],
  'off-track': [
    '(?:well |significantly |seriously |currently )*(?:off|not on) (?:track|target|schedule|course)',
    '(?:well |significantly |seriously |currently |running |now )*(?:behind(?: (?:schedule|target|plan|timescale))?|over[ -]?due|delayed|late)',
    'not (?:being )?(?:progressed|progressing)',
    'did not meet (?:the )?target',
    'targets? (?:was |were )?not (?:met|reached|achieved)',
    '(?:slipped|missed|unmet|failed|failing|critical|stalled|blocked|stuck|incomplete)',
    '(?:target |targets |deadline |milestone )(?:not (?:being )?(?:met|achieved)|missed|unmet|will not be met)',
    'not (?:been )?(?:met|achieved|delivered|completed?|in place|implemented|done|progressed)',
    'no progress(?: made| to date)?',
    '(?:unlikely to|will not|cannot) be (?:met|achieved|completed|delivered)',
    '(?:serious|significant|major) (?:concern|concerns|delay|delays|slippage|risk|issues)',
    '(?:high|severe) risk',
    'well below target',
  ],
  'not-started': [
    "(?:work |action )*(?:has|have|is|was|are)?(?:n't| not|not) (?:yet )?(?:been )?(?:started|begun|commenced|due|actioned)(?: yet)?",
    '[\\u2610]',
    '(?:yet |still )?to (?:be )?(?:start|started|begin|commence|done|do)',
    'yet to (?:start|begin|commence)',
    '(?:no|nil) (?:action|activity|work)(?: yet| to date)?',
    '(?:planned|scheduled|pending|proposed|future|to do|todo|outstanding|not applicable yet)',
    '(?:due|scheduled|planned) to (?:start|begin|commence)',
    'awaiting start',
    'not (?:yet )?applicable',
    'to commence',
  ],
  changed: [
    '(?:target |date |action |scope )?(?:changed|amended|revised|reworded|re-worded|retargeted|re-targeted|re-scoped|rescoped|re-defined|redefined)',
    '(?:deferred|postponed|rescheduled|re-scheduled|re-profiled|reprofiled|extended|moved)',
    '(?:carried|carry|rolled|brought) (?:forward|over)',
    '(?:moved|transferred) (?:in)?to (?:\\d[\\d./-]*|(?:the )?next [a-z]+)',
    'replaced by',
  ],
  closed: [
    '(?:now |action |item |task |issue |risk )*(?:closed|cancelled|canceled|withdrawn|dropped|discontinued|removed|superseded|abandoned|stopped|ended|deleted|terminated|decommissioned|ceased)',
    'no longer (?:required|applicable|relevant|needed|proceeding|a priority|being pursued)',
    'not (?:proceeding|being pursued|pursued|going ahead|required|relevant)',
    'merged (?:with|into)',
    'not taken forward',
  ],
};

export type StatusPhrase = { readonly state: State; readonly shape: RegExp };

/** Anchored at `lastIndex`; a word must end where the phrase ends. */
export const statusPhrases: readonly StatusPhrase[] = (Object.keys(words) as State[]).flatMap((state) =>
  words[state].map((source) => ({
    state,
    shape: new RegExp(`(?:${source.replace(/ /g, '\\s+')})(?![a-z0-9%])`, 'y'),
  })),
);

/** Colour words and the single letters that stand for them. */
export const colourWords: ReadonlyArray<{
  readonly shape: RegExp;
  readonly family: 'red' | 'amber' | 'green' | 'blue' | 'none';
  readonly state: State;
}> = [
  {
    shape: /(?:amber[\s/-]+green|green[\s/-]+amber|red[\s/-]+amber|amber[\s/-]+red)\b/y,
    family: 'amber',
    state: 'at-risk',
  },
  { shape: /(?:(?:light|dark|bright)\s+)?green\b/y, family: 'green', state: 'on-track' },
  { shape: /(?:amber|orange|yellow)\b/y, family: 'amber', state: 'at-risk' },
  { shape: /red\b/y, family: 'red', state: 'off-track' },
  { shape: /blue\b/y, family: 'blue', state: 'complete' },
  { shape: /(?:grey|gray|white|clear)\b/y, family: 'none', state: 'not-started' },
];

export const statusLetters: Readonly<
  Record<string, { family: 'red' | 'amber' | 'green' | 'blue' | 'none'; state: State }>
> = {
  g: { family: 'green', state: 'on-track' },
  a: { family: 'amber', state: 'at-risk' },
  r: { family: 'red', state: 'off-track' },
  b: { family: 'blue', state: 'complete' },
  c: { family: 'none', state: 'complete' },
  ns: { family: 'none', state: 'not-started' },
  ip: { family: 'none', state: 'on-track' },
  wip: { family: 'none', state: 'on-track' },
  'a/g': { family: 'amber', state: 'at-risk' },
  'g/a': { family: 'amber', state: 'at-risk' },
  'r/a': { family: 'amber', state: 'at-risk' },
  'a/r': { family: 'amber', state: 'at-risk' },
  'a-g': { family: 'amber', state: 'at-risk' },
  'g-a': { family: 'amber', state: 'at-risk' },
  'r-a': { family: 'amber', state: 'at-risk' },
  'a-r': { family: 'amber', state: 'at-risk' },
  ag: { family: 'amber', state: 'at-risk' },
  ga: { family: 'amber', state: 'at-risk' },
  ra: { family: 'amber', state: 'at-risk' },
  ar: { family: 'amber', state: 'at-risk' },
};
