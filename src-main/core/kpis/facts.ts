import type { ReadDb } from '#db/handles.ts';
import { planPeriods } from '#db/queries/kpi-links.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Period } from '#shared/contract/record.ts';
import type { YearStarts } from '#shared/domain/spans.ts';

/** What every KPI is judged beside: the day, when years begin, and the periods of the plans. */
export type CalendarFacts = {
  readonly today: string;
  readonly starts: YearStarts;
  readonly plans: ReadonlyMap<string, Period>;
};

export function calendarFacts(db: ReadDb, today: string): CalendarFacts {
  const { financialYearStart, academicYearStart } = readSettings(db);
  return {
    today,
    starts: { financial: financialYearStart, academic: academicYearStart },
    plans: planPeriods(db),
  };
}
