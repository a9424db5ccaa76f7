import type { ReadDb } from '#db/handles.ts';
import { bodiesIn, meetingsListed } from '#db/queries/meetings-list.ts';
import { resolutionsFound } from '#db/queries/meetings-resolutions.ts';
import { owedReportsIn, reportDeliveriesIn } from '#db/queries/register-follow-up.ts';
import type { OwedReportShown } from '#shared/contract/resolutions.ts';
import { daysBetween } from '#shared/domain/dates.ts';
import { refOf } from './shown-resolutions.ts';

/** Reports owed to one body or to all: what is owed soonest first, what is no longer owed last. */
export function owedShown(
  db: ReadDb,
  o: { bodyId: string | null; by: string | null },
  today: string,
): OwedReportShown[] {
  const reports = owedReportsIn(db).filter(
    ({ toBodyId, nextOn }) =>
      (o.bodyId === null || toBodyId === o.bodyId) && (o.by === null || (nextOn !== null && nextOn <= o.by)),
  );
  if (reports.length === 0) return [];
  const deliveries = Map.groupBy(reportDeliveriesIn(db), ({ owedReportId }) => owedReportId as string);
  const meetings = new Map(meetingsListed(db).map((one) => [one.id as string, one]));
  const bodies = new Map(bodiesIn(db).map((one) => [one.id as string, one.name]));
  const asked = reports.some(({ resolutionId }) => resolutionId !== null) ? resolutionsFound(db, {}) : [];
  const resolutions = new Map(asked.map((one) => [one.resolution.id as string, one]));
  return reports
    .map((report): OwedReportShown => {
      const resolution = resolutions.get(report.resolutionId ?? '');
      const given = (deliveries.get(report.id) ?? []).toSorted((a, b) => b.on.localeCompare(a.on));
      return {
        report,
        toBody: bodies.get(report.toBodyId ?? '') ?? null,
        ref: resolution ? refOf(resolution) : null,
        meetingId: resolution?.meetingId ?? null,
        meeting: resolution?.meeting ?? null,
        heldOn: resolution?.heldOn ?? null,
        deliveries: given.map((one) => ({
          ...one,
          meeting: meetings.get(one.meetingId ?? '')?.title ?? null,
        })),
        daysLate: report.nextOn !== null && report.nextOn < today ? daysBetween(report.nextOn, today) : null,
      };
    })
    .sort((a, b) => (a.report.nextOn ?? '9999').localeCompare(b.report.nextOn ?? '9999'));
}
