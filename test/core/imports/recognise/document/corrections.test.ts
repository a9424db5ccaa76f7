import { describe, expect, it } from 'vitest';
import { actionsUnder, readPlan } from '#test/fixtures/plans/read-plan.ts';
import { fragments, mergedPriorities } from '#test/fixtures/plans/table-plans.ts';

describe('corrections of a document', () => {
  const [first, second] = readPlan(fragments).tables;

  it('reads a column as the officer says in every table of the same headings', () => {
    const column = first?.columns.find((one) => one.header === 'Resources')?.column ?? -1;
    const { made } = readPlan(fragments, {
      corrections: [
        {
          kind: 'column',
          file: 0,
          tableId: second?.id ?? '',
          column,
          field: 'comment',
          role: null,
          period: null,
        },
      ],
    });
    expect(made.actions.map((one) => one.comment)).toContain('Existing budgets');
    expect(made.actions.map((one) => one.comment)).toContain('PCT');
  });

  it('sets a row apart, and takes a table away', () => {
    const skipped = readPlan(fragments, {
      corrections: [{ kind: 'row', file: 0, sheet: 0, row: (first?.top ?? 0) + 1, as: 'apart' }],
    });
    expect(skipped.made.actions).toHaveLength(4);
    expect(skipped.reconciliation.lost).toBe(0);
    const without = readPlan(fragments, {
      corrections: [{ kind: 'no-table', file: 0, tableId: second?.id ?? '' }],
    });
    expect(without.made.actions.map((one) => one.ref)).toEqual(['1.1', '1.2', '1.3']);
    expect(without.reconciliation.lost).toBe(0);
    expect(without.reconciliation.tray).toBeGreaterThan(0);
  });

  it('ends a table where the officer ends it', () => {
    const { tables, made } = readPlan(mergedPriorities);
    const one = tables[0];
    if (!one) throw new Error('no table');
    const { top, left, right, bottom, id } = one;
    const shorter = readPlan(mergedPriorities, {
      corrections: [{ kind: 'table-area', file: 0, tableId: id, top, left, right, bottom: bottom - 1 }],
    });
    expect(made.actions).toHaveLength(4);
    expect(shorter.made.actions).toHaveLength(3);
    expect(actionsUnder(shorter.made, 'Writing')).toEqual(['Agree one handwriting scheme']);
    expect(shorter.reconciliation.lost).toBe(0);
  });
});
