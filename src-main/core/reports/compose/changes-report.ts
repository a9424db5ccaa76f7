import type { Plan } from '#shared/contract/register.ts';
import type { Difference } from '#shared/contract/reports.ts';
import { figuresInWords, inWords, isFigureIn, kindWords } from '#shared/domain/difference-words.ts';
import { wordDiff } from '#shared/domain/word-diff.ts';
import {
  type Block,
  cell,
  inParts,
  type Piece,
  part,
  quiet,
  type ReportDocument,
  type TableRow,
  words,
} from '../document.ts';
import { type Before, changesSince } from './changed-blocks.ts';
import { type ContentIndex, keyOf } from './content-index.ts';
import { type FrontMatter, frontFacts, frontFoot } from './front.ts';

/**
 * Everything that is different between an earlier snapshot and this one, once each: by plan and section, what it was
 * and what it is, with the words marked that went and came. Without an earlier snapshot it says that there is none.
 */
export function composeChanges(
  index: ContentIndex,
  front: FrontMatter,
  plan: Plan | null,
  before: Before,
): ReportDocument {
  const all = before ? changesSince(index, before, plan?.id ?? null) : [];
  const figures = all.filter(isFigureIn);
  const told = all.filter((one) => !isFigureIn(one));
  const plans = new Set(all.flatMap((one) => one.planId ?? [])).size;
  const summary = before
    ? inWords(all, before.name, plans)
    : ['There is no earlier snapshot to compare with. Take one, and the next report tells what has changed.'];
  return {
    title: 'What has changed',
    subtitle: [plan?.title ?? 'All plans', before ? `since ${before.name}` : ''].filter(Boolean).join(', '),
    partnership: index.content.settings.partnership,
    asAt: front.takenAt,
    facts: [...(before ? [{ label: 'Compared with', text: before.name }] : []), ...frontFacts(front)],
    key: keyOf(plan),
    foot: frontFoot(front),
    summary,
    ...inParts([
      part('summary', 'Summary', [
        { kind: 'labelled', label: 'Summary', pieces: summary.map((sentence) => words(sentence)) },
      ]),
      part('changes', 'Change by change', before ? changeTable(index, before.index, told) : []),
      part('figures', 'Figures that came in', figureTable(index, figures)),
    ]),
  };
}

/** Where a record stands or stood: its plan and section, for the headings of the table. */
function placesOf(now: ContentIndex, then: ContentIndex) {
  const sectionOf = new Map<string, string | null>();
  for (const { content } of [then, now]) {
    for (const { id, sectionId } of [...content.actions, ...content.kpis]) sectionOf.set(id, sectionId);
    for (const { id } of content.sections) sectionOf.set(id, id);
    for (const { id, actionId } of content.measures) sectionOf.set(id, sectionOf.get(actionId) ?? null);
    for (const { id, kpiId } of content.kpiValues) sectionOf.set(id, sectionOf.get(kpiId) ?? null);
    for (const { id, actionId, kpiId } of content.progress)
      sectionOf.set(id, sectionOf.get(actionId ?? kpiId ?? '') ?? null);
  }
  // What is no more comes after what is.
  const order = new Map<string, number>();
  for (const { content } of [now, then]) {
    for (const { id } of [...content.plans, ...content.sections])
      if (!order.has(id)) order.set(id, order.size);
  }
  return {
    plan: (id: string) => now.plans.get(id) ?? then.plans.get(id) ?? null,
    sectionId: (one: Difference) => sectionOf.get(one.id) ?? null,
    section: (id: string) => now.sections.get(id) ?? then.sections.get(id) ?? null,
    /** Where a plan or section stands in reading order; what is of none comes last. */
    order: (id: string | null) => order.get(id ?? '') ?? order.size,
  };
}

function changeTable(index: ContentIndex, then: ContentIndex, told: readonly Difference[]): Block[] {
  if (told.length === 0) return [];
  const places = placesOf(index, then);
  const rows: TableRow[] = [];
  const updates = new Set<string>(index.content.progress.map(({ id }) => id));
  const inOrder = <T>(groups: Map<string | null, T>) =>
    [...groups].toSorted(([a], [b]) => places.order(a) - places.order(b));
  for (const [planId, ofPlan] of inOrder(Map.groupBy(told, (one): string | null => one.planId))) {
    const plan = planId === null ? null : places.plan(planId);
    const title = plan?.title ?? 'Of no plan';
    rows.push({ kind: 'group', level: 0, ref: null, title });
    for (const [sectionId, ofSection] of inOrder(Map.groupBy(ofPlan, places.sectionId))) {
      const section = sectionId === null ? null : places.section(sectionId);
      if (section) rows.push({ kind: 'group', level: 1, ref: section.ref, title: section.title });
      for (const one of ofSection) rows.push(rowOf(one, updates.has(one.id)));
    }
  }
  return [
    { kind: 'heading', level: 2, text: 'Change by change' },
    {
      kind: 'table',
      caption: 'What was, and what is',
      sheet: 'Changes',
      rowHeader: 2,
      columns: [
        { label: 'Ref', width: 8 },
        { label: 'Change', width: 14 },
        { label: 'Of what', width: 36 },
        { label: 'Before', width: 28 },
        { label: 'After', width: 32 },
      ],
      rows,
    },
  ];
}

function rowOf(one: Difference, isUpdate: boolean): TableRow {
  const { before, after } = one;
  const marked = one.kind === 're-worded' && before !== null && after !== null;
  // The update that changed a status says why: it stands under the status it gave.
  const why = one.why ? quiet(one.why) : null;
  return {
    kind: 'cells',
    cells: [
      cell(one.ref ? words(one.ref) : null),
      cell(
        words(isUpdate && one.kind === 'added' ? 'Update' : kindWords(one)),
        one.kind === 'changed' && one.field ? quiet(one.field) : null,
      ),
      cell(words(one.title)),
      cell(marked ? markedPiece(before, after, 'gone') : before === null ? null : words(before)),
      cell(marked ? markedPiece(before, after, 'new') : after === null ? null : words(after), why),
    ],
  };
}

/** One side of a re-wording, with the words marked that only this side has. */
function markedPiece(before: string, after: string, side: 'gone' | 'new'): Piece {
  return {
    kind: 'words',
    runs: wordDiff(before, after)
      .filter(({ kind }) => kind === 'same' || kind === side)
      .map(({ kind, text }) => (kind === 'same' ? { text } : { text, change: side })),
  };
}

/** Figures that came in are told apart: they are many, and each is news of the same kind. */
function figureTable(index: ContentIndex, figures: readonly Difference[]): Block[] {
  if (figures.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Figures that came in' },
    { kind: 'words', runs: [{ text: `${figuresInWords(figures)}.` }] },
    {
      kind: 'table',
      caption: 'Figures that came in',
      sheet: 'Figures',
      rowHeader: 1,
      columns: [
        { label: 'Ref', width: 8 },
        { label: 'Figure', width: 60 },
        { label: 'Plan', width: 30 },
        { label: 'Is', width: 20 },
      ],
      rows: figures.map((one) => ({
        kind: 'cells',
        cells: [
          cell(one.ref ? words(one.ref) : null),
          cell(words(one.title)),
          cell(one.planId ? words(index.plans.get(one.planId)?.title ?? '') : null),
          cell(one.after === null ? null : words(one.after)),
        ],
      })),
    },
  ];
}
