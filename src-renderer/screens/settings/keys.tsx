import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import type { KeyEntry } from '#shared/contract/register.ts';
import { usePlanOptions } from '../../client/plan-query.ts';
import { useTRPC } from '../../client/trpc.ts';
import { ButtonLink } from '../../components/button.tsx';
import { Empty, Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { Select } from '../../components/select.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { say } from '../../shell/foot.tsx';
import { KeyRow } from './key-row.tsx';
import { wholeKey, wrongWithKey } from './key-rules.ts';
import { SaveOrNot } from './partnership.tsx';

/** Each plan's own key: what it calls each state, in which colour, and what that means. */
export function Keys() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const search = useSearch({ from: '/settings' });
  const plans = useQuery(trpc.plans.list.queryOptions());
  return (
    <QueryState query={plans} what="The plans">
      {(list) => {
        const shown = list.find((plan) => plan.id === search.plan) ?? list[0];
        if (!shown) {
          return (
            <Empty
              title="There is no plan, so there is no key."
              act={<ButtonLink to="/plans">Go to Plans</ButtonLink>}
            >
              Every plan has a key of its own, because councils differ: green is “completed” in one and “on
              track” in another.
            </Empty>
          );
        }
        return (
          <div className="settings">
            <Select
              label="Key of the plan"
              choices={list.map((plan) => ({ id: plan.id, text: plan.title }))}
              value={shown.id}
              onChange={(plan) => void navigate({ to: '/settings', search: { part: 'keys', plan } })}
            />
            <KeyOfPlan key={shown.id} planId={shown.id} />
          </div>
        );
      }}
    </QueryState>
  );
}

function KeyOfPlan({ planId }: { planId: string }) {
  const plan = useQuery(usePlanOptions()(planId));
  return (
    <QueryState query={plan} what="The key">
      {(view) => <KeyForm planId={planId} saved={wholeKey(view.plan.key)} />}
    </QueryState>
  );
}

function KeyForm({ planId, saved }: { planId: string; saved: readonly KeyEntry[] }) {
  const trpc = useTRPC();
  const draft = useDraft<readonly KeyEntry[]>(saved);
  const save = useMutation(
    trpc.plans.setKey.mutationOptions({
      onSuccess: () => {
        draft.reset();
        say('Key saved.');
      },
    }),
  );
  const wrong = wrongWithKey(draft.value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong === null)
      save.mutate({ planId, entries: draft.value.map((entry) => ({ ...entry, label: entry.label.trim() })) });
  };
  return (
    <form className="form" onSubmit={submit}>
      <p className="q2">
        The shape stays with the state, so that the meaning is never lost; the word, the colour and what it
        means are the plan’s own, and are printed on every report.
      </p>
      <table className="keys stack">
        <thead>
          <tr>
            <th>Looks</th>
            <th>Word</th>
            <th>Colour</th>
            <th>What it means</th>
          </tr>
        </thead>
        <tbody>
          {draft.value.map((entry) => (
            <KeyRow
              key={entry.state}
              entry={entry}
              onChange={(changed) =>
                draft.set(draft.value.map((old) => (old.state === changed.state ? changed : old)))
              }
            />
          ))}
        </tbody>
      </table>
      {wrong && draft.changed ? <Problem>{wrong}</Problem> : null}
      {save.isError ? <Problem title="The key was not saved." error={save.error} /> : null}
      <SaveOrNot changed={draft.changed} isSaving={save.isPending} onReset={draft.reset} what="the key" />
    </form>
  );
}
