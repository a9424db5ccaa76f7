import type { Action, Plan } from '#shared/contract/register.ts';
import type { State } from '#shared/domain/states.ts';
import { count } from '#shared/domain/words.ts';
import type { Block, ReportDocument, TableRow } from '../document.ts';
import { cell, inParts, part, quiet, words } from '../document.ts';
import { leadWords, measurePieces, timescalePieces, updatePieces } from './action-words.ts';
import { type Before, changedBlocks } from './changed-blocks.ts';
import { checkBlocks, slipWords } from './check-blocks.ts';
import { type ContentIndex, currentPlans, keyOf, markOf } from './content-index.ts';
import { type FrontMatter, frontFacts, frontFoot, stateSentence } from './front.ts';
import { exceptionKpiBlocks } from './kpi-blocks.ts';
import { measuredBlocks } from './year-blocks.ts';

/**
 * Highlights and risks only, over one plan or all that are not over: what is complete since the last snapshot, every action off
 * track in full, actions at risk with why, and the KPIs off track with their charts.
 */
export function composeExceptions(
  index: ContentIndex,
  front: FrontMatter,
  plan: Plan | null,
  before: Before,
): ReportDocument {
  const plans = plan ? [plan] : currentPlans(index);
  const actions = plans.flatMap(({ id }) => index.actionsOf.get(id) ?? []);
  const kpis = [...plans.map(({ id }) => id), ...(plan ? [] : [''])].flatMap(
    (id) => index.kpisOf.get(id) ?? [],
  );
  const inState = (state: State) => actions.filter((action) => action.status?.state === state);
  const off = inState('off-track');
  const risk = inState('at-risk');
  const highlights = inState('complete').filter((action) => !wasAlready(before, action, 'complete'));
  const kpiBlocks = exceptionKpiBlocks(index, kpis);
  const summary = [
    `Of ${count(actions.length, 'action')}: ${lowerFirst(stateSentence(plan, actions))}`,
    offSentence(off.length),
    kpiBlocks.sentence,
  ].filter((sentence) => sentence !== '');
  return {
    title: 'Exception report',
    subtitle: plan ? plan.title : 'All plans',
    partnership: index.content.settings.partnership,
    asAt: front.takenAt,
    facts: [{ label: 'Scope', text: 'Highlights and risks only' }, ...frontFacts(front)],
    key: keyOf(plan),
    foot: frontFoot(front),
    summary,
    ...inParts([
      part('summary', 'Summary', [
        { kind: 'labelled', label: 'Summary', pieces: [words(summary.join(' '))] },
      ]),
      part('changed', 'What has changed', changedBlocks(index, before, plan?.id ?? null)),
      part(
        'measured',
        'What is measured otherwise',
        plans.flatMap((one) => measuredBlocks(index, one)),
      ),
      part('highlights', 'Highlights', highlightBlocks(index, highlights, before)),
      part(
        'off-track',
        'Off track',
        off.flatMap((action, position) => offTrackBlocks(index, action, position, off.length, before)),
      ),
      part('risks', 'Risks', riskBlocks(index, risk, before)),
      part('kpis', 'KPIs', kpiBlocks.blocks),
      part('checks', 'Before circulation', checkBlocks(index, actions, front)),
    ]),
  };
}

