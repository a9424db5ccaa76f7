import type { CheckName } from '#shared/contract/acceptances.ts';

/** What each check is called, and what its findings are for, in the order in which they are listed. */
export const checkWords: readonly {
  readonly check: CheckName;
  readonly name: string;
  readonly why: string;
}[] = [
  {
    check: 'status',
    name: 'Statuses to look at again',
    why: 'What was said, where dates and evidence suggest otherwise.',
  },
  {
    check: 'ambiguous-date',
    name: 'Dates that read two ways',
    why: 'Settle them, so that what is due is told.',
  },
  { check: 'no-date', name: 'No date', why: 'They never fall due.' },
  { check: 'no-lead', name: 'No lead', why: 'Nobody is asked about them.' },
  {
    check: 'unknown-lead',
    name: 'Leads not known',
    why: 'Their words name nobody of the register for certain.',
  },
  {
    check: 'broken-reference',
    name: 'References to nowhere',
    why: 'The row they point to is not in the plan.',
  },
  { check: 'duplicate', name: 'Said twice', why: 'One of the two may be enough.' },
  { check: 'no-measures', name: 'No measure', why: 'Others of their plan have one.' },
  {
    check: 'empty-section',
    name: 'Empty sections',
    why: 'They stand in the report with nothing under them.',
  },
  { check: 'kpi-no-target', name: 'KPIs without a target', why: 'Their figures cannot be judged.' },
  { check: 'kpi-no-unit', name: 'KPIs without a unit', why: 'Nobody can tell what their figures count.' },
  {
    check: 'kpi-no-polarity',
    name: 'KPIs without a direction',
    why: 'Whether more is better is not said, so their figures cannot be judged.',
  },
  { check: 'person-no-name', name: 'People without a name', why: 'Only their initials are known.' },
  { check: 'kpi-no-source', name: 'KPIs without a source', why: 'Nobody can find their figures again.' },
];
