import type { Action } from '#shared/contract/register.ts';
import type { KpiChoice, YearChoice, YearProposal } from '#shared/contract/years.ts';
import { nextPlan } from '#shared/domain/next-actions.ts';
import { endedReason, faultsIn } from '#shared/domain/year-choices.ts';

/** What the officer has decided so far about each action and KPI: words half typed included. */

export type Kind = YearChoice['kind'];
export type Draft = {
  readonly kind: Kind;
  /** The new words; null while they are the ones proposed. */
  readonly text: string | null;
  /** The words of each part of a split. */
  readonly parts: readonly string[];
  readonly reason: string;
  readonly measured: string;
  /** What it is merged with: all that have the same name here. */
  readonly group: string | null;
};
export type Drafts = ReadonlyMap<string, Draft>;

/** The six ways, each under its letter. */
export const kinds: readonly { readonly kind: Kind; readonly letter: string; readonly name: string }[] = [
  { kind: 'carried', letter: 'c', name: 'Carry' },
  { kind: 'reworded', letter: 'r', name: 'Re-word' },
  { kind: 'split', letter: 's', name: 'Split' },
  { kind: 'merged', letter: 'm', name: 'Merge' },
  { kind: 'closed', letter: 'x', name: 'Close' },
  { kind: 'dropped', letter: 'd', name: 'Drop' },
];
/** The two ways of a KPI. */
export const kpiKinds = kinds.filter(({ kind }) => kind === 'carried' || kind === 'dropped');

const fresh = (kind: Kind): Draft => ({ kind, text: null, parts: [], reason: '', measured: '', group: null });

/** As proposed. */
export function begin({ actions, kpis }: YearProposal): Drafts {
  return new Map([
    ...actions.map(({ id, proposed, status }): [string, Draft] => [
      id,
      { ...fresh(proposed), reason: (proposed === 'closed' && endedReason({ status })) || '' },
    ]),
    ...kpis.map(({ id }): [string, Draft] => [id, fresh('carried')]),
  ]);
}

type Listed = YearProposal['actions'][number];

/** The words of an action as one types them: the first line the action, its bullets below. */
export const wordsOf = ({ text, bullets }: Pick<Listed, 'text' | 'bullets'>): string =>
  [text, ...bullets.map((bullet) => `• ${bullet}`)].join('\n');

/**
 * Gives actions a way. Words typed before are kept, so that a letter pressed in error costs nothing. Merged ones join
 * `group`; a group that is left with one is none.
 */
export function choose(
  drafts: Drafts,
  actions: readonly Listed[],
  o: { readonly ids: readonly string[]; readonly kind: Kind; readonly group?: string },
): Drafts {
  const next = new Map(drafts);
  const byId = new Map(actions.map((action) => [action.id as string, action]));
  for (const id of o.ids) {
    const draft = next.get(id);
    if (!draft) continue;
    const action = byId.get(id);
    const parts =
      o.kind === 'split' && draft.parts.length === 0 && action ? [wordsOf(action), ''] : draft.parts;
    next.set(id, { ...draft, kind: o.kind, parts, group: o.kind === 'merged' ? (o.group ?? id) : null });
  }
  return next;
}

export function edit(drafts: Drafts, id: string, patch: Partial<Draft>): Drafts {
  const draft = drafts.get(id);
  return draft ? new Map(drafts).set(id, { ...draft, ...patch }) : drafts;
}

/** What is merged together, in reading order. */
export function membersOf(drafts: Drafts, actions: readonly Listed[], group: string | null): Listed[] {
  if (group === null) return [];
  return actions.filter(({ id }) => {
    const draft = drafts.get(id);
    return draft?.kind === 'merged' && draft.group === group;
  });
}

/** The words a merger begins with: the first action's, those of the others as its bullets. */
export const mergedWords = (members: readonly Listed[]): string =>
  members.map((action, at) => (at === 0 ? action.text : `• ${action.text}`)).join('\n');

/** The choices as the core takes them; a merger once, at its first action. */
export function choicesOf(drafts: Drafts, actions: readonly Listed[]): YearChoice[] {
  return actions.flatMap((action) => choiceOf(action, drafts, actions));
}

function choiceOf(action: Listed, drafts: Drafts, actions: readonly Listed[]): YearChoice[] {
  const draft = drafts.get(action.id) ?? fresh(action.proposed);
  const { id: actionId } = action;
  const measuredChange = draft.measured.trim() || null;
  switch (draft.kind) {
    case 'carried':
      return [{ kind: 'carried', actionId, measuredChange }];
    case 'reworded':
      return [{ kind: 'reworded', actionId, text: draft.text ?? wordsOf(action), measuredChange }];
    case 'split':
      return [{ kind: 'split', actionId, parts: [...draft.parts], measuredChange }];
    case 'merged': {
      const members = membersOf(drafts, actions, draft.group);
      if (members[0]?.id !== actionId) return [];
      const actionIds = members.map(({ id }) => id);
      return [{ kind: 'merged', actionIds, text: draft.text ?? mergedWords(members), measuredChange }];
    }
    case 'closed':
      return [{ kind: 'closed', actionId, reason: draft.reason.trim() || null }];
    case 'dropped':
      return [{ kind: 'dropped', actionId, reason: draft.reason }];
  }
}

export function kpiChoicesOf(drafts: Drafts, kpis: YearProposal['kpis']): KpiChoice[] {
  return kpis.map(({ id: kpiId }) => {
    const draft = drafts.get(kpiId);
    return draft?.kind === 'dropped'
      ? { kind: 'dropped', kpiId, reason: draft.reason }
      : { kind: 'carried', kpiId, measuredChange: draft?.measured.trim() || null };
  });
}

/** What has to be put right first, by action or KPI: the sentence to show there. */
export function faultsOf(drafts: Drafts, proposal: YearProposal): ReadonlyMap<string, string> {
  const { actions, kpis } = proposal;
  const faults = new Map(
    faultsIn(actions, choicesOf(drafts, actions)).map(({ actionId, message }) => [actionId, message]),
  );
  for (const { id, ref, name } of kpis) {
    const draft = drafts.get(id);
    if (draft?.kind === 'dropped' && draft.reason.trim() === '') {
      faults.set(id, `Say why ${ref ?? name} is dropped: nobody could tell later.`);
    }
  }
  return faults;
}

/** The references that each action will have, by action: several for the parts of a split. */
export function newRefs(
  drafts: Drafts,
  proposal: YearProposal,
  options: { references: 'renumbered' | 'kept'; emptied: 'kept' | 'left-out' },
): ReadonlyMap<string, readonly string[]> {
  const { actions, sections } = proposal;
  const bare = actions.map(
    ({ id, sectionId, ref, text, bullets, status }): Action => ({
      ...{ id, sectionId, ref, text, bullets, status },
      ...{
        source: null,
        planId: proposal.plan.id,
        leads: [],
        timescale: null,
        resources: null,
        comment: null,
      },
      ...{ details: [], links: [], reviewOn: null, continuesActionId: null },
    }),
  );
  const next = nextPlan({
    sections,
    actions: bare,
    choices: choicesOf(drafts, actions),
    options: { ...options, statuses: 'carried', closeOld: false },
  });
  const refs = new Map<string, string[]>();
  for (const { from, ref } of next.actions) {
    for (const { id } of from) refs.set(id, [...(refs.get(id) ?? []), ...(ref === null ? [] : [ref])]);
  }
  return refs;
}
