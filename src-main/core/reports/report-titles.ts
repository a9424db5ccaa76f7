import type { reportNames } from '#shared/contract/circulation-names.ts';

/** What a kind of report is called within a sentence. */
export const reportTitles: Readonly<Record<(typeof reportNames)[number], string>> = {
  plan: 'the plan',
  exceptions: 'the exception report',
  'quarterly-review': 'the quarterly review',
  'kpi-book': 'the KPI book',
  'outcome-report-card': 'the outcome report card',
  'lead-list': 'the lead’s list',
  changes: 'the report of changes',
  agenda: 'the agenda',
  minutes: 'the minutes',
};
