import type {
  actionLinks,
  actions,
  agendaItems,
  attendance,
  bodies,
  bodyMembers,
  duties,
  glossary,
  keyEntries,
  kpiNarratives,
  kpis,
  kpiValues,
  leads,
  measures,
  meetings,
  owedReports,
  people,
  plans,
  progress,
  reportingLines,
  resolutions,
  sections,
} from '#db/schema/index.ts';
import type { PlannedChange } from '#shared/contract/imports.ts';
import type { RaisedQuestion } from './decisions.ts';

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
  bodies: (typeof bodies.$inferInsert)[];
  bodyMembers: (typeof bodyMembers.$inferInsert)[];
  meetings: (typeof meetings.$inferInsert)[];
  attendance: (typeof attendance.$inferInsert)[];
  agendaItems: (typeof agendaItems.$inferInsert)[];
  resolutions: (typeof resolutions.$inferInsert)[];
  reportingLines: (typeof reportingLines.$inferInsert)[];
  owedReports: (typeof owedReports.$inferInsert)[];
};

export type ChangedTable =
  | 'plans'
  | 'sections'
  | 'actions'
  | 'measures'
  | 'kpis'
  | 'kpiValues'
  | 'kpiNarratives'
  | 'glossary'
  | 'bodies'
  | 'meetings'
  | 'attendance'
  | 'agendaItems'
  | 'resolutions';

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

/** A row of the register that a file holds too. */
export type MatchedRow = {
  readonly table: ChangedTable | 'duties';
  readonly id: string;
  readonly cells: Record<string, string>;
  /** Words by which it was told, that are not taken over: the title of a plan that is called otherwise. */
  readonly told?: readonly string[];
  /** The file's very bytes were brought in before: the row stays as somebody has made it since. */
  readonly stays?: boolean;
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
  /** Rows of the register that a file holds again, with the `sourceCells` of where. */
  readonly matched: MatchedRow[];
  readonly added: Counts;
  readonly updated: Counts;
  readonly unchanged: Counts;
  /** Records of a matched plan that its files no longer hold. */
  readonly gone: Counts;
  /** File by file: the plan it is of, and what comparing asks. */
  readonly files: FilePlan[];
  /** The first 500 of each kind. */
  readonly changes: PlannedChange[];
};

/** What one file is compared as. */
export type FilePlan = {
  readonly fileId: string;
  /** The plan of the register that it is of, or of another file of this import; null for a plan of its own. */
  readonly planId: string | null;
  readonly raised: readonly RaisedQuestion[];
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
      bodies: [],
      bodyMembers: [],
      meetings: [],
      attendance: [],
      agendaItems: [],
      resolutions: [],
      reportingLines: [],
      owedReports: [],
    },
    patches: [],
    replacements: [],
    matched: [],
    added: {},
    updated: {},
    unchanged: {},
    gone: {},
    files: [],
    changes: [],
  };
}
