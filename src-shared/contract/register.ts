import { z } from 'zod';
import { Acceptance } from './acceptances.ts';
import { CirculationList, CirculationRecord } from './circulation-records.ts';
import { Kpi, KpiChange, KpiJudgement, KpiNarrative, KpiValue, Polarity, valueRoles } from './kpi-records.ts';
import { Lineage } from './lineage.ts';
import { DutyAnswer, FundingStream } from './linked.ts';
import {
  AgendaItem,
  Attendance,
  Body,
  Closure,
  Meeting,
  MinuteCorrection,
  meetingLists,
  OwedReport,
  ReportDelivery,
  ReportingLine,
  Resolution,
} from './meeting-records.ts';
import { Day, Detail, Id, Instant, Lead, Period, record, Source, StateName, Status } from './record.ts';
import { OfficeLook, OwnWords, ReportTemplate } from './report-records.ts';
import { RetentionRule } from './retention.ts';
import { RoundFormRecord, RoundRecord } from './round-records.ts';
import { frozenFields } from './snapshot-content.ts';
import { Alias, Apart, Spell } from './spells.ts';
import { StatusRule } from './status-rule.ts';
import { SuppressionRule } from './suppression-rule.ts';
import { precisions, Timescale, timescaleKinds } from './timescale.ts';

/**
 * The register as JSON, version 1: the form of export, import and every snapshot (docs/register-json.md).
 * Flat arrays in reading order, ids throughout. Text is as it stood in the source.
 */

export {
  AgendaItem,
  Attendance,
  Body,
  Closure,
  Day,
  Detail,
  Id,
  Instant,
  Kpi,
  KpiChange,
  KpiJudgement,
  KpiNarrative,
  KpiValue,
  Lead,
  Meeting,
  MinuteCorrection,
  OwedReport,
  Period,
  Polarity,
  precisions,
  ReportDelivery,
  ReportingLine,
  Resolution,
  Source,
  StateName,
  Status,
  Timescale,
  timescaleKinds,
  valueRoles,
};

export const KeyEntry = z.object({
  state: StateName,
  label: z.string(),
  /** #rrggbb */
  colour: z.string(),
  shape: z.string(),
  definition: z.string(),
});
export type KeyEntry = z.infer<typeof KeyEntry>;

export const Plan = z.object({
  ...record,
  kind: z.string(),
  title: z.string(),
  period: Period.nullable(),
  subject: z.string().nullable(),
  preamble: z.string().nullable(),
  parentPlanId: Id.nullable(),
  continuesPlanId: Id.nullable(),
  key: z.array(KeyEntry),
  /** Days without an update after which its actions count as silent. Left out where the office's own days hold. */
  silentDays: z.int().min(1).max(3_650).optional(),
});
export const sectionKinds = ['chapter', 'priority', 'objective', 'recommendation', 'theme'] as const;
export const Section = z.object({
  ...record,
  planId: Id,
  parentId: Id.nullable(),
  kind: z.enum(sectionKinds),
  ref: z.string().nullable(),
  title: z.string(),
  bullets: z.array(z.string()),
  leads: z.array(Lead),
  details: z.array(Detail),
});
/**
 * A linked priority, plan, KPI, duty, funding stream or other row ("As 2.3 (i)"): words kept, target where
 * resolved. Words that point to several ("CSD1,2 and 8") are as many links in a row, each with all the words.
 */
