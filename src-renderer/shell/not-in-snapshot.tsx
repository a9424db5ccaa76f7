import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { hrefOfReports, useView } from '../client/view.ts';
import { Empty } from '../components/notices.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Body } from '../components/side-panel.tsx';

/** Screens for changing the register, and for what a snapshot does not freeze: the register alone has them. */
const ofTheRegister =
  /^\/(?:import|updates|circulation|snapshots|settings|history|checks|kpis\/figures|plans\/[^/]+\/next-year)(?:\/|$)/;

/** Whether an address within a snapshot is of a screen that only the register has. */
export const isOnlyInRegister = (path: string): boolean => ofTheRegister.test(path);

/** Reports of a snapshot are made where all reports are: the screen goes there, with the snapshot chosen. */
export function ReportsOfSnapshot({ planId }: { planId: string | undefined }) {
  const view = useView();
  useEffect(() => {
    if (view !== null) window.location.replace(hrefOfReports(view, planId));
  }, [view, planId]);
  return null;
}

/** In place of such a screen: why it is not here, and where it is. */
export function NotInSnapshot({ path, search }: { path: string; search: string }) {
  return (
    <>
      <PageHead title="Not in a snapshot" />
      <Body label="Not in a snapshot">
        <Empty
          title="This screen is of the register as it stands, and not of a snapshot."
          act={
            <p>
              <a href={`#${path}${search}`}>Open it in the register</a>, or{' '}
              <Link to="/home">stay in the snapshot</Link>.
            </p>
          }
        >
          A snapshot holds the plans, KPIs, meetings, people and duties of its day. Imports, updates,
          circulation, settings and history go on beside it.
        </Empty>
      </Body>
    </>
  );
}
