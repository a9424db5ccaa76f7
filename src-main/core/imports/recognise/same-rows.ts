import { otherRow, referenceKey } from '#shared/domain/references.ts';
import type { DraftAction, DraftLead, Drafts } from './types.ts';

const longest = 60;

/**
 * Leads and timescales that only point to another row ("As above", "ditto", "As 4.2 (ii)") become that row's, their
 * words kept. What points to no row that is there stays as it stands.
 */
export function resolveSameRows(drafts: Drafts): void {
  const { actions } = drafts;
  let byRef: Map<string, DraftAction> | null = null;
  const target = (at: number, words: string): DraftAction | undefined => {
    const to = words.length <= longest ? otherRow(words) : null;
    if (to === null) return undefined;
    if (to === 'above' || to === 'below') {
      const other = actions[to === 'above' ? at - 1 : at + 1];
      return other?.plan === actions[at]?.plan ? other : undefined;
    }
    byRef ??= new Map(
      actions.filter((one) => one.ref !== null).map((one) => [referenceKey(one.ref ?? ''), one]),
    );
    return byRef.get(referenceKey(to.ref));
  };
  actions.forEach((action, at) => {
    const [lead] = action.leads;
    if (lead && action.leads.length === 1 && lead.text.length <= longest) {
      const words = lead.note === null ? lead.text : `${lead.text} (${lead.note})`;
      const other = target(at, words);
      if (other && other !== action && other.leads.length > 0)
        action.leads = other.leads.map((one) => ({ ...one, note: noteOf(one, words) }));
    }
    const { timescale } = action;
    if (timescale?.kind === 'unknown' && timescale.text.length <= longest) {
      const other = target(at, timescale.text);
      if (other && other !== action && other.timescale)
        action.timescale = { ...other.timescale, text: timescale.text };
    }
  });
}

function noteOf(lead: DraftLead, words: string): string {
  return lead.note === null || lead.note === words ? words : `${lead.note}; ${words}`;
}
