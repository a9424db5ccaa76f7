import type { Action, Plan, Section } from '#shared/contract/register.ts';
import { capital, count } from '#shared/domain/words.ts';
import {
  type Block,
  inParts,
  part,
  type ReportDocument,
  type TableRow,
  withoutEmptyColumns,
} from '../document.ts';
import { actionColumns, datePieces, leadWords } from './action-words.ts';
import { type Before, changedBlocks } from './changed-blocks.ts';
import { checkBlocks } from './check-blocks.ts';
import { type ContentIndex, keyOf } from './content-index.ts';
import { type FrontMatter, frontFacts, frontFoot, stateSentence } from './front.ts';
import { kpiBlocks } from './kpi-blocks.ts';
import { appendixBlocks } from './plan-appendix.ts';
import { readKpi, targetsSentence } from './read-kpi.ts';
import { reportingBlocks } from './reporting-blocks.ts';
import { becameBlocks, measuredBlocks } from './year-blocks.ts';

/** The plan as the table it is: its sections, every action with every field it has, its KPIs with charts. */
export function composePlan(
  index: ContentIndex,
  front: FrontMatter,
  plan: Plan,
  before: Before,
): ReportDocument {
  const actions = index.actionsOf.get(plan.id) ?? [];
  const kpis = index.kpisOf.get(plan.id) ?? [];
  const summary = [
    `${plan.title} has ${count(actions.length, 'action')}${kpis.length === 0 ? '' : ` and ${count(kpis.length, 'KPI')}`}.`,
    stateSentence(plan, actions),
    targetsSentence(kpis.map((kpi) => readKpi(index, kpi))),
  ].filter((sentence) => sentence !== '');
  return {
    title: plan.title,
    subtitle: plan.period?.label ?? '',
    partnership: index.content.settings.partnership,
    asAt: front.takenAt,
    facts: [{ label: 'Kind', text: capital(plan.kind) }, ...frontFacts(front)],
    key: keyOf(plan),
    foot: frontFoot(front),
    summary,
    ...inParts([
      part('about', 'What the plan is', [
        ...(plan.subject ? [labelled('Subject', plan.subject)] : []),
        ...(plan.preamble ? plan.preamble.split('\n').map((text): Block => plain(text)) : []),
      ]),
      part('summary', 'Summary', [labelled('Summary', summary.join(' '))]),
      part(
        'changed',
        'What has changed',
        isTold(index, before, plan) ? changedBlocks(index, before, plan.id) : [],
      ),
      part('reporting', 'Reporting lines', reportingBlocks(index.content, plan)),
      part('sections', 'Priorities and objectives', sectionNotes(index, plan)),
      part('measured', 'What is measured otherwise', measuredBlocks(index, plan)),
      part('actions', 'Actions', actionTable(index, plan, actions)),
      part('kpis', 'KPIs', kpiBlocks(index, plan, kpis)),
      part('checks', 'Before circulation', checkBlocks(index, actions, front)),
      part('became', 'What became of it', becameBlocks(index, plan)),
      part('duties', 'Duties', dutyBlocks(index, plan)),
      part('glossary', 'Glossary', glossaryBlocks(index, plan)),
      part('appendix', 'Appendix', appendixBlocks(index, plan)),
    ]),
  };
}

/** Whether there is something to compare with. A plan that another year continues is over, and stays as it was told. */
const isTold = (index: ContentIndex, before: Before, { id }: Plan): boolean =>
  before?.index.plans.has(id) === true &&
  !index.content.plans.some(({ continuesPlanId }) => continuesPlanId === id);

const plain = (text: string): Block => ({ kind: 'words', runs: [{ text }] });
const labelled = (label: string, text: string): Block => ({
  kind: 'labelled',
  label,
  pieces: [{ kind: 'words', runs: [{ text }] }],
});
/** How deep a section stands in its plan, from 0. */
function depthOf(index: ContentIndex, section: Section): number {
  let depth = 0;
  for (let parent = section.parentId; parent; parent = index.sections.get(parent)?.parentId ?? null)
    depth += 1;
  return depth;
}

