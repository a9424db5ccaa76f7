import { type FormEvent, useState } from 'react';
import { type State, states } from '#shared/domain/states.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import { labelOf, type PlanKey, Status } from '../../components/status.tsx';

/** Why a finding may stand: kept with the day, and until something about the record changes. */
export function AcceptForm(props: { onAccept: (reason: string) => void; onCancel: () => void }) {
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') setWrong('Whoever asks why it was accepted needs a reason.');
    else props.onAccept(reason.trim());
  };
  return (
    <form className="settle" onSubmit={submit} onKeyDown={escTo(props.onCancel)}>
      <Field
        label="Why it may stand"
        value={reason}
        onChange={(typed) => {
          setReason(typed);
          setWrong(null);
        }}
        wrong={wrong}
        help="Kept with the day, and until something about it changes."
        autoFocus
      />
      <div className="acts">
        <Button type="submit">Accept</Button>
        <Button look="quiet" onPress={props.onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** A dated update that puts the status right; what was said before stays in the history. */
export function CorrectForm(props: {
  suggested: State | null;
  planKey?: PlanKey;
  onCorrect: (state: State, words: string) => void;
  onCancel: () => void;
}) {
  const { planKey } = props;
  const [state, setState] = useState<State>(props.suggested ?? 'on-track');
  const [words, setWords] = useState('');
  return (
    <form
      className="settle"
      onSubmit={(event) => {
        event.preventDefault();
        props.onCorrect(state, words.trim());
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
      <div className="acts">
        <Button type="submit">Write the update</Button>
        <Button look="quiet" onPress={props.onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function escTo(onCancel: () => void) {
  return (event: { key: string; stopPropagation: () => void }) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
}
