import type { Detail, Period } from '../contract/record.ts';
import type { KeyEntry, KpiValue, Lead, RegisterContent, Status, Timescale } from '../contract/register.ts';
import type { Difference } from '../contract/reports.ts';
import { formatDay } from './dates.ts';
import { describeTimescale } from './describe-timescale.ts';
import { formatFigure, symbolMeaning } from './numbers.ts';
import { lookOf } from './states.ts';

/**
 * One field that is compared. `keys` are the entries of the record that it is told of: where those are the same, nothing
 * has changed. `text` is what it is called in a report; `reading` what the program takes the text for, told where the
 * text is the same.
 */
export type Field<T> = {
  readonly kind: Difference['kind'];
  readonly keys: readonly KeyOf<T>[];
  readonly text: (row: T, side: Side) => string | null;
  readonly reading?: (row: T, side: Side) => string | null;
};
/** What a record is compared by: all that it holds but who it is and where it came from. */
export type KeyOf<T> = Exclude<keyof T & string, 'id' | 'source'>;
export type Fields<T> = Readonly<Record<string, Field<T>>>;

/** One of the two states, with what its ids stand for. */
export type Side = {
  readonly plans: ReadonlyMap<string, RegisterContent['plans'][number]>;
  readonly sections: ReadonlyMap<string, RegisterContent['sections'][number]>;
  readonly actions: ReadonlyMap<string, RegisterContent['actions'][number]>;
  readonly kpis: ReadonlyMap<string, RegisterContent['kpis'][number]>;
  readonly duties: ReadonlyMap<string, RegisterContent['duties'][number]>;
  readonly streams: ReadonlyMap<string, NonNullable<RegisterContent['fundingStreams']>[number]>;
  readonly people: ReadonlyMap<string, RegisterContent['people'][number]>;
  readonly bodies: ReadonlyMap<string, RegisterContent['bodies'][number]>;
  readonly meetings: ReadonlyMap<string, RegisterContent['meetings'][number]>;
  readonly agendaItems: ReadonlyMap<string, RegisterContent['agendaItems'][number]>;
  readonly resolutions: ReadonlyMap<string, RegisterContent['resolutions'][number]>;
  readonly owedReports: ReadonlyMap<string, NonNullable<RegisterContent['owedReports']>[number]>;
};

/** What a record is called wherever one of its differences is told. */
export type Head = Pick<Difference, 'record' | 'planId' | 'ref' | 'title'>;

/** The lists of the register's JSON form whose records are compared. */
export type ListName = Exclude<keyof RegisterContent, 'format' | 'version' | 'settings'>;
export type Row = { readonly id: string };

/** A record as it was and as it is; null where it was not there, or is no longer. */
export type Kept = {
  readonly list: ListName | 'settings';
  readonly was: Row | null;
  readonly is: Row | null;
};

/**
 * What a difference stands for, beside its words: all of them together make the later state of the earlier one.
 * `keys` are the entries of the record that it tells of; a record that is new or gone is told whole and has none.
 */
export type Held = Kept & {
  readonly keys: readonly string[];
  /** Behind which record of its kind it now stands, null for none; left out where it stands where it stood. */
  readonly behind?: string | null;
  /** The records that are told with it and not by themselves. */
  readonly parts: readonly Kept[];
};
export type Change = Difference & { readonly held: Held };

/** How the records of one kind are compared. */
export type Rules<T> = {
  readonly head: (row: T, side: Side) => Head;
  readonly fields: Fields<T>;
  /** What it belongs to: told with the first of these that is itself new or gone. */
  readonly partOf?: (row: T) => readonly (readonly [keyof Side, string | null | undefined])[];
  /** Among which others it stands in an order that somebody chose. Left out where the order follows from what it holds. */
  readonly among?: (row: T) => string;
  /** A kind that overrides what a change, an addition or a removal would be called. */
  readonly kindOf?: (row: T) => Difference['kind'] | null;
  /** What is told of a new or removed record beside its title: the field, and what it holds. */
  readonly shown?: (row: T, side: Side) => { field: string; text: string };
};

