import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportRegister } from '#core/register/export.ts';
import { writeRegister } from '#db/queries/register-json.ts';
import { unpackPlan } from '#shared/contract/plans.ts';
import type { RegisterJson } from '#shared/contract/register.ts';
import { registers } from '../db/register-arbitrary.ts';
import { type Office, openOffice } from './office.ts';

/**
 * Every procedure that reads, over any register that can be: it answers in the form of its contract, and says
 * what the export, which is read another way, says.
 */
describe('what the screens read', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  let opened = 0;
  async function bringIn(json: RegisterJson): Promise<RegisterJson> {
    opened += 1;
    const path = join(office.folder, 'data', `Register ${opened}.register`);
    const register = await office.app.openPath(path, { create: true });
    register.act({ kind: 'import', label: 'All' }, (tx) => writeRegister(tx, json));
    return exportRegister(register);
  }

  it('agrees with the export, whatever is in the register', async () => {
    const { plans, kpis, people, meetings, home, register, settings } = office.caller;
    await fc.assert(
      fc.asyncProperty(registers, async (json) => {
        const all = await bringIn(json);
        const listed = await plans.list();
        expect(listed.map(({ id }) => id)).toEqual(all.plans.map(({ id }) => id));
        for (const plan of all.plans) {
          const view = await plans.get({ planId: plan.id });
          // A plan without a key of its own is shown with the office's.
          const key = plan.key.length > 0 ? plan.key : (all.settings.key ?? []);
          expect(view.plan).toEqual({ ...plan, key });
          const packed = JSON.stringify(await plans.packed({ planId: plan.id }));
          expect(unpackPlan(JSON.parse(packed))).toEqual(view);
          const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
          const own = all.actions.filter(({ planId }) => planId === plan.id);
          expect(
            view.actions
              .map(
                ({ measures: _m, lastUpdate: _u, daysLate: _d, carriedOn: _c, slipped: _s, ...action }) =>
                  action,
              )
              .sort(byId),
          ).toEqual(own.toSorted(byId));
          expect(view.sections.toSorted(byId)).toEqual(
            all.sections.filter(({ planId }) => planId === plan.id).sort(byId),
          );
        }
        for (const { id } of all.actions) {
          const view = await plans.action({ actionId: id });
          const measures = all.measures.filter(({ actionId }) => actionId === id);
          const progress = all.progress.filter(({ actionId }) => actionId === id);
          expect(view.measures).toEqual(measures);
          expect(view.progress.map((one) => one.id).sort()).toEqual(progress.map((one) => one.id).sort());
          expect(view.lineage.map((one) => one.id)).toContain(id);
        }
        expect((await kpis.list({})).map(({ id }) => id).sort()).toEqual(all.kpis.map(({ id }) => id).sort());
        for (const kpi of all.kpis) {
          const view = await kpis.get({ kpiId: kpi.id });
          expect(view.kpi).toEqual(kpi);
          expect(view.narratives).toEqual(all.kpiNarratives.filter(({ kpiId }) => kpiId === kpi.id));
        }
        for (const meeting of all.meetings) {
          const view = await meetings.get({ meetingId: meeting.id });
          const own = <T extends { meetingId: string }>(list: readonly T[]) =>
            list.filter(({ meetingId }) => meetingId === meeting.id);
          expect(view).toMatchObject({
            meeting,
            body: all.bodies.find(({ id }) => id === meeting.bodyId) ?? null,
            attendance: own(all.attendance),
            items: own(all.agendaItems),
          });
          // Below the items they belong to, and not in the order in which they were written.
          const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
          expect(view.resolutions.map(({ resolution }) => resolution).sort(byId)).toEqual(
            own(all.resolutions).sort(byId),
          );
        }
        expect((await meetings.list()).length).toBe(all.meetings.length);
        expect((await people.list()).length).toBe(all.people.length);
        expect((await register.state()).open?.counts).toEqual({
          plans: all.plans.length,
          actions: all.actions.length,
          kpis: all.kpis.length,
          people: all.people.length,
          tray: all.tray.filter(({ state }) => state === 'open').length,
        });
        const words = await settings.words();
        expect(words.glossary.map(({ plan: _, ...entry }) => entry)).toEqual(
          all.glossary.map(({ source: _, ...entry }) => entry),
        );
        expect(words.duties.map(({ id, text, inForce }) => ({ id, text, inForce }))).toEqual(
          all.duties.map(({ id, text, inForceFrom }) => ({ id, text, inForce: inForceFrom?.text ?? null })),
        );
        const view = await home.get();
        for (const group of [
          'overdue',
          'dueSoon',
          'offTrack',
          'noLead',
          'noDate',
          'ambiguousDates',
        ] as const) {
          expect(await home.group({ group })).toHaveLength(view[group].total);
        }
      }),
      { numRuns: 25 },
    );
  });
});
