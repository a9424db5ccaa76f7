import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Numbered, numberInOrder } from '#shared/domain/number-in-order.ts';

const row = (id: string, parentId: string | null, ref: string | null): Numbered => ({ id, parentId, ref });
/** The references as they stand after the changes. */
function settled(sections: readonly Numbered[], actions: readonly Numbered[]) {
  const made = numberInOrder(sections, actions);
  const changed = new Map([...made.sections, ...made.actions].map((one) => [one.id, one.after]));
  return [...sections, ...actions].map((one) => changed.get(one.id) ?? one.ref);
}

describe('numberInOrder', () => {
  it('counts a list again after one was taken out of it, one moved in and one added', () => {
    const sections = [row('a', null, '1'), row('b', 'a', '1.1'), row('c', 'a', '1.2')];
    const actions = [
      row('x', 'b', '1.1 (i)'),
      row('y', 'b', '1.2 (iii)'),
      row('z', 'b', '1.1 (iii)'),
      row('new', 'b', null),
      row('w', 'c', '1.2 (ii)'),
    ];
    expect(settled(sections, actions).slice(3)).toEqual([
      '1.1 (i)',
      '1.1 (ii)',
      '1.1 (iii)',
      '1.1 (iv)',
      '1.2 (i)',
    ]);
  });

  it('takes the sections under a moved one and their actions with it', () => {
    const sections = [row('b', null, '2'), row('b1', 'b', '2.1'), row('a', null, '1'), row('a1', 'a', '1.1')];
    const actions = [row('x', 'b1', '2.1 (i)'), row('y', 'a1', '1.1 (i)')];
    expect(settled(sections, actions)).toEqual(['1', '1.1', '2', '2.1', '1.1 (i)', '2.1 (i)']);
  });

  it('counts through the whole plan where the plan does', () => {
    const sections = [row('a', null, 'A'), row('b', null, 'B')];
    const actions = [
      row('p', 'a', 'Action 1'),
      row('q', 'a', 'Action 4'),
      row('r', 'b', 'Action 2'),
      row('s', 'b', 'Action 3'),
    ];
    expect(settled(sections, actions)).toEqual(['A', 'B', 'Action 1', 'Action 2', 'Action 3', 'Action 4']);
  });

  it('begins each list anew where each begins with 1', () => {
    const sections = [row('a', null, null), row('b', null, null)];
    const actions = [row('p', 'a', '1'), row('q', 'a', '3'), row('r', 'b', '1')];
    expect(settled(sections, actions)).toEqual([null, null, '1', '2', '1']);
  });

  it('gives a new section’s actions the scheme of the others, and leaves what counts nothing', () => {
    const sections = [row('a', null, '1'), row('b', null, null)];
    const actions = [
      row('p', 'a', '1.1'),
      row('n', 'a', 'n/a'),
      row('q', 'a', '1.4'),
      row('r', 'b', null),
      row('s', 'b', null),
    ];
    expect(settled(sections, actions)).toEqual(['1', '2', '1.1', 'n/a', '1.2', '2.1', '2.2']);
  });

  it('changes nothing in a plan without references', () => {
    const made = numberInOrder([row('a', null, null)], [row('p', 'a', null), row('q', null, null)]);
    expect(made).toEqual({ sections: [], actions: [] });
  });

  it('settles at once, and leaves no reference twice in a plan that numbers within its sections', () => {
    const plan = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 }).chain((sizes) => {
      const all = sizes.flatMap((size, at) => Array.from({ length: size }, (_, n) => `${at + 1}.${n + 1}`));
      return fc.tuple(
        fc.constant(sizes.length),
        fc.shuffledSubarray(all),
        fc.array(fc.integer({ min: 0, max: sizes.length - 1 }), {
          minLength: all.length,
          maxLength: all.length,
        }),
      );
    });
    fc.assert(
      fc.property(plan, ([count, refs, places]) => {
        const sections = Array.from({ length: count }, (_, n) => row(`s${n}`, null, `${n + 1}`));
        const actions = refs
          .map((ref, n) => row(`a${n}`, `s${places[n] ?? 0}`, ref))
          .sort((a, b) => (a.parentId ?? '').localeCompare(b.parentId ?? ''));
        const first = settled(sections, actions);
        const numbered = [...sections, ...actions].map((one, n) => ({ ...one, ref: first[n] ?? null }));
        const again = numberInOrder(numbered.slice(0, count), numbered.slice(count));
        expect(again).toEqual({ sections: [], actions: [] });
        expect(new Set(first).size).toBe(first.length);
      }),
    );
  });
});
