import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { YearProposed } from '#shared/contract/cycles.ts';
import { addDays, addMonths } from '#shared/domain/dates.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { RadioChoices } from '../../components/choices.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { formatDay } from '../../format/days.ts';
import { count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { noDay, typedDay } from '../people/people-words.ts';
import { cycleReading, linesOf, noTime, typedTime } from './body-words.ts';
import { ProposedDates, useDates } from './proposed-dates.tsx';

type OfBody = { id: string; name: string; cycle: string | null; groups: readonly string[] };

/** Proposes a year of one board or group: from when and how often, then the dates to look through and change. */
export function ProposeDialog(props: { body: OfBody; from: string; onClose: () => void }) {
  const { body, onClose } = props;
  const today = useToday();
  const trpc = useTRPC();
  const [fromWords, setFromWords] = useState(formatDay(props.from));
  const [words, setWords] = useState(body.cycle ?? '');
  const [groups, setGroups] = useState(body.groups.join('\n'));
  const [asked, setAsked] = useState({ from: props.from, words: body.cycle ?? '', groups: [...body.groups] });
  const year = useQuery(
    trpc.cycles.propose.queryOptions({
      bodyId: body.id,
      from: asked.from,
      words: asked.words,
      groups: asked.groups.length > 0 ? asked.groups : null,
    }),
  );
  const from = typedDay(fromWords);
  const hasGroups = /cluster|localit|area|centre|district|neighbourhood|hub/i.test(words);
  const ask = () => {
    if (from) setAsked({ from, words: words.trim(), groups: linesOf(groups) });
  };
  return (
    <Dialog title={`Propose a year of ${body.name}`} isOpen onClose={onClose}>
      <div className="form bd-propose">
        <Field
          label="From"
          value={fromWords}
          onChange={setFromWords}
          onBlur={ask}
          wrong={from ? null : noDay(fromWords, today)}
          help={from ? `To ${formatDay(addDays(addMonths(from, 12), -1))}.` : null}
        />
        <Field
          label="How often it meets"
          value={words}
          onChange={setWords}
          onBlur={ask}
          help={cycleReading(words)}
        />
        {hasGroups ? (
          <Field
            label="Its clusters, one a line"
            value={groups}
            onChange={setGroups}
            onBlur={ask}
            lines={4}
            help="A series of meetings is proposed for each, no two on one day."
          />
        ) : null}
      </div>
      <QueryState query={year} what="The dates">
        {(data) => (
          <Review
            key={`${data.from} ${data.meetings.map(({ on }) => on).join()}`}
            body={body}
            year={data}
            words={asked.words}
            groups={hasGroups ? asked.groups : null}
            onClose={onClose}
          />
        )}
      </QueryState>
    </Dialog>
  );
}

function Review(props: {
  body: OfBody;
  year: YearProposed;
  words: string;
  groups: string[] | null;
  onClose: () => void;
}) {
  const { body, year, onClose } = props;
  const trpc = useTRPC();
  const dates = useDates(year.meetings);
  const [start, setStart] = useState(year.usual.startTime ?? '');
  const [place, setPlace] = useState(year.usual.place ?? '');
  const [state, setState] = useState<'planned' | 'proposed'>('planned');
  const plan = useMutation(
    trpc.cycles.planYear.mutationOptions({
      onSuccess: ({ meetingIds }) => {
        say(`${count(meetingIds.length, 'meeting')} of ${body.name} ${state}.`);
        onClose();
      },
    }),
  );
  const time = typedTime(start);
  if (year.meetings.length === 0) {
    return (
      <>
        <p>
          {year.read.why ??
            (year.skipped.length > 0
              ? 'Nothing is left to propose: every meeting of this year has its date.'
              : 'The words give no date in this year.')}
        </p>
        <Skipped year={year} />
        <div className="acts">
          <Button onPress={onClose}>Close</Button>
        </div>
      </>
    );
  }
  const chosen = dates.kept.length;
  const submit = () => {
    if (time === undefined || dates.wrong > 0 || chosen === 0) return;
    plan.mutate({
      bodyId: body.id,
      words: props.words,
      groups: props.groups,
      state,
      startTime: time,
      lengthMinutes: year.usual.lengthMinutes,
      place: place.trim() || null,
      meetings: dates.kept,
    });
  };
  return (
    <>
      <p className="sm q2">{avoidedInWords(year)}</p>
      {year.notes.map((note) => (
        <p className="sm" key={note}>
          {note}
        </p>
      ))}
      <ProposedDates dates={dates} papers={year.usual.papers} />
      <Skipped year={year} />
      <div className="form bd-propose">
        <Field
          label="Begins at"
          value={start}
          onChange={setStart}
          wrong={time === undefined ? noTime(start) : null}
          help="Empty where it is not known: then it is an entry of the whole day."
        />
        <Field label="Place" value={place} onChange={setPlace} />
        <RadioChoices
          label="Into the register as"
          value={state}
          onChange={setState}
          choices={[
            { id: 'planned', text: 'Planned' },
            { id: 'proposed', text: 'Proposed, until they are agreed' },
          ]}
        />
      </div>
      {plan.isError ? <Problem title="The year was not planned." error={plan.error} /> : null}
      {dates.wrong > 0 ? <p role="alert">{count(dates.wrong, 'date')} cannot be read. Look above.</p> : null}
      {dates.twice ? <p role="alert">Two of the meetings are on {formatDay(dates.twice)}.</p> : null}
      <div className="acts">
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" onPress={submit} isPending={plan.isPending}>
          {state === 'planned' ? 'Plan' : 'Enter'} {count(chosen, 'meeting')}
        </Button>
      </div>
    </>
  );
}

/** "Kept off 8 bank holidays, 65 days of school holidays and all weekends." */
function avoidedInWords({ avoided, meetings }: YearProposed): string {
  const moved = meetings.filter((one) => one.moved !== null).length;
  const off = [
    avoided.bankHolidays > 0 ? count(avoided.bankHolidays, 'bank holiday') : null,
    avoided.schoolHolidays > 0 ? `${count(avoided.schoolHolidays, 'day')} of school holidays` : null,
    avoided.closedDays > 0 ? `${count(avoided.closedDays, 'day')} on which the office is closed` : null,
    'weekends',
  ].filter(Boolean);
  return `Kept off ${off.slice(0, -1).join(', ')}${off.length > 1 ? ' and ' : ''}${off.at(-1)}. ${moved === 0 ? 'No date had to move.' : `${count(moved, 'date')} moved.`}`;
}

function Skipped({ year }: { year: YearProposed }) {
  if (year.skipped.length === 0) return null;
  return (
    <details className="bd-skipped" open={year.skipped.some(({ there }) => there === null)}>
      <summary>{count(year.skipped.length, 'meeting')} not proposed</summary>
      <ul>
        {year.skipped.map(({ group, slot, why }) => (
          <li key={`${group} ${slot} ${why}`}>
            {[group, slot].filter(Boolean).join(', ')}: {why}
          </li>
        ))}
      </ul>
    </details>
  );
}
