import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { KpiView } from '#shared/contract/kpis.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { useToday } from '../../shell/register-state.ts';

/** The five parts of a narrative, of one period. All of them empty takes it out. */
export function NarrativeDialog(props: {
  readonly view: KpiView;
  readonly period: string;
  readonly before: KpiView['narratives'][number] | undefined;
  readonly onClose: () => void;
}) {
  const { view, period, before, onClose } = props;
  const trpc = useTRPC();
  const today = useToday();
  const [words, setWords] = useState({
    says: before?.says ?? '',
    behind: before?.behind ?? '',
    doing: before?.doing ?? '',
    byWhen: before?.byWhen ?? '',
    help: before?.help ?? '',
    by: before?.by ?? '',
  });
  const set = (key: keyof typeof words) => (text: string) => setWords({ ...words, [key]: text });
  const save = useMutation(trpc.kpis.setNarrative.mutationOptions({ onSuccess: onClose }));
  return (
    <Dialog
      title={`In words, ${period}`}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isPending={save.isPending}
            onPress={() =>
              save.mutate({
                kpiId: view.kpi.id,
                period,
                says: words.says.trim(),
                behind: words.behind.trim(),
                doing: words.doing.trim(),
                byWhen: words.byWhen.trim(),
                help: words.help.trim(),
                by: words.by.trim() || null,
                on: today,
              })
            }
          >
            Save the words
          </Button>
        </>
      }
    >
      <div className="kpi-form">
        <Field label="What the figures say" value={words.says} onChange={set('says')} lines={2} autoFocus />
        <Field label="What is behind it" value={words.behind} onChange={set('behind')} lines={3} />
        <Field label="What we will do" value={words.doing} onChange={set('doing')} lines={3} />
        <Field label="By when" value={words.byWhen} onChange={set('byWhen')} />
        <Field label="Help wanted" value={words.help} onChange={set('help')} lines={2} />
        <Field label="Said by" value={words.by} onChange={set('by')} />
        {save.error ? (
          <Problem title="The words were not saved.">{wireErrorOf(save.error).message}</Problem>
        ) : null}
      </div>
    </Dialog>
  );
}
