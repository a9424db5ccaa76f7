import { describe, expect, it } from 'vitest';
import type { RegisterContent } from '#shared/contract/register.ts';
import type { Difference } from '#shared/contract/reports.ts';
import { differencesBetween } from '#shared/domain/differences.ts';

const idOf = (n: number) => `0194d000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const person = {
  id: idOf(9),
  source: null,
  kind: 'person',
  name: 'Nia Rowe',
  initials: 'NR',
  role: null,
  email: null,
};
const lead = { text: 'NR', personId: person.id, role: null, note: null };
const day = (end: string, text: string) => ({
  text,
  kind: 'by' as const,
  start: null,
  end,
  precision: 'day' as const,
  ongoing: false,
  recurrence: null,
  revisedFrom: null,
  ambiguous: false,
});

/** A small register with one of each thing that a quarterly report tells of. */
function small(): RegisterContent {
  const owned = { source: null };
  return {
    format: 'plan-register',
    version: 1,
    settings: { partnership: '', financialYearStart: 4, academicYearStart: 9, outcomes: [] },
    plans: [
      {
        ...owned,
        id: idOf(1),
        kind: 'work plan',
        title: 'Play plan',
        period: null,
        subject: null,
        preamble: null,
        parentPlanId: null,
        continuesPlanId: null,
        key: [],
      },
    ],
    sections: [
      {
        ...owned,
        id: idOf(2),
        planId: idOf(1),
        parentId: null,
        kind: 'priority',
        ref: '1',
        title: 'Play',
        bullets: [],
        leads: [],
        details: [],
      },
      {
        ...owned,
        id: idOf(3),
        planId: idOf(1),
        parentId: null,
        kind: 'priority',
        ref: '2',
        title: 'Toys',
        bullets: [],
        leads: [],
        details: [],
      },
    ],
    actions: [
      {
        ...owned,
        id: idOf(4),
        planId: idOf(1),
        sectionId: idOf(2),
        ref: '1.1',
        text: 'Lend toys',
        bullets: [],
        leads: [lead],
        timescale: day('2010-09-30', 'By September'),
        status: { state: 'on-track', label: 'Green' },
        resources: null,
        comment: null,
        details: [],
        links: [],
        reviewOn: null,
        continuesActionId: null,
      },
    ],
    measures: [{ ...owned, id: idOf(5), actionId: idOf(4), text: '40 loans', leads: [], kpiId: null }],
    progress: [],
    kpis: [
      {
        ...owned,
        id: idOf(6),
        planId: idOf(1),
        sectionId: null,
        ref: 'K 1',
        name: 'Loans',
        unit: '%',
        polarity: 'up',
        dataSource: null,
        owners: [],
        calendar: null,
        tolerance: null,
        details: [],
      },
    ],
    kpiValues: [value(7, 'target', 63)],
    kpiNarratives: [],
    duties: [],
    people: [person as RegisterContent['people'][number]],
    bodies: [],
    meetings: [],
    attendance: [],
    agendaItems: [],
    resolutions: [],
    glossary: [],
  };
}

function value(n: number, role: 'target' | 'actual', number: number): RegisterContent['kpiValues'][number] {
  return {
    id: idOf(n),
    source: null,
    kpiId: idOf(6),
    role,
    period: { label: '2010-11', start: null, end: null },
    number,
    text: '',
    symbol: null,
    comparator: null,
    tolerance: null,
    provisional: false,
  };
}

/** The differences that an edit of the small register makes, without ids. */
function told(edit: (content: RegisterContent) => void): Partial<Difference>[] {
  const after = small();
  edit(after);
  return differencesBetween(small(), after).map(({ kind, record, field, before, after: is }) => ({
    kind,
    record,
    field,
    before,
    after: is,
  }));
}

const first = <T>(rows: readonly T[]): T => rows[0]!;

describe('differencesBetween', () => {
  it('tells a re-worded, re-dated, re-assigned and re-numbered action, field by field', () => {
    expect(
      told(({ actions }) => {
        Object.assign(first(actions), {
          ref: '1.2',
          text: 'Lend toys and books',
          timescale: day('2011-03-31', 'By spring'),
          leads: [],
        });
      }),
    ).toEqual([
      { kind: 'renumbered', record: 'action', field: 'ref', before: '1.1', after: '1.2' },
      {
        kind: 're-worded',
        record: 'action',
        field: 'text',
        before: 'Lend toys',
        after: 'Lend toys and books',
      },
      { kind: 're-dated', record: 'action', field: 'timescale', before: 'By September', after: 'By spring' },
      { kind: 're-assigned', record: 'action', field: 'leads', before: 'NR', after: null },
    ]);
  });

  it('tells a status by the words of the key, and by its state where the word is the same', () => {
    const status = (state: 'off-track' | 'on-track', label: string) =>
      told(({ actions }) => Object.assign(first(actions), { status: { state, label } }));
    expect(status('off-track', 'Red')).toEqual([
      { kind: 'status-changed', record: 'action', field: 'status', before: 'Green', after: 'Red' },
    ]);
    expect(status('off-track', 'Green')).toMatchObject([
      { kind: 'status-changed', before: 'Green (On track)', after: 'Green (Off track)' },
    ]);
  });

  it('tells a date that was read anew while its words stayed', () => {
    expect(
      told(({ actions }) => Object.assign(first(actions), { timescale: day('2011-09-30', 'By September') })),
    ).toMatchObject([
      {
        kind: 're-dated',
        before: 'By September (By 30 September 2010)',
        after: 'By September (By 30 September 2011)',
      },
    ]);
  });

  it('tells an action that moved by the names of the sections, not by their ids', () => {
    const after = small();
    first(after.actions).sectionId = idOf(3);
    const [moved, ...more] = differencesBetween(small(), after);
    expect(more).toEqual([]);
    expect(moved).toMatchObject({ kind: 'moved', before: '1 Play', after: '2 Toys' });
    expect(moved?.words).toBe('1.1 Lend toys: section was “1 Play”, is “2 Toys”');
  });

  it('tells a measure and what a KPI measures as measure changed', () => {
    expect(told(({ measures }) => Object.assign(first(measures), { text: '50 loans' }))).toMatchObject([
      { kind: 'measure-changed', record: 'measure', before: '40 loans', after: '50 loans' },
    ]);
    expect(told(({ kpis }) => Object.assign(first(kpis), { polarity: 'down' }))).toMatchObject([
      { kind: 'measure-changed', record: 'kpi', field: 'polarity', before: 'up', after: 'down' },
    ]);
  });

  it('tells a target set, changed and dropped with its figure, in the unit of the KPI', () => {
    expect(told(({ kpiValues }) => Object.assign(first(kpiValues), { number: 65 }))).toEqual([
      { kind: 'target-changed', record: 'kpi-value', field: 'figure', before: '63%', after: '65%' },
    ]);
    expect(told(({ kpiValues }) => kpiValues.push(value(8, 'target', 70)))).toEqual([
      { kind: 'target-changed', record: 'kpi-value', field: 'target', before: null, after: '70%' },
    ]);
    expect(told((content) => Object.assign(content, { kpiValues: [] }))).toEqual([
      { kind: 'target-changed', record: 'kpi-value', field: 'target', before: '63%', after: null },
    ]);
  });

  it('tells a figure that came in by its role and figure', () => {
    const after = small();
    after.kpiValues.push(value(8, 'actual', 58.4));
    const [only] = differencesBetween(small(), after);
    expect(only).toMatchObject({ kind: 'added', field: 'actual', before: null, after: '58.4%' });
    expect(only?.words).toBe('Added: K 1 Loans, actual, 2010-11: 58.4%');
  });

  it('tells a new or removed action as one, its measures and updates with it', () => {
    const without = small();
    without.actions = [];
    without.measures = [];
    expect(differencesBetween(small(), without)).toMatchObject([
      { kind: 'removed', record: 'action', field: null },
    ]);
    expect(differencesBetween(without, small())).toMatchObject([
      { kind: 'added', record: 'action', field: null },
    ]);
  });
});
