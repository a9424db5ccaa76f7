import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Settings } from '#shared/contract/register.ts';
import { type SuppressionRule, suppressionInWords, usualSuppression } from '#shared/domain/suppression.ts';
import { useTRPC } from '../../client/trpc.ts';
import { ButtonLink } from '../../components/button.tsx';
import { Check, RadioChoices } from '../../components/choices.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { say } from '../../shell/foot.tsx';
import { SaveOrNot } from './partnership.tsx';

/** The office's rule for counts of children that papers leave out. */
export function SmallNumbers() {
  const trpc = useTRPC();
  const settings = useQuery(trpc.settings.get.queryOptions());
  return (
    <QueryState query={settings} what="The rule for small numbers">
      {(saved) => <RuleForm saved={saved} />}
    </QueryState>
  );
}

type Rounding = 'none' | '5' | '10';
type Typed = { threshold: string; rounding: Rounding; secondary: boolean };
const asTyped = ({ suppression = usualSuppression }: Settings): Typed => ({
  threshold: String(suppression.threshold),
  rounding: suppression.roundTo === undefined ? 'none' : suppression.roundTo === 5 ? '5' : '10',
  secondary: suppression.secondary,
});

function asRule({ threshold, rounding, secondary }: Typed): SuppressionRule {
  const roundTo = rounding === 'none' ? {} : { roundTo: rounding === '5' ? (5 as const) : (10 as const) };
  return { threshold: Number(threshold), secondary, ...roundTo };
}

const isWrong = ({ threshold }: Typed): boolean =>
  !/^\d{1,3}$/.test(threshold.trim()) || Number(threshold) < 2 || Number(threshold) > 100;

function RuleForm({ saved }: { saved: Settings }) {
  const trpc = useTRPC();
  const before = asTyped(saved);
  // Only what was changed: what was saved or undone meanwhile shows through.
  const [edits, setEdits] = useState<Partial<Typed>>({});
  const typed = { ...before, ...edits };
  const set = useMutation(trpc.settings.set.mutationOptions());
  const wrong = isWrong(typed);
  const changed = (['threshold', 'rounding', 'secondary'] as const).some((one) => typed[one] !== before[one]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!changed || wrong) return;
    await set.mutateAsync({ suppression: asRule(typed) });
    setEdits({});
    say('Saved. Reports of snapshots taken from now on follow this rule.');
  };
  return (
    <form className="settings" onSubmit={(event) => void submit(event).catch(() => undefined)}>
      <p className="q2">
        Reports leave out small counts of KPIs that count children, so that no child can be known by them.
        Screens and backups keep every figure. A report follows the rule that held when its snapshot was
        taken.
      </p>
      <Field
        label="Smallest count that is printed"
        value={typed.threshold}
        onChange={(threshold) => setEdits({ ...edits, threshold })}
        help="Counts from 1 to one less than this are left out; 0 is printed. Usually 5."
        wrong={wrong ? 'Write a number from 2 to 100.' : null}
        inputMode="numeric"
      />
      <RadioChoices<Rounding>
        label="Rounding of the counts that are printed"
        value={typed.rounding}
        onChange={(rounding) => setEdits({ ...edits, rounding })}
        choices={[
          { id: 'none', text: 'As they are', help: '' },
          { id: '5', text: 'To the nearest 5', help: '' },
          { id: '10', text: 'To the nearest 10', help: '' },
        ]}
      />
      <Check isSelected={typed.secondary} onChange={(secondary) => setEdits({ ...edits, secondary })}>
        Also leave out what a small number could be worked out from{' '}
        <span className="sm q">
          a total, a share, or the year so far; without this the Reports screen only warns
        </span>
      </Check>
      {wrong ? null : <p className="sm">In reports: {suppressionInWords(asRule(typed))}</p>}
      {set.error ? <Problem title="The rule was not saved." error={set.error} /> : null}
      <SaveOrNot
        changed={changed && !wrong}
        isSaving={set.isPending}
        onReset={() => setEdits({})}
        what="the rule"
      />
      <p>
        <ButtonLink to="/reports">See what is left out</ButtonLink>
      </p>
    </form>
  );
}
