import type { Kpi } from '#shared/contract/kpi-records.ts';
import type { State } from '#shared/domain/states.ts';

/**
 * The example's data in short form, as an officer would set it down. `build-register.ts` turns it into records:
 * leads by their initials, timescales by the grammar, statuses by the last update.
 */

/** Day, state, what was written, and whose words (initials). */
export type ProgressRow = readonly [on: string, state: State | null, text: string, by: string];

export type MeasureRow = string | { readonly text: string; readonly leads?: string; readonly kpi?: string };

/** How an action stood until a day; what is not named was as it is now. */
export type Before = {
  readonly until: string;
  readonly text?: string;
  readonly when?: string;
  readonly leads?: string;
  readonly measures?: readonly MeasureRow[];
};

export type ActionRow = {
  readonly ref: string;
  readonly text: string;
  readonly leads: string;
  readonly when: string;
  readonly bullets?: readonly string[];
  readonly measures?: readonly MeasureRow[];
  readonly progress?: readonly ProgressRow[];
  readonly resources?: string;
  readonly comment?: string;
  /** Words of linked priorities and plans; "As 2.1 (iii)" links the row of that reference in the same plan. */
  readonly links?: readonly string[];
  readonly details?: readonly (readonly [label: string, text: string])[];
  readonly reviewOn?: string;
  /** Reference of the action of the plan before that this one carries on. */
  readonly from?: string;
  readonly before?: readonly Before[];
  /** The day it came into the plan, where it was not there from the beginning. */
  readonly added?: string;
};

export type SectionRow = {
  readonly kind: 'chapter' | 'priority' | 'objective' | 'recommendation' | 'theme';
  readonly ref: string | null;
  readonly title: string;
  readonly leads?: string;
  readonly bullets?: readonly string[];
  readonly actions?: readonly ActionRow[];
  readonly sections?: readonly SectionRow[];
};

export type KeyRow = readonly [state: State, label: string, colour: string, definition: string];

export type PlanRow = {
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  readonly period: { readonly label: string; readonly start: string; readonly end: string };
  readonly subject?: string;
  readonly preamble?: string;
  readonly parent?: string;
  readonly continues?: string;
  readonly key: readonly KeyRow[];
  /** The first day on which the register held it. */
  readonly since: string;
  readonly sections: readonly SectionRow[];
};

/** Figures by year: four for a quarterly KPI, one for a yearly one; '' is a blank. */
export type FiguresRow = Readonly<Record<string, readonly string[]>>;

export type MoreOfKpi = Partial<
  Pick<
    Kpi,
    | 'measured'
    | 'countsChildren'
    | 'frequency'
    | 'yearBy'
    | 'decimals'
    | 'formula'
    | 'calculated'
    | 'toleranceBy'
    | 'onTrackWithin'
    | 'dueDays'
  >
>;

export type KpiRow = {
  readonly ref: string;
  readonly name: string;
  readonly outcome: string;
  readonly unit: string | null;
  readonly polarity: 'up' | 'down' | null;
  readonly owner: string;
  readonly dataSource: string;
  readonly tolerance?: number;
  /** What is said of it beside: how it is counted, by which rules, from what it is worked out. */
  readonly more?: MoreOfKpi;
  /** Years in which another tolerance was in force. */
  readonly tolerances?: Readonly<Record<string, number>>;
  /** A target that stood until a day: period, what it was. */
  readonly targetBefore?: { readonly period: string; readonly text: string; readonly until: string };
  /** Section of the delivery plan 2010-11 that it measures. */
  readonly section?: string;
  readonly baseline?: readonly [period: string, text: string];
  readonly actual: FiguresRow;
  readonly target: FiguresRow;
  readonly forecast?: FiguresRow;
  readonly comparator?: { readonly name: string; readonly figures: FiguresRow };
  readonly narratives?: readonly {
    readonly period: string;
    readonly says?: string;
    readonly byWhen?: string;
    readonly help?: string;
    readonly behind: string;
    readonly doing: string;
    readonly by: string;
    readonly on: string;
  }[];
};
