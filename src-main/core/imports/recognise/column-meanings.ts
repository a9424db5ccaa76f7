import type { ColumnField } from '#shared/contract/imports.ts';
import type { KpiValue } from '#shared/contract/register.ts';
import { barColumnsOf } from './bar-columns.ts';
import type { ColumnProfile } from './column-profile.ts';
import { readHeading } from './header-words.ts';
import { logField, logSubject } from './log-kinds.ts';
import { bestSubject } from './subject-column.ts';
import { type Kind, strengthIn, valueHeadingOf } from './table-kinds.ts';
import { looksLikeRole, periodWords } from './value-headings.ts';

/** What one column means, and why it was read so. */
export type ColumnMeaning = {
  readonly column: number;
  readonly header: string;
  field: ColumnField;
  role: KpiValue['role'] | null;
  period: string | null;
  comparator: string | null;
  provisional: boolean;
  because: string;
};

/** A later date in place of an earlier one. */
export const revisedHeading = /\b(?:revised|new|extended|forecast|amended|updated)\b/i;
/** A status that is not the record's own present one. */
const earlier = /\b(?:sub|previous|prior|last|initial|original)\b/i;
/** Months by their initials, weeks and quarters over a chart of bars. */
const barHeading =
  /^(?:[A-Z]|\d{1,2}|q[1-4]|w(?:ee)?k\s?\d{1,2}|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*(?:[\s-]?'?\d{2,4})?)$/i;
const needed = 0.5;
/** How many columns may mean the same. */
const room: Partial<Record<ColumnField, number>> = {
  section: 3,
  leads: 3,
  measures: 3,
  progress: 12,
  status: 12,
  links: 2,
  owners: 2,
  behind: 12,
  doing: 12,
};
const actionFields: readonly ColumnField[] = [
  ...([
    'ref',
    'section',
    'text',
    'leads',
    'timescale',
    'start',
    'end',
    'status',
    'progress',
    'measures',
  ] as const),
  ...(['resources', 'links', 'comment', 'reviewOn', 'detail'] as const),
];
const kpiFields: readonly ColumnField[] = [
  ...(['ref', 'section', 'kpi-name', 'unit', 'data-source', 'owners', 'value-role'] as const),
  ...(['behind', 'doing', 'detail'] as const),
];
const longFields: readonly ColumnField[] = [...kpiFields, 'period', 'value', 'area'];

type Bid = {
  readonly profile: ColumnProfile;
  readonly field: ColumnField;
  readonly score: number;
  readonly why: string;
};

/** Gives every column of a table its meaning, by headings and by cells; what has no field of its own is a detail. */
export function meaningsOf(
  profiles: readonly ColumnProfile[],
  kind: Kind,
  year: string | null,
): ColumnMeaning[] {
  const meanings = new Map<number, ColumnMeaning>();
  if (kind.kind === 'kpis' && kind.form !== null) {
    const figures = kind.form === 'long' ? figuresOfRows(profiles, year) : profiles;
    for (const profile of figures) {
      const value = valueHeadingOf(profile, year);
      if (!value) continue;
      meanings.set(profile.column, {
        ...blank(profile),
        field: 'value',
        role: value.role,
        period: value.period,
        comparator: value.comparator,
        provisional: value.provisional,
        because: `the heading “${profile.header}” names ${value.role ? `${value.role === 'actual' ? 'an' : 'a'} ${value.role}` : 'a figure'}${value.period ? ` for ${value.period}` : ''}`,
      });
    }
  }
  // A figure of no named kind beside named ones of the same period is something else: kept beside the KPI.
  for (const [column, meaning] of meanings) {
    const named = [...meanings.values()].some(
      (other) =>
        other !== meaning &&
        other.role !== null &&
        other.role !== 'comparator' &&
        other.period === meaning.period,
    );
    if (meaning.role === null && named) meanings.delete(column);
  }
  shareTargetYears(meanings);
  const bars = kind.kind === 'actions' ? barColumnsOf(profiles, year) : [];
  for (const { profile } of bars) meanings.set(profile.column, { ...blank(profile) });
  const fields = kind.kind === 'kpis' ? (kind.form === 'long' ? longFields : kpiFields) : actionFields;
  const open = profiles.filter((profile) => !meanings.has(profile.column));
  const subject: ColumnField = kind.kind === 'kpis' ? 'kpi-name' : 'text';
  const { log } = kind;
  const named = log === undefined ? null : logSubject(open, log);
  const chosen = named
    ? { profile: named, why: `the heading says “${named.header}”` }
    : bestSubject(open, subject);
  if (chosen)
    meanings.set(chosen.profile.column, { ...blank(chosen.profile), field: subject, because: chosen.why });
  const at = chosen?.profile.column ?? 0;
  const bids = open
    .filter((profile) => profile !== chosen?.profile)
    .flatMap((profile) => {
      if (datesTheRow(profile, open, at)) return bidsOf(profile, ['detail'], at, kind);
      const field = log === undefined ? null : logField(profile, log);
      if (field === null) return bidsOf(profile, fields, at, kind);
      return [{ profile, field, score: 2, why: `“${profile.header}” belongs to a log of ${log}` }];
    })
    .sort((a, b) => b.score - a.score || a.profile.column - b.profile.column);
  const taken = new Map<ColumnField, number>();
  for (const bid of bids) {
    if (bid.score < needed || meanings.has(bid.profile.column) || bid.field === subject) continue;
    const used = taken.get(bid.field) ?? 0;
    if (used >= (room[bid.field] ?? (bid.field === 'detail' ? Number.POSITIVE_INFINITY : 1))) continue;
    taken.set(bid.field, used + 1);
    meanings.set(bid.profile.column, {
      ...blank(bid.profile),
      field: bid.field,
      period:
        bid.field === 'measures' ||
        bid.field === 'behind' ||
        bid.field === 'doing' ||
        bid.field === 'status' ||
        bid.field === 'progress'
          ? periodWords(bid.profile.path, year)
          : null,
      because: bid.why,
    });
  }
  preferRevised(profiles, meanings);
  const timed = [...meanings.values()].some(({ field }) => field === 'timescale' || field === 'end');
  for (const { profile, words } of bars) {
    meanings.set(profile.column, {
      ...blank(profile),
      ...(timed
        ? { because: 'a chart of times beside the dates: kept as it stands' }
        : { field: 'timescale' as const, period: words, because: 'its cells mark when the work is done' }),
    });
  }
  return profiles.map(
    (profile) => meanings.get(profile.column) ?? { ...blank(profile), because: detailReason(profile) },
  );
}

/** "Date" before the words, where another column says by when, or where what was decided is dated: when it was noted. */
function datesTheRow(profile: ColumnProfile, all: readonly ColumnProfile[], subjectAt: number): boolean {
  if (!/^(?:meeting )?dates?(?: (?:agreed|of entry|noted))?$/i.test(profile.header)) return false;
  const others = all.filter((other) => other !== profile);
  const due = others.some(
    (other) =>
      strengthIn(other, 'timescale') >= 0.75 &&
      /\b(?:due|target|deadline|by|complet\w*|time ?scale|time ?frame|when|end|review)\b/i.test(
        other.header,
      ) &&
      (other.filled === 0 || other.dates + other.serials > 0.3),
  );
  const decided = others.some(({ header }) => /^decisions?\b(?! (?:no|ref|number|id|maker))/i.test(header));
  return due || (decided && profile.column < subjectAt);
}

/** Columns of a long table that each hold another kind of figure ("Target", "Actual"); the period stands in the row. */
function figuresOfRows(profiles: readonly ColumnProfile[], year: string | null): readonly ColumnProfile[] {
  const figures = profiles.filter((profile) => {
    const value = profile.numbers > 0.4 ? valueHeadingOf(profile, year) : null;
    return value !== null && value.role !== null && value.period === null;
  });
  return figures.length > 1 ? figures : [];
}

/** "Target 2009/10" and then "Actual": the actual is of the target's year. */
function shareTargetYears(meanings: Map<number, ColumnMeaning>): void {
  let target: ColumnMeaning | null = null;
  for (const [, meaning] of [...meanings].sort(([a], [b]) => a - b)) {
    if (meaning.role === 'target' && meaning.period !== null) target = meaning;
    else if (meaning.period !== null) target = null;
    else if (/\b(?:latest|current|now|today|recent|to date)\b/i.test(meaning.header)) continue;
    else if (target && (meaning.role === 'actual' || meaning.role === 'forecast'))
      meaning.period = target.period;
  }
}

/** "Due date" beside "Revised due date": the revised one holds, the first is what it was revised from. */
function preferRevised(profiles: readonly ColumnProfile[], meanings: Map<number, ColumnMeaning>): void {
  const [first] = [...meanings.values()].filter((meaning) => meaning.field === 'timescale');
  if (!first || revisedHeading.test(first.header)) return;
  if ([...meanings.values()].some((meaning) => meaning.field === 'end')) return;
  const revised = profiles.find(
    (profile) =>
      (meanings.get(profile.column)?.field ?? 'detail') === 'detail' &&
      revisedHeading.test(profile.header) &&
      strengthIn(profile, 'timescale') >= needed &&
      (profile.filled === 0 || profile.dates + profile.serials > 0.5),
  );
  if (!revised) return;
  meanings.set(first.column, { ...first, field: 'end', because: `“${revised.header}” revises it` });
  meanings.set(revised.column, {
    ...blank(revised),
    field: 'timescale',
    because: `the heading says “${revised.header}”`,
  });
}

/**
 * The column whose fills say the status where no column is headed so: two colours of a rating or more, the
 * leftmost where several are coloured together. Null where there is none.
 */
export function fillColumnOf(
  profiles: readonly ColumnProfile[],
  meanings: readonly ColumnMeaning[],
  /** The colours of a risk register rate the risks, not what is done about them. */
  log?: Kind['log'],
): number | null {
  if (log === 'risks' || meanings.some((meaning) => meaning.field === 'status')) return null;
  const coloured = profiles.filter((profile) => profile.stateColours >= 2 && profile.filledStates > 0.3);
  const named = coloured.find((profile) => {
    const field = meanings.find((meaning) => meaning.column === profile.column)?.field;
    return field === 'progress' || field === 'ref' || field === 'text';
  });
  return (named ?? coloured[0])?.column ?? null;
}

function blank(profile: ColumnProfile): ColumnMeaning {
  return {
    column: profile.column,
    header: profile.header,
    field: 'detail',
    role: null,
    period: null,
    comparator: null,
    provisional: false,
    because: '',
  };
}

function detailReason(profile: ColumnProfile): string {
  return profile.header === ''
    ? 'no heading and no kind of cell that says more: kept beside the record'
    : `“${profile.header}” has no field of its own: kept beside the record under its heading`;
}

function bidsOf(
  profile: ColumnProfile,
  fields: readonly ColumnField[],
  subjectAt: number,
  kind: Kind,
): Bid[] {
  const bids: Bid[] = [];
  const because = `the heading says “${profile.header}”`;
  for (const field of fields) {
    const strength = strengthIn(profile, field);
    if (strength <= 0) continue;
    const score = strength * fitness(profile, field, subjectAt, kind);
    if (score > 0) bids.push({ profile, field, score, why: because });
  }
  const headed = readHeading(profile.path[profile.path.length - 1] ?? '')[0]?.strength ?? 0;
  const silent = headed < needed || bids.every((bid) => bid.score < needed);
  bids.push(...bidsByCells(profile, fields, subjectAt, silent));
  return bids;
}

/** How well the cells fit a field that the heading names: under 1 where they speak against it. */
function fitness(profile: ColumnProfile, field: ColumnField, subjectAt: number, kind: Kind): number {
  const { filled } = profile;
  const right = profile.column > subjectAt;
  switch (field) {
    case 'section':
      if (profile.levels > 0.7 || profile.numbers > 0.6 || profile.truths > 0.7) return 0.2;
      if (kind.kind === 'kpis')
        return right || profile.header.toLowerCase().includes('programme') ? 0.3 : 0.95;
      // Planners say so in words of their own.
      if (/^(?:section(?:\W*column)?|bucket(?: name)?|list name|card list)$/i.test(profile.header))
        return 1.05;
      if (right) return filled > 3 && profile.distinct <= 0.5 && profile.meanLength < 60 ? 0.8 : 0.3;
      return 1.05;
    default:
      break;
  }
  if (filled === 0) return 0.98;
  switch (field) {
    case 'ref':
      // A planner's own count of rows says less than the number of a place in the plan.
      if (/^(?:id|uid|unique id|row)$/i.test(profile.header)) return right ? 0.85 : 1;
      return profile.refs < 0.5 ? 0.35 : right ? 0.9 : 1.05;
    case 'timescale':
    case 'start':
    case 'end':
      return profile.dates + profile.serials < 0.2 && filled > 2 ? 0.45 : 1 + profile.dates * 0.1;
    case 'reviewOn':
      return profile.dates < 0.5 ? 0.6 : 1.05;
    case 'status':
      if (profile.dates > 0.6 || earlier.test(profile.header)) return 0.2;
      if (profile.meanLength > 60 && profile.statuses < 0.4) return 0.4;
      return profile.statuses > 0.5 || profile.filledStates > 0.4 ? 1.15 : 0.9;
    case 'progress':
      // "Opened on 4 March" tells, "4 March" only dates.
      if (profile.numbers > 0.7 || (profile.dates > 0.8 && profile.meanLength < 18)) return 0.4;
      return profile.statuses > 0.7 && profile.meanLength < 25 ? 0.75 : 1;
    case 'comment':
      return profile.stamped > 0.08 ? 0.7 : 1;
    case 'links':
      // "Corporate priority" before the words, the same on row after row, heads them.
      return !right && filled > 2 && filled === profile.rows && profile.distinct <= 0.7 ? 0.5 : 1;
    case 'leads':
    case 'owners':
      if (profile.dates > 0.6 || profile.numbers > 0.6 || profile.truths > 0.8) return 0.2;
      return profile.meanLength > 150 ? 0.5 : 1;
    case 'measures':
      if (profile.statuses > 0.7 && profile.meanLength < 25) return 0.4;
      // "Impact: 4" is a score, "Impact: High" a level.
      if (profile.levels > 0.7 || (profile.numbers > 0.7 && profile.meanLength < 3)) return 0.3;
      return right ? 1 : 0.75;
    case 'period':
      return profile.periods > 0.5 || profile.dates > 0.5 ? 1.1 : 0.4;
    case 'value':
      return profile.numbers > 0.4 ? 1.1 : 0.5;
    case 'value-role':
      return profile.roles > 0.6 ? 1.2 : 0.2;
    case 'behind':
    case 'doing':
      // A variance in figures is no explanation of one.
      return profile.numbers > 0.7 ? 0.3 : 1;
    case 'data-source':
      return profile.numbers > 0.6 ? 0.3 : 1;
    default:
      return 1;
  }
}

/** What cells say by themselves, for columns whose heading says nothing. */
function bidsByCells(
  profile: ColumnProfile,
  fields: readonly ColumnField[],
  subjectAt: number,
  silent: boolean,
): Bid[] {
  const bids: Bid[] = [];
  const bid = (field: ColumnField, score: number, why: string) => {
    if (fields.includes(field)) bids.push({ profile, field, score, why });
  };
  if (profile.filled >= 2 && profile.stamped > 0.08) bid('progress', 0.72, 'its cells hold dated notes');
  // "Complete by March" is a milestone, "On plan" under "Comments" a comment.
  const meant = Math.max(strengthIn(profile, 'status'), strengthIn(profile, 'progress'));
  const rateable = !earlier.test(profile.header) && (meant >= 0.3 || strengthIn(profile, 'comment') < needed);
  const rating = profile.statuses > 0.7 && profile.meanLength < 30 && profile.distinct < 0.6;
  if (profile.filled >= 2 && rating && rateable && profile.dates < 0.5) {
    bid('status', 0.85, 'its cells hold status words');
  }
  const rated = silent || strengthIn(profile, 'status') >= 0.3 || strengthIn(profile, 'progress') >= 0.3;
  // Bars over months or weeks show when, not how it stands.
  const bar = profile.filled === 0 && barHeading.test(profile.path[profile.path.length - 1] ?? '');
  if (rated && !bar && profile.filledStates > 0.3 && profile.meanLength < 40) {
    bid(
      'status',
      0.7,
      profile.stateColours > 1
        ? 'its cells are filled with the colours of a rating'
        : 'its cells are filled with one colour of a rating',
    );
  }
  if (profile.filled >= 2 && profile.roles > 0.9 && profile.distinct < 0.7)
    bid('value-role', 0.9, 'its cells say which figure a row holds');
  // "PI" over codes names them, not what they stand for.
  const coded = profile.refs > 0.8 && profile.distinct > 0.8 && profile.numbers < 0.2;
  if (coded && profile.column < subjectAt && strengthIn(profile, 'kpi-name') >= needed)
    bid('ref', 0.6, 'its cells hold references');
  if (!silent || profile.filled < 2) return bids;
  const brief = profile.header === '' ? 40 : 16;
  if (profile.dates > 0.7 && profile.meanLength < brief && !looksLikeRole(profile.header))
    bid('timescale', 0.62, 'its cells hold dates');
  if (profile.statuses > 0.7 && profile.meanLength < 45 && !earlier.test(profile.header))
    bid('status', 0.61, 'its cells hold status words');
  if (profile.initials > 0.7) {
    bid('leads', 0.6, 'its cells hold initials');
    bid('owners', 0.6, 'its cells hold initials');
  }
  if (profile.refs > 0.8 && profile.distinct > 0.8 && profile.column < subjectAt)
    bid('ref', 0.58, 'its cells hold references');
  return bids;
}
