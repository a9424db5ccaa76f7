import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { OwedReportShown } from '#shared/contract/resolutions.ts';
import { wireErrorOf } from '../../../client/errors.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { Select } from '../../../components/select.tsx';
import { formatDay } from '../../../format/days.ts';
import { count } from '../../../format/words.ts';
import { say } from '../../../shell/foot.tsx';
import { useToday } from '../../../shell/register-state.ts';
import { escTo } from '../../checks/settle-forms.tsx';
import { dayOf, wrongDay } from '../../plans/update-fields.tsx';

const none = 'none';
/** How many of the reports given are shown before the rest are counted. */
const few = 4;

/** One report owed: by whom, to whom, when next, what was given, and the way to say that it was given again. */
export function OwedRow(props: { shown: OwedReportShown; isPointed: boolean; onEdit: () => void }) {
  const { shown, isPointed } = props;
  const { report, deliveries } = shown;
  const [giving, setGiving] = useState(false);
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isPointed) row.current?.focus();
  }, [isPointed]);
  return (
    <li className={isPointed ? 'mr-owed mr-pointed' : 'mr-owed'}>
      <button type="button" ref={row} className="mr-name foci" data-row="" onClick={props.onEdit}>
        <b>{report.title}</b>
        <span className="sm q2">
          {[report.every, report.officer?.text ?? 'nobody named', shown.toBody ? `to ${shown.toBody}` : null]
            .filter(Boolean)
            .join(', ')}
        </span>
      </button>
      <p>
        {report.nextOn ? `By ${formatDay(report.nextOn)}` : 'No day'}
        {shown.daysLate !== null ? <b className="sm"> {count(shown.daysLate, 'day')} late</b> : null}
      </p>
      <div className="sm q2">
        {shown.ref && shown.meetingId ? (
          <p>
            Asked for by{' '}
            <Link
              to="/meetings/$meetingId"
              params={{ meetingId: shown.meetingId }}
              search={{ as: 'minutes' }}
              className="hit"
              data-beside=""
            >
              {shown.ref}
            </Link>
          </p>
        ) : null}
        {deliveries.slice(0, few).map((one) => (
          <p key={one.id}>
            Given {formatDay(one.on)}
            {one.meeting ? `, ${one.meeting}` : ''}
            {one.words ? `: ${one.words}` : ''}
          </p>
        ))}
        {deliveries.length > few ? <p>and {deliveries.length - few} before</p> : null}
      </div>
      <Button small onPress={() => setGiving(true)} data-beside="">
        It was given<span className="vh">: {report.title}</span>
      </Button>
      {giving ? <Give shown={shown} onDone={() => setGiving(false)} /> : null}
    </li>
  );
}

function Give({ shown, onDone }: { shown: OwedReportShown; onDone: () => void }) {
  const trpc = useTRPC();
  const today = useToday();
  const meetings = useQuery(trpc.meetings.list.queryOptions()).data ?? [];
  const [on, setOn] = useState(formatDay(today));
  const [words, setWords] = useState('');
  const [meetingId, setMeetingId] = useState<string>(none);
  const [wrong, setWrong] = useState<string | null>(null);
  const deliver = useMutation(
    trpc.owedReports.deliver.mutationOptions({
      onSuccess: ({ nextOn }) => {
        say(
          `Given. ${nextOn ? `The next is owed by ${formatDay(nextOn)}.` : 'Nothing more is owed.'} Undo takes it back.`,
        );
        onDone();
      },
      onError: (error) => setWrong(wireErrorOf(error).message),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = dayOf(on);
    if (day === null) return setWrong(wrongDay(on, today) ?? 'Say on which day it was given.');
    deliver.mutate({
      owedReportId: shown.report.id,
      on: day,
      meetingId: meetingId === none ? null : meetingId,
      words: words.trim(),
    });
  };
  return (
    <form
      className="mr-settle"
      onSubmit={submit}
      onKeyDown={escTo(onDone)}
      aria-label={`${shown.report.title} was given`}
    >
      <Field label="On" value={on} onChange={setOn} autoFocus />
      <Select
        label="At which meeting"
        value={meetingId}
        choices={[
          { id: none, text: 'At none' },
          ...meetings
            .filter(
              ({ bodyId, heldOn }) => bodyId === shown.report.toBodyId && heldOn !== null && heldOn <= today,
            )
            .map(({ id, title, heldOn }) => ({
              id: id as string,
              text: `${title}, ${formatDay(heldOn ?? today)}`,
            })),
        ]}
        onChange={setMeetingId}
      />
      <Field label="In words" value={words} onChange={setWords} />
      {wrong ? (
        <p className="mt-wrong sm" role="alert">
          {wrong}
        </p>
      ) : null}
      <div className="acts">
        <Button type="submit" isPending={deliver.isPending}>
          Write it
        </Button>
        <Button look="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
