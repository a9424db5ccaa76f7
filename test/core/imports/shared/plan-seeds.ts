import {
  actionText,
  type Brought,
  beginning,
  type Checks,
  folded,
  measuresOf,
  progressText,
  wordsOf,
} from './checks.ts';

/** The notes of a careful reader on seeds 000, 001 and 003: every count and every spot check. */

// biome-ignore lint/suspicious/noExplicitAny: each file of notes has a form of its own
export type Notes = any;

export function checkWorkPlan(to: Checks, { register, result }: Brought, notes: Notes): void {
  const { counts, spotChecks, ragKey } = notes;
  to.same('kpis', register.kpis.length, counts.kpis);
  const objectives = register.sections.filter((one) => one.kind === 'objective').length;
  to.same('objectives', [counts.objectives, counts.objectiveCells].includes(objectives), true);
  to.same(
    'actions',
    [counts.actionCells, counts.actionsIfParagraphsAreSplit].includes(register.actions.length),
    true,
  );
  to.same('key', register.plans[0]?.key.length, ragKey.length);
  to.same('meetings', register.meetings.length, counts.meetings);
  to.same('resolutions', register.resolutions.length, counts.resolutions);
  const people = new Set(
    [...register.actions, ...register.measures]
      .flatMap((one) => one.leads)
      .concat(register.kpis.flatMap((kpi) => kpi.owners))
      .map((lead) => lead.text.toLowerCase()),
  );
  to.same('distinct leads', people.size, counts.distinctLeads);
  for (const lead of counts.leads as string[])
    to.same(
      `lead ${counts.leads.indexOf(lead)}`,
      people.has((lead.split(' (')[0] ?? '').toLowerCase()),
      true,
    );
  to.same('nothing in the tray', result.files[0]?.reconciliation.tray, 0);
  spotChecks.forEach((spot: Notes, at: number) => {
    if (spot.kpi !== undefined) checkKpi(to, register, spot, at);
    else if (spot.action !== undefined) checkWorkPlanAction(to, register, spot, at);
    else {
      const texts = register.actions.map(actionText).join(' ');
      to.says(`spot ${at} paragraphs of the action`, texts, spot.actionCellWithSeveralParagraphs);
      to.says(`spot ${at} targets`, register.measures.map((one) => one.text).join(' '), spot.targets);
    }
  });
}

function checkKpi(to: Checks, register: Brought['register'], spot: Notes, at: number): void {
  const kpi = beginning(register.kpis, (one) => one.name, spot.kpi);
  const values = register.kpiValues.filter((one) => one.kpiId === kpi?.id && one.role === 'target');
  for (const [year, text] of Object.entries(spot.targets as Record<string, string>)) {
    const value = values.find(
      (one) => one.period.label.replace('-', '/') === year || one.period.label.includes(year),
    );
    to.sameText(`spot ${at} target ${year}`, value?.text, text);
    const number = /^[\d.]+/.exec(text)?.[0];
    if (text !== '' && number !== undefined)
      to.same(`spot ${at} number ${year}`, value?.number, Number(number));
  }
  const owners = spot.owners ?? (spot.owner === undefined ? null : [spot.owner]);
  if (owners !== null)
    to.same(`spot ${at} owners`, kpi?.owners.map((lead) => lead.text).sort(), [...owners].sort());
}

function checkWorkPlanAction(to: Checks, register: Brought['register'], spot: Notes, at: number): void {
  const action = beginning(register.actions, actionText, spot.action);
  to.same(`spot ${at} found`, action !== undefined, true);
  if (action === undefined) return;
  const measures = register.measures.filter((one) => one.actionId === action.id);
  const section = register.sections.find((one) => one.id === action.sectionId);
  if (spot.objectiveStartsWith !== undefined)
    to.same(
      `spot ${at} objective`,
      folded([section?.title, ...(section?.bullets ?? [])].join(' ')).startsWith(
        folded(spot.objectiveStartsWith),
      ),
      true,
    );
  if (spot.linked !== undefined)
    to.says(
      `spot ${at} linked`,
      JSON.stringify([action.links, action.details, section?.details]),
      spot.linked,
    );
  if (spot.successCriteriaOnFourRows !== undefined) {
    to.same(
      `spot ${at} measures`,
      measures.map((one) => folded(one.text)),
      spot.successCriteriaOnFourRows.map(folded),
    );
    to.same(
      `spot ${at} leads`,
      measures.flatMap((one) => one.leads.map((lead) => lead.text)),
      spot.leads,
    );
  }
  if (spot.successCriteria !== undefined)
    to.says(`spot ${at} criteria`, measures.map((one) => one.text).join(' '), spot.successCriteria);
  if (spot.lead !== undefined) {
    const leads = [...action.leads, ...measures.flatMap((one) => one.leads)]
      .map((lead) => lead.text)
      .join(' ');
    to.says(`spot ${at} lead`, leads, spot.lead);
  }
}

