import { z } from 'zod';
import { Day, Id, record } from './record.ts';

/**
 * What became of an action, or of a KPI, when its plan was rolled forward: taken over as it is, in other words,
 * as one of several, as one with others; or not taken over, because it was closed or was dropped.
 */
export const lineageKinds = ['carried', 'reworded', 'split', 'merged', 'closed', 'dropped'] as const;
export type LineageKind = (typeof lineageKinds)[number];

/** The kinds that lead nowhere: the next year has nothing that came of it. */
export const endingKinds = ['closed', 'dropped'] as const satisfies readonly LineageKind[];

/**
 * One link from a record of one year to one of the next. An action split into two has two links, and one merged of
 * three is at the end of three. Either the actions are filled or the KPIs; what came of it is null where it ended.
 */
export const Lineage = z.object({
  ...record,
  /** The plan of the new year: the one into which it went, or did not go. */
  planId: Id,
  kind: z.enum(lineageKinds),
  fromActionId: Id.nullable(),
  toActionId: Id.nullable(),
  fromKpiId: Id.nullable(),
  toKpiId: Id.nullable(),
  /** Why; always there where it was dropped. */
  reason: z.string().nullable(),
  /** What is measured has changed, in words: told in the next report and among the differences. */
  measuredChange: z.string().nullable(),
  on: Day,
});
export type Lineage = z.infer<typeof Lineage>;
