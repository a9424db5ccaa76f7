import type { KnownContent } from '#db/queries/imports-match.ts';
import { periodToColumns } from '#db/records.ts';
import type { Period } from '#shared/contract/register.ts';
import { settlePolarity } from './ask-polarity.ts';
import { differDetails, difference, differText, leadsDiffer } from './differences.ts';
import { knownPaths } from './plan-sections.ts';
import { addLeads, noteAdded, noteMatched, type PlanState, replaceLeads } from './plan-state.ts';
import { settleMatches } from './settle-matches.ts';

type Sections = { readonly ids: readonly string[]; readonly paths: readonly string[] };

/** Plans the KPIs of a file with their figures and narratives. */
export function planKpis(
  state: PlanState,
  planIds: readonly string[],
  sections: Sections,
  known: KnownContent,
): void {
  const { drafts, plan } = state;
  const paths = knownPaths(known.sections);
  const matched = settleMatches(
    state,
    'KPI',
    drafts.kpis.map((kpi) => ({
      source: kpi.source,
      id: kpi.id,
      ref: kpi.ref,
      text: kpi.name,
      under: kpi.section === null ? '' : (sections.paths[kpi.section] ?? ''),
    })),
    known.kpis.map((kpi) => ({
      id: kpi.id,
      ref: kpi.ref,
      text: kpi.name,
      under: kpi.sectionId ? (paths.get(kpi.sectionId) ?? '') : '',
    })),
  );
  const ways = settlePolarity(state, matched, known);
  const ids: string[] = [];
  drafts.kpis.forEach((kpi, at) => {
    const source = state.sourceOf(kpi.source);
    const before = known.kpis[matched[at] ?? -1];
    const { ref, name, unit, dataSource, calendar, details } = kpi;
    const polarity = kpi.polarity ?? ways.get(at) ?? null;
    if (!before) {
      const id = state.newId();
      ids.push(id);
      const planId = kpi.plan === null ? null : (planIds[kpi.plan] ?? null);
      const sectionId = kpi.section === null ? null : (sections.ids[kpi.section] ?? null);
      plan.rows.kpis.push({
        id,
        planId,
        sectionId,
        position: state.nextPosition('kpis'),
        ref,
        name,
        unit,
        polarity,
        dataSource,
        calendar,
        tolerance: null,
        details,
        ...source,
      });
      addLeads(state, 'kpiId', id, kpi.owners, source);
      noteAdded(state, 'kpis', { id, ref, title: name, where: source.sourceWhere });
      return;
    }
    ids.push(before.id);
    const found = difference();
    if (state.mayChange) {
      differText(found, 'ref', before.ref, ref);
      differText(found, 'name', before.name, name);
      differText(found, 'unit', before.unit, unit);
      differText(found, 'polarity', before.polarity, polarity);
      differText(found, 'dataSource', before.dataSource, dataSource);
      differText(found, 'calendar', before.calendar, calendar);
      differDetails(found, before.details, details);
      if (leadsDiffer(found, before.owners, kpi.owners, 'owners'))
        replaceLeads(state, 'kpiId', before.id, kpi.owners, source);
    }
    noteMatched(state, 'kpis', { id: before.id, ref, title: name, source }, found);
  });
  planValues(state, ids, known.values);
  planNarratives(state, ids, known.narratives);
}

/** One figure of a KPI: the same kind of figure, period and comparator is the same figure. */
function figureKey(
  kpiId: string,
  o: { role: string; period: Period; comparator: string | null; provisional: boolean },
): string {
  return [kpiId, o.role, o.period.label, o.comparator ?? '', o.provisional ? 'p' : ''].join('|');
}

function planValues(state: PlanState, ids: readonly string[], known: KnownContent['values']): void {
  const byKey = new Map<string, KnownContent['values']>();
  for (const value of known) {
    const key = figureKey(value.kpiId, value);
    const list = byKey.get(key);
    if (list) list.push(value);
    else byKey.set(key, [value]);
  }
  for (const value of state.drafts.kpiValues) {
    const kpiId = ids[value.kpi] ?? '';
    const source = state.sourceOf(value.source);
    const before = byKey.get(figureKey(kpiId, value))?.shift();
    const { role, number, text, symbol, comparator, provisional } = value;
    const title = `${value.role} ${value.period.label}: ${text}`;
    if (!before) {
      const id = state.newId();
      state.plan.rows.kpiValues.push({
        id,
        kpiId,
        position: state.nextPosition('kpiValues'),
        role,
        ...periodToColumns(value.period),
        number,
        text,
        symbol,
        comparator,
        tolerance: null,
        provisional,
        ...source,
      });
      noteAdded(state, 'kpiValues', { id, title, where: source.sourceWhere });
      continue;
    }
    const found = difference();
    if (state.mayChange && before.text !== text) {
      Object.assign(found.patch, { text, number, symbol });
      found.fields.push({ field: `${role} ${value.period.label}`, before: before.text, after: text });
    }
    noteMatched(state, 'kpiValues', { id: before.id, title, source }, found);
  }
}

function planNarratives(state: PlanState, ids: readonly string[], known: KnownContent['narratives']): void {
  const byKey = new Map(known.map((one) => [`${one.kpiId}|${one.period.label}`, one]));
  for (const narrative of state.drafts.kpiNarratives) {
    const kpiId = ids[narrative.kpi] ?? '';
    const source = state.sourceOf(narrative.source);
    const before = byKey.get(`${kpiId}|${narrative.period.label}`);
    const { behind, doing } = narrative;
    if (!before) {
      const id = state.newId();
      state.plan.rows.kpiNarratives.push({
        id,
        kpiId,
        position: state.nextPosition('kpiNarratives'),
        ...periodToColumns(narrative.period),
        behind,
        doing,
        by: null,
        on: null,
        ...source,
      });
      noteAdded(state, 'kpiNarratives', { id, title: behind || doing, where: source.sourceWhere });
      continue;
    }
    const found = difference();
    if (state.mayChange) {
      differText(found, 'behind', before.behind, behind);
      differText(found, 'doing', before.doing, doing);
    }
    noteMatched(state, 'kpiNarratives', { id: before.id, title: behind || doing, source }, found);
  }
}
