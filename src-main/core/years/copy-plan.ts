import type { WriteDb } from '#db/handles.ts';
import { ownKeyOf } from '#db/queries/keys.ts';
import { lastPosition } from '#db/queries/plans-order.ts';
import { dutiesOfPlan, dutyAnswersOfPlan, glossaryOfPlan, plansThatContinue } from '#db/queries/years.ts';
import { leadToColumns, periodToColumns, timescaleOf, timescaleToColumns } from '#db/records.ts';
import { insertRow, insertRows } from '#db/rows.ts';
import { duties, dutyAnswers, glossary, keyEntries, leads, plans, sections } from '#db/schema/index.ts';
import type { Period, Plan, Section } from '#shared/contract/register.ts';
import type { NextPlan } from '#shared/domain/next-actions.ts';
import { step } from '../plans/positions.ts';
import type { Writer } from '../plans/write-parts.ts';

/** New ids by old ones. */
export type Ids = ReadonlyMap<string, string>;

/** Rows with positions that leave room between them. */
export const placed = <T, R>(list: readonly T[], make: (one: T, position: number) => R): R[] =>
  list.map((one, at) => make(one, (at + 1) * step));

/** The row of the new plan, with the key of the old one. Gives its id. */
export function copyHead({ tx, newId }: Writer, plan: Plan, next: { title: string; period: Period }): string {
  const id = newId();
  insertRow(tx, plans, {
    id,
    position: lastPosition(tx, 'plans') + step,
    kind: plan.kind,
    title: next.title,
    ...periodToColumns(next.period),
    subject: plan.subject,
    preamble: plan.preamble,
    parentPlanId: parentOf(tx, plan, next.period),
    continuesPlanId: plan.id,
  });
  insertRows(
    tx,
    keyEntries,
    placed(ownKeyOf(tx, plan.id), (entry, position) => ({ ...entry, id: newId(), planId: id, position })),
  );
  return id;
}

/** The plan above, or that plan's own next year where there is one already. */
function parentOf(tx: WriteDb, plan: Plan, period: Period): string | null {
  if (plan.parentPlanId === null) return null;
  const next = plansThatContinue(tx, plan.parentPlanId).find((one) => one.period === period.label);
  return next?.id ?? plan.parentPlanId;
}

/** The sections with their leads, bullets and details, under their new references. Gives their ids by old ones. */
export function copySections(
  { tx, newId }: Writer,
  planId: string,
  old: readonly Section[],
  next: NextPlan['sections'],
): Ids {
  const ids = new Map(next.map(({ id }) => [id, newId()]));
  const byId = new Map(old.map((section) => [section.id as string, section]));
  placed(next, (numbered, position) => {
    const section = byId.get(numbered.id);
    const id = ids.get(numbered.id);
    if (!section || !id) return;
    const { kind, title, bullets, details, parentId } = section;
    const parent = parentId === null ? null : (ids.get(parentId) ?? null);
    insertRow(tx, sections, {
      id,
      planId,
      parentId: parent,
      position,
      kind,
      ref: numbered.newRef,
      title,
      bullets,
      details,
    });
    insertRows(
      tx,
      leads,
      placed(section.leads, (lead, at) => ({
        id: newId(),
        sectionId: id,
        position: at,
        ...leadToColumns(lead),
      })),
    );
  });
  return ids;
}

/**
 * The plan's own duties and glossary, and what answers a duty: the new action, section or KPI answers what the old one
 * did, be the duty the plan's or the office's.
 */
export function copyWords(
  { tx, newId }: Writer,
  o: {
    from: string;
    to: string;
    actions: ReadonlyMap<string, readonly string[]>;
    sections: Ids;
    kpis: Ids;
  },
): void {
  const dutyIds = new Map<string, string>();
  insertRows(
    tx,
    duties,
    placed(dutiesOfPlan(tx, o.from), (duty, position) => {
      const id = newId();
      dutyIds.set(duty.id, id);
      const { text, basis } = duty;
      return { id, planId: o.to, position, text, basis, ...timescaleToColumns(timescaleOf(duty)) };
    }),
  );
  const answers = dutyAnswersOfPlan(tx, o.from).flatMap((answer) => {
    const dutyId = dutyIds.get(answer.dutyId) ?? answer.dutyId;
    const sectionId = o.sections.get(answer.sectionId ?? '');
    const kpiId = o.kpis.get(answer.kpiId ?? '');
    return [
      ...(o.actions.get(answer.actionId ?? '') ?? []).map((actionId) => ({ dutyId, actionId })),
      ...(sectionId ? [{ dutyId, sectionId }] : []),
      ...(kpiId ? [{ dutyId, kpiId }] : []),
    ];
  });
  const last = lastPosition(tx, 'dutyAnswers');
  insertRows(
    tx,
    dutyAnswers,
    placed(answers, (answer, position) => ({ id: newId(), position: last + position, ...answer })),
  );
  insertRows(
    tx,
    glossary,
    placed(glossaryOfPlan(tx, o.from), ({ term, meaning }, position) => ({
      id: newId(),
      planId: o.to,
      position,
      term,
      meaning,
    })),
  );
}
