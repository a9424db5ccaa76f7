import { z } from 'zod';
import { Audience, reportFormats, reportNames } from './circulation-names.ts';
import { Day, Id, StateName } from './record.ts';

/** What the office adds to its reports: words of its own at marked places, and choices kept under a name. */

/**
 * Where in a report words of the office's own stand: after the cover, at its end, in the e-mail that carries it,
 * before or after one of its parts, or at a record that it tells of.
 */
export const wordsPlace = /^(?:foreword|closing|mail|at|(?:before|after):[a-z-]{1,40})$/;
/** As much as a page or two; longer words belong in a paper of their own. */
export const mostOwnWords = 20_000;

/** Words for one place: paragraphs parted by lines, lists by lines that begin with "-", "*" or "•". */
export const PlacedWords = z.object({
  place: z.string().regex(wordsPlace),
  /** The section, KPI or action at which they stand, for the place "at" alone. */
  recordId: Id.nullable(),
  text: z.string().max(mostOwnWords),
  /** Only for those who see internal notes and what is confidential. */
  internal: z.boolean(),
});
export type PlacedWords = z.infer<typeof PlacedWords>;

/** Words of the office's own for one report of one thing, for one snapshot. */
export const OwnWords = PlacedWords.extend({
  id: Id,
  source: z.null(),
  report: z.enum(reportNames),
  /** The plan, section, lead, meeting or body that the report is of; null for all plans. */
  ofId: Id.nullable(),
  /** Of which snapshot the report is; null while it is the one to be taken next. */
  snapshotId: Id.nullable(),
  writtenOn: Day,
});
export type OwnWords = z.infer<typeof OwnWords>;

export const paperSizes = ['A4', 'A3'] as const;
export const orientations = ['upright', 'sideways'] as const;

/** How a report is laid out, whatever it is of. */
export const ReportLayout = z.object({
  /** Its parts in the order wanted; a part not named here stands where the report has it, and is shown. */
  parts: z.array(z.object({ id: z.string().max(60), shown: z.boolean() })).max(60),
  /** Columns of its tables left out, by their heading. A column that heads its rows always stays. */
  withoutColumns: z.array(z.string().max(120)).max(60),
  /** Only rows of these statuses; null for all. */
  states: z.array(StateName).min(1).nullable(),
  paper: z.object({ size: z.enum(paperSizes), orientation: z.enum(orientations) }),
  cover: z.object({ ownPage: z.boolean(), contents: z.boolean(), logo: z.boolean() }),
});
export type ReportLayout = z.infer<typeof ReportLayout>;

export const usualLayout: ReportLayout = {
  parts: [],
  withoutColumns: [],
  states: null,
  paper: { size: 'A4', orientation: 'upright' },
  cover: { ownPage: false, contents: true, logo: true },
};

/** All that one chooses of a report, but for the snapshot it is of. */
export const TemplateChoices = z.object({
  planId: Id.nullable(),
  sectionId: Id.nullable(),
  leadId: Id.nullable(),
  /** For whom it is made: a circulation list. */
  listId: Id.nullable(),
  formats: z.array(z.enum(reportFormats)).max(reportFormats.length),
  layout: ReportLayout,
  /** Words to begin with where none are written yet. */
  words: z.array(PlacedWords).max(200),
});
export type TemplateChoices = z.infer<typeof TemplateChoices>;

export const ReportTemplate = z.object({
  id: Id,
  source: z.null(),
  name: z.string(),
  report: z.enum(reportNames),
  /** Whether this kind of report begins with it. */
  usual: z.boolean(),
  choices: TemplateChoices,
});
export type ReportTemplate = z.infer<typeof ReportTemplate>;

/** What a report that went out was made with, beside its snapshot: enough to make the same again. */
export const ReportRecipe = z.object({
  planId: Id.nullable(),
  sectionId: Id.nullable(),
  leadId: Id.nullable(),
  meetingId: Id.nullable(),
  bodyId: Id.nullable(),
  /** The earlier snapshot it was compared with, where one was asked for. */
  sinceId: Id.nullable(),
  sees: Audience,
  layout: ReportLayout.nullable(),
  words: z.array(PlacedWords),
});
export type ReportRecipe = z.infer<typeof ReportRecipe>;

/** The most bytes of a logo as it is kept, and the most dots along a side. */
export const mostLogoBytes = 150_000;
export const mostLogoDots = 2_000;

/** A logo as reports carry it: always a picture of dots, drawn once where it came as a drawing. */
export const Logo = z.object({
  /** Base64 of a PNG. */
  png: z.base64().max(Math.ceil(mostLogoBytes / 3) * 4),
  /** Dots. */
  width: z.int().min(1).max(mostLogoDots),
  height: z.int().min(1).max(mostLogoDots),
  /** What it shows, for those who do not see it. */
  alt: z.string().max(200),
});
export type Logo = z.infer<typeof Logo>;

const Colour = z.string().regex(/^#[0-9a-f]{6}$/);

/** How the office's reports look. */
export const OfficeLook = z.object({
  logo: Logo.nullable(),
  /** #rrggbb: rules and titles. Null for ink. */
  colour: Colour.nullable(),
  /** #rrggbb: headings, and the rule beside words of the office's own. Null for the first. */
  second: Colour.nullable(),
  /** Stands on the cover and at the head of every page; null for none. */
  confidentiality: z.string().max(200).nullable(),
});
export type OfficeLook = z.infer<typeof OfficeLook>;
