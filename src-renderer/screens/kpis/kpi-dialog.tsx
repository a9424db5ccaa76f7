import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Kpi } from '#shared/contract/register.ts';
import { readFigure } from '#shared/domain/numbers.ts';
import { wireErrorOf } from '../../client/errors.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Problem } from '../../components/notices.tsx';
import { ComboBox, Select } from '../../components/select.tsx';
import { say } from '../../shell/foot.tsx';

const units = [
  { id: '%', text: 'Per cent' },
  { id: 'number', text: 'A count' },
  { id: 'money', text: 'Pounds' },
  { id: 'ratio', text: 'A ratio' },
  { id: 'days', text: 'Days' },
] as const;
type Way = 'up' | 'down' | 'unset';

/** Makes a KPI, or changes what one measures. The figures stay as they are. */
export function KpiDialog(props: {
  readonly kpi: Kpi | null;
  readonly plans: readonly { readonly id: string; readonly title: string }[];
  readonly onClose: (kpiId: string | null) => void;
  readonly onDeleted?: () => void;
}) {
  const { kpi, plans } = props;
  const trpc = useTRPC();
  const [name, setName] = useState(kpi?.name ?? '');
  const [ref, setRef] = useState(kpi?.ref ?? '');
  const [unit, setUnit] = useState(kpi?.unit ?? '%');
  const [way, setWay] = useState<Way>(kpi?.polarity ?? 'unset');
  const [source, setSource] = useState(kpi?.dataSource ?? '');
  const [owners, setOwners] = useState(kpi?.owners.map((lead) => lead.text).join('\n') ?? '');
  const [tolerance, setTolerance] = useState(kpi?.tolerance === null || !kpi ? '' : String(kpi.tolerance));
  const [planId, setPlanId] = useState<string>(kpi?.planId ?? plans[0]?.id ?? 'none');
  const [wrong, setWrong] = useState<{ name?: string; tolerance?: string }>({});
  const add = useMutation(trpc.kpis.add.mutationOptions());
  const edit = useMutation(trpc.kpis.edit.mutationOptions());
  const remove = useMutation(
    trpc.kpis.remove.mutationOptions({
      onSuccess: () => {
        say(`Deleted: ${kpi?.name ?? ''}. Undo brings it back.`);
        props.onDeleted?.();
      },
    }),
  );
  const orNull = (words: string) => (words.trim() === '' ? null : words.trim());
  const save = async () => {
    const read = tolerance.trim() === '' ? null : readFigure(tolerance).number;
    if (name.trim() === '')
      return setWrong({ name: 'A KPI needs a name: its chart and its reports are headed by it.' });
    if (tolerance.trim() !== '' && read === null) {
      return setWrong({ tolerance: `“${tolerance}” is not a number. Write 3, or 2.5.` });
    }
    const words = { name: name.trim(), ref: orNull(ref), unit: orNull(unit) };
    const id =
      kpi?.id ??
      (await add.mutateAsync({ planId: planId === 'none' ? null : planId, sectionId: null, ...words })).kpiId;
    await edit.mutateAsync({
      kpiId: id,
      ...words,
      polarity: way === 'unset' ? null : way,
      dataSource: orNull(source),
      owners,
      tolerance: read,
    });
    props.onClose(id);
  };
  const failed = add.error ?? edit.error ?? remove.error;
  return (
    <Dialog
      title={kpi ? 'Definition' : 'Add a KPI'}
      isOpen
      onClose={() => props.onClose(null)}
      acts={
        <>
          {kpi && props.onDeleted ? (
            <Button look="quiet" onPress={() => remove.mutate({ kpiId: kpi.id })}>
              Delete the KPI
            </Button>
          ) : null}
          <Button onPress={() => props.onClose(null)}>Cancel</Button>
          <Button
            look="primary"
            onPress={() => {
              // A refusal stands in the dialogue: `failed` below.
              save().catch(() => undefined);
            }}
          >
            {kpi ? 'Save the definition' : 'Add the KPI'}
          </Button>
        </>
      }
    >
      <div className="section-form">
        <Field label="Name" value={name} onChange={setName} wrong={wrong.name} autoFocus />
        <div className="section-row">
          <Field label="Reference" value={ref} onChange={setRef} />
          <ComboBox
            label="Counted in"
            choices={units}
            value={units.find((one) => one.id === unit)?.id ?? null}
            onChange={(chosen) => {
              if (chosen) setUnit(chosen);
            }}
            onType={(words) => {
              if (!units.some((one) => one.text === words)) setUnit(words);
            }}
            allowsOther
          />
          <Select
            label="Better is"
            value={way}
            onChange={setWay}
            choices={[
              { id: 'up', text: 'Higher' },
              { id: 'down', text: 'Lower' },
              { id: 'unset', text: 'Not set' },
            ]}
          />
          <Field
            label="Tolerance"
            value={tolerance}
            onChange={setTolerance}
            wrong={wrong.tolerance}
            help="A miss by no more than this is at risk, not off track"
          />
        </div>
        <Field label="Source of the figures" value={source} onChange={setSource} />
        <Field label="Owners, one a line" value={owners} onChange={setOwners} lines={2} />
        {kpi ? null : (
          <Select
            label="Plan"
            value={planId}
            onChange={setPlanId}
            choices={[
              ...plans.map((plan) => ({ id: plan.id, text: plan.title })),
              { id: 'none', text: 'No plan' },
            ]}
          />
        )}
        {failed ? <Problem title="The KPI was not saved.">{wireErrorOf(failed).message}</Problem> : null}
      </div>
    </Dialog>
  );
}
