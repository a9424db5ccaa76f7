import { Link, useNavigate } from '@tanstack/react-router';
import { memo } from 'react';
import type { KpiSummary } from '#shared/contract/kpis.ts';
import { Select } from '../../components/select.tsx';
import { type Narrowing, ownersOf, showOf, shows, stands } from './list-filter.ts';

type Search = Narrowing & { readonly as?: string | undefined };

function Filters({ kpis, search }: { kpis: readonly KpiSummary[]; search: Search }) {
  const navigate = useNavigate();
  const show = showOf(search.show);
  const go = (key: keyof Search, value: string | null) => {
    // The sections of another plan are others.
    const anew = key === 'plan' ? { section: undefined } : {};
    void navigate({ to: '/kpis', search: defined({ ...search, ...anew, [key]: value ?? undefined }) });
  };
  const plans = named(kpis.map(({ plan }) => plan));
  const sections = named(
    kpis.filter((kpi) => !search.plan || kpi.plan?.id === search.plan).map(({ section }) => section),
  );
  const orAll = (id: string) => (id === 'all' ? null : id);
  return (
    <div className="kpi-filters">
      <ul>
        {shows.map(({ id, name }) => (
          <li key={id}>
            <Link
              to="/kpis"
              search={defined({ ...search, show: id === 'all' ? undefined : id })}
              className={id === show ? 'foci cur' : 'foci'}
              aria-current={id === show ? 'true' : undefined}
            >
              <span>{name}</span>
              <span className="q2">{kpis.filter((kpi) => stands(kpi, id)).length}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="kpi-filters-by">
        <Select
          label="Owner"
          value={search.owner ?? 'all'}
          choices={[
            { id: 'all', text: 'Everybody’s' },
            ...ownersOf(kpis),
            { id: 'none', text: 'Without an owner' },
          ]}
          onChange={(id) => go('owner', orAll(id))}
        />
        <Select
          label="Plan"
          value={search.plan ?? 'all'}
          choices={[{ id: 'all', text: 'Every plan' }, ...plans]}
          onChange={(id) => go('plan', orAll(id))}
        />
        <Select
          label="Section or outcome"
          value={search.section ?? 'all'}
          choices={[{ id: 'all', text: 'Every section' }, ...sections]}
          onChange={(id) => go('section', orAll(id))}
        />
        <Select
          label="Due"
          value={search.due ? 'yes' : 'all'}
          choices={[
            { id: 'all', text: 'Whether or not' },
            { id: 'yes', text: 'Something due' },
          ]}
          onChange={(id) => go('due', orAll(id))}
        />
        <Select
          label="Shown as"
          value={search.as === 'multiples' ? 'multiples' : 'list'}
          choices={[
            { id: 'list', text: 'A list' },
            { id: 'multiples', text: 'Small charts' },
          ]}
          onChange={(id) => go('as', id === 'list' ? null : id)}
        />
      </div>
    </div>
  );
}

/** The column beside the list: how the KPIs stand, whose they are, where they belong, and what is due. */
export const KpiFilters = memo(Filters);

function named(all: readonly ({ id: string; title: string } | null)[]): { id: string; text: string }[] {
  return [
    ...new Map(all.flatMap((one) => (one ? [[one.id, { id: one.id, text: one.title }]] : []))).values(),
  ];
}

/** An address names only what is chosen. */
function defined(search: Search): { [K in keyof Search]?: string } {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}
