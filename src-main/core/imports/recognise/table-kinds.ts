import type { TableView } from '#shared/contract/imports.ts';
import { barColumnsOf } from './bar-columns.ts';
import type { ColumnProfile } from './column-profile.ts';
import { headingMeans } from './header-words.ts';
import { type LogKind, logKindOf } from './log-kinds.ts';
import {
  isBareMonth,
  monthOf,
  readValueHeading,
  speaksAboutFigures,
  type ValueHeading,
} from './value-headings.ts';

export type TableKind = TableView['kind'];

/** What a table is, and for KPIs in which form. */
export type Kind = {
  readonly kind: TableKind;
  readonly form: 'wide' | 'long' | null;
  readonly because: string;
  /** A list of risks or issues kept as actions, or of decisions. */
  readonly log?: LogKind;
};

const clear = 0.75;
const fair = 0.5;
/** A plain word for what is done: under these a table is of actions whatever else it holds. */
const plainAction = 0.9;
/** A plain word for what is measured: over words it names the indicator, whatever else it says. */
const namesIndicator = 0.8;

/** A column of figures: headed by a figure's role or a period, and holding figures, words instead, or nothing yet. */
export function valueHeadingOf(profile: ColumnProfile, year: string | null): ValueHeading | null {
  const heading = readValueHeading(profile.path, year) ?? monthHeading(profile, year);
  if (!heading) return null;
  if (profile.filled > 0 && profile.marks >= 0.9) return null;
  if (speaksAboutFigures(profile.path) && !(heading.role && heading.period)) return null;
  if (profile.path.length > 0 && speaksAboutFigures(profile.path.slice(-1))) return null;
  if (profile.meanLength > 90) return null;
  // "Figure" over "Target" and "Actual" says which figure a row holds.
  if (profile.roles > 0.9 && profile.numbers === 0 && !heading.period) return null;
  // "Performance indicator" and "Goal" over words name what is measured, whatever they say elsewhere.
  const last = profile.path[profile.path.length - 1] ?? '';
  const names = Math.max(headingMeans(last, 'kpi-name'), headingMeans(last, 'section'));
  if (profile.filled > 0 && profile.figures < 0.3 && !heading.period && names >= namesIndicator) return null;
  if (!heading.role && profile.filled > 0 && profile.figures < 0.25 && profile.meanLength > 30) return null;
  if (!heading.role && profile.dates > 0.6 && profile.figures < 0.3) return null;
  return heading;
}

/** "Apr", "May" over figures are those months of the document's year. */
function monthHeading(profile: ColumnProfile, year: string | null): ValueHeading | null {
  const last = profile.path[profile.path.length - 1] ?? '';
  if (!isBareMonth(last) || profile.figures < 0.5) return null;
  const group = profile.path.slice(0, -1).findLast((piece) => /(?:19|20)\d\d/.test(piece));
  const above = readValueHeading(profile.path.slice(0, -1), year);
  return {
    role: above?.role ?? null,
    period: monthOf(last, group ?? year),
    comparator: above?.comparator ?? null,
    provisional: above?.provisional ?? false,
  };
}

