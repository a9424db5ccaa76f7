import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { wireErrorOf } from '../../../client/errors.ts';
import { saveFile } from '../../../client/save-file.ts';
import { useTRPC, useTRPCClient } from '../../../client/trpc.ts';
import { Button } from '../../../components/button.tsx';
import { Check, RadioChoices } from '../../../components/choices.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Problem, Working } from '../../../components/notices.tsx';
import { count } from '../../../format/words.ts';
import { say } from '../../../shell/foot.tsx';
import { confidentialOf } from './minutes-words.ts';

type Report = 'agenda' | 'minutes';
const formats = [
  { id: 'docx', name: 'Word' },
  { id: 'html', name: 'HTML, for the web or an e-mail' },
  { id: 'pdf', name: 'PDF' },
] as const;
type Format = (typeof formats)[number]['id'];

const few = 12;

/** The agenda or the minutes as files, for the members or for the public: what the public will not see is said first. */
export function FilesButton({ view, report }: { view: MeetingView; report: Report }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button reads onPress={() => setOpen(true)}>
        Save as a file
      </Button>
      {isOpen ? <FilesDialog view={view} first={report} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function FilesDialog(props: { view: MeetingView; first: Report; onClose: () => void }) {
  const { view } = props;
  const client = useTRPCClient();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [report, setReport] = useState<Report>(props.first);
  const [audience, setAudience] = useState<'members' | 'public'>('members');
  const [chosen, setChosen] = useState<Readonly<Record<Format, boolean>>>({
    docx: true,
    html: false,
    pdf: false,
  });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const hidden = confidentialOf(view);
  const wanted = formats.filter(({ id }) => chosen[id]);
  const save = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      // All files are made from one snapshot, so that they say the same.
      let snapshotId: string | null = null;
      for (const { id: format } of wanted) {
        const file = await client.reports.make.mutate({
          snapshotId,
          report,
          planId: null,
          meetingId: view.meeting.id,
          audience,
          format,
        });
        saveFile(file);
        say(`Saved to your downloads: ${file.name}`);
        snapshotId ??= (await client.snapshots.list.query())[0]?.id ?? null;
      }
      await cache.invalidateQueries({ queryKey: trpc.snapshots.pathKey() });
      await cache.invalidateQueries({ queryKey: trpc.register.state.queryKey() });
      props.onClose();
    } catch (error) {
      setTrouble(wireErrorOf(error).message);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title="Save as a file"
      isOpen
      onClose={props.onClose}
      acts={
        <>
          <Button onPress={props.onClose}>Cancel</Button>
          <Button
            look="primary"
            isPending={busy}
            isDisabled={wanted.length === 0}
            onPress={() => void save()}
          >
            Save {count(wanted.length, 'file')}
          </Button>
        </>
      }
    >
      <div
        className="mm-form"
        onKeyDownCapture={(event) => {
          // A choice takes Enter for itself, whatever is held with it.
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.stopPropagation();
          if (wanted.length > 0 && !busy) void save();
        }}
      >
        <RadioChoices<Report>
          label="What"
          inline
          value={report}
          onChange={setReport}
          choices={[
            { id: 'agenda', text: 'The agenda' },
            { id: 'minutes', text: view.stage === 'confirmed' ? 'The minutes' : 'The draft minutes' },
          ]}
        />
        <RadioChoices<'members' | 'public'>
          label="For whom"
          value={audience}
          onChange={setAudience}
          choices={[
            { id: 'members', text: 'Members', help: 'Everything, what is confidential marked as such' },
            { id: 'public', text: 'The public', help: 'Without what is marked as confidential' },
          ]}
        />
        {audience === 'public' ? <LeftOut hidden={hidden} /> : null}
        <fieldset>
          <legend>In which form</legend>
          {formats.map(({ id, name }) => (
            <Check key={id} isSelected={chosen[id]} onChange={(isOn) => setChosen({ ...chosen, [id]: isOn })}>
              {name}
            </Check>
          ))}
          {wanted.length === 0 ? <p className="sm">Choose at least one form; then it can be saved.</p> : null}
        </fieldset>
        {busy ? <Working what={`Making the ${report}`} /> : null}
        {trouble ? <Problem title="The file was not made.">{trouble}</Problem> : null}
      </div>
    </Dialog>
  );
}

function LeftOut({ hidden }: { hidden: readonly string[] }) {
  if (hidden.length === 0) {
    return <p role="status">Nothing of this meeting is marked as confidential: the public gets all of it.</p>;
  }
  return (
    <div role="status">
      <p>
        <b>{count(hidden.length, 'part')} left out of what the public gets:</b>
      </p>
      <ul>
        {hidden.slice(0, few).map((name) => (
          <li key={name}>{name}</li>
        ))}
        {hidden.length > few ? <li className="q2">and {count(hidden.length - few, 'other')}</li> : null}
      </ul>
    </div>
  );
}
