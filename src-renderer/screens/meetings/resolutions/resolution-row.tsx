import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ResolutionShown } from '#shared/contract/resolutions.ts';
import { wireErrorOf } from '../../../client/errors.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { Button, LinkButton } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { ComboBox, Select } from '../../../components/select.tsx';
import { formatDay } from '../../../format/days.ts';
import { count } from '../../../format/words.ts';
import { say } from '../../../shell/foot.tsx';
import { useToday } from '../../../shell/register-state.ts';
import { escTo } from '../../checks/settle-forms.tsx';
import { dayOf, wrongDay } from '../../plans/update-fields.tsx';
import { ConfidentialMark } from '../meeting/confidential.tsx';
import { TrackedWords } from '../meeting/tracked-words.tsx';
import { standingWords } from '../meeting-words.ts';

type Standing = ResolutionShown['standing'];

/** One resolution: its number and words, how it stands and why, what it became, and the way to say otherwise. */
export function ResolutionRow(props: {
  readonly shown: ResolutionShown;
  /** The one that a link points to. */
  readonly isPointed: boolean;
  /** The rest of the list: what may have taken its place. */
  readonly others: readonly ResolutionShown[];
}) {
  const { shown, isPointed } = props;
  const { resolution } = shown;
  const [settling, setSettling] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isPointed) link.current?.focus();
  }, [isPointed]);
  return (
    <li className={isPointed ? 'mr-row mr-pointed' : 'mr-row'}>
      <Link
        ref={link}
        to="/meetings/$meetingId"
        params={{ meetingId: shown.meetingId }}
        search={{ as: 'minutes', ...(resolution.agendaItemId && { item: resolution.agendaItemId }) }}
        className="hit"
        data-row=""
      >
        {shown.ref}
      </Link>
      <div>
        <p>
          {resolution.text} {resolution.confidential ? <ConfidentialMark /> : null}
        </p>
        <TrackedWords shown={shown} />
        <p className="sm q2">
          {[shown.body ?? shown.meeting, shown.heldOn ? formatDay(shown.heldOn) : null, shown.item]
            .filter(Boolean)
            .join(', ')}
        </p>
        {settling ? <Settle {...props} onDone={() => setSettling(false)} /> : null}
      </div>
      <div>
        <p>
          <b>{standingWords[shown.standing]}</b>
          {shown.late ? <span className="sm">, late</span> : null}
        </p>
        <p className="sm q2">
          {shown.because}
          {shown.days === null ? '' : `, after ${count(shown.days, 'day')}`}
        </p>
        {settling ? null : (
          <LinkButton onPress={() => setSettling(true)} data-beside="">
            Say how it stands<span className="vh">: {shown.ref}</span>
          </LinkButton>
        )}
      </div>
    </li>
  );
}

const byItself = 'by-itself';

function Settle(props: { shown: ResolutionShown; others: readonly ResolutionShown[]; onDone: () => void }) {
  const { shown, onDone } = props;
  const trpc = useTRPC();
  const today = useToday();
  const [state, setState] = useState<Standing | typeof byItself>(
    shown.resolution.state ?? (shown.standing === 'open' ? 'done' : byItself),
  );
  const [on, setOn] = useState(formatDay(today));
  const [words, setWords] = useState(shown.resolution.doneWords ?? '');
  const [by, setBy] = useState<string | null>(shown.resolution.supersededById ?? null);
  const [wrong, setWrong] = useState<string | null>(null);
  const settle = useMutation(
    trpc.resolutions.settle.mutationOptions({
      onSuccess: () => {
        say(`Written: ${shown.ref}. Undo takes it back.`);
        onDone();
      },
      onError: (error) => setWrong(wireErrorOf(error).message),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrongOn = state === 'done' ? wrongDay(on, today) : null;
    if (wrongOn !== null) return setWrong(wrongOn);
    if (state === 'superseded' && by === null) return setWrong('Choose the resolution that took its place.');
    settle.mutate({
      resolutionId: shown.resolution.id,
      state: state === byItself ? null : state,
      on: state === 'done' ? dayOf(on) : null,
      words: words.trim() === '' || state === byItself ? null : words.trim(),
      supersededById: state === 'superseded' ? by : null,
    });
  };
  return (
    <form
      className="mr-settle"
      onSubmit={submit}
      onKeyDown={escTo(onDone)}
      aria-label={`How ${shown.ref} stands`}
    >
      <Select<Standing | typeof byItself>
        label="How it stands"
        value={state}
        choices={[
          { id: 'done', text: 'Done' },
          { id: 'superseded', text: 'Superseded by a later resolution' },
          { id: 'open', text: 'Open' },
          { id: byItself, text: 'As its action or report tells' },
        ]}
        onChange={setState}
      />
      {state === 'done' ? <Field label="Done on" value={on} onChange={setOn} /> : null}
      {state === 'superseded' ? (
        <ComboBox
          label="By which"
          value={by}
          onChange={setBy}
          choices={props.others
            .filter((one) => one !== shown && (one.heldOn ?? '') >= (shown.heldOn ?? ''))
            .map((one) => ({ id: one.resolution.id as string, text: `${one.ref} ${one.resolution.text}` }))}
        />
      ) : null}
      {state === byItself ? null : <Field label="In words" value={words} onChange={setWords} />}
      {wrong ? (
        <p className="mt-wrong sm" role="alert">
          {wrong}
        </p>
      ) : null}
      <div className="acts">
        <Button type="submit" isPending={settle.isPending}>
          Write it
        </Button>
        <Button look="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