/** Decides from headings and cells what a table holds. */
export function kindOf(profiles: readonly ColumnProfile[], year: string | null): Kind {
  const log = logKindOf(profiles);
  const people = matrixOf(profiles) ?? peopleOf(profiles);
  if (people) return people;
  if (log === 'decisions') return { kind: 'text', form: null, because: 'a list of decisions', log };
  if (log !== null) return { kind: 'actions', form: null, because: `a log of ${log}`, log };
  const best = (field: Parameters<typeof headingMeans>[1]) =>
    Math.max(0, ...profiles.map((profile) => strengthIn(profile, field)));
  const action = best('text');
  const indicator = best('kpi-name');
  const bars = new Set(barColumnsOf(profiles, year).map(({ profile }) => profile));
  const values = profiles.filter((profile) => !bars.has(profile) && valueHeadingOf(profile, year));
  const dated = values.filter((profile) => valueHeadingOf(profile, year)?.period);
  const figures = values.filter((profile) => profile.figures >= 0.3 || profile.filled === 0);
  // Sentences under the names of periods are updates: figures there must be at least as many.
  const sentences = values.filter((profile) => profile.figures < 0.3 && profile.meanLength > 12).length;
  const told = sentences > figures.filter((profile) => profile.filled > 0).length;

  const funding = fundingOf(profiles, year);
  if (funding) return funding;
  if (profiles.length <= 4) {
    const small = smallKind(profiles);
    if (small) return small;
  }
  const valueColumn = profiles.find(
    (profile) => strengthIn(profile, 'value') >= clear && profile.figures > 0.5,
  );
  const periodColumn = profiles.find(
    (profile) => strengthIn(profile, 'period') >= clear && (profile.periods > 0.5 || profile.dates > 0.5),
  );
  if (periodColumn && (valueColumn || figures.length > 0) && action < plainAction && dated.length === 0) {
    return { kind: 'kpis', form: 'long', because: `one row a period: “${periodColumn.header}” names it` };
  }
  const roles = new Set(values.map((profile) => valueHeadingOf(profile, year)?.role ?? 'none'));
  const many = dated.length >= 2 || (values.length >= 2 && (roles.size >= 2 || figures.length >= 2));
  if (
    indicator >= fair &&
    many &&
    !told &&
    (action < plainAction || dated.length >= 3) &&
    figures.length * 2 >= values.length - 1
  ) {
    return {
      kind: 'kpis',
      form: 'wide',
      because: `${values.length} columns hold figures of a named period or kind`,
    };
  }
  if (indicator >= 0.9 && values.length >= 1 && action < plainAction) {
    return { kind: 'kpis', form: 'wide', because: 'indicators with a column of figures' };
  }
  if (
    dated.length >= 2 &&
    figures.length >= 2 &&
    figures.length * 2 >= profiles.length - 2 &&
    action < plainAction
  ) {
    return { kind: 'kpis', form: 'wide', because: `${dated.length} columns hold figures of a period` };
  }
  const beside = (
    ['leads', 'timescale', 'status', 'progress', 'measures', 'comment', 'resources', 'end'] as const
  ).filter((field) => best(field) >= fair);
  const subject = Math.max(action, best('section') * 0.7);
  if (action >= plainAction || (subject >= fair && (beside.length >= 1 || best('links') >= fair))) {
    return { kind: 'actions', form: null, because: 'its headings are those of a list of actions' };
  }
  const answered =
    Math.max(best('leads'), best('owners')) >= clear &&
    Math.max(best('timescale'), best('end')) >= clear &&
    beside.length >= 3;
  if (answered && profiles.some((profile) => profile.meanLength >= 15 && profile.distinct > 0.6)) {
    return { kind: 'actions', form: null, because: 'who, by when and how it stands are beside its words' };
  }
  const dates = profiles.some(
    (profile) => profile.dates > 0.7 && profile.meanLength < 24 && profile.filled >= 2,
  );
  const who = profiles.some((profile) => profile.initials > 0.7 && profile.filled >= 2);
  const stands = profiles.some(
    (profile) => profile.statuses > 0.7 && profile.meanLength < 30 && profile.filled >= 2,
  );
  const named = profiles.some((profile) => profile.meanLength >= 15 && profile.distinct > 0.6);
  if (named && Number(dates) + Number(who) + Number(stands) >= 2 && best('term') < clear) {
    return { kind: 'actions', form: null, because: 'its cells say who, by when or how it stands' };
  }
  return { kind: 'text', form: null, because: 'its headings are those of no list known here' };
}

/** Why a list of members or contacts is no list of actions. */
export const peopleTable = 'a list of people';
const personHeading =
  /^(?:(?:full |member |members? |representative )?names?|members?|representatives?|contact(?: name)?|board members?)$/i;
const besidePerson =
  /^(?:organisations?|organization|agency|representing|representation|sector|role(?: on (?:the )?\w+)?|position|post(?: held)?|job title|title|designation|e-?mail(?: address)?|tel(?:ephone)?(?: (?:no|number))?\.?|phone(?: number)?|mobile|contact (?:details|number)|address|department|directorate|service|team|deputy|substitute|term of office|constituency|ward|party|voting|capacity|employer)\b.{0,30}$/i;

/** "Name | Organisation | Role | E-mail": who sits on a board, or whom to call. */
function peopleOf(profiles: readonly ColumnProfile[]): Kind | null {
  const names = profiles.find(({ header }) => personHeading.test(header.trim()));
  const others = profiles.filter((profile) => profile !== names && profile.header !== '');
  if (!names || others.length === 0 || names.numbers > 0.2 || names.meanLength > 45) return null;
  if (!others.every(({ header }) => besidePerson.test(header.trim()))) return null;
  return { kind: 'text', form: null, because: peopleTable };
}

