import { useMutation, useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTRPC } from '../../client/trpc.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { say } from '../../shell/foot.tsx';
import { SaveOrNot } from './partnership.tsx';

/** The outcomes or themes under which KPIs and reports are grouped. */
export function Outcomes() {
  const trpc = useTRPC();
  const settings = useQuery(trpc.settings.get.queryOptions());
  return (
    <QueryState query={settings} what="The outcomes">
      {(saved) => <OutcomesForm saved={saved.outcomes} />}
    </QueryState>
  );
}

function OutcomesForm({ saved }: { saved: readonly string[] }) {
  const trpc = useTRPC();
  const draft = useDraft<readonly string[]>(saved);
  const save = useMutation(
    trpc.settings.set.mutationOptions({
      onSuccess: () => {
        draft.reset();
        say('Outcomes saved.');
      },
    }),
  );
  const list = draft.value;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ outcomes: list.map((text) => text.trim()).filter(Boolean) });
  };
  const swap = (index: number, other: number) =>
    draft.set(
      list.map((text, i) => (i === index ? (list[other] ?? '') : i === other ? (list[index] ?? '') : text)),
    );
  return (
    <form className="settings" onSubmit={submit}>
      <p className="read">
        What the partnership wants for children and families, in its own words and order.
      </p>
      <ol className="outcomes">
        {list.map((text, index) => (
          // An outcome is its place and its words; while it is typed only the place stays the same.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity while the words change
          <li key={index}>
            <Field
              label={`Outcome ${index + 1}`}
              value={text}
              onChange={(words) => draft.set(list.map((old, i) => (i === index ? words : old)))}
            />
            <IconButton
              icon="up"
              label={`Move outcome ${index + 1} up`}
              isDisabled={index === 0}
              onPress={() => swap(index, index - 1)}
            />
            <IconButton
              icon="down"
              label={`Move outcome ${index + 1} down`}
              isDisabled={index === list.length - 1}
              onPress={() => swap(index, index + 1)}
            />
            <Button
              look="quiet"
              aria-label={`Remove outcome ${index + 1}`}
              onPress={() => draft.set(list.filter((_, i) => i !== index))}
            >
              Remove
            </Button>
          </li>
        ))}
      </ol>
      <Button onPress={() => draft.set([...list, ''])}>Add an outcome</Button>
      {save.isError ? <Problem title="The outcomes were not saved." error={save.error} /> : null}
      <SaveOrNot
        changed={draft.changed}
        isSaving={save.isPending}
        onReset={draft.reset}
        what="the outcomes"
      />
    </form>
  );
}
