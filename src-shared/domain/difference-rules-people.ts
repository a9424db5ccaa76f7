import type { Acceptance } from '../contract/acceptances.ts';
import type { Settings } from '../contract/register.ts';
import type { OfficeLook } from '../contract/report-records.ts';
import type { Alias, Apart, Spell } from '../contract/spells.ts';
import {
  actionName,
  type Head,
  keyWords,
  kpiName,
  lines,
  plain,
  planName,
  type Row,
  type Rules,
  referring,
  type Side,
  sectionName,
} from './difference-fields.ts';

/** What is compared of who held what, how people are written, findings that were accepted, and the office's settings. */

const other = (title: string, at: Partial<Head> = {}): Head => ({
  record: 'other',
  planId: null,
  ref: null,
  title,
  ...at,
});
const personName = (id: string, side: Side) => side.people.get(id)?.name;
const nameOf = (id: string, side: Side) => personName(id, side) ?? 'somebody who is not there';

export const spellRules: Rules<Spell> = {
  head: ({ ofId, personId }, side) => other(`${nameOf(personId, side)}: ${nameOf(ofId, side)}`),
  partOf: ({ ofId, personId }) => [
    ['people', ofId],
    ['people', personId],
  ],
  fields: {
    post: referring('changed', 'ofId', personName),
    'held by': referring('re-assigned', 'personId', personName),
    from: plain('re-dated', 'from'),
    until: plain('re-dated', 'until'),
  },
};

export const aliasRules: Rules<Alias> = {
  head: ({ personId, text }, side) => other(`${nameOf(personId, side)}, also written “${text}”`),
  partOf: ({ personId }) => [['people', personId]],
  fields: {
    'also written': plain('changed', 'text'),
    person: referring('changed', 'personId', personName),
  },
};

export const apartRules: Rules<Apart> = {
  head: ({ personId, otherId }, side) =>
    other(`${nameOf(personId, side)} and ${nameOf(otherId, side)} are not the same`),
  partOf: ({ personId, otherId }) => [
    ['people', personId],
    ['people', otherId],
  ],
  fields: {
    one: referring('changed', 'personId', personName),
    other: referring('changed', 'otherId', personName),
  },
};

export const acceptanceRules: Rules<Acceptance> = {
  head: ({ actionId, sectionId, kpiId, personId, finding }, side) => {
    const about =
      side.actions.get(actionId ?? '') ?? side.sections.get(sectionId ?? '') ?? side.kpis.get(kpiId ?? '');
    const who = personId ? `${nameOf(personId, side)}: ` : '';
    return other(`Accepted: ${who}${finding}`, { planId: about?.planId ?? null, ref: about?.ref ?? null });
  },
  partOf: ({ actionId, sectionId, kpiId, personId }) => [
    ['actions', actionId],
    ['sections', sectionId],
    ['kpis', kpiId],
    ['people', personId],
  ],
  shown: ({ reason }) => ({ field: 'reason', text: reason }),
  fields: {
    check: plain('changed', 'check'),
    finding: plain('changed', 'finding'),
    reason: plain('changed', 'reason'),
    on: plain('changed', 'on'),
    by: plain('changed', 'by'),
    action: referring('changed', 'actionId', actionName),
    section: referring('changed', 'sectionId', sectionName),
    kpi: referring('changed', 'kpiId', kpiName),
    person: referring('changed', 'personId', personName),
    'what was looked at': { kind: 'changed', keys: ['basis'], text: () => null },
  },
};

/** The look of reports in words; a logo by what it shows and its size, not by its dots. */
const lookWords = ({ logo, colour, second, confidentiality }: OfficeLook): string =>
  lines([
    ...(logo ? [`logo: ${logo.alt || 'without words'}, ${logo.width} by ${logo.height} dots`] : []),
    ...(colour ? [`colour: ${colour}`] : []),
    ...(second ? [`second colour: ${second}`] : []),
    ...(confidentiality ? [`line: ${confidentiality}`] : []),
  ]);

/** The office's settings have no identity of their own, being there once: the nil UUID of RFC 9562. */
export const settingsId = '00000000-0000-0000-0000-000000000000';
export type SettingsRow = Row & Settings;

const months = (key: 'financialYearStart' | 'academicYearStart') => plain<SettingsRow>('changed', key);
const held = (value: unknown): string | null => (value === undefined ? null : spelt(value));
/** Numbers of a rule, each with its name: "near days: 14, late share: 80". */
const spelt = (value: unknown): string =>
  Object.entries(value as Record<string, unknown>)
    .map(([name, one]) => `${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}: ${String(one)}`)
    .join(', ');

export const settingsRules: Rules<SettingsRow> = {
  head: () => other('The office’s settings'),
  fields: {
    'name of the partnership': plain('changed', 'partnership'),
    'first month of the financial year': months('financialYearStart'),
    'first month of the academic year': months('academicYearStart'),
    outcomes: { kind: 'changed', keys: ['outcomes'], text: ({ outcomes }) => lines(outcomes) },
    'days of silence': plain('changed', 'silentDays'),
    'numbers of the checks': { kind: 'changed', keys: ['statusRule'], text: (row) => held(row.statusRule) },
    key: { kind: 'changed', keys: ['key'], text: ({ key }) => keyWords(key ?? []) },
    'how long plans are kept': {
      kind: 'changed',
      keys: ['retention'],
      text: ({ retention }, side) =>
        retention
          ? lines([
              retention.years === null ? 'for ever' : `${retention.years} years after their end`,
              ...retention.plans.map(
                ({ planId, years }) => `${planName(planId, side) ?? 'a plan'}: ${years} years`,
              ),
            ])
          : null,
    },
    'small numbers': { kind: 'changed', keys: ['suppression'], text: (row) => held(row.suppression) },
    'look of reports': {
      kind: 'changed',
      keys: ['look'],
      text: ({ look }) => (look ? lookWords(look) : null),
    },
  },
};
