import { type ReportLayout, type TemplateChoices, usualLayout } from '#shared/contract/report-records.ts';
import type { Inputs, Outputs } from '../../client/app-router.ts';

export type ReportName = Inputs['reports']['make']['report'];
export type ReportFormat = Inputs['reports']['make']['format'];

/** What the officer has chosen: of what, which report, in which forms. `snapshotId` null is the register now. */
export type Chosen = {
  snapshotId: string | null;
  report: ReportName;
  /** Null for every plan. */
  planId: string | null;
  /** For a KPI book or report cards of one plan: the section they are of; null for all of it. */
  sectionId: string | null;
  /** For a lead's list: whose; null until one is chosen. */
  leadId: string | null;
  /** The earlier snapshot that it is compared with; null for the one before. */
  sinceId: string | null;
  formats: Record<ReportFormat, boolean>;
  layout: ReportLayout;
  templateId: string | null;
};

export type Template = Outputs['reports']['templates'][number];
export type Preview = Outputs['reports']['preview'];
export type PreviewWish = Inputs['reports']['preview'];
export type WordsWish = Omit<Inputs['reports']['writeWords'], 'words'>;

const noForms: Chosen['formats'] = { html: false, docx: false, xlsx: false, pdf: false, csv: false };

/** With what a template holds; a plan or section that is not in the register any more is not taken. */
export function withTemplate(chosen: Chosen, { id, report, choices }: Template): Chosen {
  const { formats, planId, sectionId, leadId, layout } = choices;
  return {
    ...chosen,
    report,
    templateId: id,
    layout,
    ...(planId !== null && { planId, sectionId }),
    ...(leadId !== null && { leadId }),
    ...(formats.length > 0 && {
      formats: { ...noForms, ...Object.fromEntries(formats.map((format) => [format, true])) },
    }),
  };
}

/** Another kind of report: by its usual template, where it has one. */
export function withReport(chosen: Chosen, report: ReportName, templates: readonly Template[]): Chosen {
  const usual = templates.find((one) => one.report === report && one.usual);
  const plain = { ...chosen, report, templateId: null, layout: usualLayout };
  return usual ? withTemplate(plain, usual) : plain;
}

/** All that is chosen, as a template keeps it; its words stay those it has until others are written. */
export function choicesOf(
  { formats, layout }: Chosen,
  { wish, listId, template }: { wish: Wish; listId: string | null; template: Template | null },
): TemplateChoices {
  const { planId, sectionId, leadId } = wish;
  return {
    planId,
    sectionId,
    leadId,
    listId,
    formats: (Object.keys(formats) as ReportFormat[]).filter((format) => formats[format]),
    layout,
    words: template?.choices.words ?? [],
  };
}

/** What the report is of in which words were found, as far as one id tells it. */
export function ofWords(
  report: ReportName,
  ofId: string | null,
): Pick<Chosen, 'report' | 'planId' | 'leadId'> {
  return report === 'lead-list'
    ? { report, planId: null, leadId: ofId }
    : { report, planId: ofId, leadId: null };
}

export const isUsualLayout = (layout: ReportLayout): boolean =>
  JSON.stringify(layout) === JSON.stringify(usualLayout);

export const reportTexts: Record<ReportName, { name: string; help: string }> = {
  exceptions: {
    name: 'Exception report',
    help: 'Highlights and risks only: what is complete, what is off track and why, what will be done.',
  },
  plan: {
    name: 'The plan',
    help: 'Every section and action with leads, dates, measures and status, and the key it is read by.',
  },
  'quarterly-review': {
    name: 'Quarterly review',
    help: 'A page each: how things stand, what is good, what is not and what will be done, how we improve.',
  },
  'kpi-book': {
    name: 'KPI book',
    help: 'One page a KPI: what it is, how it stands, its chart with figures, and what is said of it.',
  },
  'outcome-report-card': {
    name: 'Outcome report cards',
    help: 'One page an outcome: its KPIs side by side, its actions, what is said and what has changed.',
  },
  'lead-list': {
    name: 'Lead’s list',
    help: 'All that one lead answers for, in every plan, what is overdue first.',
  },
  changes: {
    name: 'What has changed',
    help: 'Every difference from an earlier snapshot, by plan and section, what was and what is.',
  },
  agenda: {
    name: 'Agenda of the next meeting',
    help: 'Numbered and timed, with papers, and what was resolved last time. Of another meeting: on its page.',
  },
  minutes: {
    name: 'Minutes of the last meeting',
    help: 'Who was there, what was said and resolved, and who does what by when. Of another: on its page.',
  },
};

/** Reports that tell what has changed, and so can be asked to compare with another snapshot than the one before. */
export const comparing: ReadonlySet<ReportName> = new Set([
  'plan',
  'exceptions',
  'quarterly-review',
  'outcome-report-card',
  'changes',
]);

/** Reports that can be of one section of a plan. */
export const sectioned: ReadonlySet<ReportName> = new Set<ReportName>(['kpi-book', 'outcome-report-card']);

/** What is asked of the core: only what the report chosen is about. */
export function wishOf(chosen: Chosen, plans: Outputs['plans']['list']) {
  const isList = chosen.report === 'lead-list';
  const planId = isList ? null : planOf(chosen, plans);
  return {
    report: chosen.report,
    planId,
    sectionId: planId !== null && sectioned.has(chosen.report) ? chosen.sectionId : null,
    leadId: isList ? chosen.leadId : null,
    sinceId: comparing.has(chosen.report) ? chosen.sinceId : null,
  };
}
export type Wish = ReturnType<typeof wishOf>;

export const formatTexts: Record<ReportFormat, { name: string; asOne: string; help: string }> = {
  html: {
    name: 'Web page',
    asOne: 'a web page',
    help: 'One file that any browser opens and prints, with contents, charts and their tables.',
  },
  docx: {
    name: 'Word document',
    asOne: 'a Word document',
    help: 'To edit before it goes out: headings, contents and tables in Word’s own styles.',
  },
  xlsx: {
    name: 'Excel workbook',
    asOne: 'an Excel workbook',
    help: 'To sort and work with, set up for print.',
  },
  pdf: {
    name: 'PDF',
    asOne: 'a PDF',
    help: 'To read and print, the same everywhere, with bookmarks.',
  },
  csv: {
    name: 'CSV',
    asOne: 'CSV',
    help: 'The tables alone, for other programs; several come as one zip.',
  },
};

/** The plan report must name a plan, the others may; and the plan it then is: the first unless one was chosen. */
export function planOf(chosen: Chosen, plans: Outputs['plans']['list']): string | null {
  if (chosen.report !== 'plan') return chosen.planId;
  return chosen.planId ?? plans[0]?.id ?? null;
}

/** The addresses in a line of them, parted by commas, semicolons, spaces or lines; what has no @ is told apart. */
export function readAddresses(text: string): { good: string[]; wrong: string[] } {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  const bare = parts.map((part) => part.replace(/^<|>$/g, ''));
  return {
    good: bare.filter((part) => /^[^@\s]+@[^@\s]+$/.test(part)),
    wrong: bare.filter((part) => !/^[^@\s]+@[^@\s]+$/.test(part)),
  };
}
