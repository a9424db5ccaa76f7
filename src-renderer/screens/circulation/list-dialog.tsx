import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../client/trpc.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Check } from '../../components/choices.tsx';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Select } from '../../components/select.tsx';
import { count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { AudienceNotice } from '../reports/audience-notice.tsx';
import { formatTexts, type ReportFormat, type ReportName, reportTexts } from '../reports/report-choices.ts';
import type { List } from './circulation-words.ts';
import { type Recipient, RecipientsField } from './recipients-field.tsx';

const fresh = {
  name: '',
  sees: { notes: false, names: true, confidential: false },
  eachLead: false,
  papers: [],
  subject: null,
  words: null,
} satisfies Partial<List>;

/** Adds a circulation list, or changes one. What is deleted here comes back with Undo. */
export function ListDialog({ list, onClose }: { list: List | null; onClose: () => void }) {
  const trpc = useTRPC();
  const start = list ?? fresh;
  const [name, setName] = useState(start.name);
  const [recipients, setRecipients] = useState<readonly Recipient[]>(list?.recipients ?? []);
  const [sees, setSees] = useState(start.sees);
  const [eachLead, setEachLead] = useState(start.eachLead);
  const [papers, setPapers] = useState<List['papers']>(start.papers);
  const [subject, setSubject] = useState(start.subject ?? '');
  const [words, setWords] = useState(start.words ?? '');
  const [tried, setTried] = useState(false);
  const add = useMutation(trpc.circulation.add.mutationOptions({ onSuccess: onClose }));
  const edit = useMutation(trpc.circulation.edit.mutationOptions({ onSuccess: onClose }));
  const remove = useMutation(
    trpc.circulation.remove.mutationOptions({
      onSuccess: ({ removed }) => {
        say(`Deleted: ${removed}. Undo brings it back.`);
        onClose();
      },
    }),
  );
  const save = () => {
    setTried(true);
    if (name.trim() === '') return;
    const fields = {
      name,
      recipients: recipients.map(({ personId, address, field }) => ({ personId, address, field })),
      sees,
      eachLead,
      papers,
      subject: subject.trim() || null,
      words: words.trim() || null,
    };
    if (list) edit.mutate({ listId: list.id, ...fields });
    else add.mutate(fields);
  };
  return (
    <FormDialog
      title={list ? 'Circulation list' : 'Add a circulation list'}
      save={list ? 'Save the list' : 'Add the list'}
      onSave={save}
      onClose={onClose}
      isSaving={add.isPending || edit.isPending}
      failed={{ title: 'The list was not saved.', error: add.error ?? edit.error ?? remove.error }}
      also={
        list ? (
          <Button look="quiet" onPress={() => remove.mutate({ listId: list.id })}>
            Delete the list with {count(list.recipients.length, 'recipient')}
          </Button>
        ) : null
      }
    >
      <Field
        label="Name"
        value={name}
        onChange={setName}
        autoFocus
        wrong={
          tried && name.trim() === '' ? 'A list needs a name, such as “Board” or “Published papers”.' : null
        }
      />
      <RecipientsField recipients={recipients} onChange={setRecipients} />
      <Check isSelected={eachLead} onChange={setEachLead}>
        One e-mail to each lead <span className="sm q">with their own list of what is theirs</span>
      </Check>
      <fieldset className="ci-sees">
        <legend className="label">What they see</legend>
        <Check isSelected={sees.notes} onChange={(notes) => setSees({ ...sees, notes })}>
          Internal notes <span className="sm q">comments, and what was decided in the checks</span>
        </Check>
        <Check isSelected={sees.names} onChange={(names) => setSees({ ...sees, names })}>
          Names of people <span className="sm q">else their role, their organisation or “an officer”</span>
        </Check>
        <Check isSelected={sees.confidential} onChange={(confidential) => setSees({ ...sees, confidential })}>
          Confidential minutes <span className="sm q">and the actions that came of them alone</span>
        </Check>
        <AudienceNotice sees={sees} snapshotId={null} planId={null} />
      </fieldset>
      <PapersField papers={papers} onChange={setPapers} />
      <Field label="Subject" value={subject} onChange={setSubject} help="Left empty, it names the report." />
      <Field
        label="Covering words"
        value={words}
        onChange={setWords}
        lines={3}
        help="Stand above what the report says of itself."
      />
    </FormDialog>
  );
}

function PapersField(props: { papers: List['papers']; onChange: (papers: List['papers']) => void }) {
  const { papers, onChange } = props;
  const [report, setReport] = useState<ReportName>('exceptions');
  const [format, setFormat] = useState<ReportFormat>('docx');
  const trpc = useTRPC();
  const templates = useQuery(trpc.reports.templates.queryOptions()).data ?? [];
  const own = templates.filter((one) => one.report === report);
  const [chosenId, setTemplateId] = useState<string>('none');
  const templateId = own.some(({ id }) => id === chosenId) ? chosenId : 'none';
  const has = papers.some((one) => one.report === report && one.format === format);
  const nameOf = (id: string | undefined) => templates.find((one) => one.id === id)?.name;
  return (
    <fieldset className="ci-recipients">
      <legend className="label">Usual reports</legend>
      {papers.length > 0 ? (
        <ul>
          {papers.map((one) => (
            <li key={`${one.report} ${one.format}`}>
              <span>
                {reportTexts[one.report].name}{' '}
                <span className="q2">
                  {formatTexts[one.format].name}
                  {one.templateId ? `, by the template “${nameOf(one.templateId) ?? ''}”` : ''}
                </span>
              </span>
              <LinkButton
                aria-label={`Take off ${reportTexts[one.report].name} as ${formatTexts[one.format].asOne}`}
                onPress={() => onChange(papers.filter((other) => other !== one))}
              >
                Take off
              </LinkButton>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="ci-add">
        <Select
          label="Report"
          choices={(Object.keys(reportTexts) as ReportName[]).map((id) => ({
            id,
            text: reportTexts[id].name,
          }))}
          value={report}
          onChange={setReport}
        />
        <Select
          label="Form"
          choices={(Object.keys(formatTexts) as ReportFormat[]).map((id) => ({
            id,
            text: formatTexts[id].name,
          }))}
          value={format}
          onChange={setFormat}
        />
        {own.length > 0 ? (
          <Select
            label="Template"
            choices={[
              { id: 'none', text: 'None' },
              ...own.map(({ id, name }) => ({ id: id as string, text: name })),
            ]}
            value={templateId}
            onChange={setTemplateId}
          />
        ) : null}
        <Button
          isDisabled={has}
          onPress={() =>
            onChange([...papers, { report, format, ...(templateId !== 'none' && { templateId }) }])
          }
        >
          {has ? 'Is on the list' : 'Put with them'}
        </Button>
      </div>
    </fieldset>
  );
}
