import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Lineage, lineageKinds } from '#shared/contract/lineage.ts';
import type { YearNode } from '#shared/contract/years.ts';
import { walkOf } from '#shared/domain/lineage-walk.ts';

const idOf = (n: number) => `0194d000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const node = (n: number, period: string, ref: string, text = `Step ${n}`): YearNode => ({
  id: idOf(n),
  planId: idOf(900),
  planTitle: 'Play plan',
  period,
  periodStart: `${period.slice(0, 4)}-04-01`,
  ref,
  text,
  timescale: null,
  status: null,
  key: [],
});
const link = (n: number, kind: Lineage['kind'], from: number, to: number | null): Lineage => ({
  id: idOf(500 + n),
  source: null,
  planId: idOf(901),
  kind,
  fromActionId: idOf(from),
  toActionId: to === null ? null : idOf(to),
  fromKpiId: null,
  toKpiId: null,
  reason: to === null ? 'no money left' : null,
  measuredChange: null,
  on: '2010-04-01',
});
const plans = new Map([[idOf(901), '2010-11']]);

describe('the way through the years', () => {
  it('is told by plans that only say they continue, as far as they say it', () => {
    const nodes = [node(2, '2010-11', '1.1', 'Lend toys and books'), node(1, '2009-10', '2.1', 'Lend toys')];
    const walk = walkOf({ nodes, links: [], continues: [{ fromId: idOf(1), toId: idOf(2) }], plans });
    expect(walk.nodes.map(({ ref }) => ref)).toEqual(['2.1', '1.1']);
    expect(walk.steps).toMatchObject([{ kind: 'reworded', recorded: false, on: null }]);
    expect(walk.sentences).toEqual(['2.1 of 2009-10 went on in 2010-11 as 1.1, in other words.']);
  });

  it('is told once where the link is recorded and the action says it too', () => {
    const nodes = [node(1, '2009-10', '2.1'), node(2, '2010-11', '1.1')];
    const walk = walkOf({
      nodes,
      links: [link(1, 'carried', 1, 2)],
      continues: [{ fromId: idOf(1), toId: idOf(2) }],
      plans,
    });
    expect(walk.steps).toHaveLength(1);
    expect(walk.sentences).toEqual(['2.1 of 2009-10 was carried into 2010-11 as 1.1 (1 April 2010).']);
  });

  it('ends with the reason', () => {
    const walk = walkOf({
      nodes: [node(1, '2009-10', '2.1')],
      links: [link(1, 'dropped', 1, null)],
      continues: [],
      plans,
    });
    expect(walk.sentences).toEqual([
      '2.1 of 2009-10 was dropped and not carried into 2010-11 (1 April 2010). Reason: no money left.',
    ]);
  });

  it('comes to an end whatever the links say, tells every node once and each step in a sentence', () => {
    const one = fc.nat({ max: 7 });
    const ends = (kind: Lineage['kind']) => kind === 'closed' || kind === 'dropped';
    const links = fc.array(fc.tuple(fc.constantFrom(...lineageKinds), one, one), { maxLength: 12 });
    fc.assert(
      fc.property(links, fc.array(fc.tuple(one, one), { maxLength: 8 }), (made, said) => {
        const nodes = Array.from({ length: 8 }, (_, n) => node(n, `${2005 + (n % 3)}-06`, `${n}`));
        const walk = walkOf({
          nodes,
          links: made.map(([kind, from, to], at) => link(at, kind, from, ends(kind) ? null : to)),
          continues: said.map(([from, to]) => ({ fromId: idOf(from), toId: idOf(to) })),
          plans,
        });
        expect(new Set(walk.nodes)).toEqual(new Set(nodes));
        expect(walk.steps.filter(({ recorded }) => recorded)).toHaveLength(made.length);
        expect(walk.sentences.length).toBeLessThanOrEqual(walk.steps.length);
        if (walk.steps.length > 0) expect(walk.sentences.length).toBeGreaterThan(0);
      }),
    );
  });
});
