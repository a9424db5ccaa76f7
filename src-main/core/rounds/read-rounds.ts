import type { ReadDb } from '#db/handles.ts';
import { peopleWithLoad } from '#db/queries/people-list.ts';
import {
  type FormRecord,
  formRow,
  formRows,
  outsideOf,
  type RoundRow,
  roundRow,
  roundRows,
} from '#db/queries/rounds.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { PersonRow } from '#shared/contract/people.ts';
import type { FormContent } from '#shared/contract/round-records.ts';
import type { FormDetail, RoundField, RoundLead, RoundSummary } from '#shared/contract/rounds.ts';
import { readFieldKey } from '#shared/domain/round-fields.ts';
import { alikeInForm, fieldsOf, rowsIn, rowsOf } from '#shared/domain/round-form.ts';
import { isOpen } from '#shared/domain/round-merge.ts';
import { addressesOf } from '#shared/domain/round-share.ts';
import { holdsOn } from '#shared/domain/spells.ts';
import { compareForm } from './compare-form.ts';
import { noForm, noRound } from './open-round.ts';
import { standsNow } from './stands-now.ts';

/** What the screens and the command line are told of rounds. */

export function listRounds(db: ReadDb, today: string): RoundSummary[] {
  const forms = Map.groupBy(formRows(db, null), ({ roundId }) => roundId as string);
  const open = openFields(db, [...forms.values()].flat(), today);
  return roundRows(db).map((round) => summaryOf(round, forms.get(round.id) ?? [], open));
}

export function readRound(
  db: ReadDb,
  roundId: string,
  today: string,
): { round: RoundSummary; leads: RoundLead[] } {
  const round = roundRow(db, roundId);
  if (!round) throw noRound();
  const forms = formRows(db, roundId);
  const open = openFields(db, forms, today);
  const tell = leadTeller(db, today);
  return {
    round: summaryOf(round, forms, open),
    leads: forms.map((form) => tell(form, open.get(form.id) ?? [])).toSorted(byNeed),
  };
}

/** Those that want the officer first, then those that are waited for, then the rest; each in the order of sending. */
const byNeed = (a: RoundLead, b: RoundLead) => needOf(a) - needOf(b);
function needOf({ toDecide, toConfirm, state }: RoundLead): number {
  if (toDecide > 0) return 0;
  if (toConfirm > 0) return 1;
  return state === 'sent' ? 2 : 3;
}

type OpenFields = ReadonlyMap<string, readonly RoundField[]>;

/** What waits in each form, with the register read once for all of them. */
function openFields(db: ReadDb, forms: readonly FormRecord[], today: string): OpenFields {
  const waiting = forms.filter(({ state, returned }) => state === 'returned' && returned !== null);
  if (waiting.length === 0) return new Map();
  const now = standsNow(db, joined(waiting.map(({ sent }) => sent)), today);
  const yearStartMonth = readSettings(db).financialYearStart;
  return new Map(
    waiting.map((form) => {
      const { fields } = compareForm({
        sent: form.sent,
        now,
        values: form.returned?.values ?? {},
        where: form.returned?.where ?? {},
        settled: form.settled,
        yearStartMonth,
      });
      return [form.id as string, fields.filter(isOpen)];
    }),
  );
}

function joined(contents: readonly FormContent[]): FormContent {
  const once = <T>(list: readonly T[], key: (one: T) => string) => [
    ...new Map(list.map((one) => [key(one), one])).values(),
  ];
  return {
    keys: once(
      contents.flatMap(({ keys }) => keys),
      ({ planId }) => planId,
    ),
    actions: once(
      contents.flatMap(({ actions }) => actions),
      ({ id }) => id,
    ),
    measures: once(
      contents.flatMap(({ measures }) => measures),
      ({ id }) => id,
    ),
    figures: once(
      contents.flatMap(({ figures }) => figures),
      ({ kpiId, period }) => `${kpiId} ${period.label}`,
    ),
  };
}