export const Link = z.object({
  text: z.string(),
  kind: z.enum(['priority', 'plan', 'same-as', 'other']),
  planId: Id.nullable(),
  sectionId: Id.nullable(),
  actionId: Id.nullable(),
  /** Which of several pieces of the words this link is: "CSD2". Left out where it is all of them. */
  code: z.string().optional(),
  kpiId: Id.optional(),
  dutyId: Id.optional(),
  streamId: Id.optional(),
});
export const Action = z.object({
  ...record,
  planId: Id,
  sectionId: Id.nullable(),
  ref: z.string().nullable(),
  text: z.string(),
  bullets: z.array(z.string()),
  leads: z.array(Lead),
  timescale: Timescale.nullable(),
  status: Status.nullable(),
  resources: z.string().nullable(),
  comment: z.string().nullable(),
  details: z.array(Detail),
  links: z.array(Link),
  reviewOn: Day.nullable(),
  continuesActionId: Id.nullable(),
});
export const Measure = z.object({
  ...record,
  actionId: Id,
  text: z.string(),
  leads: z.array(Lead),
  kpiId: Id.nullable(),
  /** The day on which it was met. Left out while it is not. */
  doneOn: Day.optional(),
});
export const Progress = z.object({
  ...record,
  actionId: Id.nullable(),
  kpiId: Id.nullable(),
  on: Day.nullable(),
  status: Status.nullable(),
  text: z.string(),
  by: z.string().nullable(),
  evidence: z.string().nullable(),
  /** The colour its status had, where the key was changed since, #rrggbb. Left out where the key still says so. */
  statusColour: z.string().optional(),
  /** The meeting at which it was given. Left out where it was given at none. */
  meetingId: Id.optional(),
  /** The earlier update that it puts right, which stands as it was given and counts no longer. Left out mostly. */
  correctsId: Id.optional(),
});
export const Duty = z.object({
  ...record,
  planId: Id.nullable(),
  text: z.string(),
  basis: z.string().nullable(),
  inForceFrom: Timescale.nullable(),
});
export const Person = z.object({
  ...record,
  kind: z.enum(['person', 'role', 'team', 'organisation']),
  name: z.string(),
  initials: z.string().nullable(),
  role: z.string().nullable(),
  email: z.string().nullable(),
  /** Since when they lead nothing any more. Left out while they do. */
  retiredOn: Day.optional(),
});
export const GlossaryEntry = z.object({
  ...record,
  planId: Id.nullable(),
  term: z.string(),
  meaning: z.string(),
});
/** How many cells with content a file had, and what became of them. */
export const Reconciliation = z.object({
  cells: z.int(),
  placed: z.int(),
  tray: z.int(),
  /** Computed: source texts that are found nowhere in what was, or would be, written. */
  lost: z.int(),
});
export type Reconciliation = z.infer<typeof Reconciliation>;
export const ImportRecord = z.object({
  id: Id,
  source: z.null(),
  at: Instant,
  files: z.array(
    z.object({
      name: z.string(),
      sha256: z.string(),
      format: z.string(),
      reconciliation: Reconciliation,
    }),
  ),
});
export const TrayItem = z.object({
  ...record,
  importId: Id,
  file: z.string(),
  where: z.string(),
  text: z.string(),
  state: z.enum(['open', 'placed', 'kept', 'discarded']),
  reason: z.string().nullable(),
});

export const Settings = z.object({
  partnership: z.string(),
  /** Month (1 to 12) in which the financial year begins; 4 for April to March. */
  financialYearStart: z.int().min(1).max(12),
  academicYearStart: z.int().min(1).max(12),
  outcomes: z.array(z.string()),
  /** Days without an update after which an action counts as silent. Left out where the usual 90 hold. */
  silentDays: z.int().min(1).max(3_650).optional(),
  /** The numbers by which statuses are checked. Left out where the usual ones hold. */
  statusRule: StatusRule.optional(),
  /** The key of plans that have none of their own. Left out, or empty, where the usual one holds. */
  key: z.array(KeyEntry).optional(),
  /** What reports leave out of counts of children. Left out where the usual rule holds. */
  suppression: SuppressionRule.optional(),
  /** How long plans are kept after their end. Left out where all are kept for ever. */
  retention: RetentionRule.optional(),
  /** The office's logo, colours and line of confidentiality in reports. Left out where there is none. */
  look: OfficeLook.optional(),
});
export type Settings = z.infer<typeof Settings>;

