import { useQuery } from '@tanstack/react-query';
import { readTimescale } from '#shared/domain/timescales.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Field } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import { formatDay } from '../../format/days.ts';
import { PersonField } from '../checks/person-field.tsx';

/** What stands beside the status and the words of an update, as typed. */
export type Beside = { on: string; by: string; evidence: string; meetingId: string | null };

/** The day that words mean, where they mean one. */
export function dayOf(words: string): string | null {
  if (words.trim() === '') return null;
  const read = readTimescale(words);
  return read.precision === 'day' && !read.ambiguous ? (read.end ?? read.start) : null;
}

/** Why the day as typed cannot be taken; null where it can. No words mean today. */
export const wrongDay = (words: string, today: string): string | null =>
  words.trim() === '' || dayOf(words) ? null : `“${words}” is not one day. Write it as ${formatDay(today)}.`;

export const orNone = (words: string): string | null => (words.trim() === '' ? null : words.trim());

/** Meetings that an update may have been given at, the latest first, under what they are called. */
export function useMeetingChoices(): { id: string; text: string }[] {
  const trpc = useTRPC();
  const meetings = useQuery(trpc.meetings.list.queryOptions()).data ?? [];
  return meetings
    .filter(({ state }) => state !== 'cancelled')
    .toSorted((a, b) => ((a.heldOn ?? '') < (b.heldOn ?? '') ? 1 : -1))
    .map(({ id, title, heldOn }) => ({
      id,
      text: [title, heldOn ? formatDay(heldOn) : null].filter(Boolean).join(', '),
    }));
}

const none = 'none';

/** On which day, said by whom, the evidence, and the meeting at which it was given. */
export function UpdateFields(props: {
  value: Beside;
  onChange: (value: Beside) => void;
  wrongOn: string | null;
}) {
  const { value, onChange } = props;
  const meetings = useMeetingChoices();
  return (
    <>
      <div className="form-row">
        <Field
          label="On"
          value={value.on}
          onChange={(on) => onChange({ ...value, on })}
          wrong={props.wrongOn}
        />
        <PersonField label="Said by" value={value.by} onChange={(by) => onChange({ ...value, by })} />
      </div>
      <Field
        label="Evidence"
        value={value.evidence}
        onChange={(evidence) => onChange({ ...value, evidence })}
        help="Where it lies: a path, an address or words. Kept as text; nothing is fetched from it."
      />
      {meetings.length > 0 ? (
        <Select
          label="Given at"
          choices={[{ id: none, text: 'No meeting' }, ...meetings]}
          value={value.meetingId ?? none}
          onChange={(id) => onChange({ ...value, meetingId: id === none ? null : id })}
        />
      ) : null}
    </>
  );
}
