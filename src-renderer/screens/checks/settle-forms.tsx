import { type FormEvent, useState } from 'react';
import { type State, states } from '#shared/domain/states.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import { labelOf, type PlanKey, Status } from '../../components/status.tsx';
import { PersonField } from './person-field.tsx';

/** Who accepted last: an officer works through a list, and is asked once. */
let lastBy = '';

/** Why a finding may stand: kept with the day, by whom, and until something about the record changes. */
export function AcceptForm(props: {
  onAccept: (reason: string, by: string | null) => void;
  onCancel: () => void;
}) {
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(lastBy);
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') {
      setWrong('Whoever asks why it was accepted needs a reason.');
      return;
    }
    lastBy = by.trim();
    props.onAccept(reason.trim(), lastBy === '' ? null : lastBy);
  };
  return (
    <form className="settle" onSubmit={submit} onKeyDown={escTo(props.onCancel)}>
      <Field
        label="Not a fault, because"
        value={reason}
        onChange={(typed) => {
          setReason(typed);
          setWrong(null);
        }}
        wrong={wrong}
        help="Kept with the day, and until something about it changes."
        autoFocus
      />
      <PersonField label="Accepted by" value={by} onChange={setBy} />
      <FormActs verb="Accept" onCancel={props.onCancel} />
    </form>
  );
}

/** A dated update that puts the status right; what was said before stays in the history. */
export function CorrectForm(props: {
  suggested: State | null;
  planKey?: PlanKey;
  onCorrect: (state: State, words: string, by: string | null) => void;
  onCancel: () => void;
}) {
  const { planKey } = props;
  const [state, setState] = useState<State>(props.suggested ?? 'on-track');
  const [words, setWords] = useState('');
  const [by, setBy] = useState('');
  return (
    <form
      className="settle"
      onSubmit={(event) => {
        event.preventDefault();
        props.onCorrect(state, words.trim(), by.trim() === '' ? null : by.trim());
      }}
      onKeyDown={escTo(props.onCancel)}
    >
      <Select
        label="Status from today"
        choices={states.map((one) => ({
          id: one,
          text: labelOf(one, planKey),
          look: <Status status={one} planKey={planKey} />,
        }))}
        value={state}
        onChange={setState}
      />
      <Field label="What happened" value={words} onChange={setWords} autoFocus />
      <PersonField label="Said by" value={by} onChange={setBy} />
      <FormActs verb="Write the update" onCancel={props.onCancel} />
    </form>
  );
}

export function FormActs(props: { verb: string; onCancel: () => void; isPending?: boolean }) {
  return (
    <div className="acts">
      <Button type="submit" isPending={props.isPending ?? false}>
        {props.verb}
      </Button>
      <Button look="quiet" onPress={props.onCancel}>
        Cancel
      </Button>
    </div>
  );
}

export function escTo(onCancel: () => void) {
  return (event: { key: string; stopPropagation: () => void }) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
}
