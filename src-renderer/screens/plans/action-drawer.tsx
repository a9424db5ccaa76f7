import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ActionRow } from '#shared/contract/plans.ts';
import type { KeyEntry } from '#shared/contract/register.ts';
import { useTRPC } from '../../client/trpc.ts';
import { IconButton } from '../../components/button.tsx';
import { LeadChips } from '../../components/lead-chip.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { Status } from '../../components/status.tsx';
import { Terms } from '../../components/terms.tsx';
import { toggleFold } from '../../shell/panels.ts';
import { ExpectedState } from '../checks/expected-state.tsx';
import { PlanChecks, useChecksShown } from '../checks/plan-checks.tsx';
import { ThroughTheYears } from '../years/through-the-years.tsx';
import { Changes } from './drawer-changes.tsx';
import { Links } from './drawer-links.tsx';
import { Measures } from './drawer-measures.tsx';
import { Meetings } from './drawer-meetings.tsx';
import { Origin, Words } from './drawer-parts.tsx';
import { ProgressList } from './drawer-progress.tsx';
import { useLeaving } from './leaving-actions.ts';
import { usePlanDesk } from './plan-context.tsx';
import { PointedTo } from './pointed-to.tsx';
import { TimescaleReading } from './timescale-view.tsx';

/** Everything of one action, following the active row. Previous and next go through the rows as filtered. */
export function ActionDrawer(props: {
  readonly row: ActionRow | null;
  readonly planKey: readonly KeyEntry[];
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly onShow: (actionId: string) => void;
}) {
  const { row } = props;
  if (useChecksShown()) return <PlanChecks />;
  return (
    <SidePanel side="right" title="This action">
      <div className="dr">
        <header>
          <span className="q2">{row?.ref ?? (row ? 'No reference' : '')}</span>
          <span className="dn">
            <IconButton
              icon="left"
              label="Previous action"
              isDisabled={!props.onPrevious}
              onPress={() => props.onPrevious?.()}
            />
            <IconButton
              icon="right"
              label="Next action"
              isDisabled={!props.onNext}
              onPress={() => props.onNext?.()}
            />
            <IconButton icon="close" label="Close (Ctrl 2)" onPress={() => toggleFold('right')} />
          </span>
        </header>
        {row ? (
          <Everything row={row} planKey={props.planKey} onShow={props.onShow} />
        ) : (
          <p className="q2">
            Choose a row: its measures, its progress, how it went in other years and where it came from stand
            here.
          </p>
        )}
      </div>
    </SidePanel>
  );
}

const restMs = 100;

function Everything(props: {
  row: ActionRow;
  planKey: readonly KeyEntry[];
  onShow: (actionId: string) => void;
}) {
  const { row, planKey, onShow } = props;
  const { words } = usePlanDesk();
  const trpc = useTRPC();
  // An arrow key held down goes over a hundred rows: only the one it rests on is asked for.
  const [restsOn, setRestsOn] = useState<string>(row.id);
  useEffect(() => {
    const timer = window.setTimeout(() => setRestsOn(row.id), restMs);
    return () => window.clearTimeout(timer);
  }, [row.id]);
  const leaving = useLeaving();
  const query = useQuery({
    ...trpc.plans.action.queryOptions({ actionId: row.id }),
    enabled: restsOn === row.id && !leaving.has(row.id),
    placeholderData: (before) => (before?.action.id === row.id ? before : undefined),
  });
  const view = query.data;
  return (
    <>
      <h2>
        <Terms text={row.text} reader={words.terms} />
      </h2>
      {row.bullets.length > 0 ? (
        <ul className="g-bullets">
          {row.bullets.map((bullet, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice
            <li key={place}>
              <Terms text={bullet} reader={words.terms} />
            </li>
          ))}
        </ul>
      ) : null}
      <div className="ck">
        {row.status ? (
          <Status status={row.status} planKey={planKey} />
        ) : (
          <span className="q2">No status yet</span>
        )}
        {row.leads.length > 0 ? (
          <LeadChips leads={row.leads} card />
        ) : (
          <span className="q2">No lead yet</span>
        )}
      </div>
      {row.timescale ? (
        <section>
          <h3>Timescale</h3>
          <p>{row.timescale.text}</p>
          <TimescaleReading timescale={row.timescale} daysLate={row.daysLate} />
        </section>
      ) : null}
      {query.isError ? (
        <Problem
          title="The rest of this action could not be shown."
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      ) : view ? (
        <>
          <ExpectedState row={row} planKey={planKey} />
          <Measures measures={view.measures} actionId={row.id} />
          <ProgressList progress={view.progress} meetings={view.meetings} planKey={planKey} />
          <Words row={row} />
          <Meetings meetings={view.meetings} />
          <Links row={row} sameAs={view.sameAs} onShow={onShow} />
          <PointedTo kind="action" id={row.id} />
          <ThroughTheYears actionId={row.id} />
          <Changes changes={view.changes} actionId={row.id} />
          <Origin
            origin={view.origin}
            importId={row.source?.importId ?? null}
            isCarried={row.continuesActionId !== null}
          />
        </>
      ) : (
        <Working what="Reading this action" />
      )}
    </>
  );
}
