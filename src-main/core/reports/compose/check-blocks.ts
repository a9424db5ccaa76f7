import type { Action } from '#shared/contract/register.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { slipInWords } from '#shared/domain/slippage.ts';
import { count } from '#shared/domain/words.ts';
import { type Block, cell, quiet, type TableRow, words } from '../document.ts';
import { type ContentIndex, markOf } from './content-index.ts';
import type { FrontMatter } from './front.ts';
import { type FrozenMismatch, mismatchesIn, slippageIn } from './judge-content.ts';

/**
 * "Checks before circulation": the statuses that dates and evidence did not bear out when the snapshot was taken, each
 * accepted with its reason or open. Nothing where all agree.
 */
export function checkBlocks(
  index: ContentIndex,
  actions: readonly Action[],
  { takenAt }: FrontMatter,
): Block[] {
  if (index.hidesChecks) return [];
  const found = mismatchesIn(index, actions, index.content.judgedOn ?? takenAt.slice(0, 10));
  if (found.length === 0) return [];
  const accepted = found.filter((one) => one.accepted !== null).length;
  return [
    { kind: 'heading', level: 2, text: 'Checks before circulation' },
    { kind: 'words', runs: [{ text: sentence(found.length, accepted) }] },
    {
      kind: 'table',
      caption: 'Statuses that dates or evidence do not bear out',
      sheet: 'Checks',
      columns: [
        { label: 'Ref', width: 8 },
        { label: 'Action', width: 40 },
        { label: 'Lead says', width: 14 },
        { label: 'Register suggests', width: 14 },
        { label: 'Why', width: 36 },
        { label: 'What was decided', width: 32 },
      ],
      rowHeader: 1,
      rows: found.map((one) => rowOf(index, one)),
    },
  ];
}

function sentence(all: number, accepted: number): string {
  const open = all - accepted;
  const first =
    all === 1
      ? 'One status is not borne out by its dates or evidence'
      : `${count(all, 'status', 'statuses')} are not borne out by their dates or evidence`;
  if (open === 0) return `${first}. ${all === 1 ? 'It was' : 'Each was'} accepted with a reason.`;
  if (accepted === 0) return `${first}. ${all === 1 ? 'It is' : 'All are'} open.`;
  return `${first}: ${accepted} accepted with a reason, ${open} open.`;
}

function rowOf(index: ContentIndex, { action, expected, says, accepted }: FrozenMismatch): TableRow {
  const plan = index.plans.get(action.planId) ?? null;
  const { status } = action;
  return {
    kind: 'cells',
    cells: [
      cell(action.ref ? words(action.ref) : null),
      cell(words(action.text)),
      cell(status ? { kind: 'status', mark: markOf(plan, status.state, status.label) } : null),
      cell(expected.state ? { kind: 'status', mark: markOf(plan, expected.state) } : words('Not complete')),
      cell(words(says)),
      accepted
        ? cell(
            words(`Accepted: ${accepted.reason}`),
            quiet([formatDay(accepted.on), accepted.by].filter(Boolean).join(', ')),
          )
        : cell(words('Open')),
    ],
  };
}

/** "3 times, 14 months in all"; null where the end date never moved. */
export function slipWords(index: ContentIndex, action: Action): string | null {
  const { moves, days } = slippageIn(index, action);
  return slipInWords({ times: moves.length, days })?.replace(/^moved /, '') ?? null;
}
