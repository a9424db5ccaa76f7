import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { states } from '#shared/domain/states.ts';
import { filterOfAddress, passes } from '../../../src-renderer/screens/plans/plan-filter.ts';
import { openOffice } from '../office.ts';

const lists = [
  ['overdue', 'overdue'],
  ['dueSoon', 'due-soon'],
  ['offTrack', 'off-track'],
  ['noLead', 'no-lead'],
  ['noDate', 'no-date'],
  ['ambiguousDates', 'ambiguous-dates'],
] as const;

const row = fc.record({
  timescale: fc.constantFrom(
    '',
    'By 1 October 2010',
    '12 October 2010',
    '11 November 2010',
    'Dec 09',
    'TBC',
    'Ongoing',
  ),
  status: fc.constantFrom('', 'On track', 'Off track', 'Complete', 'Closed', 'Changed'),
  leads: fc.constantFrom('', 'Ruth Adeyemi'),
});

describe('the lists of Home', () => {
  it('hold the actions that the filter of a plan lets through under the same name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), fc.boolean(), async (rows, rolled) => {
        const office = await openOffice();
        try {
          const { caller } = office;
          const { planId } = await caller.plans.create({ title: 'Plan', kind: 'plan', period: '2010-11' });
          await caller.plans.addActions({
            planId,
            sectionId: null,
            afterActionId: null,
            rows: rows.map((one, index) => ({ ref: String(index + 1), text: `Do ${index}`, ...one })),
          });
          if (rolled) await caller.years.rollForward({ planId, title: 'Next', period: '2011-12' });
          const { actions } = await caller.plans.get({ planId });
          for (const [group, show] of lists) {
            const counted = (await caller.home.group({ group })).filter((action) => action.planId === planId);
            const filter = filterOfAddress(show, states);
            const through = actions.filter((action) => passes(action, filter, '2010-10-12', new Map()));
            // By state the filter shows what stands in it, whether it went on into another year or not.
            const open = show === 'off-track' ? through.filter((action) => !action.carriedOn) : through;
            expect([show, open.map(({ ref }) => ref).sort()]).toEqual([
              show,
              counted.map(({ ref }) => ref).sort(),
            ]);
          }
        } finally {
          await office.close();
        }
      }),
      { numRuns: 12 },
    );
  });
});
