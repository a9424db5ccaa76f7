import type { WriteDb } from '#db/handles.ts';
import { planHead } from '#db/queries/plans-list.ts';
import { readSettings } from '#db/queries/settings.ts';
import { plansThatContinue } from '#db/queries/years.ts';
import { insertRows } from '#db/rows.ts';
import { lineage } from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Lineage } from '#shared/contract/lineage.ts';
import type { PlanView } from '#shared/contract/plans.ts';
import type { Kpi, Period } from '#shared/contract/register.ts';
import type { KpiChoice, RolledForward, YearChoice, YearOptions } from '#shared/contract/years.ts';
import { type NextPlan, nextPlan } from '#shared/domain/next-actions.ts';
import { readPeriod } from '#shared/domain/periods.ts';
import { completed, countsInWords, countsOf, faultsIn } from '#shared/domain/year-choices.ts';
import type { Doing } from '../plans/edit-plan.ts';
import { step } from '../plans/positions.ts';
import { noPlan, readPlan } from '../plans/read-plans.ts';
import type { Writer } from '../plans/write-parts.ts';
import { closeOld } from './close-old.ts';
import { type ActionCopies, copyActions } from './copy-actions.ts';
import { copyKpis, type KpiDone, kpiChoices } from './copy-kpis.ts';
import { copyHead, copySections, copyWords } from './copy-plan.ts';
import { actionsDone } from './tell-done.ts';

export type YearWish = {
  readonly planId: string;
  readonly title: string;
  /** As people write it. */
  readonly period: string;
  readonly options: YearOptions;
  readonly choices: readonly YearChoice[];
  readonly kpis: readonly KpiChoice[];
};

/**
 * Makes next year's plan in one change set: the plan with its key, its sections, what is carried of its actions and
 * KPIs, and what became of each. The old plan is not touched, but for `closeOld`. Throws with nothing written.
 */
export function rollForward({ app, register }: Doing, wish: YearWish): RolledForward {
  const head = planHead(register.db, wish.planId);
  if (!head) throw noPlan();
  const { newId, today } = app.options;
  const label = `Roll forward of ${head.title}${wish.period.trim() === '' ? '' : ` to ${wish.period.trim()}`}`;
  return register.act({ kind: 'roll-forward', label }, (tx) => ({
    ...carryOut({ tx, newId }, wish, today()),
    label,
  }));
}

function carryOut(writer: Writer, wish: YearWish, today: string): Omit<RolledForward, 'label'> {
  const { tx } = writer;
  const old = readPlan(tx, wish.planId, today);
  const period = periodOf(tx, wish.period);
  const title = wish.title.trim();
  if (title === '') throw new AppError('wrong-use', 'The new plan needs a title.');
  const already = plansThatContinue(tx, wish.planId).find((one) => one.period === period.label);
  if (already) {
    throw new AppError(
      'conflict',
      `${old.plan.title} was rolled forward to ${period.label} already: “${already.title}”. Open that plan, or delete it first.`,
    );
  }
  const choices = completed(old.actions, wish.choices);
  const [fault] = faultsIn(old.actions, choices);
  if (fault) throw new AppError('wrong-use', fault.message);
  const forKpis = kpiChoices(tx, wish.planId, wish.kpis);
  const next = planned(old, choices, wish.options, forKpis);

  const planId = copyHead(writer, old.plan, { title, period });
  const sections = copySections(writer, planId, old.sections, next.sections);
  const between = { from: wish.planId, to: planId };
  const kpis = copyKpis(writer, { ...between, period, sections, choices: forKpis });
  const oldYear = old.plan.period?.label ?? old.plan.title;
  const copies = copyActions(writer, {
    ...between,
    old: old.actions,
    next: next.actions,
    sections,
    kpis: kpis.ids,
    key: old.plan.key,
    oldYear,
    newStart: period.start,
    today,
    statuses: wish.options.statuses,
  });
  copyWords(writer, { ...between, actions: copies.became, sections, kpis: kpis.ids });
  writeLineage(writer, { planId, on: today, choices, next, copies, kpis: kpis.done });
  if (wish.options.closeOld) {
    closeOld(writer, { old, choices, into: period.label, on: today });
  }
  const counts = countsOf(choices);
  const copied = new Set(next.sections.map(({ id }) => id));
  return {
    planId,
    title,
    period: period.label,
    counts,
    words: countsInWords(counts),
    actions: actionsDone(old.actions, choices, next.actions, copies.ids),
    kpis: kpis.done,
    sectionsLeftOut: old.sections
      .filter(({ id }) => !copied.has(id))
      .map(({ ref, title: words }) => ({ ref, title: words })),
    toLookAt: [...copies.toLookAt],
  };
}

function periodOf(tx: WriteDb, typed: string): Period {
  const period = readPeriod(typed, readSettings(tx).financialYearStart);
  if (period.label === '') {
    throw new AppError('wrong-use', 'Say for which year the new plan is, such as 2010-11.');
  }
  return period;
}

function planned(
  old: PlanView,
  choices: readonly YearChoice[],
  options: YearOptions,
  forKpis: readonly [Kpi, KpiChoice][],
): NextPlan {
  const held = forKpis.flatMap(([kpi, choice]) => (choice.kind === 'carried' ? (kpi.sectionId ?? []) : []));
  const { sections, actions } = old;
  return nextPlan({ sections, actions, choices, options, heldSections: new Set(held) });
}

/** One row for each way from an old action or KPI to a new one, and for each that ended. */
function writeLineage(
  { tx, newId }: Writer,
  o: {
    planId: string;
    on: string;
    choices: readonly YearChoice[];
    next: NextPlan;
    copies: ActionCopies;
    kpis: readonly KpiDone[];
  },
): void {
  type Link = Omit<Lineage, 'id' | 'source' | 'planId' | 'on'>;
  const nothing = { fromActionId: null, toActionId: null, fromKpiId: null, toKpiId: null };
  const carried = o.next.actions.flatMap(({ from, kind, measuredChange }, at): Link[] =>
    from.map((old) => ({
      ...nothing,
      kind,
      fromActionId: old.id,
      toActionId: o.copies.ids[at] ?? null,
      reason: null,
      measuredChange,
    })),
  );
  const ended = o.choices.flatMap((choice): Link[] => {
    if (choice.kind !== 'closed' && choice.kind !== 'dropped') return [];
    const { kind, actionId, reason } = choice;
    return [
      { ...nothing, kind, fromActionId: actionId, reason: reason?.trim() || null, measuredChange: null },
    ];
  });
  const kpis = o.kpis.map(
    ({ kind, reason, measuredChange, from, to }): Link => ({
      ...nothing,
      kind,
      fromKpiId: from.id,
      toKpiId: to?.id ?? null,
      reason,
      measuredChange,
    }),
  );
  insertRows(
    tx,
    lineage,
    [...carried, ...ended, ...kpis].map((link, at) => ({
      id: newId(),
      planId: o.planId,
      position: (at + 1) * step,
      on: o.on,
      ...link,
    })),
  );
}
