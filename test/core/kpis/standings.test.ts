import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standingsIn } from '#core/kpis/standings.ts';
import { type Office, openOffice } from '../office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const months = ['April 2010', 'May 2010', 'June 2010', 'July 2010', 'April 2009', '2009-10'];
const texts = ['', '40', '41.5', '62 (p)', '[c]', 'every ward'];
const at = fc.nat(3);
/** What an officer may do in between two looks at the list; which KPI by its place among those there are. */
const acts = fc.array(
  fc.oneof(
    fc.record({
      does: fc.constant('figure' as const),
      at,
      month: fc.constantFrom(...months),
      text: fc.constantFrom(...texts),
    }),
    fc.record({
      does: fc.constant('target' as const),
      at,
      month: fc.constantFrom(...months),
      text: fc.constantFrom(...texts),
    }),
    fc.record({
      does: fc.constantFrom('judge' as const, 'narrative' as const),
      at,
      month: fc.constantFrom(...months),
    }),
    fc.record({
      does: fc.constantFrom(
        'tolerance' as const,
        'owners' as const,
        'change' as const,
        'remove' as const,
        'formula' as const,
      ),
      at,
    }),
    fc.record({
      does: fc.constantFrom(
        'undo' as const,
        'undo' as const,
        'redo' as const,
        'add' as const,
        'year' as const,
      ),
    }),
  ),
  { minLength: 4, maxLength: 14 },
);
type Act = (typeof acts extends fc.Arbitrary<infer T> ? T : never)[number];

async function does(act: Act, nth: number): Promise<void> {
  const { kpis, history, settings } = office.caller;
  const ids = (await kpis.list({})).map(({ id }) => id);
  const kpiId = 'at' in act ? ids[act.at % Math.max(1, ids.length)] : undefined;
  if (act.does === 'undo') return void (await history.undo());
  if (act.does === 'redo') return void (await history.redo());
  if (act.does === 'add') return void (await kpis.add({ planId: null, sectionId: null, name: `KPI ${nth}` }));
  if (act.does === 'year') return void (await settings.set({ financialYearStart: 1 + (nth % 12) }));
  if (kpiId === undefined) return;
  if (act.does === 'figure' || act.does === 'target') {
    const role = act.does === 'figure' ? ('actual' as const) : act.does;
    await kpis.setValues({ edits: [{ kpiId, role, period: act.month, text: act.text }] });
  } else if (act.does === 'judge') {
    await kpis.judge({ kpiId, period: act.month, state: 'at-risk', reason: `reason ${nth}` });
  } else if (act.does === 'narrative') {
    await kpis.setNarrative({
      kpiId,
      period: act.month,
      behind: `words ${nth}`,
      doing: '',
      by: null,
      on: null,
    });
  } else if (act.does === 'tolerance') await kpis.edit({ kpiId, tolerance: nth, polarity: 'up' });
  else if (act.does === 'owners') await kpis.edit({ kpiId, owners: `Mara Quill ${nth}` });
  else if (act.does === 'formula') await kpis.edit({ kpiId, formula: `{${ids.at(-1)}} + ${nth}` });
  else if (act.does === 'remove') await kpis.remove({ kpiId });
  else {
    await kpis.edit({
      kpiId,
      polarity: 'down',
      change: { on: '2010-05-15', words: 'counted anew', breaks: true },
    });
  }
}

/** An act that is refused (nothing to undo, a ring of formulas) changes nothing. */
const refused = (error: unknown) => {
  if ((error as { code?: unknown }).code === undefined) throw error;
};

describe('how KPIs stand, kept in memory', () => {
  it('is what it would be judged anew, whatever was done, undone and redone', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (made) => {
        for (const name of ['A', 'B', 'C']) {
          await office.caller.kpis.add({
            planId: null,
            sectionId: null,
            name,
            ref: name,
            frequency: 'month',
          });
        }
        for (const [nth, act] of made.entries()) {
          await does(act, nth).catch(refused);
          const { db } = office.register;
          const kept = standingsIn(db, { in: 'all' }, '2010-10-12');
          if (nth % 3 < 2 && nth < made.length - 1) continue;
          // Another day lets go of all that is kept.
          standingsIn(db, { in: 'all' }, '2010-10-13');
          expect(kept, `after ${JSON.stringify(act)}`).toEqual(standingsIn(db, { in: 'all' }, '2010-10-12'));
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is judged again of the KPI alone that an act was about', async () => {
    const ids: string[] = [];
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) {
      ids.push((await office.caller.kpis.add({ planId: null, sectionId: null, name })).kpiId);
    }
    const standings = () =>
      new Map(
        standingsIn(office.register.db, { in: 'all' }, '2010-10-12').map((one) => [one.kpi.id, one.standing]),
      );
    const before = standings();
    await office.caller.kpis.setValues({
      edits: [{ kpiId: ids[2] ?? '', role: 'actual', period: 'May 2010', text: '4' }],
    });
    const after = standings();
    expect(ids.filter((id) => before.get(id) !== after.get(id))).toEqual([ids[2]]);
    await office.caller.history.undo();
    const undone = standings();
    expect(ids.filter((id) => after.get(id) !== undone.get(id))).toEqual([ids[2]]);
    expect(undone.get(ids[2] ?? '')?.latest).toBeNull();
  });
});
