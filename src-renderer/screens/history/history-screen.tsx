import './history.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangeSet } from '#shared/contract/history.ts';
import { useTRPCClient } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Empty, Problem, Working } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Body } from '../../components/side-panel.tsx';
import { dayOfInstant, formatClock, formatWeekday } from '../../format/days.ts';
import { count, matches } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { useHistoryActs } from '../../shell/history-acts.ts';
import { useRegisterState } from '../../shell/register-state.ts';

const page = 100;

/** Every act that wrote something, newest first; undo and redo from here as from the top bar. */
export function HistoryScreen() {
  const client = useTRPCClient();
  const [looked, setLooked] = useState('');
  const open = useRegisterState().data?.open ?? null;
  const acts = useHistoryActs();
  const history = useInfiniteQuery({
    queryKey: [['history', 'list'], 'pages'],
    queryFn: ({ pageParam }) => client.history.list.query({ before: pageParam, limit: page }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < page ? undefined : last.at(-1)?.seq),
  });
  const all = history.data?.pages.flat() ?? [];
  const found = all.filter((set) => matches(looked, set.label, formatWeekday(dayOfInstant(set.at))));
  useFoot(
    history.data ? `${count(found.length, 'act')}${looked ? `, filtered of ${all.length}` : ''}` : null,
  );
  return (
    <>
      <PageHead
        title="History"
        facts="Every act that wrote something. Nothing here is ever deleted."
        acts={
          <>
            <FilterBox label="Filter the history" value={looked} onChange={setLooked} />
            {open?.redo ? <Button onPress={acts.redo}>Redo: {open.redo}</Button> : null}
            {open?.undo ? <Button onPress={acts.undo}>Undo: {open.undo}</Button> : null}
          </>
        }
      />
      <Body label="Acts">
        {history.isError ? (
          <Problem
            title="The history could not be shown."
            error={history.error}
            onRetry={() => void history.refetch()}
          />
        ) : null}
        {history.isPending ? <Working what="Reading the history" /> : null}
        {history.data && all.length === 0 ? (
          <Empty title="Nothing has been written yet.">
            Each save, paste and import will stand here with its time, and the latest can be undone, even
            after a restart.
          </Empty>
        ) : null}
        {all.length > 0 && found.length === 0 ? <p>No act holds “{looked}”.</p> : null}
        {found.length > 0 ? <Acts sets={found} /> : null}
        {history.hasNextPage ? (
          <Button onPress={() => void history.fetchNextPage()} isPending={history.isFetchingNextPage}>
            Show earlier acts
          </Button>
        ) : null}
      </Body>
    </>
  );
}

function Acts({ sets }: { sets: readonly ChangeSet[] }) {
  const days = Map.groupBy(sets, (set) => dayOfInstant(set.at));
  return (
    <table className="hist">
      <thead className="vh">
        <tr>
          <th>Time</th>
          <th>What was done</th>
          <th>Entries written</th>
          <th>State</th>
        </tr>
      </thead>
      {[...days].map(([day, those]) => (
        <tbody key={day}>
          <tr>
            <th colSpan={4} scope="rowgroup">
              {formatWeekday(day)}
            </th>
          </tr>
          {those.map((set) => (
            <tr key={set.id} className={set.state === 'done' ? '' : 'undone'}>
              <td className="at">{formatClock(set.at)}</td>
              <td className="label">{set.label}</td>
              <td className="rows">{count(set.rows, 'entry', 'entries')}</td>
              <td className="what">{stateInWords(set)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function stateInWords(set: ChangeSet): string {
  if (set.state === 'undone') return 'Undone';
  if (set.state === 'replaced') return 'Undone for good';
  return set.undoable ? '' : 'Stands for ever';
}
