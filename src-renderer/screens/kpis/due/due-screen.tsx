import '../kpis.css';
import './due.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DueByOwner, KpiDue } from '#shared/contract/kpis.ts';
import { wireErrorOf } from '../../../client/errors.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { Button, ButtonLink } from '../../../components/button.tsx';
import { FilterBox } from '../../../components/filter-box.tsx';
import { Group } from '../../../components/group.tsx';
import { PageHead } from '../../../components/page-head.tsx';
import { QueryState } from '../../../components/query-state.tsx';
import { RowList } from '../../../components/row-list.tsx';
import { Select } from '../../../components/select.tsx';
import { Body } from '../../../components/side-panel.tsx';
import { count, matches } from '../../../format/words.ts';
import { say, useFoot } from '../../../shell/foot.tsx';
import { dueCounts, dueWords, lateInWords, narrowDue } from './due-words.ts';

type Kind = KpiDue['kind'] | 'all';
const kinds: readonly { id: Kind; text: string }[] = [
  { id: 'all', text: 'Everything due' },
  ...Object.entries(dueWords).map(([id, { choice }]) => ({ id: id as Kind, text: choice })),
];
/** How many KPIs of one owner stand here before the way to all of them. */
const shown = 12;

/** What is due of the KPIs and what is missing, under whoever owns them. */
export function DueScreen() {
  const trpc = useTRPC();
  const query = useQuery(trpc.kpis.due.queryOptions({ planId: null }));
  const [looked, setLooked] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const all = query.data ?? [];
  const toStore = all.some(({ kpis }) => kpis.some(({ due }) => due.some((one) => one.kind === 'to-store')));
  const store = useMutation(
    trpc.kpis.storeCounts.mutationOptions({
      onSuccess: ({ stored }) => say(`${count(stored, 'count')} stored. Undo takes them out again.`),
      onError: (error) => say(wireErrorOf(error).message),
    }),
  );
  const groups = narrowDue(all, kind).flatMap((group) => {
    const kpis = group.kpis.filter((kpi) => matches(looked, group.owner?.name, kpi.ref, kpi.name));
    return kpis.length === 0 ? [] : [{ ...group, kpis }];
  });
  const total = new Set(groups.flatMap(({ kpis }) => kpis.map(({ id }) => id))).size;
  useFoot(query.data ? `${count(total, 'KPI')} with something due` : null);
  return (
    <>
      <PageHead
        title="KPIs: due and missing"
        acts={
          <>
            <Select label="What is due" hideLabel choices={kinds} value={kind} onChange={setKind} />
            <FilterBox label="Filter what is due" value={looked} onChange={setLooked} />
            {toStore ? (
              <Button isPending={store.isPending} onPress={() => store.mutate({})}>
                Store the counts
              </Button>
            ) : null}
            <ButtonLink to="/kpis">All KPIs</ButtonLink>
          </>
        }
      />
      <Body label="What is due">
        <QueryState query={query} what="What is due">
          {() =>
            groups.length === 0 ? (
              <p className="read">
                {looked === '' && kind === 'all'
                  ? 'Nothing is due and nothing is missing: every KPI has its figures, its target and its owner.'
                  : 'Nothing here is due. Choose everything due, or clear the filter.'}
              </p>
            ) : (
              <RowList className="kdue">
                {groups.map((group) => (
                  <Owner key={keyOf(group)} group={group} />
                ))}
              </RowList>
            )
          }
        </QueryState>
      </Body>
    </>
  );
}

const keyOf = ({ owner }: DueByOwner) => owner?.personId ?? owner?.name ?? '';

function Owner({ group }: { group: DueByOwner }) {
  const { owner, kpis, expected, there } = group;
  const few = kpis.length <= shown + 2 ? kpis : kpis.slice(0, shown);
  return (
    <Group
      name={owner?.name ?? 'No owner'}
      note={
        <>
          {expected > 0 ? `${there} of ${count(expected, 'figure')} there. ` : ''}
          <Link
            to="/kpis"
            search={owner ? { owner: owner.name, due: 'yes' } : { owner: 'none', due: 'yes' }}
            className="hit"
          >
            {few.length < kpis.length ? `All ${count(kpis.length, 'KPI')}` : 'Show in the list'}
          </Link>
        </>
      }
    >
      <ul>
        {few.map((kpi) => (
          <li key={kpi.id}>
            <Link to="/kpis/$kpiId" params={{ kpiId: kpi.id }} className="kdue-row foci" data-row="">
              <span className="q2">{kpi.ref}</span>
              <span>
                {kpi.name}
                {kpi.due.map((one) => (
                  <span key={`${one.kind} ${one.words}`} className="kdue-says">
                    {one.words}
                  </span>
                ))}
              </span>
              <span>{dueCounts(kpi.due)}</span>
              <span className="q2">{lateInWords(kpi.due)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Group>
  );
}