export function checkOutcomesPlan(to: Checks, { register }: Brought, notes: Notes): void {
  const { counts, spotChecks } = notes;
  const priorities = register.sections.filter((one) => one.kind === 'priority' && one.parentId === null);
  const under = (id: string) => register.sections.filter((one) => one.parentId === id);
  const objectives = priorities.map((one) => one.bullets.length + under(one.id).length);
  const inSection = (id: string) => new Set([id, ...under(id).map((one) => one.id)]);
  to.same('priorities', priorities.length, counts.priorities);
  to.same('objectives by priority', objectives, counts.objectivesByPriority);
  to.same('actions', register.actions.length, counts.actions);
  to.same(
    'actions by priority',
    priorities.map(
      (one) => register.actions.filter((action) => inSection(one.id).has(action.sectionId ?? '')).length,
    ),
    counts.actionsByPriority,
  );
  to.same('kpis', register.kpis.length, counts.kpis);
  to.same(
    'kpis by priority',
    priorities.map((one) => register.kpis.filter((kpi) => inSection(one.id).has(kpi.sectionId ?? '')).length),
    counts.kpisByPriority,
  );
  const targets = register.kpiValues.filter((one) => one.role === 'target' && one.number !== null);
  to.same(
    'kpis with a numeric target',
    new Set(targets.map((one) => one.kpiId)).size,
    counts.kpisWithANumericTarget,
  );
  to.same(
    'actions without lead',
    register.actions.filter((one) => one.leads.length === 0).length,
    counts.actionsWithoutLead,
  );
  to.same(
    'actions without date',
    register.actions.filter((one) => one.timescale === null).length,
    counts.actionsWithoutDate,
  );
  to.same(
    'priority leads',
    priorities.map((one) => one.leads.map((lead) => folded(lead.text)).join(' + ')),
    counts.priorityLeads,
  );
  to.same(
    'lead texts',
    [...new Set(register.actions.flatMap((one) => one.leads.map(withDoubt)))].sort(),
    counts.distinctLeadTexts.map(folded).sort(),
  );
  to.same('meetings', register.meetings.length, counts.meetings);
  to.same('resolutions', register.resolutions.length, counts.resolutions);
  to.same('title', folded(notes.title).includes(folded(register.plans[0]?.title ?? '?')), true);
  // From the issue: duties with dates in force, glossary, what the partnership is for.
  to.same('duties', register.duties.length, 8);
  to.same('duties in force', register.duties.filter((one) => one.inForceFrom !== null).length, 3);
  to.same('glossary', register.glossary.length, 8);
  to.same(
    'purpose and role',
    register.bodies.some((one) => one.purpose !== null && one.role !== null),
    true,
  );
  spotChecks.forEach((spot: Notes, at: number) => {
    if (spot.kpi !== undefined || spot.kpiLines !== undefined) checkOutcomesKpi(to, register, spot, at);
    else checkOutcomesAction(to, register, spot, at);
  });
}

function checkOutcomesAction(to: Checks, register: Brought['register'], spot: Notes, at: number): void {
  const words = spot.action ?? spot.actionLines.join(' ');
  const action =
    beginning(register.actions, actionText, words) ??
    beginning(register.actions, actionText, spot.actionLines?.[0] ?? words);
  to.same(`spot ${at} found`, action !== undefined, true);
  if (action === undefined) return;
  const leads = action.leads.map((lead) => folded(lead.text));
  if (spot.lead !== undefined) to.same(`spot ${at} lead`, leads, spot.lead === '' ? [] : [spot.lead]);
  if (spot.leads !== undefined) to.same(`spot ${at} leads`, leads, spot.leads);
  if (spot.due !== undefined) to.sameText(`spot ${at} due`, action.timescale?.text, spot.due);
  if (spot.dueLines !== undefined) to.says(`spot ${at} dues`, action.timescale?.text ?? '', spot.dueLines);
  const links = action.links.map((link) => folded(link.text));
  if (spot.linkedPlan !== undefined)
    to.same(`spot ${at} links`, links, spot.linkedPlan === '' ? [] : [spot.linkedPlan]);
  if (spot.linkedPlans !== undefined) to.same(`spot ${at} links`, links, spot.linkedPlans);
  if (spot.resources !== undefined)
    to.same(`spot ${at} resources`, wordsOf(action.resources ?? ''), spot.resources.flatMap(wordsOf));
  if (spot.priority !== undefined) {
    const section = register.sections.find((one) => one.id === action.sectionId);
    to.same(
      `spot ${at} priority`,
      new RegExp(`\\b${spot.priority}\\b`).test(`${section?.ref} ${section?.title}`),
      true,
    );
  }
}

