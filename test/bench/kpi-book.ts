import { indexContent } from '#core/reports/compose/content-index.ts';
import { composeKpiBook } from '#core/reports/compose/kpi-book.ts';
import { writeHtml } from '#core/reports/write/html.ts';
import type { Kpi, KpiValue, SnapshotContent } from '#shared/contract/register.ts';

/** A KPI book of 200 KPIs (or as many as are said) of 40 quarters, a quarter of them counting children: small numbers, composing, the page. */
const source = null;
const many = Number(process.argv[2] ?? 200);
const quarters = Array.from({ length: 40 }, (_, n) => {
  const [year, month] = [2001 + Math.floor(n / 4), (n % 4) * 3 + 1];
  const end = `${year}-${String(month + 2).padStart(2, '0')}-${month === 4 || month === 7 ? 30 : 31}`;
  return { label: `Q${(n % 4) + 1} ${year}`, start: `${year}-${String(month).padStart(2, '0')}-01`, end };
});
const kpis = Array.from(
  { length: many },
  (_, n): Kpi => ({
    id: `kpi ${n}`,
    source,
    planId: null,
    sectionId: null,
    ref: `B ${n}`,
    name: `Measure ${n}`,
    unit: null,
    polarity: 'up',
    dataSource: null,
    owners: [],
    calendar: null,
    frequency: 'quarter',
    yearBy: 'sum',
    tolerance: 5,
    countsChildren: n % 4 === 0,
    details: [],
  }),
);
const kpiValues = kpis.flatMap((kpi, k) =>
  quarters.flatMap((period, n) =>
    (['actual', 'target'] as const).map((role): KpiValue => {
      const number = role === 'target' ? 20 : (k * 7 + n * 13) % 40;
      const common = { source, kpiId: kpi.id, role, period, number, text: String(number), symbol: null };
      return { ...common, id: `${k} ${n} ${role}`, comparator: null, tolerance: 5, provisional: false };
    }),
  ),
);
const content: SnapshotContent = {
  format: 'plan-register',
  version: 1,
  settings: { partnership: 'Bench', financialYearStart: 4, academicYearStart: 9, outcomes: [] },
  plans: [],
  sections: [],
  actions: [],
  measures: [],
  progress: [],
  kpis,
  kpiValues,
  kpiNarratives: [],
  duties: [],
  people: [],
  bodies: [],
  meetings: [],
  attendance: [],
  agendaItems: [],
  resolutions: [],
  glossary: [],
};
const from = performance.now();
const index = indexContent(content);
const masked = performance.now();
const front = { snapshotName: 'Bench', takenAt: '2011-01-01T09:00:00.000Z', hash: '0'.repeat(64) };
const book = composeKpiBook(index, front, null, null);
const composed = performance.now();
const page = writeHtml(book);
const written = performance.now();
console.log(
  `${many} KPIs x ${quarters.length} periods: ${index.leftOut.figures.length} figures left out in ${Math.round(masked - from)} ms, composed in ${Math.round(composed - masked)} ms, written as ${Math.round(page.length / 1024)} kB of HTML in ${Math.round(written - composed)} ms`,
);
