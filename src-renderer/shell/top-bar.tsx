import { Link } from '@tanstack/react-router';
import type { RegisterState } from '#shared/contract/office.ts';
import { hrefOfReports, useView } from '../client/view.ts';
import { IconButton } from '../components/button.tsx';
import { Icon, Mark } from '../components/icon.tsx';
import { MoreMenu } from './more-menu.tsx';

/** The sections that exist, in the order of the year's work. */
const sections = [
  ['/home', 'Home'],
  ['/plans', 'Plans'],
  ['/kpis', 'KPIs'],
  ['/people', 'People'],
  ['/meetings', 'Meetings'],
  ['/updates', 'Updates'],
  ['/reports', 'Reports'],
  ['/snapshots', 'Snapshots'],
  ['/import', 'Import'],
] as const;

/** What of them a snapshot has; duties are under More otherwise. Its reports are made where all are, in the register. */
const sectionsOfSnapshot = [
  ['/home', 'Home'],
  ['/plans', 'Plans'],
  ['/kpis', 'KPIs'],
  ['/people', 'People'],
  ['/meetings', 'Meetings'],
  ['/duties', 'Duties'],
] as const;

export function TopBar(props: {
  state: RegisterState | undefined;
  onFind: () => void;
  onUndo: () => void;
  onRedo: () => void;
}) {
  const open = props.state?.open ?? null;
  const view = useView();
  const canWrite = view === null;
  return (
    <header className="top" data-region="Top bar">
      <span className="mark">
        <Mark />
        <span className="vh">Plan Register</span>
      </span>
      {open ? (
        <>
          <nav className="nav" aria-label="Main">
            {(canWrite ? sections : sectionsOfSnapshot).map(([to, name]) => (
              <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
                {name}
              </Link>
            ))}
            {view === null ? null : <a href={hrefOfReports(view)}>Reports</a>}
          </nav>
          <button type="button" className="find" onClick={props.onFind} aria-keyshortcuts="Control+K">
            <Icon name="search" />
            <span>Search everything</span>
            <span className="kbd">Ctrl K</span>
          </button>
          {canWrite ? (
            <div className="tb">
              <IconButton
                icon="undo"
                keys="Ctrl Z"
                label={open.undo ? `Undo: ${open.undo}` : 'Nothing to undo'}
                aria-disabled={open.undo === null}
                onPress={props.onUndo}
              />
              <IconButton
                icon="redo"
                keys="Ctrl Y"
                label={open.redo ? `Redo: ${open.redo}` : 'Nothing to redo'}
                aria-disabled={open.redo === null}
                onPress={props.onRedo}
              />
              <MoreMenu />
            </div>
          ) : null}
        </>
      ) : null}
    </header>
  );
}
