import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisterContent } from '#shared/contract/register.ts';
import { differencesBetween } from '#shared/domain/differences.ts';
import { type State, states } from '#shared/domain/states.ts';
import { applyDifferences, spelt } from '#test/core/snapshots/apply-differences.ts';
import { registers } from '#test/db/register-arbitrary.ts';

/** Whatever changes in whatever register is told, once, and nothing else is. */

type Row = Record<string, unknown> & { id: string };
type List = Exclude<keyof RegisterContent, 'format' | 'version' | 'settings'>;

const idOf = (n: number) => `0194d000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const lead = { text: 'NR', personId: idOf(9), role: null, note: null };
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
  'dutyAnswers',
  'fundingStreams',
  'kpiChanges',
  'kpiJudgements',
  'people',
  'bodies',
  'meetings',
  'attendance',
  'agendaItems',
  'resolutions',
  'minuteCorrections',
  'owedReports',
  'reportDeliveries',
  'reportingLines',
  'closures',
  'glossary',
  'acceptances',
  'spells',
  'aliases',
  'apart',
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
/** What is called the same whether it comes or goes. */
const alwaysTold: Partial<Record<List, string>> = {
  kpiChanges: 'measure-changed',
  kpiJudgements: 'status-changed',
};
const fieldOf = (list: List, key: string) => together[list]?.[key] ?? key;

/** Other content for a field, whatever it holds. */
function another(key: string, held: unknown): unknown {
  if (key === 'state' && (held === null || states.includes(held as State)))
    return held === 'complete' ? 'at-risk' : 'complete';
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
  documents: { title: 'Terms', where: 'Shelf' },
  standingItems: { title: 'Risks', kind: null, plannedMinutes: null, officer: null },
  papers: { title: 'Paper A', where: null, report: null, snapshotId: null },
  officer: { text: 'Clerk', personId: null },
  period: { label: 'Next', start: null, end: null },
  timescale: day('2011-03-31', 'Spring'),
  inForceFrom: day('2011-03-31', 'Spring'),
  status: { state: 'complete', label: 'Done' },
  fields: { label: 'Name', before: null, after: 'Loans' },
  number: 1,
  tolerance: 1,
};

const contents: fc.Arbitrary<RegisterContent> = registers.map(
  ({ snapshots: _, imports: __, tray: ___, ...held }) => held,
);
const rowsOf = (content: RegisterContent, list: List) => (content[list] ?? []) as unknown as Row[];
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
        expect(spelt(applyDifferences(content, differences))).toBe(spelt(after));
      }),
      { numRuns: 150 },
    );
  });

  it('records in another order are told as few as can be, by where they stand, and only those', () => {
    const ordered = fc.constantFrom<List>('plans', 'sections', 'actions', 'measures', 'agendaItems');
    fc.assert(
      fc.property(contents, ordered, fc.nat(), fc.nat(), (content, list, from, to) => {
        fc.pre(isClear(content) && rowsOf(content, list).length > 1);
        const after = structuredClone(content);
        const rows = rowsOf(after, list);
        const [one] = rows.splice(from % rows.length, 1);
        if (one) rows.splice(to % (rows.length + 1), 0, one);
        const told = differencesBetween(content, after);
        expect(told.length).toBeLessThanOrEqual(1);
        for (const { kind, field } of told) expect([kind, field]).toEqual(['moved', 'place']);
        expect(spelt(applyDifferences(content, told))).toBe(spelt(after));
      }),
      { numRuns: 100 },
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
        const always = list === 'kpiValues' && row.role === 'target' ? 'target-changed' : alwaysTold[list];
        expect(kinds).toEqual(always ? [always, always] : ['added', 'removed']);
      }),
      { numRuns: 100 },
    );
  });
});
