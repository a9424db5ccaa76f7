import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AboutShown } from '#shared/contract/meetings.ts';

/** The way to a record that an item is about. */
export function AboutLink({ about, children }: { about: AboutShown; children: ReactNode }) {
  const { kind, id, planId } = about;
  if (kind === 'kpi') {
    return (
      <Link to="/kpis/$kpiId" params={{ kpiId: id }} className="hit">
        {children}
      </Link>
    );
  }
  if (kind === 'resolution') {
    return (
      <Link to="/meetings/resolutions" search={{ resolution: id }} className="hit">
        {children}
      </Link>
    );
  }
  const search = kind === 'action' ? { action: id } : kind === 'section' ? { section: id } : {};
  return (
    <Link
      to="/plans/$planId"
      params={{ planId: kind === 'plan' ? id : (planId ?? '') }}
      search={search}
      className="hit"
    >
      {children}
    </Link>
  );
}
