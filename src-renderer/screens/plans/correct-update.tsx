import { useState } from 'react';
import type { KeyEntry, Progress } from '#shared/contract/register.ts';
import { type State, states } from '#shared/domain/states.ts';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { Select } from '../../components/select.tsx';
import { labelOf, Status } from '../../components/status.tsx';
import { formatDay } from '../../format/days.ts';
import { useToday } from '../../shell/register-state.ts';
import { escTo, FormActs } from '../checks/settle-forms.tsx';
import { dayOf, orNone, UpdateFields, wrongDay } from './update-fields.tsx';

const noStatus = 'none';

/** A new update in place of a wrong one, with all that one said to begin from; it is dated as that one was. */
export function CorrectUpdate(props: {
  update: Progress;
  planKey: readonly KeyEntry[];
  /** Why it was not written; null while all is well. */
  wrong: string | null;
  onWrite: (update: {
    state: State | null;
    text: string;
    on: string | null;
    by: string | null;
    evidence: string | null;
    meetingId: string | null;
  }) => void;
  onCancel: () => void;
}) {
  const { update, planKey } = props;
  const today = useToday();
  const [state, setState] = useState<State | null>(update.status?.state ?? null);
  const [words, setWords] = useState(update.text);
  const [beside, setBeside] = useState({
    on: update.on ? formatDay(update.on) : '',
    by: update.by ?? '',
    evidence: update.evidence ?? '',
    meetingId: (update.meetingId ?? null) as string | null,
  });
  const wrongOn = wrongDay(beside.on, today);
  const empty = state === null && words.trim() === '';
  return (
    <form
      className="dr-correct"
      onKeyDown={escTo(props.onCancel)}
      onSubmit={(event) => {
        event.preventDefault();
        if (wrongOn !== null || empty) return;
        const { on, by, evidence, meetingId } = beside;
        props.onWrite({
          state,
          text: words.trim(),
          on: dayOf(on),
          by: orNone(by),
          evidence: orNone(evidence),
          meetingId,
        });
      }}
    >
      <Field
        label="Rightly"
        value={words}
        onChange={setWords}
        lines={2}
        autoFocus
        wrong={empty ? 'An update needs a status or words.' : null}
      />
      <Select
        label="Status"
        choices={[
          { id: noStatus, text: 'No status was given' },
          ...states.map((one) => ({
            id: one as string,
            text: labelOf(one, planKey),
            look: <Status status={one} planKey={planKey} />,
          })),
        ]}
        value={state ?? noStatus}
        onChange={(id) => setState(states.find((one) => one === id) ?? null)}
      />
      <UpdateFields value={beside} onChange={setBeside} wrongOn={wrongOn} />
      {props.wrong ? <Problem title="The correction was not written.">{props.wrong}</Problem> : null}
      <FormActs verb="Write the correction" onCancel={props.onCancel} />
    </form>
  );
}
