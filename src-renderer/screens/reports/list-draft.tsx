import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReportLayout } from '#shared/contract/report-records.ts';
import { saveFile } from '../../client/save-file.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { RadioChoices } from '../../components/choices.tsx';
import { Field } from '../../components/field.tsx';
import { Group } from '../../components/group.tsx';
import { Problem, Working } from '../../components/notices.tsx';
import { formatDay } from '../../format/days.ts';
import { count, listWords } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { type List, sizeWords } from '../circulation/circulation-words.ts';
import { formatTexts, type ReportFormat, reportTexts, type Wish } from './report-choices.ts';

/** The e-mail drafts for a list: one, or one a lead. Nothing is sent; what was drafted is noted under Circulation. */
export function ListDraft(props: {
  list: List;
  snapshotId: string | null;
  wish: Wish;
  layout: ReportLayout;
  formats: readonly ReportFormat[];
  onTaken: (snapshotId: string) => void;
}) {
  const { list, wish, formats } = props;
  const { report, ...scope } = wish;
  const trpc = useTRPC();
  const today = useToday();
  const [which, setWhich] = useState<'usual' | 'chosen'>(list.papers.length > 0 ? 'usual' : 'chosen');
  const [subject, setSubject] = useState(list.subject ?? '');
  const [words, setWords] = useState(list.words ?? '');
  const take = useMutation(trpc.snapshots.take.mutationOptions());
  const draft = useMutation(trpc.circulation.draft.mutationOptions());
  const papers = which === 'usual' ? list.papers : formats.map((format) => ({ report, format }));
  const save = async () => {
    let { snapshotId } = props;
    if (snapshotId === null) {
      snapshotId = (await take.mutateAsync({ name: `Report of ${formatDay(today)}`, withWords: true })).id;
      props.onTaken(snapshotId);
    }
    const made = await draft.mutateAsync({
      listId: list.id,
      snapshotId,
      ...scope,
      papers: [...papers],
      layout: which === 'chosen' ? props.layout : null,
      subject: subject.trim() || null,
      words: words.trim() || null,
    });
    saveFile(made.file);
    say(`${count(made.drafts.length, 'e-mail draft')} saved to your downloads: ${made.file.name}`);
  };
  const isWorking = take.isPending || draft.isPending;
  const error = take.error ?? draft.error;
  return (
    <Group name={list.eachLead ? 'E-mail drafts' : 'E-mail draft'} note="opens in Outlook, ready to send">
      {list.papers.length > 0 ? (
        <RadioChoices
          label="Attached"
          value={which}
          onChange={setWhich}
          choices={[
            { id: 'usual', text: `The usual of this list: ${papersWords(list.papers)}` },
            { id: 'chosen', text: 'The report chosen above, in the forms chosen' },
          ]}
        />
      ) : null}
      <Field
        label="Subject"
        value={subject}
        onChange={setSubject}
        help="Left empty, it names the report and the snapshot."
      />
      <Field label="Covering words" value={words} onChange={setWords} lines={3} />
      {isWorking ? <Working what="Making the e-mail drafts" /> : null}
      {error ? <Problem title="No draft was made." error={error} /> : null}
      <div className="acts">
        <Button
          isPending={isWorking}
          isDisabled={papers.length === 0}
          onPress={() => void save().catch(() => undefined)}
        >
          {list.eachLead ? 'Save a draft for each lead' : 'Save the e-mail draft'}
        </Button>
        <span className="sm q2">
          {papers.length === 0 ? 'Choose at least one form above.' : 'Nothing is sent from here.'}
        </span>
      </div>
      {draft.data && !isWorking ? <Made made={draft.data} /> : null}
    </Group>
  );
}

const papersWords = (papers: List['papers']) =>
  listWords(
    papers.map(({ report, format }) => `${reportTexts[report].name} as ${formatTexts[format].asOne}`),
  );

/** What was drafted, each with its size, and who got none. */
function Made({ made }: { made: { drafts: readonly Drafted[]; without: readonly string[] } }) {
  return (
    <div role="status">
      <ul className="given">
        {made.drafts.map((one) => (
          <li key={one.name}>
            <span>{one.to.length > 0 ? listWords(one.to) : 'Bcc only'}</span>
            <span className="sm q2">{sizeWords(one.size)}</span>
            <span className="sm q2">
              {listWords(one.attached.map(({ name, size }) => `${name} (${sizeWords(size)})`))}
            </span>
          </li>
        ))}
      </ul>
      {made.without.length > 0 ? (
        <p className="sm">
          No draft goes to {listWords(made.without)}: the register knows no address. Give them one under
          People.
        </p>
      ) : null}
    </div>
  );
}
type Drafted = {
  name: string;
  size: number;
  to: readonly string[];
  attached: readonly { name: string; size: number }[];
};