/** Sections that say more than a heading in the table can: their leads, bullets and details. */
function sectionNotes(index: ContentIndex, plan: Plan): Block[] {
  const told = (index.sectionsOf.get(plan.id) ?? []).filter(
    (section) =>
      section.bullets.length > 0 ||
      section.leads.length > 0 ||
      section.details.length > 0 ||
      index.worded?.has(section.id),
  );
  if (told.length === 0) return [];
  const blocks: Block[] = [{ kind: 'heading', level: 2, text: 'Priorities and objectives' }];
  for (const section of told) {
    blocks.push({
      kind: 'heading',
      level: 3,
      text: [section.ref, section.title].filter(Boolean).join(' '),
      recordId: section.id,
    });
    const who = leadWords(index, section.leads);
    if (who !== '') blocks.push(labelled('Lead', who));
    if (section.bullets.length > 0) blocks.push({ kind: 'list', items: section.bullets });
    for (const detail of section.details) blocks.push(labelled(detail.label, detail.text));
  }
  return blocks;
}

/**
 * One table of all actions under their sections, with only the columns that say something. Sections without
 * actions are told too: a heading with nothing under it is news.
 */
function actionTable(index: ContentIndex, plan: Plan, actions: readonly Action[]): Block[] {
  const sections = index.sectionsOf.get(plan.id) ?? [];
  if (actions.length === 0) {
    const items = sections.map(({ ref, title }) => [ref, title].filter(Boolean).join(' '));
    return [
      plain('This plan has no actions yet.'),
      ...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
    ];
  }
  const columns = actionColumns(index, plan);
  const rows: TableRow[] = [];
  const rowOf = (action: Action): TableRow => ({
    kind: 'cells',
    cells: columns.map(({ of }) => of(action)),
    recordId: action.id,
  });
  const own = new Set(sections.map(({ id }) => id));
  // An action whose section stands in another plan is told all the same, with those that have none.
  const bySection = Map.groupBy(actions, ({ sectionId }) =>
    sectionId && own.has(sectionId) ? sectionId : null,
  );
  for (const action of bySection.get(null) ?? []) rows.push(rowOf(action));
  for (const section of sections) {
    rows.push({
      kind: 'group',
      level: depthOf(index, section),
      ref: section.ref,
      title: section.title,
      recordId: section.id,
    });
    for (const action of bySection.get(section.id) ?? []) rows.push(rowOf(action));
  }
  return [
    { kind: 'heading', level: 2, text: 'Actions' },
    withoutEmptyColumns({
      kind: 'table',
      caption: plan.title.startsWith('Actions') ? plan.title : `Actions of ${plan.title}`,
      sheet: 'Actions',
      columns: columns.map(({ label, width, foldable }) => ({ label, width, foldable })),
      rows,
      rowHeader: columns.findIndex(({ label }) => label === 'Action'),
    }),
  ];
}

function dutyBlocks(index: ContentIndex, plan: Plan): Block[] {
  const duties = index.content.duties.filter((duty) => duty.planId === plan.id);
  if (duties.length === 0) return [];
  const text = (value: string | null | undefined) => ({
    pieces: value ? [{ kind: 'words' as const, runs: [{ text: value }] }] : [],
  });
  return [
    { kind: 'heading', level: 2, text: 'Duties' },
    {
      kind: 'table',
      caption: 'Statutory duties',
      sheet: 'Duties',
      columns: [
        { label: 'Duty', width: 60 },
        { label: 'Basis', width: 24 },
        { label: 'In force', width: 20 },
      ],
      rowHeader: 0,
      rows: duties.map((duty) => ({
        kind: 'cells',
        cells: [text(duty.text), text(duty.basis), { pieces: datePieces(duty.inForceFrom) }],
      })),
    },
  ];
}

function glossaryBlocks(index: ContentIndex, plan: Plan): Block[] {
  const entries = index.content.glossary.filter((entry) => entry.planId === plan.id);
  if (entries.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Glossary' },
    {
      kind: 'table',
      caption: 'Words and abbreviations',
      sheet: 'Glossary',
      columns: [
        { label: 'Term', width: 20 },
        { label: 'Meaning', width: 60 },
      ],
      rowHeader: 0,
      rows: entries.map((entry) => ({
        kind: 'cells',
        cells: [
          { pieces: [{ kind: 'words', runs: [{ text: entry.term }] }] },
          { pieces: [{ kind: 'words', runs: [{ text: entry.meaning }] }] },
        ],
      })),
    },
  ];
}