function offSentence(off: number): string {
  if (off === 0) return 'None is off track.';
  return off === 1 ? 'The one off track is told here.' : `The ${off} off track are each told here.`;
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const planOf = (index: ContentIndex, action: Action) => index.plans.get(action.planId) ?? null;

function wasAlready(before: Before, action: Action, state: State): boolean {
  return before?.index.actions.get(action.id)?.status?.state === state;
}

function highlightBlocks(index: ContentIndex, highlights: readonly Action[], before: Before): Block[] {
  const heading: Block = { kind: 'heading', level: 2, text: 'Highlights' };
  if (highlights.length === 0) {
    const since = before ? ` since ${before.name}` : '';
    return [heading, { kind: 'words', runs: [{ text: `No action was completed${since}.` }] }];
  }
  return [
    heading,
    {
      kind: 'table',
      sheet: 'Highlights',
      caption: before ? `Completed since ${before.name}` : 'Completed actions',
      rowHeader: 1,
      columns: [
        { label: 'Ref', width: 8 },
        { label: 'Action', width: 60 },
        { label: 'Status', width: 14 },
      ],
      rows: highlights.map(
        (action): TableRow => ({
          kind: 'cells',
          cells: [
            cell(action.ref ? words(action.ref) : null),
            cell(words(action.text)),
            cell({ kind: 'status', mark: markOf(planOf(index, action), 'complete', action.status?.label) }),
          ],
        }),
      ),
    },
  ];
}

/** One exception in full: who, by when, why, what is measured, and how it stood before. */
function offTrackBlocks(
  index: ContentIndex,
  action: Action,
  position: number,
  of: number,
  before: Before,
): Block[] {
  const plan = planOf(index, action);
  const mark = markOf(plan, 'off-track', action.status?.label);
  const then = before?.index.actions.get(action.id)?.status;
  const who = leadWords(index, action.leads);
  const facts: Extract<Block, { kind: 'facts' }>['facts'][number][] = [
    { label: 'Leads', piece: words(who === '' ? 'No lead yet' : who) },
    { label: 'Timescale', piece: words(action.timescale?.text ?? 'No date yet') },
  ];
  const slip = slipWords(index, action);
  const from = action.timescale?.revisedFrom ? `from ${action.timescale.revisedFrom.text}` : null;
  if (slip !== null || from !== null) {
    facts.push({ label: 'Moved', piece: words([slip, from].filter(Boolean).join(', ')) });
  }
  if (before) {
    facts.push({
      label: before.name,
      piece: then
        ? { kind: 'status', mark: markOf(plan, then.state, then.label) }
        : words(before.index.actions.has(action.id) ? 'No status' : 'Not in the plan'),
    });
  }
  const labelled = (label: string, pieces: ReturnType<typeof measurePieces>): Block[] =>
    pieces.length === 0 ? [] : [{ kind: 'labelled', label, pieces }];
  return [
    {
      kind: 'heading',
      level: 2,
      text: [action.ref, action.text].filter(Boolean).join(' '),
      mark,
      aside: `${mark.label}, ${position + 1} of ${of}`,
      recordId: action.id,
    },
    { kind: 'facts', facts },
    ...labelled('Why', updatePieces(index, action.id)),
    ...labelled('Measures', measurePieces(index, action)),
    ...labelled('Comment', action.comment ? [words(action.comment)] : []),
    ...labelled('Resources', action.resources ? [words(action.resources)] : []),
  ];
}

function riskBlocks(index: ContentIndex, risk: readonly Action[], before: Before): Block[] {
  if (risk.length === 0) return [];
  const columns = [
    { label: 'Ref', width: 8 },
    { label: 'Action', width: 40 },
    { label: 'Leads', width: 16 },
    { label: 'Timescale', width: 22 },
    { label: 'Why', width: 34 },
    ...(before ? [{ label: before.name, width: 14 }] : []),
  ];
  return [
    { kind: 'heading', level: 2, text: 'Risks', newPage: false },
    {
      kind: 'table',
      caption: 'Actions at risk',
      sheet: 'Risks',
      rowHeader: 1,
      columns,
      rows: risk.map((action): TableRow => {
        const plan = planOf(index, action);
        const then = before?.index.actions.get(action.id)?.status;
        const who = leadWords(index, action.leads);
        const slip = slipWords(index, action);
        return {
          kind: 'cells',
          recordId: action.id,
          cells: [
            cell(action.ref ? words(action.ref) : null),
            cell(words(action.text), {
              kind: 'status',
              mark: markOf(plan, 'at-risk', action.status?.label),
            }),
            cell(who === '' ? null : words(who)),
            cell(...timescalePieces(action), slip === null ? null : quiet(`Moved ${slip}`)),
            cell(...updatePieces(index, action.id)),
            ...(before
              ? [cell(then ? { kind: 'status', mark: markOf(plan, then.state, then.label) } : null)]
              : []),
          ],
        };
      }),
    },
  ];
}
