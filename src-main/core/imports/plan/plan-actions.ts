import type { KnownAction, KnownContent, KnownProgress } from '#db/queries/imports-match.ts';
import { linkToColumns, statusToColumns, timescaleToColumns } from '#db/records.ts';
import {
  differDetails,
  difference,
  differList,
  differText,
  differTimescale,
  leadsDiffer,
  linksDiffer,
  type RowDifference,
  sameText,
} from './differences.ts';
import { matchNamed } from './match.ts';
import type { LinkTargets } from './plan-links.ts';
import { knownPaths } from './plan-sections.ts';
import { addLeads, noteAdded, noteMatched, type PlanState, replaceLeads } from './plan-state.ts';
import type { SourceColumns } from './provenance.ts';
import { settleMatches } from './settle-matches.ts';

type Sections = { readonly ids: readonly string[]; readonly paths: readonly string[] };

/** Plans the actions of a file with their leads and links; gives the id of each draft. */
export function planActions(
  state: PlanState,
  planIds: readonly string[],
  sections: Sections,
  known: KnownContent,
  targets: LinkTargets,
): string[] {
  const { drafts } = state;
  const paths = knownPaths(known.sections);
  const matched = settleMatches(
    state,
    'action',
    drafts.actions.map((action) => ({
      source: action.source,
      id: action.id,
      ref: action.ref,
      text: action.text,
      under: action.section === null ? '' : (sections.paths[action.section] ?? ''),
    })),
    known.actions.map((action) => ({
      id: action.id,
      ref: action.ref,
      text: action.text,
      under: action.sectionId ? (paths.get(action.sectionId) ?? '') : '',
    })),
  );
  const ids = drafts.actions.map((_, at) => known.actions[matched[at] ?? -1]?.id ?? state.newId());
  for (const [at, action] of drafts.actions.entries())
    targets.addAction(planIds[action.plan] ?? '', action.ref, action.text, ids[at] ?? '');
  const progress = progressByOwner(state, 'action');
  const knownProgress = Map.groupBy(known.progress, (one) => one.actionId ?? '');
  let lastKnown: number | null = null;
  let afterKnown = 0;
  drafts.actions.forEach((action, at) => {
    const id = ids[at] ?? '';
    const source = state.sourceOf(action.source);
    const sectionId = action.section === null ? null : (sections.ids[action.section] ?? null);
    const before = known.actions[matched[at] ?? -1];
    const updates = progress.get(at) ?? [];
    if (before) {
      lastKnown = before.position;
      afterKnown = 0;
      changeAction(state, before, at, {
        source,
        planId: planIds[action.plan] ?? '',
        sectionId,
        targets,
        known: knownProgress.get(before.id) ?? [],
        updates,
      });
      return;
    }
    // A new action stands after the one it follows in the file; positions leave room between.
    const position =
      lastKnown === null || afterKnown >= 1_000 ? state.nextPosition('actions') : lastKnown + ++afterKnown;
    const { ref, text, bullets, timescale, status, resources, comment, details, reviewOn } = action;
    state.plan.rows.actions.push({
      id,
      planId: planIds[action.plan] ?? '',
      sectionId,
      position,
      ref,
      text,
      bullets,
      ...timescaleToColumns(timescale),
      ...statusToColumns(status),
      resources,
      comment,
      details,
      reviewOn,
      continuesActionId: null,
      ...source,
    });
    addLeads(state, 'actionId', id, action.leads, source);
    addLinks(state, { actionId: id, planId: planIds[action.plan] ?? '' }, action.links, targets);
    for (const update of updates) addProgress(state, update, { actionId: id, kpiId: null });
    noteAdded(state, 'actions', { id, ref, title: text, where: source.sourceWhere });
  });
  return ids;
}

function changeAction(
  state: PlanState,
  before: KnownAction,
  at: number,
  o: {
    source: SourceColumns;
    planId: string;
    sectionId: string | null;
    targets: LinkTargets;
    known: readonly KnownProgress[];
    updates: readonly Update[];
  },
): void {
  const action = state.drafts.actions[at];
  if (!action) return;
  const found = difference();
  if (state.mayChange) {
    differText(found, 'ref', before.ref, action.ref);
    differText(found, 'text', before.text, action.text);
    differList(found, 'bullets', before.bullets, action.bullets);
    differTimescale(found, before.timescale, action.timescale);
    differText(found, 'resources', before.resources, action.resources);
    differText(found, 'comment', before.comment, action.comment);
    differText(found, 'reviewOn', before.reviewOn, action.reviewOn);
    differDetails(found, before.details, action.details);
    if (o.sectionId !== null && o.sectionId !== before.sectionId) {
      found.patch.sectionId = o.sectionId;
      found.fields.push({
        field: 'section',
        before: null,
        after: state.drafts.sections[action.section ?? -1]?.title ?? null,
      });
    }
    if (leadsDiffer(found, before.leads, action.leads))
      replaceLeads(state, 'actionId', before.id, action.leads, o.source);
    if (linksDiffer(found, before.links, action.links)) {
      const { rows } = state.plan;
      state.plan.replacements.push({ what: 'links', owner: 'actionId', id: before.id });
      rows.actionLinks = rows.actionLinks.filter((row) => row.actionId !== before.id);
      addLinks(state, { actionId: before.id, planId: o.planId }, action.links, o.targets);
    }
  }
  newUpdates(state, before, o, found);
  noteMatched(
    state,
    'actions',
    { id: before.id, ref: action.ref, title: action.text, source: o.source },
    found,
  );
}

