import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WordsView } from '#shared/contract/office.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
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
  const failed = add.error ?? edit.error;
  const save = () => {
    setTried(true);
    if (term.trim() === '' || meaning.trim() === '') return;
    const words = { term, meaning, planId: plan === everyPlan ? null : plan };
    if (before) edit.mutate({ termId: before.id, ...words });
    else add.mutate(words);
  };
  return (
    <Dialog
      title={before ? 'Term' : 'Add a term'}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={save}>
            {before ? 'Save the term' : 'Add the term'}
          </Button>
        </>
      }
    >
      <form
        className="section-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
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
        <button type="submit" className="vh" tabIndex={-1} aria-hidden="true" />
      </form>
      {failed ? <Problem title="The term was not saved." error={failed} /> : null}
    </Dialog>
  );
}
