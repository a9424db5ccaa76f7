import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { wireErrorOf } from '../../../client/errors.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { Select } from '../../../components/select.tsx';
import { Status } from '../../../components/status.tsx';
import { say } from '../../../shell/foot.tsx';
import { PersonField } from '../../checks/person-field.tsx';
import { escTo } from '../../checks/settle-forms.tsx';
import { statusChoices } from '../../plans/status-letters.ts';

/** The state stays what it was: words alone are an update too. */
const asItWas = 'as-it-was';

/** What was said of an action at a meeting: a dated update of it, with the meeting at which it was given. */
export function ProgressForm(props: {
  readonly actionId: string;
  readonly planId: string;
  /** What the action is called, for the label of the form. */
  readonly name: string;
  readonly meetingId: string;
  /** The day of the meeting. */
  readonly on: string;
  readonly onDone: () => void;
}) {
  const trpc = useTRPC();
  const key = useQuery(trpc.keys.get.queryOptions({ planId: props.planId }));
  const [chosen, setChosen] = useState<string>(asItWas);
  const [words, setWords] = useState('');
  const [by, setBy] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const write = useMutation(
    trpc.plans.addProgress.mutationOptions({
      onSuccess: () => {
        say(`Noted: ${props.name}. Ctrl Z takes it back.`);
        props.onDone();
      },
      onError: (error) => setWrong(wireErrorOf(error).message),
    }),
  );
  const entries = key.data?.entries ?? [];
  const choices = statusChoices(entries);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const status = choices.find((one) => keyOf(one) === chosen);
    if (!status && words.trim() === '') {
      setWrong('Choose how it stands, or write what was said. Esc leaves it as it was.');
      return;
    }
    write.mutate({
      actionIds: [props.actionId],
      state: status?.state ?? null,
      label: status?.label ?? null,
      text: words.trim(),
      on: props.on,
      by: by.trim() === '' ? null : by.trim(),
      meetingId: props.meetingId,
    });
  };
  return (
    <form
      className="mh-progress"
      aria-label={`Progress of ${props.name}`}
      onSubmit={submit}
      onKeyDown={escTo(props.onDone)}
    >
      <Field
        label="What was said"
        value={words}
        onChange={(typed) => {
          setWords(typed);
          setWrong(null);
        }}
        wrong={wrong}
        autoFocus
      />
      <div className="mh-pair">
        <Select
          label="Status"
          value={chosen}
          choices={[
            { id: asItWas, text: 'As it was' },
            ...choices.map((one) => ({
              id: keyOf(one),
              text: one.label,
              look: <Status status={one} planKey={entries} />,
            })),
          ]}
          onChange={setChosen}
        />
        <PersonField label="Said by" value={by} onChange={setBy} />
      </div>
      <div className="acts">
        <Button type="submit" isPending={write.isPending}>
          Note it
        </Button>
        <Button look="quiet" onPress={props.onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

const keyOf = ({ state, label }: { state: string; label: string }) => `${state} ${label}`;
