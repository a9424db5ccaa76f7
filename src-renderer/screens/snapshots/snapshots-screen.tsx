import './snapshots.css';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SnapshotSummary } from '#shared/contract/reports.ts';
import { Button } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Empty } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Body } from '../../components/side-panel.tsx';
import { formatDay, formatInstant } from '../../format/days.ts';
import { count, listWords, matches } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { useWish } from '../../shell/wishes.ts';
import { OpenSnapshot } from './open-snapshot.tsx';
import { TakeSnapshot } from './take-snapshot.tsx';
import { useSnapshots } from './use-snapshots.ts';

const route = getRouteApi('/snapshots');
// One function for all time, so that the row is brought into view once and not at every letter typed.
const intoView = (row: HTMLElement | null) => row?.scrollIntoView({ block: 'center' });

/** The register as it stood at named moments: each frozen for ever, to compare and to report from. */
export function SnapshotsScreen() {
  const snapshots = useSnapshots();
  const [looked, setLooked] = useState('');
  const [naming, setNaming] = useState(false);
  useWish('take-snapshot', () => setNaming(true));
  const all = snapshots.data ?? [];
  const found = all.filter((one) => matches(looked, one.name, formatInstant(one.takenAt)));
  useFoot(snapshots.data ? `${count(found.length, 'snapshot')}${looked ? ` of ${all.length}` : ''}` : null);
  return (
    <>
      <PageHead
        title="Snapshots"
        facts="The register frozen at a moment. None can change; their check sums prove it."
        acts={
          <>
            {all.length > 1 ? (
              <FilterBox label="Filter the snapshots" value={looked} onChange={setLooked} />
            ) : null}
            <Button look="primary" onPress={() => setNaming(true)}>
              Take a snapshot
            </Button>
          </>
        }
      />
      <Body label="Snapshots">
        <QueryState query={snapshots} what="The snapshots">
          {(list) => {
            if (list.length === 0) {
              return (
                <Empty
                  title="No snapshot has been taken."
                  act={<Button onPress={() => setNaming(true)}>Take a snapshot</Button>}
                >
                  A snapshot keeps the register as the board saw it: what goes out by e-mail comes from one,
                  and next quarter you can say in words what has changed since.
                </Empty>
              );
            }
            return found.length > 0 ? (
              <SnapshotTable snapshots={found} />
            ) : (
              <p>No snapshot holds “{looked}”.</p>
            );
          }}
        </QueryState>
      </Body>
      <TakeSnapshot isOpen={naming} onClose={() => setNaming(false)} />
    </>
  );
}

function SnapshotTable({ snapshots }: { snapshots: readonly SnapshotSummary[] }) {
  const { snapshot: sought } = route.useSearch();
  return (
    <table className="snaps stack">
      <thead>
        <tr>
          <th>Name</th>
          <th>Taken</th>
          <th>Holds</th>
          <th>Check sum</th>
          <th>Circulated</th>
          <th>
            <span className="vh">What to do with it</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {snapshots.map((one) => (
          <tr
            key={one.id}
            aria-current={one.id === sought ? 'true' : undefined}
            ref={one.id === sought ? intoView : undefined}
          >
            <td>
              <b>{one.name}</b>
            </td>
            <td className="nw" data-label="Taken">
              {formatInstant(one.takenAt)}
            </td>
            <td className="q2" data-label="Holds">
              {countsInWords(one.counts)}
            </td>
            <td data-label="Check sum">
              <span className="hash" title={one.hash}>
                {shortHash(one.hash)}
              </span>
            </td>
            <td className="q2" data-label="Circulated">
              {one.circulatedAt ? formatDay(one.circulatedAt.slice(0, 10)) : 'not yet'}
            </td>
            <td className="go">
              <OpenSnapshot snapshot={one} />
              <Link to="/snapshots/changes" search={{ from: one.id, to: 'now' }} className="hit">
                Changes since<span className="vh"> {one.name}</span>
              </Link>
              <Link to="/reports" search={{ snapshot: one.id }} className="hit">
                Report<span className="vh"> from {one.name}</span>
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The first twelve letters in fours, as it stands on a report. */
export const shortHash = (hash: string): string => hash.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ');

const counted: readonly [string, string][] = [
  ['plans', 'plan'],
  ['actions', 'action'],
  ['kpis', 'KPI'],
  ['meetings', 'meeting'],
];

/** "4 plans, 120 actions, 30 KPIs and 6 meetings" */
export function countsInWords(counts: Record<string, number>): string {
  return (
    listWords(counted.flatMap(([key, word]) => (counts[key] ? [count(counts[key], word)] : []))) ||
    'nothing yet'
  );
}
