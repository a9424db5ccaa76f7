import '../kpis.css';
import './figures.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { type Frequency, frequencies } from '#shared/contract/kpi-records.ts';
import type { KpiGrid, KpiSummary, kpisContract } from '#shared/contract/kpis.ts';
import { addMonths } from '#shared/domain/dates.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { ButtonLink } from '../../../components/button.tsx';
import { FilterBox } from '../../../components/filter-box.tsx';
import { Empty } from '../../../components/notices.tsx';
import { PageHead } from '../../../components/page-head.tsx';
import { QueryState } from '../../../components/query-state.tsx';
import { Select } from '../../../components/select.tsx';
import { Body } from '../../../components/side-panel.tsx';
import { matches } from '../../../format/words.ts';
import { Grid } from '../../../grid/grid.tsx';
import type { GridHandle, GridSelection } from '../../../grid/types.ts';
import { say, useFoot } from '../../../shell/foot.tsx';
import { useToday } from '../../../shell/register-state.ts';
import { figureGridColumns, figureGridLines } from './figure-columns.tsx';
import { columnKeyOf, type GridRole } from './patch-figures.ts';
import { rangeInWords } from './range-words.ts';
import { addressOf, RoleChoice, roleIn, roleInWords } from './role-choice.tsx';
import { useGridEdits } from './use-grid-edits.ts';

const route = getRouteApi('/kpis/figures');
const noNames: readonly string[] = [];

const everyWords: Readonly<Record<Frequency, string>> = {
  year: 'Each year',
  half: 'Each half-year',
  term: 'Each term',
  quarter: 'Each quarter',
  month: 'Each month',
  point: 'At a moment',
};
const spans = [
  { id: '2', text: 'Last year and this' },
  { id: '3', text: 'Three years' },
  { id: '5', text: 'Five years' },
  { id: '10', text: 'Ten years' },
] as const;

/** Most of the KPIs are counted this often: what the grid begins with. */
export function usualFrequency(kpis: readonly Pick<KpiSummary, 'frequency'>[]): Frequency {
  let usual: Frequency = 'quarter';
  let most = 0;
  for (const one of frequencies) {
    const times = kpis.filter((kpi) => kpi.frequency === one).length;
    if (times > most) [usual, most] = [one, times];
  }
  return usual;
}

/** The figures of many KPIs at once: KPIs down, periods across, typed and pasted as in a workbook. */
export function FiguresScreen() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const trpc = useTRPC();
  const today = useToday();
  const list = useQuery(trpc.kpis.list.queryOptions({ planId: null }));
  const settings = useQuery(trpc.settings.get.queryOptions());
  const all = useMemo(() => list.data ?? [], [list.data]);
  const inPlan = useMemo(
    () => all.filter((kpi) => !search.plan || kpi.plan?.id === search.plan),
    [all, search.plan],
  );
  const role = useMemo(() => roleIn(search.role), [search.role]);
  const usual = useMemo(() => usualFrequency(inPlan), [inPlan]);
  const every = frequencies.find((one) => one === search.every) ?? usual;
  const years = spans.find(({ id }) => id === search.years)?.id ?? '2';
  const { plan = null, section = null } = search;
  const input = useMemo(
    () => ({
      planId: plan,
      sectionId: section,
      frequency: every,
      from: years === '2' || today === '' ? null : addMonths(today, -12 * (Number(years) - 1)),
    }),
    [plan, section, every, years, today],
  );
  const options = trpc.kpis.grid.queryOptions(input);
  const query = useQuery({ ...options, enabled: list.isSuccess && today !== '' });
  const go = (change: Partial<typeof search>) =>
    void navigate({ to: '/kpis/figures', search: { ...search, ...change } });
  const plans = useMemo(() => distinct(all.map((kpi) => kpi.plan)), [all]);
  const sections = useMemo(() => distinct(inPlan.map((kpi) => kpi.section)), [inPlan]);
  const [looked, setLooked] = useState('');
  const [selection, setSelection] = useState<GridSelection | null>(null);
  useFoot(query.data ? rangeInWords(query.data, role, selection) : null);
  const active = query.data?.rows.find(({ kpi }) => kpi.id === selection?.activeId)?.kpi;
  return (
    <>
      <PageHead
        title="Figures"
        acts={
          <>
            <FilterBox label="Filter the KPIs" value={looked} onChange={setLooked} />
            {active ? (
              <ButtonLink to="/kpis/$kpiId" params={{ kpiId: active.id }}>
                Open {active.ref ?? 'this KPI'}
              </ButtonLink>
            ) : null}
            <ButtonLink to="/kpis">All KPIs</ButtonLink>
          </>
        }
      />
      <Body label="Figures" bare>
        <div className="kfig">
          <div className="kfig-strip">
            <RoleChoice
              role={role}
              comparators={query.data?.comparators ?? noNames}
              onChange={(chosen) => go({ role: addressOf(chosen) })}
            />
            <Select
              label="How often"
              hideLabel
              value={every}
              choices={frequencies.map((id) => ({ id, text: everyWords[id] }))}
              onChange={(id) => go({ every: id })}
            />
            <Select
              label="Over which years"
              hideLabel
              value={years}
              choices={spans}
              onChange={(id) => go({ years: id })}
            />
            <Select
              label="Plan"
              hideLabel
              value={search.plan ?? 'all'}
              choices={[{ id: 'all', text: 'Every plan' }, ...plans]}
              onChange={(id) => void navigate({ to: '/kpis/figures', search: without(search, id) })}
            />
            {sections.length > 1 ? (
              <Select
                label="Section"
                hideLabel
                value={search.section ?? 'all'}
                choices={[{ id: 'all', text: 'Every section' }, ...sections]}
                onChange={(id) => {
                  const { section: _gone, ...rest } = search;
                  void navigate({
                    to: '/kpis/figures',
                    search: id === 'all' ? rest : { ...rest, section: id },
                  });
                }}
              />
            ) : null}
          </div>
          <QueryState query={query} what="The figures">
            {(grid) => (
              <FiguresGrid
                key={`${addressOf(role)} ${every} ${options.queryKey}`}
                grid={grid}
                input={input}
                role={role}
                every={every}
                looked={looked}
                yearStartMonth={settings.data?.financialYearStart ?? 4}
                onSelect={setSelection}
              />
            )}
          </QueryState>
        </div>
      </Body>
    </>
  );
}

