import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import { checkRegister } from '#db/integrity.ts';
import { finishIndex } from '#db/search-queue.ts';
import type { ChangeSet } from '#shared/contract/history.ts';
import { dumpRows } from '../../db/dump.ts';
import { type Office, openOffice, refusalOf } from '../office.ts';
import { type SamplePlan, samplePlan } from '../sample-plan.ts';
import { anAct, carryOut } from './acts.ts';

const runs = Number(process.env.RUNS ?? 12);
let office: Office;
let plan: SamplePlan;
beforeEach(async () => {
  office = await openOffice();
  plan = await samplePlan(office);
});
afterEach(() => office.close());

const rows = () => dumpRows(office.register.db);
const newest = async (): Promise<ChangeSet> => {
  const [set] = await office.caller.history.list({ limit: 1 });
  if (!set) throw new Error('nothing was written');
  return set;
};
/** What an act did: its own change set. */
async function done(act: Promise<unknown>): Promise<ChangeSet> {
  await act;
  return await newest();
}
const type = (row: 0 | 1 | 2 | 3, field: 'text' | 'leads' | 'timescale' | 'comment', text: string) =>
  office.caller.plans.setCells({
    planId: plan.planId,
    edits: [{ actionId: plan.actions[row], field, text }],
  });
const report = (row: 0 | 1 | 2 | 3, state: 'on-track' | 'complete', on: string) =>
  office.caller.plans.addProgress({ actionIds: [plan.actions[row]], state, text: 'x', on, by: 'RA' });
const action = async (row: 0 | 1 | 2 | 3) =>
  (await office.caller.plans.action({ actionId: plan.actions[row] })).action;

