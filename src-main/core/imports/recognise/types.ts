import type {
  Correction,
  LegendEntry,
  Question,
  Reconciliation,
  TableView,
} from '#shared/contract/imports.ts';
import type { DocumentRow } from '#shared/contract/places.ts';
import type {
  Attendance,
  Detail,
  KeyEntry,
  KpiNarrative,
  KpiValue,
  Link,
  Meeting,
  Period,
  Resolution,
  Section,
  Status,
  Timescale,
} from '#shared/contract/register.ts';
import type { State } from '#shared/domain/states.ts';

/** A mapping that the officer corrected in an earlier import, recognised again by the headers it was made for. */
export type Profile = {
  /** `signatureOf` the table's headers. */
  readonly signature: string;
  /** Column by column in the order of the headings; empty where no column was corrected. */
  readonly mapping: readonly Mapping[];
  /** What the table holds, where the officer said. */
  readonly kind?: TableView['kind'] | undefined;
  /** Its header rows, where the officer moved them: how far above the header that is found, and how many. */
  readonly header?: { readonly up: number; readonly rows: number } | undefined;
  /** What colours ("#00b050") and status words mean; null for no status. */
  readonly legend?: Readonly<Record<string, State | null>> | undefined;
};

/** One column of a profile, found again by its heading. */
export type Mapping = {
  readonly header: string;
  readonly field: string;
  readonly role: KpiValue['role'] | null;
  readonly period: string | null;
};

/** What recognition leans on beside the file. Plain data: it crosses to the worker. */
export type RecogniseOptions = {
  /** The file's name: a title where the document has none. */
  readonly fileName: string;
  /** The financial year where the document does not say: "2009-10". */
  readonly year: string | null;
  /** Month (1 to 12) in which the financial year begins. */
  readonly yearStartMonth: number;
  /** "#00b050" or a status word to the state it means. */
  readonly legend: Readonly<Record<string, State | null>>;
  /** The officer's corrections of this file, oldest first. */
  readonly corrections: readonly Correction[];
  readonly profiles: readonly Profile[];
};

/**
 * What recognition gives, plain data throughout (it crosses from the worker). Nothing in it depends on the
 * register: what would be added or changed is the next step's business.
 */
export type Recognition = {
  readonly tables: readonly TableView[];
  readonly legend: readonly LegendEntry[];
  readonly questions: readonly Question[];
  readonly reconciliation: Reconciliation;
  readonly remarks: readonly string[];
  /** Headings and furniture whose words no record and no table's heading says. */
  readonly headings: readonly HeadingLine[];
  readonly sheets: readonly SheetSummary[];
  /** `Drafts` packed as one text (drafts-wire.ts). */
  readonly drafts: string;
  /** What becomes of each cell, one array a grid: `fateNames[fates[grid][row * columnCount + column]]`. */
  readonly fates: readonly Uint8Array[];
  /** Cells a question is about: [grid, row, column, index of the question]. */
  readonly asked: readonly (readonly [number, number, number, number])[];
};

/** Words that head something and are part of no record: "Glossary" over the glossary, a page's footer. */
export type HeadingLine = {
  readonly grid: number;
  readonly row: number;
  readonly column: number;
  readonly toColumn: number;
  readonly furniture: boolean;
  /** Cell by cell. */
  readonly texts: readonly string[];
};

export type SheetSummary = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Cells with text; a merged one counts once. */
  readonly cells: number;
  /** For a document: what each row is, so that its places can be named. */
  readonly document?: readonly (DocumentRow | undefined)[];
};

export const fateNames = ['none', 'placed', 'header', 'section', 'furniture', 'tray'] as const;
export type FateName = (typeof fateNames)[number];

/**
 * Where a draft stands in the file: the index of its layout, and the rows of the sheet it fills, both inside.
 * A layout is shared by all records of the same shape.
 */
export type DraftSource = readonly [layout: number, row: number, toRow: number];

export type Layout = {
  readonly grid: number;
  /** Field, column, and rows below the record's first (negative where the cell was carried down). The first is where the record itself stands. */
  readonly cells: readonly (readonly [field: string, column: number, rowOffset: number])[];
};

