import type { ReadDb } from '#db/handles.ts';
import { readContent } from '#db/queries/register-json.ts';
import type { AudienceLeftOut } from '#shared/contract/circulation.ts';
import type { Audience } from '#shared/contract/circulation-records.ts';
import type { SnapshotContent } from '#shared/contract/register.ts';
import { forAudience, namingOf } from '#shared/domain/audience.ts';
import { leftOut } from '../reports/reports.ts';
import { openSnapshot } from '../snapshots/snapshots.ts';

/** What would be left out for those who see only so much, counted before anything goes. */
export function checkAudience(
  db: ReadDb,
  o: { sees: Audience; snapshotId: string | null; planId: string | null; today: string },
): AudienceLeftOut {
  const whole: SnapshotContent =
    o.snapshotId === null ? readContent(db) : openSnapshot(db, o.snapshotId).content;
  const content = o.planId === null ? whole : ofPlan(whole, o.planId);
  const day = whole.judgedOn ?? o.today;
  const told = forAudience(content, o.sees, o.sees.names ? null : namingOf([whole], day));
  const sum = (map: ReadonlyMap<string, number> | undefined) =>
    [...(map?.values() ?? [])].reduce((all, one) => all + one, 0);
  const { figures, texts } = leftOut(db, { snapshotId: o.snapshotId, planId: o.planId });
  return {
    ...told.counts,
    items: told.minutes?.items.size ?? 0,
    parts: sum(told.minutes?.parts),
    corrections: sum(told.minutes?.corrections),
    actions: content.actions.length - told.content.actions.length,
    figures: figures.length,
    texts: texts.length,
  };
}

/** What reports of one plan are made of: its own records, and the meetings, which any may name. */
function ofPlan(content: SnapshotContent, planId: string): SnapshotContent {
  const isIts = (one: { planId: string | null }) => one.planId === planId;
  const actions = content.actions.filter(isIts);
  const kpis = content.kpis.filter(isIts);
  const actionIds = new Set<string>(actions.map(({ id }) => id));
  const kpiIds = new Set<string>(kpis.map(({ id }) => id));
  const ofKpi = (one: { kpiId: string | null }) => kpiIds.has(one.kpiId ?? '');
  const ofAction = (one: { actionId: string | null }) => actionIds.has(one.actionId ?? '');
  return {
    ...content,
    plans: content.plans.filter(({ id }) => id === planId),
    sections: content.sections.filter(isIts),
    actions,
    measures: content.measures.filter(ofAction),
    progress: content.progress.filter((one) => ofAction(one) || ofKpi(one)),
    kpis,
    kpiValues: content.kpiValues.filter(ofKpi),
    kpiNarratives: content.kpiNarratives.filter(ofKpi),
    kpiJudgements: content.kpiJudgements?.filter(ofKpi),
    kpiChanges: content.kpiChanges?.filter(ofKpi),
    acceptances: content.acceptances?.filter((one) => ofAction(one) || ofKpi(one)),
    duties: content.duties.filter((one) => one.planId === null || isIts(one)),
    glossary: content.glossary.filter((one) => one.planId === null || isIts(one)),
  };
}
