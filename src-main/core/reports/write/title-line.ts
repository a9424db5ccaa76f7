import type { ReportDocument } from '../document.ts';

/** "Exception report, July to September 2010": what the report is, in one line that says nothing twice. */
export const titleLine = ({ title, subtitle }: Pick<ReportDocument, 'title' | 'subtitle'>): string =>
  subtitle === '' || title.endsWith(subtitle) ? title : `${title}, ${subtitle}`;
