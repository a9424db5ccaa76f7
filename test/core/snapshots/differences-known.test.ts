import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFiles } from '#core/imports/imports.ts';
import { readContent } from '#db/queries/register-json.ts';
import { ImportOptions } from '#shared/contract/imports.ts';
import type { RegisterContent } from '#shared/contract/register.ts';
import type { Change } from '#shared/domain/difference-fields.ts';
import { differencesBetween } from '#shared/domain/differences.ts';
import { type Office, openOffice } from '../office.ts';
import { applyDifferences, spelt } from './apply-differences.ts';
import { expectedOf, knownActs, setStage, type Touched } from './known-acts.ts';

/** Each act is told as what it is, once, in its plan; RUNS=2000 in the environment for the whole. */
const numRuns = Number(process.env.RUNS ?? 15);

/** Where an act puts a record among others is told beside it: which of two that changed places is not laid down. */
const isPlace = ({ field }: Change) => field === 'place';
const isExplained = ({ held }: Change) => held.list === 'kpiChanges';

/** The plan a record stands in, by what it hangs on in either state; null of what is of no plan. */
function planOf(one: Change, first: RegisterContent, second: RegisterContent): string | null {
  const row = (one.held.is ?? one.held.was) as Record<string, string | null>;
  if ('planId' in row) return row.planId ?? null;
  const owner = row.actionId ?? row.kpiId;
  const records = [...second.actions, ...second.kpis, ...first.actions, ...first.kpis];
  return records.find(({ id }) => id === owner)?.planId ?? null;
}

async function backTo(office: Office, state: RegisterContent): Promise<void> {
  const wanted = JSON.stringify(state);
  for (let step = 0; step < 40; step += 1) {
    if (JSON.stringify(readContent(office.register.db)) === wanted) return;
    await office.caller.history.undo();
  }
  throw new Error('the register could not be undone to what it was');
}

const anAct = fc.record({
  do: fc.constantFrom(...Object.keys(knownActs), 'undo', 'undo'),
  a: fc.nat({ max: 9 }),
  b: fc.nat({ max: 9 }),
  text: fc.constantFrom('Read at the harbour', 'Two calls a day', 'One leaflet', 'Fence and gate'),
});

describe('an act', () => {
  it('is told as what it is, net of later acts on the same field, once, and under its plan', async () => {
    const office = await openOffice();
    try {
      const stage = await setStage(office);
      const now = () => readContent(office.register.db);
      const start = now();
      await fc.assert(
        fc.asyncProperty(fc.array(anAct, { minLength: 1, maxLength: 15 }), async (acts) => {
          const pools = {
            ...stage,
            actionIds: [...stage.actionIds],
            itemIds: [...stage.itemIds],
            termIds: [...stage.termIds],
          };
          try {
            const touched: Touched[] = [];
            let done = 0;
            for (const act of acts) {
              if (act.do === 'undo') {
                if (done === 0) continue;
                await office.caller.history.undo();
                done -= 1;
                alive(pools, now());
                continue;
              }
              const before = (await office.caller.history.list({ limit: 1 }))[0]?.seq;
              touched.push(...((await knownActs[act.do]?.(pools, act, now)) ?? []));
              if ((await office.caller.history.list({ limit: 1 }))[0]?.seq !== before) done += 1;
            }
            const second = now();
            const told = differencesBetween(start, second);
            const named = told
              .filter((one) => !isPlace(one) && !isExplained(one))
              .map(({ kind, field, id, held }) => `${kind} ${field} ${held.list === 'settings' ? '' : id}`);
            expect(named.toSorted()).toEqual(expectedOf(touched, start, second));
            for (const one of told)
              expect([one.words, one.planId]).toEqual([one.words, planOf(one, start, second)]);
            const moves = acts.filter((act) => act.do === 'move').length;
            expect(told.filter(isPlace).length).toBeLessThanOrEqual(moves);
            expect(spelt(applyDifferences(start, told))).toBe(spelt(second));
          } finally {
            await backTo(office, start);
          }
        }),
        { numRuns },
      );
    } finally {
      await office.close();
    }
  }, 3_600_000);

  it('that brings in a second version of a file is told row by row', async () => {
    const office = await openOffice();
    try {
      const bring = async (rows: string[], intoPlanId: string | null) =>
        await importFiles(
          office.app,
          [
            {
              name: 'plan.csv',
              bytes: new TextEncoder().encode(
                ['Harbour plan 2010-11', 'Ref,Action,Lead,Timescale,Status', ...rows].join('\n'),
              ),
            },
          ],
          ImportOptions.parse({ intoPlanId }),
        );
      await bring(
        ['1.1,Read a story,Nia Rowe,March 2011,On track', '1.2,Paint the wall,Nia Rowe,Ongoing,On track'],
        null,
      );
      const first = readContent(office.register.db);
      await bring(
        [
          '1.1,Read a story at bedtime,Nia Rowe,March 2011,On track',
          '1.2,Paint the wall,Nia Rowe,June 2011,Complete',
          '1.3,Mend the gate,Nia Rowe,May 2011,On track',
        ],
        first.plans[0]?.id ?? null,
      );
      const second = readContent(office.register.db);
      const told = differencesBetween(first, second);
      expect(told.map(({ kind, ref, field }) => [kind, ref, field])).toEqual([
        ['re-worded', '1.1', 'text'],
        ['re-dated', '1.2', 'timescale'],
        ['status-changed', '1.2', 'status'],
        ['added', '1.3', null],
      ]);
      expect(spelt(applyDifferences(first, told))).toBe(spelt(second));
    } finally {
      await office.close();
    }
  }, 60_000);
});

/** After an undo only what is there can be worked on. */
function alive(
  pools: { actionIds: string[]; itemIds: string[]; termIds: string[] },
  content: RegisterContent,
): void {
  pools.actionIds = content.actions.map(({ id }) => id);
  pools.itemIds = content.agendaItems.map(({ id }) => id);
  pools.termIds = content.glossary.map(({ id }) => id);
}
