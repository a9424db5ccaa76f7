import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisterContent } from '#shared/contract/register.ts';
import type { Difference } from '#shared/contract/reports.ts';
import { differencesBetween } from '#shared/domain/differences.ts';
import { registers } from '#test/db/register-arbitrary.ts';

type Row = Record<string, unknown> & { id: string };
type List = Exclude<keyof RegisterContent, 'format' | 'version' | 'settings'>;

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

const lists: readonly List[] = [
  'plans',
  'sections',
  'actions',
  'measures',
  'progress',
  'kpis',
  'kpiValues',
  'kpiNarratives',
  'duties',
  'people',
  'bodies',
  'meetings',
  'attendance',
  'agendaItems',
  'resolutions',
  'glossary',
];

/** Fields told together: the words of an action, what a figure says and how it came to, the year of a KPI. */
const together: Partial<Record<List, Record<string, string>>> = {
  actions: { bullets: 'text' },
  kpis: { yearKind: 'year', yearStartMonth: 'year' },
  kpiValues: {
    number: 'figure',
    text: 'figure',
    symbol: 'figure',
    enteredAt: 'figure',
    enteredBy: 'figure',
    calculated: 'figure',
    revisions: 'figure',
  },
};
const fieldOf = (list: List, key: string) => together[list]?.[key] ?? key;

/** Other content for a field, whatever it holds. */
function another(key: string, held: unknown): unknown {
  if (typeof held === 'string') return `${held}~`;
  if (typeof held === 'number') return held === 0 ? 1 : -held;
  if (typeof held === 'boolean') return !held;
  if (Array.isArray(held)) return [...held, fresh[key] ?? '~'];
  if (held === null || typeof held !== 'object') return fresh[key] ?? '~';
  return { ...held, ...('label' in held ? { label: `${held.label}~` } : { text: `${(held as Row).text}~` }) };
}
const fresh: Record<string, unknown> = {
  leads: lead,
  owners: lead,
  details: { label: 'Room', text: 'Hall' },
  links: { text: '2.1', kind: 'other', planId: null, sectionId: null, actionId: null },
  key: { state: 'complete', label: 'Done', colour: '#000000', shape: 'disc', definition: '' },
  members: { name: 'Nia', personId: null, role: null, from: null, until: null },
  points: { heading: 'One', text: 'Two' },
  period: { label: 'Next', start: null, end: null },
  timescale: day('2011-03-31', 'Spring'),
  inForceFrom: day('2011-03-31', 'Spring'),
  status: { state: 'complete', label: 'Done' },
  number: 1,
  tolerance: 1,
};

const contents: fc.Arbitrary<RegisterContent> = registers.map(
  ({ snapshots: _, imports: __, tray: ___, ...held }) => held,
);
const rowsOf = (content: RegisterContent, list: List) => content[list] as unknown as Row[];
const isClear = (content: RegisterContent) => {
  const ids = lists.flatMap((list) => rowsOf(content, list).map((row) => row.id));
  return new Set(ids).size === ids.length;
};

describe('over generated registers', () => {
  it('content compared with itself tells nothing, wherever it came from', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const copy = structuredClone(content);
        for (const list of lists) for (const row of rowsOf(copy, list)) row.source = null;
        expect(differencesBetween(content, copy)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('every edit of every field is told exactly once, and nothing else is', () => {
    const edits = fc.array(fc.record({ list: fc.constantFrom(...lists), row: fc.nat(), key: fc.nat() }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(contents, edits, (content, wanted) => {
        fc.pre(isClear(content));
        const after = structuredClone(content);
        const made = new Set<string>();
        for (const { list, row, key } of wanted) {
          const rows = rowsOf(after, list);
          const one = rows[row % (rows.length || 1)];
          if (!one) continue;
          const keys = Object.keys(one).filter((name) => name !== 'id' && name !== 'source');
          const name = keys[key % keys.length]!;
          const edit = `${one.id} ${fieldOf(list, name)}`;
          if (made.has(edit)) continue;
          one[name] = another(name, one[name]);
          made.add(edit);
        }
        const differences = differencesBetween(content, after);
        expect(differences).toHaveLength(made.size);
        expect(new Set(differences.map(({ id }) => id))).toEqual(
          new Set([...made].map((edit) => edit.split(' ')[0])),
        );
        expect(new Set(differences.map(({ id, field }) => `${id} ${field}`)).size).toBe(made.size);
        for (const one of differences) expect(one.words).not.toBe('');
      }),
      { numRuns: 150 },
    );
  });

  it('a record that is added or removed is told exactly once', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom(...lists), fc.nat(), (content, list, at) => {
        fc.pre(isClear(content) && rowsOf(content, list).length > 0);
        const row = rowsOf(content, list)[at % rowsOf(content, list).length]!;
        const more = structuredClone(content);
        rowsOf(more, list).push({ ...structuredClone(row), id: idOf(1) });
        const added = differencesBetween(content, more);
        expect(added).toMatchObject([{ id: idOf(1), before: null }]);
        const removed = differencesBetween(more, content);
        expect(removed).toMatchObject([{ id: idOf(1), after: null }]);
        const kinds = [added[0]?.kind, removed[0]?.kind];
        const isTarget = list === 'kpiValues' && row.role === 'target';
        expect(kinds).toEqual(isTarget ? ['target-changed', 'target-changed'] : ['added', 'removed']);
      }),
      { numRuns: 100 },
    );
  });
});
