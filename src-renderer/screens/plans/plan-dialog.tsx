import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Plan } from '#shared/contract/register.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { ComboBox } from '../../components/select.tsx';

const kinds = ['strategy', 'delivery plan', 'work plan', 'action plan', 'improvement plan'] as const;

/** Makes a plan, or changes what a plan says of itself. */
export function PlanDialog(props: {
  readonly plan: Plan | null;
  readonly onClose: (planId: string | null) => void;
  readonly onDelete?: () => void;
}) {
  const { plan } = props;
  const trpc = useTRPC();
  const [title, setTitle] = useState(plan?.title ?? '');
  const [kind, setKind] = useState(plan?.kind ?? 'delivery plan');
  const [period, setPeriod] = useState(plan?.period?.label ?? '');
  const [subject, setSubject] = useState(plan?.subject ?? '');
  const [preamble, setPreamble] = useState(plan?.preamble ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const done = { onSuccess: (made: { planId: string }) => props.onClose(made.planId) };
  const create = useMutation(trpc.plans.create.mutationOptions(done));
  const edit = useMutation(trpc.plans.edit.mutationOptions(done));
  const orNull = (words: string) => (words.trim() === '' ? null : words.trim());
  const save = () => {
    if (title.trim() === '') {
      setWrong('A plan needs a title: lists and reports name it by that.');
      return;
    }
    const words = { title: title.trim(), kind: kind.trim() || 'plan', period: orNull(period) };
    if (plan) {
      edit.mutate({ planId: plan.id, ...words, subject: orNull(subject), preamble: orNull(preamble) });
    } else create.mutate(words);
  };
  return (
    <FormDialog
      title={plan ? 'This plan' : 'Add a plan'}
      save={plan ? 'Save the plan' : 'Add the plan'}
      onSave={save}
      onClose={() => props.onClose(null)}
      isSaving={create.isPending || edit.isPending}
      failed={{ title: 'The plan was not saved.', error: create.error ?? edit.error }}
      also={
        <>
          {plan ? (
            <ButtonLink look="quiet" to="/plans/$planId/next-year" params={{ planId: plan.id }}>
              Roll forward
            </ButtonLink>
          ) : null}
          {plan ? (
            <ButtonLink look="quiet" to="/history" search={{ plan: plan.id }}>
              History of this plan
            </ButtonLink>
          ) : null}
          {props.onDelete ? (
            <Button look="quiet" onPress={props.onDelete}>
              Delete the plan
            </Button>
          ) : null}
        </>
      }
    >
      <Field label="Title" value={title} onChange={setTitle} wrong={wrong} autoFocus />
      <div className="form-row">
        <ComboBox
          label="Kind"
          choices={kinds.map((one) => ({ id: one as string, text: one }))}
          value={kinds.find((one) => one === kind) ?? null}
          onChange={(chosen) => {
            if (chosen) setKind(chosen);
          }}
          onType={setKind}
          allowsOther
        />
        <Field label="Period" value={period} onChange={setPeriod} help="As you write it: 2010-11" />
      </div>
      {plan ? (
        <>
          <Field
            label="Subject"
            value={subject}
            onChange={setSubject}
            help="What it is about, if not everything: a cluster of centres, with inspection date and judgement"
          />
          <Field label="Words at the top" value={preamble} onChange={setPreamble} lines={4} />
        </>
      ) : null}
    </FormDialog>
  );
}
