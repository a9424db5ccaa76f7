import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '#shared/contract/register.ts';
import type { YearChoice, YearOptions } from '#shared/contract/years.ts';
import { firstUpdate, nextPlan } from '#shared/domain/next-actions.ts';
import { completed, countsInWords, countsOf, faultsIn } from '#shared/domain/year-choices.ts';

const idOf = (n: number) => `0194d000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const action = (n: number, patch: Partial<Action> = {}): Action => ({
  id: idOf(n),
  source: null,
  planId: idOf(900),
  sectionId: null,
  ref: `${n + 1}`,
  text: `Step ${n}`,
  bullets: [],
  leads: [],
  timescale: null,
  status: null,
  resources: null,
  comment: null,
  details: [],
  links: [],
  reviewOn: null,
  continuesActionId: null,
  ...patch,
});
const options: YearOptions = {
  statuses: 'carried',
  references: 'renumbered',
  emptied: 'kept',
  closeOld: false,
};

/** Every action with some way: neighbours that drew merge are merged together. */
const decided = fc
  .array(fc.constantFrom<YearChoice['kind']>('carried', 'reworded', 'split', 'merged', 'closed', 'dropped'), {
    minLength: 1,
    maxLength: 25,
  })
  .map((ways) => {
    const actions = ways.map((_, n) => action(n));
    const merging = ways.flatMap((kind, n) => (kind === 'merged' ? [idOf(n)] : []));
    const choices = ways.flatMap((kind, n): YearChoice[] => {
      const actionId = idOf(n);
      switch (kind) {
        case 'carried':
          return [{ kind, actionId, measuredChange: null }];
        case 'reworded':
          return [{ kind, actionId, text: `Other ${n}`, measuredChange: null }];
        case 'split':
          return [{ kind, actionId, parts: ['one', 'two'], measuredChange: null }];
        case 'merged':
          if (merging.length < 2) return [{ kind: 'carried', actionId, measuredChange: null }];
          return merging[0] === actionId
            ? [{ kind, actionIds: merging.toReversed(), text: 'All', measuredChange: null }]
            : [];
        case 'closed':
          return [{ kind, actionId, reason: null }];
        case 'dropped':
          return [{ kind, actionId, reason: 'Gone' }];
      }
      return [];
    });
    return { actions, choices };
  });

describe('the actions of the new year', () => {
  it('come of every old action that goes on, each once, in its order, and the numbers say so', () => {
    fc.assert(
      fc.property(decided, ({ actions, choices }) => {
        expect(faultsIn(actions, choices)).toEqual([]);
        const counts = countsOf(choices);
        const made = nextPlan({ sections: [], actions, choices, options }).actions;
        expect(counts.actions).toBe(actions.length);
        expect(made).toHaveLength(counts.next);
        const ended = choices.filter(({ kind }) => kind === 'closed' || kind === 'dropped').length;
        const origins = new Set(made.flatMap(({ from }) => from.map(({ id }) => id)));
        expect(origins.size + ended).toBe(actions.length);
        const firsts = made.map(({ from }) => actions.indexOf(from[0]));
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
        // One plan, numbered through: it is so still.
        expect(made.map(({ ref }) => ref)).toEqual(made.map((_, at) => `${at + 1}`));
      }),
    );
  });

  it('are carried where nothing was said, and closed where they had ended', () => {
    const ended = action(1, { status: { state: 'complete', label: 'In place' } });
    const choices = completed([action(0), ended], []);
    expect(choices).toEqual([
      { kind: 'carried', actionId: idOf(0), measuredChange: null },
      { kind: 'closed', actionId: idOf(1), reason: 'In place (complete)' },
    ]);
    expect(countsInWords(countsOf(choices))).toBe('2 actions: 1 carried, 1 closed');
  });

  it('hold all that the merged ones held, once, and say so where their dates differ', () => {
    const lead = (text: string) => ({ text, personId: null, role: null, note: null });
    const day = (text: string, end: string) => ({
      ...{ text, kind: 'by' as const, start: null, end, precision: 'day' as const },
      ...{ ongoing: false, recurrence: null, revisedFrom: null, ambiguous: false },
    });
    const actions = [
      action(0, {
        leads: [lead('NR'), lead('AB')],
        bullets: ['a'],
        resources: 'Grant',
        timescale: day('May', '2010-05-31'),
      }),
      action(1, {
        leads: [lead('NR')],
        bullets: ['a', 'b'],
        resources: 'Grant',
        timescale: day('July', '2010-07-31'),
      }),
    ];
    const choices: YearChoice[] = [
      { kind: 'merged', actionIds: [idOf(1), idOf(0)], text: 'Both\n• c', measuredChange: '  ' },
    ];
    const [made] = nextPlan({ sections: [], actions, choices, options }).actions;
    expect(made).toMatchObject({
      from: [{ id: idOf(0) }, { id: idOf(1) }],
      text: 'Both',
      bullets: ['c', 'a', 'b'],
      leads: [{ text: 'NR' }, { text: 'AB' }],
      resources: 'Grant',
      timescale: { text: 'July' },
      datesDiffer: true,
      measuredChange: null,
    });
  });

  it('begin with the words of the key', () => {
    const key = [
      { state: 'not-started' as const, label: 'Grey', colour: '#777777', shape: 'ring', definition: '' },
    ];
    const of = (patch: Partial<Action>, statuses: YearOptions['statuses'] = 'carried') =>
      firstUpdate({ from: [action(0, patch)], kind: 'carried' }, { statuses, key, oldYear: '2009-10' });
    const going = { state: 'on-track' as const, label: 'On track' };
    expect(of({ status: going })).toEqual({ status: going, text: 'Carried forward from 2009-10: on track' });
    expect(of({ status: { state: 'on-track', label: 'RAG green' } })?.text).toBe(
      'Carried forward from 2009-10: RAG green',
    );
    expect(of({})).toBeNull();
    expect(of({}, 'not-started')).toEqual({
      status: { state: 'not-started', label: 'Grey' },
      text: 'Carried forward from 2009-10',
    });
    expect(of({ status: { state: 'complete', label: 'Done' } })?.status).toEqual({
      state: 'not-started',
      label: 'Grey',
    });
  });

  it('say of the row they mean the reference it has now', () => {
    const link = { text: 'As 3', kind: 'same-as' as const, planId: null, sectionId: null, actionId: idOf(2) };
    const actions = [action(0), action(1, { text: 'As 3', links: [link] }), action(2)];
    const choices = completed(actions, [{ kind: 'dropped', actionId: idOf(0), reason: 'Gone' }]);
    const [first] = nextPlan({ sections: [], actions, choices, options }).actions;
    expect(first).toMatchObject({ ref: '1', text: 'As 2', links: [{ text: 'As 2' }] });
  });
});
