import { describe, expect, it } from 'vitest';
import { exampleRegister } from '#core/example/example-register.ts';
import { sha256 } from '#core/snapshots/hash.ts';
import { layOut } from '#core/views/lay-out.ts';
import type { LayRequest } from '#core/views/protocol.ts';
import { openFrozen } from '#db/frozen.ts';
import { readContent } from '#db/queries/register-json.ts';
import { type RegisterContent, RegisterContent as Schema } from '#shared/contract/register.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { refusalOf } from '../office.ts';

const requestOf = (held: RegisterContent): LayRequest => {
  const content = canonicalJson(held);
  const takenAt = '2010-06-30T16:05:00.000Z';
  return { name: 'June board', takenAt, hash: sha256(content), content, importedAt: new Map() };
};
const whole = Schema.parse(exampleRegister());
const unwatched = { signal: new AbortController().signal, told: () => undefined };

function contentOf(pages: Uint8Array): RegisterContent {
  const frozen = openFrozen(pages, () => {
    throw new Error('not asked for');
  });
  try {
    return readContent(frozen.db);
  } finally {
    frozen.close();
  }
}

describe('laying a snapshot out', () => {
  it('gives the same beside the core, in a worker, as in it, and says how far it is', async () => {
    const steps: number[] = [];
    const told = (done: number, of: number) => {
      expect(done).toBeLessThanOrEqual(of);
      steps.push(done);
    };
    const here = await layOut(requestOf(whole), unwatched);
    const there = await layOut(requestOf(whole), { ...unwatched, told }, 0);
    expect(sha256(there.pages)).toBe(sha256(here.pages));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.length).toBeGreaterThan(3);
    expect(JSON.parse(canonicalJson(contentOf(there.pages)))).toEqual(JSON.parse(canonicalJson(whole)));
  });

  it('is given up as soon as it is stopped', async () => {
    const stop = new AbortController();
    const told = () => stop.abort();
    const call = layOut(requestOf(whole), { signal: stop.signal, told }, 0);
    expect(await refusalOf(call)).toMatchObject({ code: 'cancelled' });
  });

  it('refuses, in a worker too, what is no longer what was frozen', async () => {
    const spoilt = { ...requestOf(whole), hash: sha256('something else') };
    for (const small of [0, 1e9]) {
      expect(await refusalOf(layOut(spoilt, unwatched, small))).toMatchObject({ code: 'register-damaged' });
    }
  });

  it('lays out a part of a register without what it refers to and does not hold', async () => {
    const [plan] = whole.plans.slice(2);
    const planId = plan?.id ?? '';
    const of = <T extends { planId: string | null }>(list: readonly T[]) =>
      list.filter((one) => one.planId === planId);
    const actions = of(whole.actions);
    const ids = new Set(actions.map(({ id }) => id));
    // One plan with what is in it; of its people, KPIs and the plans it is linked with, nothing.
    const { lineage: _l, acceptances: _a, spells: _s, ...rest } = whole;
    const part: RegisterContent = {
      ...rest,
      plans: plan ? [plan] : [],
      sections: of(whole.sections),
      actions,
      measures: whole.measures.filter(({ actionId }) => ids.has(actionId)),
      progress: whole.progress.filter(({ actionId }) => actionId !== null && ids.has(actionId)),
      people: [],
      kpis: [],
    };
    const laid = contentOf((await layOut(requestOf(part), unwatched)).pages);
    expect(laid.plans.map(({ id }) => id)).toEqual([planId]);
    expect(laid.actions.map(({ id }) => id)).toEqual(actions.map(({ id }) => id));
    expect(laid.actions.map(({ text }) => text)).toEqual(actions.map(({ text }) => text));
    // The words of the leads stay; whom they mean is not in it.
    const leads = laid.actions.flatMap((action) => action.leads);
    expect(leads.map(({ text }) => text)).toEqual(
      actions.flatMap((action) => action.leads.map(({ text }) => text)),
    );
    expect(leads.every(({ personId }) => personId === null)).toBe(true);
    expect(laid.kpiValues).toEqual([]);
  });
});