function summaryOf(round: RoundRow, forms: readonly FormRecord[], open: OpenFields): RoundSummary {
  const waitingFor = (isDate: boolean) =>
    forms.filter(({ id }) => open.get(id)?.some(({ verdict }) => (verdict === 'confirm') === isDate)).length;
  return {
    ...round,
    sent: forms.length,
    returned: forms.filter(({ state }) => state !== 'sent').length,
    merged: forms.filter(({ state }) => state === 'merged').length,
    toDecide: waitingFor(false),
    toConfirm: waitingFor(true),
  };
}

/** Tells of one lead: who they are, where the form goes, and how far it is. */
function leadTeller(db: ReadDb, today: string) {
  const people = new Map(peopleWithLoad(db).map((person) => [person.id as string, person]));
  return (form: FormRecord, open: readonly RoundField[]): RoundLead => {
    const person = people.get(form.personId ?? '');
    const values = form.returned?.values ?? {};
    const was = fieldsOf(form.sent);
    const changed = Object.entries(values).filter(([key, text]) => {
      const read = readFieldKey(key);
      const sent = was[key as keyof typeof was] ?? null;
      return read && (sent === null || !alikeInForm(read.field, sent, text));
    });
    const said = new Set(Object.keys(values).map((key) => readFieldKey(key)?.row as string));
    return {
      formId: form.id,
      personId: form.personId,
      name: person?.name ?? form.name,
      initials: person?.initials ?? null,
      team: person ? teamOf(person, people, today) : null,
      addresses: person ? addressesOf(person, people, today) : [],
      state: form.state,
      version: form.version,
      rows: rowsIn(form.sent),
      missing: [...rowsOf(form.sent).keys()].filter((key) => !said.has(key)).length,
      returnedAt: form.returnedAt,
      remindedAt: form.remindedAt,
      changed: changed.length,
      settled: changed.filter(([key, text]) => form.settled[key] === text).length,
      toDecide: open.filter(({ verdict }) => verdict !== 'confirm').length,
      toConfirm: open.filter(({ verdict }) => verdict === 'confirm').length,
    };
  };
}

/** The role beside the name, else the team or organisation they belong to, or the role they hold. */
function teamOf(person: PersonRow, people: ReadonlyMap<string, PersonRow>, today: string): string | null {
  if (person.role) return person.role;
  const holds = (one: PersonRow) =>
    one.holders.some((spell) => spell.personId === person.id && holdsOn(spell, today));
  return [...people.values()].find(holds)?.name ?? null;
}

/** One form with everything that came back. Throws `not-found`. */
export function readForm(db: ReadDb, formId: string, today: string): FormDetail {
  const form = formRow(db, formId);
  const round = form && roundRow(db, form.roundId);
  if (!form || !round) throw noForm();
  const { returned } = form;
  const values = returned?.values ?? {};
  const now = standsNow(db, form.sent, today);
  const common = {
    sent: form.sent,
    now,
    values,
    where: returned?.where ?? {},
    yearStartMonth: readSettings(db).financialYearStart,
  };
  const { fields } = compareForm({ ...common, settled: form.settled });
  const open = fields.filter(isOpen);
  const waiting = new Set(open.map(({ key }) => key));
  // What was taken is told as it went: sent, returned, and no more beside it.
  const before = compareForm({ ...common, settled: {} }).fields;
  const taken = before
    .filter(({ key, returned: text }) => !waiting.has(key) && form.settled[key] === text)
    .map((field) => ({ ...field, verdict: 'taken' as const }));
  const keys = new Map(form.sent.keys.map((key) => [key.planId as string, key.labels]));
  return {
    lead: leadTeller(db, today)(form, open),
    round: { id: round.id, name: round.name, closed: round.closedAt !== null },
    sentAt: form.sentAt,
    file: returned?.files.at(-1)?.name ?? null,
    filledOn: returned?.filledOn ?? null,
    fields: [...open, ...taken],
    outside: outsideOf(db, returned?.files ?? []).map(({ id, where, text, why, state }) => ({
      trayId: id,
      where,
      text,
      why: why ?? '',
      state,
    })),
    labels: Object.fromEntries(
      open.flatMap((field) => {
        const labels = keys.get(field.planId ?? '');
        return labels ? [[field.row, labels]] : [];
      }),
    ),
  };
}
