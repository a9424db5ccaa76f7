import './snapshots.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Difference } from '#shared/contract/reports.ts';
import { inWords } from '#shared/domain/difference-words.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Select } from '../../components/select.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { formatDay } from '../../format/days.ts';
import { count } from '../../format/words.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { DifferenceFilters, type Filters, isKept, noFilters } from './difference-filters.tsx';
import { DifferenceSide } from './difference-side.tsx';
import { Changes } from './difference-table.tsx';
import { KeyWords } from './key-words.tsx';
import { useSnapshots } from './use-snapshots.ts';

/** What has changed between a snapshot and another, or now: in words, by plan. */
export function DifferencesScreen() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const search = useSearch({ from: '/snapshots/changes' });
  const [filters, setFilters] = useState<Filters>(noFilters);
  const snapshots = useSnapshots();
  const plans = useQuery(trpc.plans.list.queryOptions());
  const list = snapshots.data ?? [];
  const from = list.find((one) => one.id === search.from) ?? list[0];
  const to = search.to === undefined || search.to === 'now' ? 'now' : search.to;
  const compared = useQuery(
    trpc.snapshots.compare.queryOptions({ a: from?.id ?? '', b: to }, { enabled: from !== undefined }),
  );
  const all = compared.data ?? [];
  const kept = all.filter((one) => isKept(one, filters));
  const names = new Map((plans.data ?? []).map((plan) => [plan.id, plan.title]));
  const groups = Map.groupBy(kept, (one) => one.planId);
  const planCount = new Set(all.map((one) => one.planId).filter(Boolean)).size;
  const sentences = from
    ? inWords(all, `${formatDay(from.takenAt.slice(0, 10))} (${from.name})`, planCount)
    : [];
  useFoot(
    compared.data
      ? `${count(all.length, 'change')}, ${kept.length === all.length ? 'none filtered out' : `${kept.length} shown`}`
      : null,
  );
  const choices = list.map((one) => ({
    id: one.id,
    text: `${formatDay(one.takenAt.slice(0, 10))}, ${one.name}`,
  }));
  const show = (next: { from?: string; to?: string }) =>
    void navigate({ to: '/snapshots/changes', search: { from: from?.id, to, ...next } });
  return (
    <KeyWords all={all}>
      <PageHead
        title={from ? `What has changed since ${from.name}` : 'What has changed'}
        acts={
          <>
            <Button onPress={() => void copyWords(sentences, kept)}>Copy as words</Button>
            <ButtonLink look="primary" to="/reports" search={to === 'now' ? {} : { snapshot: to }}>
              Make a report
            </ButtonLink>
          </>
        }
      >
        {from ? (
          <div className="pair">
            <Select
              label="From"
              hideLabel
              choices={choices}
              value={from.id}
              onChange={(id) => show({ from: id })}
            />
            <span className="q2">to</span>
            <Select
              label="To"
              hideLabel
              choices={[{ id: 'now', text: 'Register now' }, ...choices.filter((one) => one.id !== from.id)]}
              value={to}
              onChange={(id) => show({ to: id })}
            />
          </div>
        ) : null}
      </PageHead>
      <Body
        label="Changes"
        left={
          <SidePanel side="left" title="Which changes">
            <DifferenceFilters all={all} names={names} filters={filters} onChange={setFilters} />
          </SidePanel>
        }
        right={
          <SidePanel side="right" title="In words" width={320}>
            <DifferenceSide sentences={sentences} all={all} />
          </SidePanel>
        }
      >
        {snapshots.data && !from ? (
          <p>No snapshot has been taken yet, so there is nothing to compare with.</p>
        ) : null}
        {compared.isError ? (
          <Problem
            title="The two could not be compared."
            error={compared.error}
            onRetry={() => void compared.refetch()}
          />
        ) : null}
        {compared.isFetching && !compared.data ? <Working what="Comparing" /> : null}
        {compared.data && all.length === 0 ? (
          <p className="read">Nothing has changed between the two.</p>
        ) : null}
        {all.length > 0 && kept.length === 0 ? <p>No change is of that kind.</p> : null}
        {kept.length > 0 ? <Changes groups={groups} names={names} /> : null}
      </Body>
    </KeyWords>
  );
}

/** To the clipboard, for an e-mail: the summary, then each change as a line. */
async function copyWords(sentences: readonly string[], kept: readonly Difference[]): Promise<void> {
  const text = [...sentences, '', ...kept.map((one) => one.words)].join('\n');
  try {
    await navigator.clipboard.writeText(text);
    say('Copied as words.');
  } catch {
    say('The browser did not allow copying. Select the words and press Ctrl C.');
  }
}
