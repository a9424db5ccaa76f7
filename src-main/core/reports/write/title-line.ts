import type { ReportDocument } from '../document.ts';

/** "Exception report, July to September 2010": what the report is, in one line that says nothing twice. */
export const titleLine = (report: Pick<ReportDocument, 'title' | 'subtitle'>): string => {
  const subtitle = subtitleBeneath(report);
  return subtitle === '' ? report.title : `${report.title}, ${subtitle}`;
};

/** What stands beneath the title: nothing where the title ends with it ("Delivery Plan 2010-11"). */
export const subtitleBeneath = ({ title, subtitle }: Pick<ReportDocument, 'title' | 'subtitle'>): string =>
  title.endsWith(subtitle) ? '' : subtitle;
