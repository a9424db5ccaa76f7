import { states } from '#shared/domain/states.ts';
import type { Office } from '../office.ts';

/** Acts on what KPIs are and on what is said of them. */

type Doing = { a: number; b: number; c: number; text: string; office: Office; planId: string };
const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(list.length, 1)];
const periodOf = (n: number) => `${2008 + (n % 4)}-${String(9 + (n % 4)).padStart(2, '0')}`;

async function some({ office }: Doing, n: number) {
  return at(await office.caller.kpis.list({}), n);
}

export const kpiActs: Record<string, (doing: Doing) => Promise<unknown>> = {
  async 'kpi formula'(doing) {
    const [kpi, from, other] = [
      await some(doing, doing.a),
      await some(doing, doing.b),
      await some(doing, doing.c),
    ];
    if (!kpi || !from || !other) return;
    const formula = `100 * {${from.id}} / ({${other.id}} - 1)`;
    await doing.office.caller.kpis.edit({ kpiId: kpi.id, formula: doing.c % 4 === 0 ? null : formula });
  },
  async 'kpi measured otherwise'(doing) {
    const kpi = await some(doing, doing.a);
    if (!kpi) return;
    const change = { on: `${2008 + (doing.b % 4)}-04-01`, words: doing.text, breaks: doing.c % 2 === 0 };
    const polarity = doing.b % 2 === 0 ? 'up' : 'down';
    await doing.office.caller.kpis.edit({
      kpiId: kpi.id,
      measured: doing.text,
      polarity,
      tolerance: doing.c,
      change,
    });
  },
  async 'kpi judgement'(doing) {
    const kpi = await some(doing, doing.a);
    if (!kpi) return;
    const state = doing.b % 3 === 0 ? null : (at(states, doing.c) ?? null);
    await doing.office.caller.kpis.judge({
      kpiId: kpi.id,
      period: periodOf(doing.b),
      state,
      reason: doing.text,
    });
  },
  async 'kpi counts'(doing) {
    const kpi = await some(doing, doing.a);
    if (!kpi) return;
    const kind = at(['attendance', 'actions-on-track', 'duties-answered'] as const, doing.b) ?? 'attendance';
    const planId = doing.c % 2 === 0 && kind !== 'attendance' ? doing.planId : null;
    const calculated = { kind, bodyId: null, planId };
    await doing.office.caller.kpis.edit({ kpiId: kpi.id, calculated, frequency: 'quarter' });
    await doing.office.caller.kpis.storeCounts({});
  },
  async 'kpi block'(doing) {
    const kpis = await doing.office.caller.kpis.list({});
    const edits = kpis.slice(0, 3).flatMap(({ id }, row) =>
      [0, 1].map((column) => ({
        kpiId: id,
        role: column === 0 ? ('actual' as const) : ('target' as const),
        period: periodOf(doing.b + row),
        text: doing.c % 5 === 0 ? '' : `${doing.a}.${doing.c}0 (p)`,
        note: doing.text,
      })),
    );
    if (edits.length > 0) await doing.office.caller.kpis.setValues({ edits, by: 'RA' });
  },
  async 'kpi links'(doing) {
    const kpi = await some(doing, doing.a);
    const { actions } = await doing.office.caller.plans.get({ planId: doing.planId });
    const measures = actions.flatMap((action) => action.measures);
    const measure = at(measures, doing.b);
    if (kpi)
      await doing.office.caller.kpis.setLinks({ kpiId: kpi.id, measureIds: measure ? [measure.id] : [] });
  },
};
