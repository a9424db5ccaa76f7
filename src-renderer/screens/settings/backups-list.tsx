import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { BackupsList, ListedBackup } from '#shared/contract/office.ts';
import { useTRPC } from '../../client/trpc.ts';
import { LinkButton } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Status } from '../../components/status.tsx';
import { formatInstant } from '../../format/days.ts';
import { count, formatBytes } from '../../format/words.ts';
import { countsInWords, shortHash } from '../snapshots/snapshots-screen.tsx';
import {
  checkLooks,
  inPlace,
  isLookedFor,
  isOffered,
  isUnderWay,
  placeWords,
  reasonWords,
} from './backup-words.ts';
import { RestoreDialog } from './restore-dialog.tsx';

/** While anything is being read it is asked again every second; else now and then, for a stick that comes and goes. */
const soonMs = 1_000;
const nowAndThenMs = 10_000;
/** Fewer are seen at a glance. */
const mostWithoutFilter = 8;

/** Every backup wherever it lies, there at once; whether each is whole is told as it becomes known. */
export function ListOfBackups() {
  const trpc = useTRPC();
  const backups = useQuery({
    ...trpc.backups.list.queryOptions(),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? soonMs : nowAndThenMs),
  });
  const [chosen, setChosen] = useState<ListedBackup | null>(null);
  return (
    <>
      <QueryState query={backups} what="The backups">
        {(list) => <Lists list={list} onRestore={setChosen} />}
      </QueryState>
      {chosen ? <RestoreDialog backup={chosen} onClose={() => setChosen(null)} /> : null}
    </>
  );
}

type OnRestore = { onRestore: (backup: ListedBackup) => void };

function Lists({ list, onRestore }: { list: BackupsList } & OnRestore) {
  const [looked, setLooked] = useState('');
  const shown = list.backups.filter((one) => isLookedFor(one, looked));
  const nothing = list.backups.length === 0 && list.places.every(({ said }) => said === null);
  if (nothing) return <p className="q2">No backup has been made yet.</p>;
  return (
    <>
      {list.backups.length > mostWithoutFilter ? (
        <div className="filter-line">
          <FilterBox label="Filter the backups" value={looked} onChange={setLooked} />
          <span className="q2" role="status">
            {looked ? `${shown.length} of ${count(list.backups.length, 'backup')}` : ''}
          </span>
        </div>
      ) : null}
      {list.places.map(({ place, folder, said }) =>
        said ? (
          <p key={place} className="q2">
            {placeWords[place]}, <i>{folder}</i>: {said}
          </p>
        ) : null,
      )}
      <table className="stack backups">
        <thead>
          <tr>
            <th>Made</th>
            <th>Why</th>
            <th>Holds</th>
            <th className="num">Size</th>
            <th>Where</th>
            <th>Verdict</th>
            <th>
              <span className="vh">What to do with it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <Row key={`${one.place} ${one.id}`} one={one} onRestore={onRestore} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && looked ? <p className="q2">No backup answers to these words.</p> : null}
    </>
  );
}

/** What was received may be of any register; a share may hold copies of several computers. */
function whose({ place, elsewhere, register }: ListedBackup): string {
  if (place === 'received') return `, of “${register}”`;
  return elsewhere ? ', on another computer' : '';
}

function Row({ one, onRestore }: { one: ListedBackup } & OnRestore) {
  const { label, state } = checkLooks[one.check];
  const which = `the backup of ${formatInstant(one.at)}${inPlace[one.place]}`;
  return (
    <tr>
      <td data-label="Made">{formatInstant(one.at)}</td>
      <td className="q2" data-label="Why">
        {reasonWords[one.reason]}
        {whose(one)}
      </td>
      <td className="q2" data-label="Holds">
        {countsInWords(one.counts)}
      </td>
      <td className="num nw" data-label="Size">
        {formatBytes(one.bytes)}
      </td>
      <td className="nw" data-label="Where">
        {placeWords[one.place]}
      </td>
      <td data-label="Verdict">
        <Status status={{ state, label }} />
        {one.verdict === 'good' ? (
          <span className="sm q2 hash" title={one.sha256}>
            {shortHash(one.sha256)}
          </span>
        ) : (
          <span className="sm q2">{one.verdict}</span>
        )}
      </td>
      <td className="row-acts">
        {isOffered(one) ? (
          <>
            <Link to="/restore" search={{ place: one.place, backup: one.id }} className="lk hit">
              Compare<span className="vh"> {which}</span>
            </Link>
            <LinkButton onPress={() => onRestore(one)} aria-label={`Restore ${which}`}>
              Restore
            </LinkButton>
          </>
        ) : null}
      </td>
    </tr>
  );
}
