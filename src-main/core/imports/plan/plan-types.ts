import type {
  actionLinks,
  actions,
  duties,
  glossary,
  keyEntries,
  kpiNarratives,
  kpis,
  kpiValues,
  leads,
  measures,
  people,
  plans,
  progress,
  sections,
} from '#db/schema/index.ts';
import type { PlannedChange } from '#shared/contract/imports.ts';

/** The rows an import would add, table by table, in the order in which they refer to each other. */
export type NewRows = {
  people: (typeof people.$inferInsert)[];
  plans: (typeof plans.$inferInsert)[];
  keyEntries: (typeof keyEntries.$inferInsert)[];
  sections: (typeof sections.$inferInsert)[];
  actions: (typeof actions.$inferInsert)[];
  kpis: (typeof kpis.$inferInsert)[];
  measures: (typeof measures.$inferInsert)[];
  leads: (typeof leads.$inferInsert)[];
  actionLinks: (typeof actionLinks.$inferInsert)[];
  progress: (typeof progress.$inferInsert)[];
  kpiValues: (typeof kpiValues.$inferInsert)[];
  kpiNarratives: (typeof kpiNarratives.$inferInsert)[];
  duties: (typeof duties.$inferInsert)[];
  glossary: (typeof glossary.$inferInsert)[];
};

export type ChangedTable =
  | 'plans'
  | 'sections'
  | 'actions'
  | 'measures'
  | 'kpis'
  | 'kpiValues'
  | 'kpiNarratives'
  | 'glossary';

/** A row that would change: only the columns that do. */
export type RowPatch = {
  readonly table: ChangedTable;
  readonly id: string;
  readonly patch: Record<string, unknown>;
};

/** Whose leads, links or key are written anew. */
export type Replacement = {
  readonly what: 'leads' | 'links' | 'key';
  readonly owner: 'sectionId' | 'actionId' | 'measureId' | 'kpiId' | 'planId';
  readonly id: string;
};

/** Counts by the names of the register's lists: plans, sections, actions, … */
export type Counts = Record<string, number>;

/** What an import would do, rows and all: the preview shows it, and applying writes it. */
export type ImportPlan = {
  /** The register's revision that it was compared with. */
  readonly revision: number;
  readonly rows: NewRows;
  readonly patches: RowPatch[];
  readonly replacements: Replacement[];
  readonly added: Counts;
  readonly updated: Counts;
  readonly unchanged: Counts;
  /** The first 500 of each kind. */
  readonly changes: PlannedChange[];
};

export function emptyPlan(revision: number): ImportPlan {
  return {
    revision,
    rows: {
      people: [],
      plans: [],
      keyEntries: [],
      sections: [],
      actions: [],
      kpis: [],
      measures: [],
      leads: [],
      actionLinks: [],
      progress: [],
      kpiValues: [],
      kpiNarratives: [],
      duties: [],
      glossary: [],
    },
    patches: [],
    replacements: [],
    added: {},
    updated: {},
    unchanged: {},
    changes: [],
  };
}
