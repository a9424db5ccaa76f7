import type { KpiValue, Lead, RegisterContent, Status, Timescale } from '../contract/register.ts';
import type { Difference } from '../contract/reports.ts';
import { describeTimescale } from './describe-timescale.ts';
import { formatFigure, symbolMeaning } from './numbers.ts';
import { lookOf } from './states.ts';

/**
 * One field that is compared. `of` is all that it holds: where that is the same, nothing has changed. `text` is
 * what it is called in a report; `reading` what the program takes the text for, told where the text is the same.
 */
export type Field<T> = {
  readonly kind: Difference['kind'];
  readonly of: (row: T) => unknown;
  readonly text: (row: T, side: Side) => string | null;
  readonly reading?: (row: T, side: Side) => string | null;
};
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

/** How the records of one kind are compared. */
export type Rules<T> = {
  readonly head: (row: T, side: Side) => Head;
  readonly fields: Fields<T>;
  /** Told with the record it belongs to where that is itself new or gone on this side. */
  readonly toldWith?: (row: T, other: Side) => boolean;
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

/** A field whose text is all that it holds. */
export const plain = <T>(
  kind: Difference['kind'],
  of: (row: T) => string | number | boolean | null,
): Field<T> => ({
  kind,
  of,
  text: (row) => {
    const held = of(row);
    return typeof held === 'boolean' ? (held ? 'yes' : 'no') : held === null ? null : String(held);
  },
});

/** A field that refers to something else by id, told by the name of that. */
export const referring = <T>(
  kind: Difference['kind'],
  of: (row: T) => string | null,
  name: (id: string, side: Side) => string | undefined,
): Field<T> => ({
  kind,
  of,
  text: (row, side) => {
    const id = of(row);
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

export const leads = <T>(of: (row: T) => readonly Lead[]): Field<T> => ({
  kind: 're-assigned',
  of,
  text: (row) =>
    of(row)
      .map((lead) => lead.text)
      .join(', '),
  reading: (row, side) =>
    of(row)
      .map(({ text, personId, role, note }) => {
        const who = side.people.get(personId ?? '')?.name ?? 'nobody on the list';
        return [`${text}: ${who}`, role, note].filter(Boolean).join(', ');
      })
      .join('; '),
});

export const timescale = <T>(of: (row: T) => Timescale | null): Field<T> => ({
  kind: 're-dated',
  of,
  text: (row) => of(row)?.text ?? null,
  reading: (row) => {
    const held = of(row);
    return held && (describeTimescale(held) || 'not read as a date');
  },
});

export const status = <T>(kind: Difference['kind'], of: (row: T) => Status | null): Field<T> => ({
  kind,
  of,
  text: (row) => of(row)?.label ?? null,
  reading: (row) => {
    const held = of(row);
    return held && lookOf(held.state).label;
  },
});

export const details = <T>(
  of: (row: T) => readonly { readonly label: string; readonly text: string }[],
): Field<T> => ({
  kind: 'changed',
  of,
  text: (row) => lines(of(row).map(({ label, text }) => `${label}: ${text}`)),
});

/** A figure as it was written or, where it was not, as a number in its unit or the meaning of its symbol. */
export function figureText(value: KpiValue, side: Side): string {
  if (value.text !== '') return value.text;
  return figureReading(value, side);
}

export function figureReading({ kpiId, number, symbol }: KpiValue, side: Side): string {
  if (number !== null) return formatFigure(number, side.kpis.get(kpiId)?.unit ?? null);
  return symbol ? (symbolMeaning(symbol) ?? symbol) : 'no figure';
}
