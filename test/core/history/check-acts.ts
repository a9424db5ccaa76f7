import { states } from '#shared/domain/states.ts';
import { at, type Doing } from './pick.ts';

/** Acts of the checks, and updates that put earlier ones right. */

async function actionIn({ office: { caller }, planId, a }: Doing) {
  return at((await caller.plans.get({ planId })).actions, a);
}
const findings = async ({ office: { caller }, planId }: Doing) =>
  (await caller.checks.plan({ planId })).findings;

export const checkActs: Record<string, (doing: Doing) => Promise<unknown>> = {
  async silence({ office, planId, a, b }) {
    await office.caller.checks.setSilentDays({ planId: b % 2 ? planId : null, days: 30 + (a % 90) });
  },
  async rule({ office, a, b, c }) {
    await office.caller.checks.setRule({
      nearDays: a,
      lateShare: 50 + b,
      earlyShare: c,
      behindShare: 40 + a,
      farBehindShare: b,
      movesAtRisk: 1 + (b % 3),
      movesOffTrack: 1 + (c % 4),
    });
  },
  async accept(doing) {
    const { office, planId, a, b, text } = doing;
    const { mismatches } = await office.caller.checks.plan({ planId });
    const found = at(await findings(doing), a);
    const recordId =
      found?.actionId ?? found?.sectionId ?? found?.kpiId ?? found?.personId ?? at(mismatches, a)?.actionId;
    if (!recordId) return;
    await office.caller.checks.accept({
      check: found?.check ?? 'status',
      recordId,
      otherId: found?.other?.actionId ?? null,
      reason: text,
      by: b % 2 ? 'RA' : null,
    });
  },
  async withdraw(doing) {
    const accepted = (await findings(doing)).flatMap((one) => one.accepted ?? []);
    const one = at(accepted, doing.a);
    if (one) await doing.office.caller.checks.withdraw({ acceptanceId: one.id });
  },
  async remedy(doing) {
    const remedy = at(
      (await findings(doing)).flatMap((one) => one.remedies),
      doing.a,
    );
    if (remedy) await doing.office.caller.checks.remedy(remedy);
  },
  async merge(doing) {
    const { actions } = await doing.office.caller.plans.get({ planId: doing.planId });
    const [keep, gone] = [at(actions, doing.a), at(actions, doing.b)];
    if (!keep || !gone || keep === gone) return;
    await doing.office.caller.checks.remedy({ kind: 'merge', recordId: keep.id, value: gone.id });
  },
  async correct(doing) {
    const { office, b, c, text } = doing;
    const action = await actionIn(doing);
    if (!action) return;
    const { progress } = await office.caller.plans.action({ actionId: action.id });
    const earlier = at(progress, b);
    if (!earlier) return;
    const meeting = at(await office.caller.meetings.list(), c);
    await office.caller.plans.addProgress({
      actionIds: [action.id],
      state: b % 3 === 0 ? null : (at(states, c) ?? null),
      text: `Rightly: ${text}`,
      on: earlier.on,
      by: null,
      evidence: c % 2 ? `S:\\Papers\\${text}.docx` : null,
      meetingId: meeting?.id ?? null,
      correctsId: earlier.id,
    });
  },
};
