import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { Button } from '../../../components/button.tsx';
import { Check } from '../../../components/choices.tsx';
import { Field } from '../../../components/field.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { Select } from '../../../components/select.tsx';
import { formatDay } from '../../../format/days.ts';
import { say } from '../../../shell/foot.tsx';
import { useToday } from '../../../shell/register-state.ts';
import { dayOf, wrongDay } from '../../plans/update-fields.tsx';
import type { MeetingActs } from '../meeting/use-meeting.ts';
import { FilesButton } from './files-dialog.tsx';
import { confidentialOf, doubtsOf, numbersOf } from './minutes-words.ts';

type Asking = 'circulate' | 'confirm' | 'correct';
const none = 'none';

/** The next step of the minutes: out for comment, confirmed, corrected; and their files. */
export function MinutesActs({ view, acts }: { view: MeetingView; acts: MeetingActs }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { stage } = view;
  const close = () => setAsking(null);
  if (stage === 'proposed' || stage === 'planned') return null;
  return (
    <>
      <FilesButton view={view} report="minutes" />
      {stage === 'confirmed' ? (
        <Button onPress={() => setAsking('correct')}>Record a correction</Button>
      ) : (
        <>
          <Button
            {...(stage !== 'circulated' && { look: 'primary' as const })}
            onPress={() => setAsking('circulate')}
          >
            {stage === 'circulated' ? 'Change the circulation' : 'Circulate for comment'}
          </Button>
          <Button
            {...(stage === 'circulated' && { look: 'primary' as const })}
            onPress={() => setAsking('confirm')}
          >
            Confirm the minutes
          </Button>
        </>
      )}
      {asking === 'circulate' ? <Circulate view={view} acts={acts} onClose={close} /> : null}
      {asking === 'confirm' ? <Confirm view={view} acts={acts} onClose={close} /> : null}
      {asking === 'correct' ? <Correct view={view} acts={acts} onClose={close} /> : null}
    </>
  );
}

type Asked = { readonly view: MeetingView; readonly acts: MeetingActs; readonly onClose: () => void };

/** Runs what a dialogue asks for; a refusal stays in it. */
function useAsked(onClose: () => void) {
  const [trouble, setTrouble] = useState<unknown>(null);
  const run = async (act: () => Promise<unknown>, done: string) => {
    try {
      await act();
      say(done);
      onClose();
    } catch (error) {
      setTrouble(error);
    }
  };
  return { trouble, run };
}

function Circulate({ view, acts, onClose }: Asked) {
  const today = useToday();
  const { meeting } = view;
  const [on, setOn] = useState(formatDay(meeting.circulatedOn ?? today));
  const [by, setBy] = useState(meeting.commentsBy ? formatDay(meeting.commentsBy) : '');
  const [tried, setTried] = useState(false);
  const { trouble, run } = useAsked(onClose);
  const wrongOn = on.trim() === '' ? 'Say on which day they went out.' : wrongDay(on, today);
  const wrongBy = wrongDay(by, today);
  const hidden = confidentialOf(view);
  const circulate = () => {
    setTried(true);
    if (wrongOn ?? wrongBy) return;
    void run(
      () => acts.circulate({ on: dayOf(on), commentsBy: dayOf(by) }),
      'The draft minutes are out for comment. Undo takes that back.',
    );
  };
  return (
    <FormDialog
      title="Circulate for comment"
      save="Mark as out for comment"
      onSave={circulate}
      onClose={onClose}
      failed={{ title: 'Not written.', error: trouble }}
      also={
        view.stage === 'circulated' ? (
          <Button
            look="quiet"
            onPress={() =>
              void run(
                () => acts.circulate({ on: null, commentsBy: null }),
                'These are draft minutes again, not circulated.',
              )
            }
          >
            They did not go out
          </Button>
        ) : null
      }
    >
      <p className="q2">
        {numbersOf(view)}. Save the files first and send them yourself: nothing leaves the register from here.
        {hidden.length > 0
          ? ' The public version leaves out what is confidential; the members’ has it all.'
          : ''}
      </p>
      <div className="mm-pair">
        <Field label="Went out on" value={on} onChange={setOn} wrong={tried ? wrongOn : null} autoFocus />
        <Field label="Comments by" value={by} onChange={setBy} wrong={tried ? wrongBy : null} />
      </div>
    </FormDialog>
  );
}

