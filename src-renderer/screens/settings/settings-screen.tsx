import './settings.css';
import { Link, useSearch } from '@tanstack/react-router';
import { ButtonLink } from '../../components/button.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { Backups } from './backups.tsx';
import { Checks } from './checks.tsx';
import { Keys } from './keys.tsx';
import { Looks } from './looks.tsx';
import { Outcomes } from './outcomes.tsx';
import { Partnership } from './partnership.tsx';
import { type Part, partOf, parts } from './parts.ts';
import { ReportLook } from './report-look.tsx';
import { SmallNumbers } from './small-numbers.tsx';
import { Streams } from './streams.tsx';
import { Words } from './words.tsx';

/** What holds for the whole register, and how it looks to this viewer. */
export function SettingsScreen() {
  const search = useSearch({ from: '/settings' });
  const part = partOf(search.part);
  return (
    <>
      <PageHead
        title="Settings"
        facts={part === 'looks' ? 'Kept on this machine, for you alone.' : null}
        acts={<ButtonLink to="/history">History</ButtonLink>}
      />
      <Body
        label="Settings"
        left={
          <SidePanel side="left" title="Parts of Settings">
            <ul className="parts">
              {parts.map((one) => (
                <li key={one.id}>
                  <Link
                    to="/settings"
                    search={{ part: one.id }}
                    activeProps={{}}
                    aria-current={one.id === part ? 'page' : undefined}
                  >
                    {one.name}
                  </Link>
                </li>
              ))}
            </ul>
          </SidePanel>
        }
      >
        <h2 className="part-name">{parts.find((one) => one.id === part)?.name}</h2>
        <PartView part={part} entry={search.entry ?? null} />
      </Body>
    </>
  );
}

function PartView({ part, entry }: { part: Part; entry: string | null }) {
  switch (part) {
    case 'partnership':
      return <Partnership />;
    case 'outcomes':
      return <Outcomes />;
    case 'keys':
      return <Keys />;
    case 'checks':
      return <Checks />;
    case 'small-numbers':
      return <SmallNumbers />;
    case 'reports':
      return <ReportLook />;
    case 'words':
      return <Words entry={entry} />;
    case 'streams':
      return <Streams entry={entry} />;
    case 'backups':
      return <Backups />;
    case 'looks':
      return <Looks />;
  }
}
