import { describe, expect, it } from 'vitest';
import type { YearProposal } from '#shared/contract/years.ts';
import {
  begin,
  choicesOf,
  choose,
  edit,
  faultsOf,
  kpiChoicesOf,
  membersOf,
  newRefs,
} from '../../../src-renderer/screens/years/year-draft.ts';

const idOf = (n: number) => `0194d000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const action = (n: number, ended = false): YearProposal['actions'][number] => ({
  id: idOf(n),
  sectionId: null,
  ref: `1.${n}`,
  text: `Step ${n}`,
  bullets: n === 1 ? ['first', 'second'] : [],
  leads: '',
  measures: [],
  status: ended ? { state: 'complete', label: 'Done' } : null,
  timescale: null,
  dateHasPassed: false,
  proposed: ended ? 'closed' : 'carried',
});
const proposal: YearProposal = {
  plan: { id: idOf(90), title: 'Play plan', period: null, key: [] },
  next: { title: 'Play plan', period: '2011-12' },
  continuedBy: [],
  sections: [],
  actions: [action(1), action(2), action(3), action(4, true)],
  kpis: [{ id: idOf(50), ref: 'K 1', name: 'Loans', unit: null, baseline: null }],
};
const { actions } = proposal;
const begun = begin(proposal);

describe('deciding what becomes of a plan’s actions', () => {
  it('begins as proposed, with the word of what has ended as its reason', () => {
    expect(choicesOf(begun, actions).map(({ kind }) => kind)).toEqual([
      'carried',
      'carried',
      'carried',
      'closed',
    ]);
    expect(choicesOf(begun, actions)[3]).toMatchObject({ reason: 'Done (complete)' });
    expect(faultsOf(begun, proposal).size).toBe(0);
  });

  it('merges what has the same group, once and in reading order, whichever came first', () => {
    let drafts = choose(begun, actions, { ids: [idOf(3)], kind: 'merged', group: 'g' });
    expect(faultsOf(drafts, proposal).get(idOf(3))).toMatch(/what 1\.3 is merged with/);
    drafts = choose(drafts, actions, { ids: [idOf(1)], kind: 'merged', group: 'g' });
    expect(membersOf(drafts, actions, 'g').map(({ ref }) => ref)).toEqual(['1.1', '1.3']);
    const merged = choicesOf(drafts, actions).filter(({ kind }) => kind === 'merged');
    expect(merged).toEqual([
      { kind: 'merged', actionIds: [idOf(1), idOf(3)], text: 'Step 1\n• Step 3', measuredChange: null },
    ]);
    expect(faultsOf(drafts, proposal).size).toBe(0);
  });

  it('keeps the words of a way that was left by mistake', () => {
    let drafts = choose(begun, actions, { ids: [idOf(2)], kind: 'dropped' });
    drafts = edit(drafts, idOf(2), { reason: 'No money' });
    drafts = choose(drafts, actions, { ids: [idOf(2)], kind: 'carried' });
    expect(choicesOf(drafts, actions)[1]).toEqual({
      kind: 'carried',
      actionId: idOf(2),
      measuredChange: null,
    });
    drafts = choose(drafts, actions, { ids: [idOf(2)], kind: 'dropped' });
    expect(choicesOf(drafts, actions)[1]).toMatchObject({ reason: 'No money' });
  });

  it('asks for a reason, for other words, and for the words of each part', () => {
    let drafts = choose(begun, actions, { ids: [idOf(1)], kind: 'split' });
    drafts = choose(drafts, actions, { ids: [idOf(2)], kind: 'dropped' });
    drafts = choose(drafts, actions, { ids: [idOf(3)], kind: 'reworded' });
    drafts = choose(drafts, [], { ids: [idOf(50)], kind: 'dropped' });
    expect([...faultsOf(drafts, proposal).keys()]).toEqual([idOf(1), idOf(2), idOf(3), idOf(50)]);
    expect(drafts.get(idOf(1))?.parts).toEqual(['Step 1\n• first\n• second', '']);
    drafts = edit(drafts, idOf(1), { parts: ['a', 'b'] });
    drafts = edit(drafts, idOf(2), { reason: 'Ended' });
    drafts = edit(drafts, idOf(3), { text: 'Another step' });
    drafts = edit(drafts, idOf(50), { reason: 'No longer counted' });
    expect(faultsOf(drafts, proposal).size).toBe(0);
    expect(kpiChoicesOf(drafts, proposal.kpis)).toEqual([
      { kind: 'dropped', kpiId: idOf(50), reason: 'No longer counted' },
    ]);
  });

  it('shows the reference that each will have', () => {
    let drafts = choose(begun, actions, { ids: [idOf(1)], kind: 'dropped' });
    drafts = choose(drafts, actions, { ids: [idOf(2)], kind: 'split' });
    const refs = newRefs(drafts, proposal, { references: 'renumbered', emptied: 'kept' });
    expect([refs.get(idOf(1)), refs.get(idOf(2)), refs.get(idOf(3))]).toEqual([
      undefined,
      ['1.1', '1.2'],
      ['1.3'],
    ]);
    const kept = newRefs(drafts, proposal, { references: 'kept', emptied: 'kept' });
    expect([kept.get(idOf(2)), kept.get(idOf(3))]).toEqual([['1.2a', '1.2b'], ['1.3']]);
  });
});
