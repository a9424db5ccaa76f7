import type { ReportDocument } from '../document.ts';

/** "Exception report, July to September 2010": what the report is, in one line. */
export const titleLine = ({ title, subtitle }: Pick<ReportDocument, 'title' | 'subtitle'>): string =>
  [title, subtitle].filter((part) => part !== '').join(', ');
