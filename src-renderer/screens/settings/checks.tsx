import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Settings } from '#shared/contract/register.ts';
import { type StatusRule, usualRule, usualSilentDays } from '#shared/domain/expected-state.ts';
import { useTRPC } from '../../client/trpc.ts';
import { ButtonLink } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { say } from '../../shell/foot.tsx';
import { SaveOrNot } from './partnership.tsx';
import { Retention } from './retention.tsx';
import { type RuleField, ruleFields, wrongNumber } from './rule-fields.ts';

/** The numbers by which statuses are checked, each with what it means. */
export function Checks() {
  const trpc = useTRPC();
  const settings = useQuery(trpc.settings.get.queryOptions());
  return (
    <QueryState query={settings} what="The numbers of the checks">
      {(saved) => (
        <>
          <ChecksForm saved={saved} />
          <Retention />
        </>
      )}
    </QueryState>
  );
}

type Typed = Record<RuleField, string>;
const asTyped = ({ silentDays = usualSilentDays, statusRule = usualRule }: Settings): Typed =>
  Object.fromEntries(
    ruleFields.map(({ field }) => [field, String(field === 'silentDays' ? silentDays : statusRule[field])]),
  ) as Typed;

function ChecksForm({ saved }: { saved: Settings }) {
  const trpc = useTRPC();
  const before = asTyped(saved);
  // Only what was typed: what was saved or undone meanwhile shows through, and the focus stays where it is.
  const [edits, setEdits] = useState<Partial<Typed>>({});
  const typed = { ...before, ...edits };
  const setDays = useMutation(trpc.checks.setSilentDays.mutationOptions());
  const setRule = useMutation(trpc.checks.setRule.mutationOptions());
  const changed = ruleFields.some(({ field }) => typed[field] !== before[field]);
  const wrong = ruleFields.some((one) => wrongNumber(one, typed[one.field]) !== null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!changed || wrong) return;
    const { silentDays, ...rule } = typed;
    const numbers = Object.fromEntries(
      Object.entries(rule).map(([field, words]) => [field, Number(words)]),
    ) as StatusRule;
    if (silentDays !== before.silentDays)
      await setDays.mutateAsync({ planId: null, days: Number(silentDays) });
    await setRule.mutateAsync(numbers);
    setEdits({});
    say('Saved. Statuses are checked by these numbers from now on.');
  };
  const failed = setDays.error ?? setRule.error;
  return (
    <form className="settings" onSubmit={(event) => void submit(event)}>
      <p className="q2">
        The register compares what a lead says with dates and evidence. It changes no status: it lists what
        ought to be looked at before papers go out. A plan may have days of silence of its own.
      </p>
      {ruleFields.map((one) => (
        <Field
          key={one.field}
          label={one.label}
          value={typed[one.field]}
          onChange={(words) => setEdits({ ...edits, [one.field]: words })}
          help={`${one.meaning} Usually ${one.usual}.`}
          wrong={wrongNumber(one, typed[one.field])}
          inputMode="numeric"
        />
      ))}
      {failed ? <Problem title="The numbers were not saved." error={failed} /> : null}
      <SaveOrNot
        changed={changed && !wrong}
        isSaving={setDays.isPending || setRule.isPending}
        onReset={() => setEdits({})}
        what="the numbers"
      />
      <p>
        <ButtonLink to="/checks">See what they find</ButtonLink>
      </p>
    </form>
  );
}
