import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { KpiValue } from '#shared/contract/register.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/choices.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { Select } from '../../components/select.tsx';
import type { Role } from './figure-rows.ts';

const roles: readonly { id: Role; text: string }[] = [
  { id: 'actual', text: 'The actual' },
  { id: 'target', text: 'The target' },
  { id: 'forecast', text: 'A forecast' },
  { id: 'baseline', text: 'The baseline' },
  { id: 'comparator', text: 'One to compare with' },
];

/** One figure of one period with all that stands beside it. What stood there before is kept. */
export function FigureDialog(props: {
  readonly kpiId: string;
  readonly period: string;
  readonly before: KpiValue | null;
  /** Why actuals and forecasts are not typed; null where they are. */
  readonly workedOut: string | null;
  readonly onClose: () => void;
}) {
  const { before, onClose } = props;
  const trpc = useTRPC();
  const [role, setRole] = useState<Role>(before?.role ?? 'comparator');
  const [comparator, setComparator] = useState(before?.comparator ?? '');
  const [text, setText] = useState(before?.text ?? '');
  const [note, setNote] = useState(before?.note ?? '');
  const [provisional, setProvisional] = useState(before?.provisional ?? false);
  const [by, setBy] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const save = useMutation(
    trpc.kpis.setValues.mutationOptions({
      onSuccess: ({ refused: [first] }) => {
        if (first) setRefused(first.message);
        else onClose();
      },
    }),
  );
  const send = (words: string) => {
    setRefused(null);
    save.mutate({
      edits: [
        {
          kpiId: props.kpiId,
          role,
          period: props.period,
          comparator: role === 'comparator' ? comparator : null,
          text: words,
          note,
          provisional,
        },
      ],
      by: by.trim() || null,
    });
  };
  const choices = roles.filter(({ id }) => !props.workedOut || (id !== 'actual' && id !== 'forecast'));
  return (
    <Dialog
      title={`Figure, ${props.period}`}
      isOpen
      onClose={onClose}
      acts={
        <>
          {before ? (
            <Button look="quiet" onPress={() => send('')}>
              Take the figure out
            </Button>
          ) : null}
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isPending={save.isPending} onPress={() => send(text)}>
            Save the figure
          </Button>
        </>
      }
    >
      <div className="kpi-form">
        {before ? null : <Select label="It is" value={role} choices={choices} onChange={setRole} />}
        {role === 'comparator' && !before ? (
          <Field
            label="Whose"
            value={comparator}
            onChange={setComparator}
            help="England, North East, statistical neighbours"
          />
        ) : null}
        <Field
          label="Figure"
          value={text}
          onChange={setText}
          autoFocus
          help="A number with or without its unit, words, or a symbol: c confidential, x not available, z not applicable, low"
        />
        <Check isSelected={provisional} onChange={setProvisional}>
          It is provisional
        </Check>
        <Field label="Words beside it" value={note} onChange={setNote} lines={2} />
        <Field label="Said by" value={by} onChange={setBy} />
        {refused ? <Problem title="The figure was not taken.">{refused}</Problem> : null}
        {save.error ? (
          <Problem title="The figure was not saved.">{wireErrorOf(save.error).message}</Problem>
        ) : null}
      </div>
    </Dialog>
  );
}
