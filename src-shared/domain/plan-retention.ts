import { addMonths } from './dates.ts';

/** How long plans are kept after their end: the office's usual years, and those of single plans. */
export type Retention = {
  /** Null: for as long as the register lasts. */
  readonly years: number | null;
  readonly plans: readonly { readonly planId: string; readonly years: number }[];
};

export const keptForEver: Retention = { years: null, plans: [] };

/** Until when one plan is kept. */
export type PlanKept = {
  /** Null where nothing says so. */
  readonly years: number | null;
  /** Whether the plan has years of its own. */
  readonly own: boolean;
  /** The last day on which it is kept; null without years or without an end. */
  readonly until: string | null;
  /** Its time is over: it may go. */
  readonly past: boolean;
};

export function planKept(
  plan: { readonly id: string; readonly end: string | null },
  retention: Retention,
  today: string,
): PlanKept {
  const own = retention.plans.find(({ planId }) => planId === plan.id);
  const years = own?.years ?? retention.years;
  const until = years === null || plan.end === null ? null : addMonths(plan.end, years * 12);
  return { years, own: own !== undefined, until, past: until !== null && until < today };
}

/** The same with other years for one plan (null: as the office has it), or for the office where `planId` is null. */
export function withYears(
  retention: Retention,
  { planId, years }: { planId: string | null; years: number | null },
): Retention {
  if (planId === null) return { ...retention, years };
  const others = retention.plans.filter((one) => one.planId !== planId);
  return { ...retention, plans: years === null ? others : [...others, { planId, years }] };
}