/** Updates that the register does not have yet; one with a status moves the action's status on. */
function newUpdates(
  state: PlanState,
  before: KnownAction,
  o: { known: readonly KnownProgress[]; updates: readonly Update[] },
  found: RowDifference,
): void {
  const free = [...o.known];
  for (const update of o.updates) {
    const same = free.findIndex(
      (one) =>
        one.on === update.on &&
        sameText(one.text, update.text) &&
        (update.status === null || one.status?.state === update.status.state),
    );
    if (same >= 0) {
      free.splice(same, 1);
      continue;
    }
    if (!state.mayChange) continue;
    if (update.text === '' && update.status?.state === before.status?.state) continue;
    addProgress(state, update, { actionId: before.id, kpiId: null });
    if (update.status) {
      Object.assign(found.patch, statusToColumns(update.status));
      found.fields.push({
        field: 'status',
        before: before.status?.label ?? null,
        after: update.status.label,
      });
    }
    if (update.text !== '') found.fields.push({ field: 'progress', before: null, after: update.text });
  }
}

type Update = PlanState['drafts']['progress'][number];

export function progressByOwner(state: PlanState, owner: 'action' | 'kpi'): Map<number, Update[]> {
  const byOwner = new Map<number, Update[]>();
  for (const update of state.drafts.progress) {
    const at = update[owner];
    if (at === null) continue;
    const list = byOwner.get(at);
    if (list) list.push(update);
    else byOwner.set(at, [update]);
  }
  return byOwner;
}

export function addProgress(
  state: PlanState,
  update: Update,
  owner: { actionId: string | null; kpiId: string | null },
): void {
  const source = state.sourceOf(update.source);
  state.plan.rows.progress.push({
    id: state.newId(),
    ...owner,
    meetingId: null,
    position: state.nextPosition('progress'),
    on: update.on,
    ...statusToColumns(update.status),
    text: update.text,
    by: update.by,
    byPersonId: null,
    evidence: null,
    ...source,
  });
  state.plan.added.progress = (state.plan.added.progress ?? 0) + 1;
}

function addLinks(
  state: PlanState,
  of: { actionId: string; planId: string },
  links: PlanState['drafts']['actions'][number]['links'],
  targets: LinkTargets,
): void {
  targets.later(() => {
    const resolved = links.flatMap((link) => targets.resolve(link.text, link.kind, of));
    for (const [at, link] of resolved.entries()) {
      state.plan.rows.actionLinks.push({
        id: state.newId(),
        actionId: of.actionId,
        position: (at + 1) * 1_024,
        ...linkToColumns(link),
      });
    }
  });
}

/** Plans the measures of a file's actions. */
export function planMeasures(state: PlanState, actionIds: readonly string[], known: KnownContent): void {
  const byAction = new Map<string, KnownContent['measures']>();
  for (const measure of known.measures) {
    const list = byAction.get(measure.actionId);
    if (list) list.push(measure);
    else byAction.set(measure.actionId, [measure]);
  }
  const drafts = new Map<string, PlanState['drafts']['measures']>();
  for (const measure of state.drafts.measures) {
    const id = actionIds[measure.action] ?? '';
    const list = drafts.get(id);
    if (list) list.push(measure);
    else drafts.set(id, [measure]);
  }
  for (const [actionId, fresh] of drafts) {
    const old = byAction.get(actionId) ?? [];
    const named = (text: string) => ({ id: null, ref: null, text, under: '' });
    const matched =
      old.length === 0
        ? []
        : matchNamed(
            fresh.map((one) => named(one.text)),
            old.map((one) => named(one.text)),
          );
    fresh.forEach((measure, at) => {
      const source = state.sourceOf(measure.source);
      const before = old[matched[at] ?? -1];
      if (!before) {
        const id = state.newId();
        state.plan.rows.measures.push({
          id,
          actionId,
          position: state.nextPosition('measures'),
          text: measure.text,
          kpiId: null,
          ...source,
        });
        addLeads(state, 'measureId', id, measure.leads, source);
        noteAdded(state, 'measures', { id, title: measure.text, where: source.sourceWhere });
        return;
      }
      const found = difference();
      if (state.mayChange) {
        differText(found, 'text', before.text, measure.text);
        if (leadsDiffer(found, before.leads, measure.leads))
          replaceLeads(state, 'measureId', before.id, measure.leads, source);
      }
      noteMatched(state, 'measures', { id: before.id, title: measure.text, source }, found);
    });
  }
}
