import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WordsView } from '#shared/contract/office.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Select } from '../../components/select.tsx';

const everyPlan = 'every';

/** Adds a term to the glossary, or changes one. */
export function TermDialog(props: { term: WordsView['glossary'][number] | null; onClose: () => void }) {
  const { term: before, onClose } = props;
  const trpc = useTRPC();
  const plans = useQuery(trpc.plans.list.queryOptions());
  const [term, setTerm] = useState(before?.term ?? '');
  const [meaning, setMeaning] = useState(before?.meaning ?? '');
  const [plan, setPlan] = useState<string>(before?.planId ?? everyPlan);
  const [tried, setTried] = useState(false);
  const add = useMutation(trpc.glossary.add.mutationOptions({ onSuccess: onClose }));
  const edit = useMutation(trpc.glossary.edit.mutationOptions({ onSuccess: onClose }));
  const save = () => {
    setTried(true);
    if (term.trim() === '' || meaning.trim() === '') return;
    const words = { term, meaning, planId: plan === everyPlan ? null : plan };
    if (before) edit.mutate({ termId: before.id, ...words });
    else add.mutate(words);
  };
  return (
    <FormDialog
      title={before ? 'Term' : 'Add a term'}
      save={before ? 'Save the term' : 'Add the term'}
      onSave={save}
      onClose={onClose}
      isSaving={add.isPending || edit.isPending}
      failed={{ title: 'The term was not saved.', error: add.error ?? edit.error }}
    >
      <Field
        label="Term"
        value={term}
        onChange={setTerm}
        autoFocus
        help="As plans write it. A short form in capitals is marked only where it stands in capitals."
        wrong={tried && term.trim() === '' ? 'A term needs the word that it explains.' : null}
      />
      <Field
        label="Meaning"
        value={meaning}
        onChange={setMeaning}
        lines={3}
        wrong={tried && meaning.trim() === '' ? 'Say what it means, in a sentence.' : null}
      />
      <Select
        label="Holds in"
        value={plan}
        onChange={setPlan}
        choices={[
          { id: everyPlan, text: 'Every plan' },
          ...(plans.data ?? []).map((one) => ({ id: one.id as string, text: one.title })),
        ]}
      />
    </FormDialog>
  );
}
