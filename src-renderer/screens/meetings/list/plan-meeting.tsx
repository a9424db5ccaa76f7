import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Meeting } from '#shared/contract/register.ts';
import { wireErrorOf } from '../../../client/errors.ts';
import { useTRPC, useTRPCClient } from '../../../client/trpc.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Field } from '../../../components/field.tsx';
import { Problem } from '../../../components/notices.tsx';
import { ComboBox } from '../../../components/select.tsx';
import { formatDay, formatWeekday } from '../../../format/days.ts';
import { say } from '../../../shell/foot.tsx';
import { dayOf, wrongDay } from '../../plans/update-fields.tsx';
import { minutesTyped } from '../agenda/agenda-row.tsx';
import { readClock } from '../meeting/clock-words.ts';
import { useMeetingActs } from '../meeting/use-meeting.ts';

const orNull = (words: string) => (words.trim() === '' ? null : words.trim());

/** Plans a meeting, or changes when and where one is that lies ahead. What is usual for the body is filled in. */
export function PlanMeeting(props: {
  readonly meeting: Meeting | null;
  readonly bodyId: string | null;
  readonly onClose: (meetingId: string | null) => void;
}) {
  const { meeting } = props;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const acts = useMeetingActs(meeting?.id ?? '');
  const bodies = (useQuery(trpc.bodies.list.queryOptions()).data ?? []).filter(
    ({ endedOn, id }) => endedOn === null || id === meeting?.bodyId,
  );
  const [bodyId, setBodyId] = useState<string | null>(meeting?.bodyId ?? props.bodyId);
  const [title, setTitle] = useState(meeting?.title ?? '');
  const [on, setOn] = useState(meeting?.heldOn ? formatDay(meeting.heldOn) : '');
  const [start, setStart] = useState(meeting?.startTime ?? '');
  const [length, setLength] = useState(meeting?.lengthMinutes ? String(meeting.lengthMinutes) : '');
  const [place, setPlace] = useState(meeting?.place ?? '');
  const [papers, setPapers] = useState(meeting?.papersOn ? formatDay(meeting.papersOn) : '');
  const [tried, setTried] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  /** Why it is called off; null while nobody means to. */
  const [off, setOff] = useState<string | null>(null);

  const body = bodies.find(({ id }) => id === bodyId);
  const wrong = {
    title:
      title.trim() === '' && !body ? 'Choose a board or group, or say what the meeting is called.' : null,
    on: on.trim() === '' ? 'A meeting needs its day.' : wrongDay(on, '2010-10-21'),
    start: start.trim() === '' || readClock(start) ? null : `“${start}” is no time. Write it as 14:00.`,
    length: fault(() => minutesTyped(length)),
    papers: wrongDay(papers, '2010-10-14'),
  };
  const shown = (sentence: string | null) => (tried ? sentence : null);
  const save = async () => {
    setTried(true);
    if (Object.values(wrong).some((one) => one !== null)) return;
    setBusy(true);
    setTrouble(null);
    // What is left empty of a new meeting is as usual for its body; of one that is there it is emptied.
    const given = <T,>(name: string, value: T | null) =>
      value === null && meeting === null ? {} : { [name]: value };
    const fields = {
      title: title.trim() || (body?.name ?? ''),
      on: dayOf(on),
      ...given('startTime', start.trim() === '' ? null : readClock(start)),
      ...given('lengthMinutes', minutesTyped(length)),
      ...given('place', orNull(place)),
      ...given('papersOn', dayOf(papers)),
    };
    try {
      if (meeting) {
        await acts.edit({ bodyId, ...fields });
        say('The meeting is changed. Undo takes that back.');
        return props.onClose(meeting.id);
      }
      const { meetingId } = await acts.write(() => client.meetings.plan.mutate({ bodyId, ...fields }));
      say(`Planned: ${fields.title}. Undo takes it out again.`);
      props.onClose(meetingId);
    } catch (error) {
      setTrouble(wireErrorOf(error).message);
      setBusy(false);
    }
  };
  const callOff = async () => {
    if (off === null) return setOff('');
    try {
      await acts.cancel(orNull(off));
      say('The meeting is called off; its agenda is kept. Undo takes that back.');
      props.onClose(meeting?.id ?? null);
    } catch (error) {
      setTrouble(wireErrorOf(error).message);
    }
  };
  const read = dayOf(on);
  return (
    <Dialog
      title={meeting ? 'When and where' : 'Plan a meeting'}
      isOpen
      onClose={() => props.onClose(null)}
      acts={
        <>
          {meeting && (meeting.state === 'planned' || meeting.state === 'proposed') ? (
            <Button look="quiet" onPress={() => void callOff()}>
              Call the meeting off
            </Button>
          ) : null}
          <Button onPress={() => props.onClose(null)}>Cancel</Button>
          <Button look="primary" isPending={busy} onPress={() => void save()}>
            {meeting ? 'Save the meeting' : 'Plan the meeting'}
          </Button>
        </>
      }
    >
      <form
        className="ml-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ComboBox
          key={bodies.length}
          label="Board or group"
          choices={bodies.map(({ id, name }) => ({ id: id as string, text: name }))}
          value={bodyId}
          onChange={setBodyId}
        />
        <Field
          label="Called"
          value={title}
          onChange={setTitle}
          wrong={shown(wrong.title)}
          help={body ? `Left empty: ${body.name}` : undefined}
        />
        <div className="ml-pair">
          <Field
            label="On"
            value={on}
            onChange={setOn}
            wrong={shown(wrong.on)}
            help={read ? formatWeekday(read) : 'As you write it: 21 October 2010'}
          />
          <Field
            label="From"
            value={start}
            onChange={setStart}
            wrong={shown(wrong.start)}
            help={readClock(start) ?? 'As usual for the body if left empty'}
          />
          <Field label="Minutes" value={length} onChange={setLength} wrong={shown(wrong.length)} />
        </div>
        <div className="ml-pair">
          <Field label="Place" value={place} onChange={setPlace} />
          <Field
            label="Papers go out by"
            value={papers}
            onChange={setPapers}
            wrong={shown(wrong.papers)}
            help={dayOf(papers) ? formatWeekday(dayOf(papers) ?? '') : undefined}
          />
        </div>
        {off === null ? null : (
          <Field
            label="Why it is called off"
            value={off}
            onChange={setOff}
            help="Press “Call the meeting off” again. It may be left empty."
            autoFocus
          />
        )}
        <button type="submit" className="vh" tabIndex={-1} aria-hidden="true">
          Save
        </button>
        {trouble ? <Problem title="The meeting was not saved.">{trouble}</Problem> : null}
      </form>
    </Dialog>
  );
}

function fault(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    return wireErrorOf(error).message;
  }
}