/** Why such a table is kept as it stands. */
export const matrixTable = 'a table of who has done what';

/** People down the side, what each has done across: days, ticks and gaps. A register of training is no list of actions. */
function matrixOf(profiles: readonly ColumnProfile[]): Kind | null {
  const [first, ...others] = profiles;
  if (
    !first ||
    others.length < 4 ||
    !/^(?:staff |employee |full |first |sur)?(?:name|member of staff|employee|staff(?: member)?|governor|volunteer)s?$/i.test(
      first.header.trim(),
    )
  )
    return null;
  const done = others.filter(
    (one) =>
      one.filled > 0 && one.meanLength <= 14 && one.dates + one.marks + one.truths + one.statuses >= 0.5,
  );
  const asked = others.some(
    (one) => strengthIn(one, 'text') >= plainAction || strengthIn(one, 'leads') >= clear,
  );
  return done.length >= 3 && done.length * 2 >= others.length && !asked
    ? { kind: 'text', form: null, because: matrixTable }
    : null;
}

/** How strongly a column's headings mean a field: its own, or its own under a group's. */
export function strengthIn(profile: ColumnProfile, field: Parameters<typeof headingMeans>[1]): number {
  const last = profile.path[profile.path.length - 1] ?? '';
  const own = headingMeans(last, field);
  if (profile.path.length < 2) return own;
  const whole = headingMeans(profile.path.join(' '), field);
  const group = headingMeans(profile.path[0] ?? '', field) * 0.6;
  return Math.max(own, whole, group);
}

/** Words of money over a table: what it costs, where it comes from. */
const moneyWords =
  /\b(?:budgets?|fund(?:s|ing|ed)?|grants?|costs?|income|expenditure|spend(?:ing)?|amounts?|£|allocations?|allocated|awards?|revenue|capital|price|finance|financial|investment|contributions?)\b|£/i;

/** Columns of money and no indicator, nobody to answer for it, no time: a budget, which is no list of records. */
function fundingOf(profiles: readonly ColumnProfile[], year: string | null): Kind | null {
  const best = (field: Parameters<typeof headingMeans>[1]) =>
    Math.max(0, ...profiles.map((profile) => strengthIn(profile, field)));
  const figures = profiles.filter((profile) => profile.figures > 0.5 && profile.refs < 0.9);
  const money = figures.filter(
    (profile) => profile.money > 0.5 || (/£/.test(profile.header) && profile.numbers > 0.5),
  );
  if (money.length === 0 || money.length * 2 <= figures.length) return null;
  const said =
    profiles.filter((profile) => moneyWords.test(profile.header)).length >= 1 ||
    money.length === figures.length;
  const roles = money.filter((profile) => valueHeadingOf(profile, year)?.role === 'target').length;
  if (!said || roles > 0 || best('kpi-name') >= 0.9) return null;
  const answered = ['leads', 'timescale', 'status', 'end', 'progress'] as const;
  const open = profiles.filter((profile) => !money.includes(profile));
  if (
    answered.some((field) => open.some((profile) => profile.filled > 0 && strengthIn(profile, field) >= fair))
  )
    return null;
  const plain = open.some((profile) => strengthIn(profile, 'text') >= plainAction);
  if (plain && money.length < 2) return null;
  return { kind: 'text', form: null, because: fundingTable };
}

/** Why such a table is kept as it stands. */
export const fundingTable = 'a table of funding';

function smallKind(profiles: readonly ColumnProfile[]): Kind | null {
  const [first, second] = profiles;
  if (!first || !second) return null;
  if (strengthIn(first, 'term') >= clear && strengthIn(second, 'meaning') >= fair && first.meanLength < 40) {
    return { kind: 'glossary', form: null, because: `terms (“${first.header}”) beside their meaning` };
  }
  if (profiles.some((profile) => /\bdut(?:y|ies)\b/i.test(profile.header))) {
    return { kind: 'duties', form: null, because: 'its headings name duties' };
  }
  const states = profiles.find((profile) => profile.statuses > 0.6 || profile.filledStates > 0.6);
  const colours = /\b(?:rag|brag|colour|status|rating|key|symbol)\b/i.test(first.header);
  const meanings = profiles.some((profile) => strengthIn(profile, 'meaning') >= clear);
  if (states && colours && meanings && first.rows <= 12) {
    return { kind: 'key', form: null, because: 'colours or statuses beside their meaning' };
  }
  return null;
}
