import './history.css';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTRPC, useTRPCClient } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { FilterBox } from '../../components/filter-box.tsx';
import { Empty, Problem, Working } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Body } from '../../components/side-panel.tsx';
import { count } from '../../format/words.ts';
import { useFoot } from '../../shell/foot.tsx';
import { useHistoryActs } from '../../shell/history-acts.ts';
import { useRegisterState } from '../../shell/register-state.ts';
import { ActTable } from './act-table.tsx';
import { HistoryFilters, type Narrowed, notNarrowed } from './history-filters.tsx';

const page = 100;

/** Every act that wrote something, newest first: what it wrote, and its undoing whenever it was. */
export function HistoryScreen() {
  const client = useTRPCClient();
  const { act, plan, record } = useSearch({ from: '/history' });
  const [looked, setLooked] = useState('');
  const [narrowed, setNarrowed] = useState<Narrowed>(notNarrowed);
  const [opened, setOpened] = useState<string | null>(null);
  const asked = useDeferredValue(looked.trim());
  const open = useRegisterState().data?.open ?? null;
  const acts = useHistoryActs();
  useEffect(() => {
    setNarrowed({ ...notNarrowed, planId: plan ?? null, recordId: record ?? null });
    if (act) setLooked('');
    setOpened(act ?? null);
  }, [act, plan, record]);
  const { kind, planId, recordId, from, until } = narrowed;
  const filter = { text: asked, kinds: kind === 'all' ? [] : [kind], planId, recordId, from, until };
  const isFiltered = asked !== '' || narrowed !== notNarrowed;
  const history = useInfiniteQuery({
    queryKey: [['history', 'list'], 'pages', filter],
    queryFn: ({ pageParam }) => client.history.list.query({ before: pageParam, limit: page, ...filter }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < page ? undefined : last.at(-1)?.seq),
    placeholderData: keepPreviousData,
  });
  const sets = history.data?.pages.flat() ?? [];
  useFoot(
    history.data
      ? `${count(sets.length, 'act')}${history.hasNextPage ? ' shown, more before them' : ''}`
      : null,
  );
  return (
    <>
      <PageHead
        title="History"
        facts="Every act that wrote something. Nothing here is ever deleted."
        acts={
          <>
            <FilterBox label="Filter the history" value={looked} onChange={setLooked} />
            <ButtonLink to="/history/bin">Open the bin</ButtonLink>
            {open?.redo ? <Button onPress={acts.redo}>Redo: {open.redo}</Button> : null}
            {open?.undo ? <Button onPress={acts.undo}>Undo: {open.undo}</Button> : null}
          </>
        }
      />
      <Body label="Acts">
        <HistoryFilters value={narrowed} onChange={setNarrowed} />
        {history.isError ? (
          <Problem
            title="The history could not be shown."
            error={history.error}
            onRetry={() => void history.refetch()}
          />
        ) : null}
        {history.isPending ? <Working what="Reading the history" /> : null}
        {history.data && sets.length === 0 && !isFiltered ? (
          <Empty title="Nothing has been written yet.">
            Each save, paste and import will stand here with its time and what it wrote, and can be undone,
            even after a restart.
          </Empty>
        ) : null}
        {history.data && sets.length === 0 && isFiltered ? (
          <p>{asked ? `No act holds “${asked}”.` : 'No act of this kind and time.'}</p>
        ) : null}
        {act && history.data && !sets.some(({ id }) => id === act) ? <Earlier id={act} /> : null}
        {sets.length > 0 ? <ActTable sets={sets} opened={opened} onOpen={setOpened} /> : null}
        {history.hasNextPage ? (
          <Button onPress={() => void history.fetchNextPage()} isPending={history.isFetchingNextPage}>
            Show earlier acts
          </Button>
        ) : null}
      </Body>
    </>
  );
}

/** An act that the address names and that is not among those listed, above them. */
function Earlier({ id }: { id: string }) {
  const trpc = useTRPC();
  const found = useQuery(trpc.history.act.queryOptions({ id }));
  const [isOpen, setOpen] = useState(true);
  if (!found.data) return null;
  return (
    <ActTable
      sets={[found.data.act]}
      opened={isOpen ? id : null}
      onOpen={(opened) => setOpen(opened !== null)}
    />
  );
}
