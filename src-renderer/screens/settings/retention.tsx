import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTRPC } from '../../client/trpc.ts';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { say } from '../../shell/foot.tsx';
import { SaveOrNot } from './partnership.tsx';

/** How many years plans are kept after their end; empty for ever. */
export function Retention() {
  const trpc = useTRPC();
  const retention = useQuery(trpc.checks.retention.queryOptions());
  return (
    <QueryState query={retention} what="How long plans are kept">
      {({ years }) => <RetentionForm key={years} years={years} />}
    </QueryState>
  );
}

function RetentionForm({ years }: { years: number | null }) {
  const trpc = useTRPC();
  const before = years === null ? '' : String(years);
  const [typed, setTyped] = useState(before);
  const save = useMutation(
    trpc.checks.setRetention.mutationOptions({
      onSuccess: () => say('Saved. Plans past their time are told among the checks; none goes by itself.'),
    }),
  );
  const words = typed.trim();
  const fits = words === '' || (/^\d{1,3}$/.test(words) && Number(words) <= 100);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fits && words !== before) save.mutate({ planId: null, years: words === '' ? null : Number(words) });
  };
  return (
    <form className="settings" onSubmit={submit}>
      <Field
        label="Years that plans are kept after their end"
        value={typed}
        onChange={setTyped}
        inputMode="numeric"
        help="Left empty, for ever. A plan may have years of its own. Nothing is ever deleted by itself."
        wrong={fits ? null : 'Write a number of years from 0 to 100, or nothing.'}
      />
      {save.isError ? <Problem title="The years were not saved." error={save.error} /> : null}
      <SaveOrNot
        changed={fits && words !== before}
        isSaving={save.isPending}
        onReset={() => setTyped(before)}
        what="the years"
      />
    </form>
  );
}