function FiguresOf(props: {
  readonly grid: KpiGrid;
  /** What the grid was asked with: its answer is kept under it. */
  readonly input: z.input<typeof kpisContract.grid.input>;
  readonly role: GridRole;
  readonly every: Frequency;
  readonly looked: string;
  readonly yearStartMonth: number;
  readonly onSelect: (selection: GridSelection) => void;
}) {
  const { grid, role, every, looked, yearStartMonth } = props;
  const trpc = useTRPC();
  const gridKey = trpc.kpis.grid.queryKey(props.input);
  const { notes, change } = useGridEdits({ grid, gridKey, role });
  const lines = useMemo(
    () =>
      figureGridLines(
        grid.rows.filter((row) =>
          matches(looked, row.kpi.ref, row.kpi.name, row.section?.title, row.plan?.title),
        ),
      ),
    [grid.rows, looked],
  );
  const columns = useMemo(
    () => figureGridColumns({ periods: grid.periods }, { role, every, yearStartMonth }),
    [grid.periods, role, every, yearStartMonth],
  );
  const handle = useRef<GridHandle>(null);
  const today = useToday();
  // One begins at the period that was the last to end: its figures are the next to come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the grid is first drawn
  useEffect(() => {
    const [first] = grid.rows;
    const over = grid.periods.findLast(({ end }) => (end ?? '') < today) ?? grid.periods[0];
    if (first && over) handle.current?.show(first.kpi.id, columnKeyOf(over));
  }, []);
  if (grid.rows.length === 0) {
    return (
      <div className="kfig-none">
        <Empty title="No KPI is counted this often." act={<ButtonLink to="/kpis">All KPIs</ButtonLink>}>
          Choose another rhythm above, or another plan. How often a KPI is counted stands in its definition.
        </Empty>
      </div>
    );
  }
  return (
    <div className="kfig-grid">
      <Grid
        ref={handle}
        label={`${roleInWords(role)}, ${everyWords[every].toLowerCase()}`}
        storageKey="kpi-figures"
        lines={lines}
        columns={columns}
        notes={notes}
        nameOf={(row) => row.kpi.ref ?? row.kpi.name}
        onChange={change}
        onSelect={props.onSelect}
        onSay={say}
        empty={<p className="kfig-none">No KPI holds “{looked}”.</p>}
      />
    </div>
  );
}

/** Not drawn again for a selection that has moved: that is the grid's own, and the foot's. */
const FiguresGrid = memo(FiguresOf);

function distinct(named: readonly ({ id: string; title: string } | null)[]): { id: string; text: string }[] {
  return [
    ...new Map(named.flatMap((one) => (one ? [[one.id, { id: one.id, text: one.title }]] : []))).values(),
  ];
}

/** Another plan: its sections are others. */
function without<T extends { plan?: string; section?: string }>(search: T, plan: string) {
  const { section: _gone, plan: _before, ...rest } = search;
  return plan === 'all' ? rest : { ...rest, plan };
}