/** Records as they would be written, without ids: a reference to another record is its index in its list. */
export type Drafts = {
  readonly layouts: Layout[];
  readonly plans: DraftPlan[];
  readonly sections: DraftSection[];
  readonly actions: DraftAction[];
  readonly measures: DraftMeasure[];
  readonly progress: DraftProgress[];
  readonly kpis: DraftKpi[];
  readonly kpiValues: DraftKpiValue[];
  readonly kpiNarratives: DraftKpiNarrative[];
  readonly duties: DraftDuty[];
  readonly glossary: DraftGlossary[];
  readonly bodies: DraftBody[];
  readonly meetings: DraftMeeting[];
  readonly attendance: DraftAttendance[];
  readonly agendaItems: DraftAgendaItem[];
  readonly resolutions: DraftResolution[];
  readonly tray: DraftTray[];
};

export type DraftLead = { readonly text: string; readonly role: string | null; readonly note: string | null };

export type DraftPlan = {
  kind: string;
  title: string;
  period: Period | null;
  subject: string | null;
  preamble: string | null;
  key: KeyEntry[];
  source: DraftSource | null;
};

export type DraftSection = {
  plan: number;
  parent: number | null;
  kind: Section['kind'];
  ref: string | null;
  title: string;
  bullets: string[];
  leads: DraftLead[];
  details: Detail[];
  source: DraftSource;
};

export type DraftLink = Pick<Link, 'text' | 'kind'>;

export type DraftAction = {
  plan: number;
  section: number | null;
  /** The register's own id, where the file carries it (an update form, an export of this program). */
  id: string | null;
  ref: string | null;
  text: string;
  bullets: string[];
  leads: DraftLead[];
  timescale: Timescale | null;
  status: Status | null;
  resources: string | null;
  comment: string | null;
  details: Detail[];
  links: DraftLink[];
  reviewOn: string | null;
  source: DraftSource;
};

export type DraftMeasure = { action: number; text: string; leads: DraftLead[]; source: DraftSource };

/** An update; the one with a status also sets the status of its action. */
export type DraftProgress = {
  /** One of the two. */
  action: number | null;
  kpi: number | null;
  on: string | null;
  status: Status | null;
  text: string;
  by: string | null;
  source: DraftSource;
};

export type DraftKpi = {
  plan: number | null;
  section: number | null;
  id: string | null;
  ref: string | null;
  name: string;
  unit: string | null;
  polarity: 'up' | 'down' | null;
  dataSource: string | null;
  owners: DraftLead[];
  calendar: string | null;
  details: Detail[];
  source: DraftSource;
};

export type DraftKpiValue = {
  kpi: number;
  role: KpiValue['role'];
  period: Period;
  number: number | null;
  text: string;
  symbol: string | null;
  comparator: string | null;
  provisional: boolean;
  source: DraftSource;
};

export type DraftKpiNarrative = Pick<KpiNarrative, 'period' | 'behind' | 'doing'> & {
  kpi: number;
  source: DraftSource;
};

export type DraftDuty = {
  plan: number | null;
  text: string;
  basis: string | null;
  inForceFrom: Timescale | null;
  source: DraftSource;
};

export type DraftGlossary = { plan: number | null; term: string; meaning: string; source: DraftSource };

/** A board, partnership or member that a document speaks of: its purpose and role, or whose minutes these are. */
export type DraftBody = {
  name: string;
  kind: string | null;
  purpose: string | null;
  role: string | null;
  cycle: string | null;
  members: { name: string; role: string | null }[];
  source: DraftSource;
};

export type DraftMeeting = {
  /** Whose meeting it is. */
  body: number | null;
  title: string;
  heldOn: string | null;
  place: string | null;
  minuteRef: string | null;
  /** "41/14", where the minutes say "Further to Minute 41/14". */
  furtherTo: string | null;
  state: Meeting['state'];
  /** Words over and under the minutes that no field holds: their heading, the time, who signed. */
  details: Detail[];
  source: DraftSource;
};

export type DraftAttendance = {
  meeting: number;
  name: string;
  /** The letters that stand for the name in the minutes. */
  initials: string | null;
  /** Role, organisation and what else stands beside the name. */
  role: string | null;
  state: Attendance['state'];
  substituteFor: string | null;
  source: DraftSource;
};

export type DraftAgendaItem = {
  meeting: number;
  number: string | null;
  title: string;
  text: string;
  points: { heading: string; text: string }[];
  source: DraftSource;
};

export type DraftResolution = {
  meeting: number;
  item: number | null;
  number: string;
  text: string;
  kind: Resolution['kind'];
  /** The action that it asks for. */
  action: number | null;
  source: DraftSource;
};

/** Cells that found no place: one, or a block of them, its rows as lines and its cells set apart by tabs. */
export type DraftTray = {
  grid: number;
  row: number;
  column: number;
  toRow: number;
  toColumn: number;
  text: string;
};
