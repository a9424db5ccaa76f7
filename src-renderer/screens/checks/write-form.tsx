import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Finding, WriteInto } from '#shared/contract/checks.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Field } from '../../components/field.tsx';
import { TimescaleReading } from '../plans/timescale-view.tsx';
import { PersonField } from './person-field.tsx';
import { escTo, FormActs } from './settle-forms.tsx';
import { useWrite } from './use-write.ts';

/** What is written on the spot: its label, and what its button says. */
const fields: Readonly<Record<WriteInto, { label: string; verb: string; key: string; lines?: number }>> = {
  timescale: { label: 'Timescale', verb: 'Write the timescale', key: 'Write a timescale' },
  leads: { label: 'Leads', verb: 'Write the leads', key: 'Write the leads' },
  measures: {
    label: 'Measures, one a line',
    verb: 'Write the measures',
    key: 'Write a measure',
    lines: 3,
  },
  text: { label: 'Action', verb: 'Write the words', key: 'Re-word it' },
  links: { label: 'Links, one a line', verb: 'Write the links', key: 'Re-word the links', lines: 3 },
  'add-action': { label: 'First action of the section', verb: 'Add the action', key: 'Add an action' },
  'kpi-unit': { label: 'Unit', verb: 'Write the unit', key: 'Write the unit' },
  'kpi-source': {
    label: 'Where the figures come from',
    verb: 'Write the source',
    key: 'Write the source',
  },
  'person-name': { label: 'Whole name', verb: 'Write the name', key: 'Write the name' },
};

export const writeWords = (into: WriteInto): string => fields[into].key;

/** The field of a finding, to be filled where it is listed. What is refused keeps its words, with the reason under them. */
export function WriteForm(props: { finding: Finding; onDone: () => void; onCancel: () => void }) {
  const { finding, onDone, onCancel } = props;
  const into = finding.write?.into ?? 'text';
  const { label, verb, lines = 1 } = fields[into];
  const [words, setWords] = useState(finding.write?.words ?? '');
  const { write, wrong, setWrong, busy } = useWrite(finding);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await write(into, words.trim())) onDone();
  };
  return (
    <form className="settle" onSubmit={(event) => void submit(event)} onKeyDown={escTo(onCancel)}>
      {into === 'leads' ? (
        <>
          <PersonField
            label={label}
            value={words}
            onChange={setWords}
            autoFocus
            help="Names or initials, parted by commas."
          />
          {wrong ? (
            <p className="ck-wrong" role="alert">
              {wrong}
            </p>
          ) : null}
        </>
      ) : (
        <Field
          label={label}
          value={words}
          lines={lines}
          onChange={(typed) => {
            setWords(typed);
            setWrong(null);
          }}
          wrong={wrong}
          help={into === 'timescale' ? <Reading words={words} planId={finding.planId} /> : undefined}
          autoFocus
        />
      )}
      <FormActs verb={verb} onCancel={onCancel} isPending={busy} />
    </form>
  );
}

/** What the words of a date mean in their plan, as they are typed. */
function Reading({ words, planId }: { words: string; planId: string | null }) {
  const trpc = useTRPC();
  const settings = useQuery(trpc.settings.get.queryOptions()).data;
  const plans = useQuery(trpc.plans.list.queryOptions()).data;
  if (words.trim() === '' || !settings) return null;
  const read = readTimescale(words, {
    yearStartMonth: settings.financialYearStart,
    academicStartMonth: settings.academicYearStart,
    period: plans?.find((plan) => plan.id === planId)?.period ?? null,
  });
  return <TimescaleReading timescale={read} />;
}