/** Meetings of the same body at which these minutes may have been dealt with, the next one first. */
function useLaterMeetings(view: MeetingView): { id: string; text: string }[] {
  const trpc = useTRPC();
  const all = useQuery(trpc.meetings.list.queryOptions()).data ?? [];
  const { meeting } = view;
  return all
    .filter(
      (one) =>
        one.id !== meeting.id &&
        one.bodyId === meeting.bodyId &&
        one.state !== 'cancelled' &&
        (one.heldOn ?? '') >= (meeting.heldOn ?? ''),
    )
    .toSorted((a, b) => (a.heldOn ?? '').localeCompare(b.heldOn ?? ''))
    .map(({ id, title, heldOn }) => ({
      id,
      text: [title, heldOn ? formatDay(heldOn) : null].filter(Boolean).join(', '),
    }));
}

function Confirm({ view, acts, onClose }: Asked) {
  const today = useToday();
  const later = useLaterMeetings(view);
  const [at, setAt] = useState<string | null>(null);
  const [on, setOn] = useState(formatDay(today));
  const [tried, setTried] = useState(false);
  const { trouble, run } = useAsked(onClose);
  const wrongOn = on.trim() === '' ? 'Say on which day they were confirmed.' : wrongDay(on, today);
  const doubts = doubtsOf(view);
  const confirm = () => {
    setTried(true);
    const day = dayOf(on);
    if (wrongOn !== null || day === null) return;
    void run(
      () => acts.confirm({ on: day, atMeetingId: at }),
      'The minutes are confirmed. What turns out to be wrong is recorded as a correction.',
    );
  };
  return (
    <FormDialog
      title="Confirm the minutes"
      save="Confirm the minutes"
      onSave={confirm}
      onClose={onClose}
      failed={{ title: 'The minutes were not confirmed.', error: trouble }}
    >
      <p>
        <b>{numbersOf(view)}.</b> After this none of them changes: what was wrong is recorded as a correction
        beside them.
      </p>
      {doubts.length > 0 ? (
        <div>
          <p className="sm q2">Look at these first</p>
          <ul>
            {doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="mm-pair">
        <Field label="Confirmed on" value={on} onChange={setOn} wrong={tried ? wrongOn : null} autoFocus />
        <Select
          label="By which meeting"
          value={at ?? none}
          choices={[{ id: none, text: 'No meeting' }, ...later]}
          onChange={(id) => setAt(id === none ? null : id)}
        />
      </div>
    </FormDialog>
  );
}

function Correct({ view, acts, onClose }: Asked) {
  const today = useToday();
  const later = useLaterMeetings(view);
  const [text, setText] = useState('');
  const [at, setAt] = useState<string | null>(view.confirmedAt?.id ?? null);
  const [itemId, setItemId] = useState<string | null>(null);
  const [confidential, setConfidential] = useState(false);
  const [tried, setTried] = useState(false);
  const { trouble, run } = useAsked(onClose);
  const record = () => {
    setTried(true);
    if (text.trim() === '') return;
    void run(
      () => acts.correct({ text: text.trim(), on: today, atMeetingId: at, itemId, confidential }),
      'The correction is recorded. The minutes stand as they were confirmed.',
    );
  };
  return (
    <FormDialog
      title="Record a correction"
      save="Record the correction"
      onSave={record}
      onClose={onClose}
      failed={{ title: 'The correction was not recorded.', error: trouble }}
    >
      <Field
        label="What was wrong, and what it should say"
        value={text}
        onChange={setText}
        lines={3}
        wrong={tried && text.trim() === '' ? 'Say what is to be read otherwise.' : null}
        autoFocus
      />
      <div className="mm-pair">
        <Select
          label="To which item"
          value={itemId ?? none}
          choices={[
            { id: none, text: 'The minutes as a whole' },
            ...view.items.map(({ id, title, number }, place) => ({
              id: id as string,
              text: `${number ?? place + 1} ${title}`,
            })),
          ]}
          onChange={(id) => setItemId(id === none ? null : id)}
        />
        <Select
          label="Recorded by which meeting"
          value={at ?? none}
          choices={[{ id: none, text: 'No meeting' }, ...later]}
          onChange={(id) => setAt(id === none ? null : id)}
        />
      </div>
      <Check isSelected={confidential} onChange={setConfidential}>
        Confidential: left out of every public version
      </Check>
    </FormDialog>
  );
}