function checkOutcomesKpi(to: Checks, register: Brought['register'], spot: Notes, at: number): void {
  const kpi = beginning(register.kpis, (one) => one.name, spot.kpi ?? spot.kpiLines[0]);
  to.same(`spot ${at} found`, kpi !== undefined, true);
  if (spot.source !== undefined) to.sameText(`spot ${at} source`, kpi?.dataSource, spot.source);
  const values = register.kpiValues.filter((one) => one.kpiId === kpi?.id);
  const baseline = values.find((one) => one.role === 'baseline');
  to.sameText(`spot ${at} baseline`, baseline?.text, spot.baseline2008 ?? spot.baseline);
  for (const [year, text] of Object.entries(spot.targets as Record<string, string>)) {
    const value = values.find((one) => one.role === 'target' && one.period.label.includes(year));
    to.sameText(`spot ${at} target ${year}`, value?.text, text);
    if (/^[\d.]+$/.test(text)) to.same(`spot ${at} number ${year}`, value?.number, Number(text));
  }
}

export function checkInspection(to: Checks, { register }: Brought, notes: Notes): void {
  const { counts, spotChecks, facts } = notes;
  const recommendations = register.sections.filter((one) => one.kind === 'recommendation');
  to.same('recommendations', recommendations.length, counts.recommendations);
  to.same('actions', register.actions.length, counts.actions);
  to.same(
    'actions by recommendation',
    Object.fromEntries(
      recommendations.map((one) => [
        one.ref,
        register.actions.filter((action) => action.sectionId === one.id).length,
      ]),
    ),
    counts.actionsByRecommendation,
  );
  const progress = register.actions.map((one) => folded(progressText(register, one)));
  to.same(
    'exactly completed',
    progress.filter((text) => text === 'Completed').length,
    counts.progressExactlyCompleted,
  );
  to.same('without progress', progress.filter((text) => text === '').length, counts.withoutProgress);
  to.same(
    'without criteria',
    register.actions.filter((one) => measuresOf(register, one).length === 0).length,
    counts.withoutSuccessCriteria,
  );
  to.same('comments', register.actions.filter((one) => one.comment !== null).length, counts.comments);
  to.same('review dates', register.actions.filter((one) => one.reviewOn === '2014-11-24').length, 3);
  to.same('kpis', register.kpis.length, counts.kpis);
  to.same('meetings', register.meetings.length, counts.meetings);
  to.same('resolutions', register.resolutions.length, counts.resolutions);
  to.same('no due dates', register.actions.filter((one) => one.timescale !== null).length, 0);
  to.says(
    'facts',
    JSON.stringify(register.plans),
    Object.values(facts).map((fact) => String(fact).replace(/\(.*/, '')),
  );
  spotChecks.forEach((spot: Notes, at: number) => {
    const action =
      beginning(register.actions, actionText, spot.action.join(' ')) ??
      beginning(register.actions, actionText, spot.action[0]);
    to.same(`spot ${at} found`, action !== undefined, true);
    if (action === undefined) return;
    const section = register.sections.find((one) => one.id === action.sectionId);
    to.same(`spot ${at} recommendation`, section?.ref, spot.recommendation);
    to.says(
      `spot ${at} lead`,
      action.leads.map((lead) => lead.text).join(' '),
      spot.lead.replace(/&|\band\b/g, ' '),
    );
    to.same(`spot ${at} text`, wordsOf(actionText(action)), spot.action.flatMap(wordsOf));
    to.same(
      `spot ${at} criteria`,
      measuresOf(register, action).flatMap(wordsOf),
      spot.successCriteria.flatMap(wordsOf),
    );
    to.same(`spot ${at} progress`, wordsOf(progressText(register, action)), spot.progress.flatMap(wordsOf));
    to.sameText(`spot ${at} comment`, action.comment, spot.comment);
  });
}

/** A lead's words with the question marks that say who wrote them was not sure. */
function withDoubt({ text, note }: { readonly text: string; readonly note: string | null }): string {
  return folded(`${text}${/^\?+$/.test(note ?? '') ? note : ''}`);
}