describe('undo of a past act', () => {
  it('takes back what it wrote and leaves what came later, as a new act that can be undone', async () => {
    const words = await done(type(0, 'text', 'Print two leaflets'));
    await done(type(0, 'comment', 'Printer found'));
    await done(type(1, 'text', 'Open the line on Sundays'));
    const before = rows();
    const { history } = office.caller;
    expect(await history.standing({ id: words.id })).toEqual({ possible: true, why: null, inTheWay: [] });
    expect(await history.undoAct({ id: words.id })).toMatchObject({ label: words.label });
    expect(await action(0)).toMatchObject({
      text: 'Print one leaflet for all four centres',
      comment: 'Printer found',
    });
    expect((await action(1)).text).toBe('Open the line on Sundays');
    const undo = await newest();
    expect(undo).toMatchObject({ kind: 'undo', label: `Undo of “${words.label}”`, undoes: { id: words.id } });
    const [, , , told] = await history.list({ limit: 4 });
    expect(told).toMatchObject({ id: words.id, undoneBy: { id: undo.id } });
    await history.undo();
    expect(rows()).toEqual(before);
  });

  it('is done again where the undo itself is undone as a past act', async () => {
    const words = await done(type(0, 'text', 'Print two leaflets'));
    await done(type(1, 'text', 'Open the line on Sundays'));
    await office.caller.history.undoAct({ id: words.id });
    const undo = await newest();
    await done(type(2, 'comment', 'Later'));
    await office.caller.history.undoAct({ id: undo.id });
    expect((await action(0)).text).toBe('Print two leaflets');
    const list = await office.caller.history.list({ limit: 10 });
    expect(list.find(({ id }) => id === words.id)?.undoneBy).toBeNull();
    expect(list.find(({ id }) => id === undo.id)?.undoneBy).not.toBeNull();
  });

  it('says what stands in the way, and changes nothing', async () => {
    const first = await done(type(0, 'text', 'Print two leaflets'));
    const later = await done(type(0, 'text', 'Print three leaflets'));
    const before = rows();
    expect(await refusalOf(office.caller.history.undoAct({ id: first.id }))).toEqual({
      code: 'not-possible',
      message: `“${first.label}” cannot be undone: its action was changed on 12 October 2010 by “${later.label}”. Nothing was changed.`,
    });
    expect(rows()).toEqual(before);
    expect(await office.caller.history.standing({ id: first.id })).toMatchObject({
      possible: false,
      inTheWay: [{ id: later.id, label: later.label }],
    });
  });

  it('does not take away what something later refers to', async () => {
    const made = await done(
      office.caller.plans.addActions({
        planId: plan.planId,
        sectionId: plan.first,
        afterActionId: null,
        rows: [{ ref: '1.3', text: 'Ask the parents' }],
      }),
    );
    const view = await office.caller.plans.get({ planId: plan.planId });
    const added = view.actions.find(({ ref }) => ref === '1.3')?.id ?? '';
    const told = await done(
      office.caller.plans.addProgress({
        actionIds: [added],
        state: 'on-track',
        text: 'x',
        on: null,
        by: null,
      }),
    );
    const { message } = await refusalOf(office.caller.history.undoAct({ id: made.id }));
    expect(message).toContain(`its action was referred to on 12 October 2010 by “${told.label}”`);
    await office.caller.history.undoAct({ id: told.id });
    await office.caller.history.undoAct({ id: made.id });
    await refusalOf(office.caller.plans.action({ actionId: added }));
  });

  it('gives an action the status of its newest update that stays', async () => {
    const first = await done(report(0, 'on-track', '2010-05-01'));
    await done(report(0, 'on-track', '2010-06-01'));
    await office.caller.history.undoAct({ id: first.id });
    expect((await action(0)).status?.state).toBe('on-track');
    expect(checkRegister(office.register.db)).toEqual([]);
  });

  it('puts no section under itself', async () => {
    const move = (sectionId: string, parentId: string | null) =>
      office.caller.plans.moveSection({ sectionId, parentId, afterSectionId: null });
    await done(move(plan.first, plan.second));
    const out = await done(move(plan.first, null));
    await done(move(plan.second, plan.first));
    const before = rows();
    const { message } = await refusalOf(office.caller.history.undoAct({ id: out.id }));
    expect(message).toContain('a section would stand under itself');
    expect(rows()).toEqual(before);
  });

  it('leaves snapshots for ever, and says an undone act is undone', async () => {
    const frozen = await done(office.caller.snapshots.take({ name: 'June' }));
    expect((await refusalOf(office.caller.history.undoAct({ id: frozen.id }))).message).toContain(
      'stands for ever',
    );
    const words = await done(type(0, 'text', 'Print two leaflets'));
    await office.caller.history.undo();
    expect((await refusalOf(office.caller.history.undoAct({ id: words.id }))).message).toContain(
      'undone already',
    );
  });

  it('of any act after any others gives a sound register, that of before once undone, or refuses and changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anAct(), { minLength: 2, maxLength: 12 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        async (acts, chosen) => {
          const start = (await newest()).seq;
          for (const act of acts) await carryOut(office, plan.planId, act);
          for (const which of chosen) {
            const sets = (await office.caller.history.list({ limit: 60 })).filter(
              ({ seq, state }) => seq > start && state === 'done',
            );
            const set = sets[which % Math.max(sets.length, 1)];
            if (!set) break;
            const before = rows();
            const standing = await office.caller.history.standing({ id: set.id });
            const result = await office.caller.history
              .undoAct({ id: set.id })
              .catch((error: { code?: string; message: string }) => error);
            if ('code' in result) {
              expect(result).toMatchObject({ code: 'not-possible' });
              expect(rows()).toEqual(before);
              continue;
            }
            expect(standing.possible).toBe(true);
            expect(checkRegister(office.register.db)).toEqual([]);
            expect(rowsOutside(rows(), set)).toEqual(rowsOutside(before, set));
            if (set === sets[0]) await office.caller.history.redo();
            else await office.caller.history.undo();
            expect(rows()).toEqual(before);
            if (set === sets[0]) await office.caller.history.undo();
            else await office.caller.history.redo();
          }
          const register = exportRegister(office.register);
          finishIndex(office.register.db);
          await office.app.close();
          office = { ...office, register: await office.app.openPath(office.register.path) };
          expect(exportRegister(office.register)).toEqual(register);
          expect(checkRegister(office.register.db)).toEqual([]);
        },
      ),
      { numRuns: runs },
    );
  }, 600_000);

  /** The rows that the act did not write; what the newest update makes of a status is looked at by checkRegister. */
  function rowsOutside(all: Record<string, unknown[]>, { seq }: ChangeSet) {
    const written = new Set(
      office.register.db.raw.prepare('SELECT row_id FROM changes WHERE change_set_seq = ?').pluck().all(seq),
    );
    return Object.fromEntries(
      Object.entries(all).map(([table, list]) => [
        table,
        list
          .filter((row) => {
            const { id, piece_id } = row as { id?: string; piece_id?: string };
            return !written.has(id ?? piece_id);
          })
          .map((row) =>
            table === 'actions' || table === 'search_docs'
              ? ((row as { id?: string; piece_id?: string }).id ?? (row as { piece_id?: string }).piece_id)
              : row,
          ),
      ]),
    );
  }
});
