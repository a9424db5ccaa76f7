import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { HandOverPlan, PersonRow } from '#shared/contract/people.ts';
import { handOverInWords } from '#shared/domain/hand-over.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/choices.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { formatDay } from '../../format/days.ts';
import { count, listWords } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { noDay, typedDay } from './people-words.ts';
import { PersonChoice } from './person-choice.tsx';

const keyOf = (plan: HandOverPlan): string => plan.planId ?? '';

/** Somebody leaves: who takes over, from which day, in which plans; with the numbers before anything is written. */
export function HandOverDialog({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const trpc = useTRPC();
  const today = useToday();
  const [successorId, setSuccessorId] = useState<string | null>(null);
  const [from, setFrom] = useState(formatDay(today));
  /** What the officer ticked or unticked against the proposal. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [posts, setPosts] = useState(true);
  const [retire, setRetire] = useState(person.kind === 'person');
  const on = typedDay(from);
  const preview = useQuery({
    ...trpc.people.handOverPreview.queryOptions({
      personId: person.id,
      successorId: successorId ?? person.id,
      on: on ?? today,
    }),
    enabled: successorId !== null && typeof on === 'string',
  });
  const give = useMutation(
    trpc.people.handOver.mutationOptions({
      onSuccess: ({ label }) => {
        say(`${label}.`);
        onClose();
      },
    }),
  );
  const plans = preview.data?.plans.filter((plan) => openOf(plan) > 0) ?? [];
  const chosen = plans.filter((plan) => plan.over === turned.has(keyOf(plan)));
  const kept = preview.data?.plans.reduce((sum, plan) => sum + plan.kept, 0) ?? 0;
  const both = chosen.reduce((sum, plan) => sum + plan.both, 0);
  const held = preview.data?.posts ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!preview.data || successorId === null || typeof on !== 'string') return;
    give.mutate({
      personId: person.id,
      successorId,
      on,
      planIds: chosen.map(({ planId }) => planId),
      posts: posts && held.length > 0,
      retire,
    });
  };
  return (
    <Dialog title={`Hand over from ${person.name}`} isOpen onClose={onClose}>
      <form className="form hand-over" onSubmit={submit}>
        <PersonChoice
          label="Who takes over"
          value={successorId}
          onChange={setSuccessorId}
          only={(one) => one.id !== person.id && !one.retiredOn}
        />
        <Field
          label="From"
          value={from}
          onChange={setFrom}
          wrong={typeof on === 'string' ? null : noDay(from, today)}
        />
        {preview.isFetching && !preview.data ? <Working what="Counting what is theirs" /> : null}
        {preview.isError ? <Problem error={preview.error} /> : null}
        {preview.data ? (
          <>
            <p role="status">
              <b>{handOverInWords(chosen) ?? 'Nothing is chosen'}.</b>{' '}
              {kept > 0 ? `${count(kept, 'that has ended keeps', 'that have ended keep')} the name. ` : ''}
              {both > 0 ? `${count(both, 'names', 'name')} both already, and then one. ` : ''}
              The words as they stand are kept in the history.
            </p>
            {plans.length > 0 ? (
              <fieldset className="choices">
                <legend>In these plans</legend>
                {plans.map((plan) => (
                  <Check
                    key={keyOf(plan)}
                    isSelected={chosen.includes(plan)}
                    onChange={() =>
                      setTurned((before) => {
                        const after = new Set(before);
                        if (!after.delete(keyOf(plan))) after.add(keyOf(plan));
                        return after;
                      })
                    }
                  >
                    {plan.title}{' '}
                    <span className="sm q2">
                      {plan.over ? 'over, ' : ''}
                      {handOverInWords([plan])}
                      {plan.kept > 0 ? `, ${plan.kept} kept` : ''}
                    </span>
                  </Check>
                ))}
              </fieldset>
            ) : null}
            {held.length > 0 ? (
              <Check isSelected={posts} onChange={setPosts}>
                Takes over as {listWords(held.map(({ name }) => name))}
              </Check>
            ) : null}
          </>
        ) : null}
        <Check isSelected={retire} onChange={setRetire}>
          {person.name} leads nothing from then on
        </Check>
        {give.isError ? <Problem title="Nothing was handed over." error={give.error} /> : null}
        <div className="acts">
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" isDisabled={!preview.data} isPending={give.isPending}>
            Hand over
          </Button>
          {preview.data ? null : <span className="sm q2">Choose who takes over.</span>}
        </div>
      </form>
    </Dialog>
  );
}

const openOf = (plan: HandOverPlan): number => plan.actions + plan.measures + plan.kpis + plan.sections;