export const byId = <T extends { id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

export const sideOf = (content: RegisterContent): Side => ({
  plans: byId(content.plans),
  sections: byId(content.sections),
  actions: byId(content.actions),
  kpis: byId(content.kpis),
  duties: byId(content.duties),
  streams: byId(content.fundingStreams ?? []),
  people: byId(content.people),
  bodies: byId(content.bodies),
  meetings: byId(content.meetings),
  agendaItems: byId(content.agendaItems),
  resolutions: byId(content.resolutions),
  owedReports: byId(content.owedReports ?? []),
});

export const lines = (texts: readonly string[]): string => texts.join('\n');
export const named = (ref: string | null, title: string): string => (ref ? `${ref} ${title}` : title);

/** The entries of a record that can be told by what they hold, as it is. */
type KeyTo<T, Held> = { [Key in KeyOf<T>]: T[Key] extends Held | null | undefined ? Key : never }[KeyOf<T>];
const held = <T, Held>(row: T, key: KeyTo<T, Held>): Held | null =>
  ((row as Record<string, unknown>)[key] as Held | null | undefined) ?? null;

/** A field whose text is all that it holds. */
export const plain = <T>(kind: Difference['kind'], key: KeyTo<T, string | number | boolean>): Field<T> => ({
  kind,
  keys: [key],
  text: (row) => {
    const value = held<T, string | number | boolean>(row, key);
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value === null ? null : String(value);
  },
});

/** A field that refers to something else by id, told by the name of that. */
export const referring = <T>(
  kind: Difference['kind'],
  key: KeyTo<T, string>,
  name: (id: string, side: Side) => string | undefined,
): Field<T> => ({
  kind,
  keys: [key],
  text: (row, side) => {
    const id = held<T, string>(row, key);
    return id === null ? null : (name(id, side) ?? 'one that is not there');
  },
});

export const planName = (id: string, side: Side): string | undefined => side.plans.get(id)?.title;
export const kpiName = (id: string, side: Side): string | undefined => side.kpis.get(id)?.name;
export const dutyName = (id: string, side: Side): string | undefined => side.duties.get(id)?.text;
export const streamName = (id: string, side: Side): string | undefined => side.streams.get(id)?.name;
export const sectionName = (id: string, side: Side): string | undefined => {
  const section = side.sections.get(id);
  return section && named(section.ref, section.title);
};
export const actionName = (id: string, side: Side): string | undefined => {
  const action = side.actions.get(id);
  return action && named(action.ref, action.text);
};

export const leads = <T>(key: KeyTo<T, readonly Lead[]>): Field<T> => ({
  kind: 're-assigned',
  keys: [key],
  text: (row) => (held<T, readonly Lead[]>(row, key) ?? []).map((lead) => lead.text).join(', '),
  reading: (row, side) =>
    (held<T, readonly Lead[]>(row, key) ?? [])
      .map(({ text, personId, role, note }) => {
        const who = side.people.get(personId ?? '')?.name ?? 'nobody on the list';
        return [`${text}: ${who}`, role, note].filter(Boolean).join(', ');
      })
      .join('; '),
});

export const timescale = <T>(key: KeyTo<T, Timescale>): Field<T> => ({
  kind: 're-dated',
  keys: [key],
  text: (row) => held<T, Timescale>(row, key)?.text ?? null,
  reading: (row) => {
    const when = held<T, Timescale>(row, key);
    return when && (describeTimescale(when) || 'not read as a date');
  },
});

export const status = <T>(kind: Difference['kind'], key: KeyTo<T, Status>): Field<T> => ({
  kind,
  keys: [key],
  text: (row) => held<T, Status>(row, key)?.label ?? null,
  reading: (row) => {
    const given = held<T, Status>(row, key);
    return given && lookOf(given.state).label;
  },
});

export const details = <T>(
  key: KeyTo<T, readonly Detail[]>,
  kind: Difference['kind'] = 'changed',
): Field<T> => ({
  kind,
  keys: [key],
  text: (row) =>
    lines((held<T, readonly Detail[]>(row, key) ?? []).map(({ label, text }) => `${label}: ${text}`)),
});

/** A stretch of time by its name; where that is the same, by its days. */
export const period = <T>(key: KeyTo<T, Period>): Field<T> => ({
  kind: 'changed',
  keys: [key],
  text: (row) => held<T, Period>(row, key)?.label ?? null,
  reading: (row) => {
    const { start = null, end = null } = held<T, Period>(row, key) ?? {};
    return `${start ?? 'no day'} to ${end ?? 'no day'}`;
  },
});

/** A field that is several of a kind: how its entries are told, and what tells them apart where those words are the same. */
export const listed = <T, E>(
  key: KeyTo<T, readonly E[]>,
  told: (entry: E, side: Side) => string,
  reading?: (entry: E, side: Side) => string,
): Field<T> => ({
  kind: 'changed',
  keys: [key],
  text: (row, side) => lines((held<T, readonly E[]>(row, key) ?? []).map((entry) => told(entry, side))),
  reading: (row, side) =>
    (held<T, readonly E[]>(row, key) ?? [])
      .map((entry) => reading?.(entry, side) ?? JSON.stringify(entry))
      .join('; '),
});

/** A key as lines: each state with its word, look and meaning. */
export const keyWords = (key: readonly KeyEntry[]): string =>
  lines(key.map((e) => `${e.state}: ${e.label}, ${e.colour}, ${e.shape}, ${e.definition}`));

/** How a figure came to be what it is: told where it is the same figure. */
export const figureCame = (value: KpiValue, side: Side): string =>
  [
    figureReading(value, side),
    value.calculated && 'calculated',
    value.enteredBy && `entered by ${value.enteredBy}`,
    value.enteredAt && `${formatDay(value.enteredAt.slice(0, 10))} ${value.enteredAt.slice(11, 19)}`,
    value.revisions && `${value.revisions.length} before it`,
  ]
    .filter(Boolean)
    .join(', ');

/** A figure as it was written or, where it was not, as a number in its unit or the meaning of its symbol. */
export function figureText(value: KpiValue, side: Side): string {
  if (value.text !== '') return value.text;
  return figureReading(value, side);
}

export function figureReading({ kpiId, number, symbol }: KpiValue, side: Side): string {
  if (number !== null) return formatFigure(number, side.kpis.get(kpiId)?.unit ?? null);
  return symbol ? (symbolMeaning(symbol) ?? symbol) : 'no figure';
}
