import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { saveFile } from '../../client/save-file.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Group } from '../../components/group.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { formatDay } from '../../format/days.ts';
import { count, listWords } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import {
  type Chosen,
  formatTexts,
  type ReportFormat,
  readAddresses,
  reportTexts,
  type Wish,
} from './report-choices.ts';

/** The e-mail with the chosen report attached: saved as a draft that Outlook opens ready to send. Nothing is sent. */
export function DraftForm(props: {
  chosen: Chosen;
  wish: Wish;
  formats: readonly ReportFormat[];
  /** Called with the snapshot that was taken of "now". */
  onTaken: (snapshotId: string) => void;
}) {
  const { chosen, wish, formats } = props;
  const { report, ...scope } = wish;
  const trpc = useTRPC();
  const today = useToday();
  const people = useQuery(trpc.people.list.queryOptions());
  const [to, setTo] = useState('');
  const [bcc, setBcc] = useState('');
  const [subject, setSubject] = useState('');
  const take = useMutation(trpc.snapshots.take.mutationOptions());
  const draft = useMutation(trpc.reports.draft.mutationOptions());
  const addresses = (people.data ?? []).flatMap((person) => person.email ?? []);
  const readTo = readAddresses(to);
  const readBcc = readAddresses(bcc);
  const wrong = [...readTo.wrong, ...readBcc.wrong];

  const save = async () => {
    let snapshotId = chosen.snapshotId;
    if (snapshotId === null) {
      snapshotId = (await take.mutateAsync({ name: `Report of ${formatDay(today)}`, withWords: true })).id;
      props.onTaken(snapshotId);
    }
    const file = await draft.mutateAsync({
      snapshotId,
      ...scope,
      layout: chosen.layout,
      reports: formats.map((format) => ({ report, format })),
      to: readTo.good,
      bcc: readBcc.good,
      subject: subject.trim() || null,
    });
    saveFile(file);
    say(`E-mail draft saved to your downloads: ${file.name}`);
  };
  const error = take.error ?? draft.error;
  const isWorking = take.isPending || draft.isPending;
  return (
    <Group name="E-mail draft" note="opens in Outlook, ready to send">
      <p className="q2">
        {formats.length > 0
          ? `Attached: ${reportTexts[chosen.report].name.toLowerCase()} as ${listWords(
              formats.map((format) => formatTexts[format].asOne),
            )}. Nothing is sent from here.`
          : 'Choose a form above; the report is attached in it.'}
      </p>
      <Field
        label="To"
        value={to}
        onChange={setTo}
        help="E-mail addresses, parted by commas or lines. May be left empty and filled in Outlook."
        wrong={readTo.wrong.length > 0 ? notAddresses(readTo.wrong) : null}
      />
      <Field
        label="Bcc"
        value={bcc}
        onChange={setBcc}
        lines={2}
        help={
          addresses.length > 0 ? (
            <>
              Those here do not see each other.{' '}
              <LinkButton onPress={() => setBcc([...new Set([...readBcc.good, ...addresses])].join(', '))}>
                Add all {count(addresses.length, 'lead')} with an address
              </LinkButton>
            </>
          ) : (
            'Those here do not see each other. Addresses of leads are kept under People.'
          )
        }
        wrong={readBcc.wrong.length > 0 ? notAddresses(readBcc.wrong) : null}
      />
      <Field
        label="Subject"
        value={subject}
        onChange={setSubject}
        help="Left empty, it names the report and the snapshot."
      />
      {isWorking ? <Working what="Making the e-mail draft" /> : null}
      {error ? <Problem title="The draft was not made." error={error} /> : null}
      <div className="acts">
        <Button
          isPending={isWorking}
          isDisabled={formats.length === 0 || wrong.length > 0}
          onPress={() => void save().catch(() => undefined)}
        >
          Save the e-mail draft
        </Button>
        {wrong.length > 0 ? <span className="sm q2">Mend the addresses first.</span> : null}
      </div>
    </Group>
  );
}

const notAddresses = (words: readonly string[]) =>
  `${listWords(words.map((word) => `“${word}”`))} ${words.length === 1 ? 'is not an address' : 'are not addresses'}: an address holds an @.`;
