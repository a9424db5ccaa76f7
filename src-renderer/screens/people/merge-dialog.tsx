import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonRow } from '#shared/contract/people.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { RadioChoices } from '../../components/choices.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Problem } from '../../components/notices.tsx';
import { usePeople } from '../../components/people.tsx';
import { count, listWords } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { PersonChoice } from './person-choice.tsx';

/** Two whom no rule took for one: which name stays, and what would change. */
export function MergeDialog(props: { person: PersonRow; onClose: (keptId: string | null) => void }) {
  const { person } = props;
  const trpc = useTRPC();
  const people = usePeople();
  const [otherId, setOtherId] = useState<string | null>(null);
  const [staysOther, setStaysOther] = useState<'this' | 'other'>('other');
  const other = otherId ? people.get(otherId) : undefined;
  const [stays, goes] = staysOther === 'this' ? [person, other] : [other, person];
  const merge = useMutation(
    trpc.people.merge.mutationOptions({
      onSuccess: ({ label }) => {
        say(`${label}.`);
        props.onClose(stays?.id ?? null);
      },
    }),
  );
  return (
    <Dialog
      title={`${person.name} is the same as…`}
      isOpen
      onClose={() => props.onClose(null)}
      acts={
        <>
          <Button look="quiet" onPress={() => props.onClose(null)}>
            Cancel
          </Button>
          <Button
            look="primary"
            isDisabled={!other}
            isPending={merge.isPending}
            onPress={() => {
              if (stays && goes) merge.mutate({ keepId: stays.id, otherId: goes.id });
            }}
          >
            {stays && goes ? `Merge into ${stays.name}` : 'Merge the two'}
          </Button>
        </>
      }
    >
      <PersonChoice
        label="The same as"
        value={otherId}
        onChange={setOtherId}
        only={(one) => one.id !== person.id}
      />
      {other && stays && goes ? (
        <>
          <RadioChoices
            label="Which name stays"
            value={staysOther}
            onChange={setStaysOther}
            inline
            choices={[
              { id: 'other', text: other.name },
              { id: 'this', text: person.name },
            ]}
          />
          <p>
            {leadsWhat(goes)} of “{goes.name}” would be {stays.name}’s. “{goes.name}” stays as another
            spelling, and the words of the plans stay as written.
          </p>
        </>
      ) : (
        <p className="q2">Choose who is the same. Nothing is merged before you have seen what changes.</p>
      )}
      {merge.isError ? <Problem title="The two were not merged." error={merge.error} /> : null}
    </Dialog>
  );
}

function leadsWhat(one: PersonRow): string {
  const parts = [
    one.actions > 0 ? count(one.actions, 'action') : null,
    one.measures > 0 ? count(one.measures, 'measure') : null,
    one.kpis > 0 ? count(one.kpis, 'KPI') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'All' : listWords(parts);
}