/** What a snapshot freezes: everything but the snapshots themselves and the imports' bookkeeping. */
export const RegisterContent = z.object({
  format: z.literal('plan-register'),
  version: z.literal(1),
  settings: Settings,
  plans: z.array(Plan),
  sections: z.array(Section),
  actions: z.array(Action),
  measures: z.array(Measure),
  progress: z.array(Progress),
  kpis: z.array(Kpi),
  kpiValues: z.array(KpiValue),
  kpiNarratives: z.array(KpiNarrative),
  duties: z.array(Duty),
  people: z.array(Person),
  bodies: z.array(Body),
  meetings: z.array(Meeting),
  attendance: z.array(Attendance),
  agendaItems: z.array(AgendaItem),
  resolutions: z.array(Resolution),
  glossary: z.array(GlossaryEntry),
  /** What became of actions and KPIs from year to year. Left out where no plan was rolled forward. */
  lineage: z.array(Lineage).min(1).optional(),
  /** Findings of the checks accepted with a reason. Left out where none was. */
  acceptances: z.array(Acceptance).min(1).optional(),
  /** Who held which role or belonged to which team, and when. Left out where nothing is known of it. */
  spells: z.array(Spell).min(1).optional(),
  /** Other ways in which people are written. Left out where there are none. */
  aliases: z.array(Alias).min(1).optional(),
  /** Pairs who look like one person and are not. Left out where there are none. */
  apart: z.array(Apart).min(1).optional(),
  /** What pays for actions, as the office names it. Left out where there is none. */
  fundingStreams: z.array(FundingStream).min(1).optional(),
  /** What answers the duties. Left out where nothing was said to. */
  dutyAnswers: z.array(DutyAnswer).min(1).optional(),
  /** Changes of what KPIs measure. Left out where there were none. */
  kpiChanges: z.array(KpiChange).min(1).optional(),
  /** Statuses of KPIs by judgement. Left out where there are none. */
  kpiJudgements: z.array(KpiJudgement).min(1).optional(),
  ...meetingLists,
});
export type RegisterContent = z.infer<typeof RegisterContent>;

/** The register as a snapshot froze it, with what its reports need of the history. */
export const SnapshotContent = RegisterContent.extend(frozenFields);
export type SnapshotContent = z.infer<typeof SnapshotContent>;

export const Snapshot = z.object({
  id: Id,
  source: z.null(),
  name: z.string(),
  takenAt: Instant,
  /** SHA-256 of the canonical JSON of `content`, hex. */
  hash: z.string(),
  content: SnapshotContent,
});
export const RegisterJson = RegisterContent.extend({
  snapshots: z.array(Snapshot),
  imports: z.array(ImportRecord),
  tray: z.array(TrayItem),
  /** Rounds of collecting updates, and the form of each lead. Left out where none was opened. */
  rounds: z.array(RoundRecord).min(1).optional(),
  roundForms: z.array(RoundFormRecord).min(1).optional(),
  /** Lists of recipients, and what went out. Left out where there are none. */
  circulationLists: z.array(CirculationList).min(1).optional(),
  circulations: z.array(CirculationRecord).min(1).optional(),
  /** Words of the office's own in reports, and choices kept under a name. Left out where there are none. */
  reportWords: z.array(OwnWords).min(1).optional(),
  reportTemplates: z.array(ReportTemplate).min(1).optional(),
});
export type RegisterJson = z.infer<typeof RegisterJson>;

export type Plan = z.infer<typeof Plan>;
export type Section = z.infer<typeof Section>;
export type Link = z.infer<typeof Link>;
export type Action = z.infer<typeof Action>;
export type Measure = z.infer<typeof Measure>;
export type Progress = z.infer<typeof Progress>;
export type Duty = z.infer<typeof Duty>;
export type Person = z.infer<typeof Person>;
export type GlossaryEntry = z.infer<typeof GlossaryEntry>;
export type ImportRecord = z.infer<typeof ImportRecord>;
export type TrayItem = z.infer<typeof TrayItem>;
export type Snapshot = z.infer<typeof Snapshot>;
