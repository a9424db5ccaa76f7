import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { ActionView } from '#shared/contract/plans.ts';
import type { Measure } from '#shared/contract/register.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Check } from '../../components/choices.tsx';
import { Field } from '../../components/field.tsx';
import { LeadChips } from '../../components/lead-chip.tsx';
import { Problem } from '../../components/notices.tsx';
import { Select } from '../../components/select.tsx';
import { formatDay } from '../../format/days.ts';
import { usePlanDesk } from './plan-context.tsx';

/** What an action is measured by: each with who answers for it, whether it is met and the KPI that says so. */
export function Measures({ measures, actionId }: Pick<ActionView, 'measures'> & { actionId: string }) {
  const [changing, setChanging] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  return (
    <section>
      <h3>Measures</h3>
      {measures.length === 0 ? (
        <p className="q2">No measure yet: nothing says when this is done.</p>
      ) : (
        <ul className="dr-measures">
          {measures.map((measure) =>
            changing === measure.id ? (
              <li key={measure.id}>
                <MeasureForm measure={measure} onClose={() => setChanging(null)} />
              </li>
            ) : (
              <OneMeasure key={measure.id} measure={measure} onChange={() => setChanging(measure.id)} />
            ),
          )}
        </ul>
      )}
      {adding ? (
        <AddMeasure actionId={actionId} onClose={() => setAdding(false)} />
      ) : (
        <LinkButton onPress={() => setAdding(true)}>Add a measure</LinkButton>
      )}
    </section>
  );
}

function OneMeasure({ measure, onChange }: { measure: Measure; onChange: () => void }) {
  const trpc = useTRPC();
  const { today } = usePlanDesk();
  const write = useMutation(trpc.measures.edit.mutationOptions());
  const { id, text, kpiId, doneOn } = measure;
  return (
    <li>
      <div>
        <Check
          isSelected={doneOn !== undefined}
          onChange={(met) => write.mutate({ measureId: id, doneOn: met ? today : null })}
        >
          <span className="vh">Met: </span>
          {text}
        </Check>
        <p className="rd">
          {doneOn === undefined ? null : `Met on ${formatDay(doneOn)}. `}
          {kpiId ? (
            <Link to="/kpis/$kpiId" params={{ kpiId }} className="nw hit">
              Its KPI
            </Link>
          ) : null}{' '}
          <LinkButton onPress={onChange} aria-label={`Change the measure ${text}`}>
            Change
          </LinkButton>
        </p>
        {write.isError ? <Problem error={write.error} /> : null}
      </div>
      <LeadChips leads={measure.leads} card />
    </li>
  );
}

const noKpi = 'none';

function MeasureForm({ measure, onClose }: { measure: Measure; onClose: () => void }) {
  const trpc = useTRPC();
  const kpis = useQuery(trpc.kpis.list.queryOptions({}));
  const [text, setText] = useState(measure.text);
  const [leads, setLeads] = useState(measure.leads.map((lead) => lead.text).join('; '));
  const [doneOn, setDoneOn] = useState(measure.doneOn ?? '');
  const [kpi, setKpi] = useState<string>(measure.kpiId ?? noKpi);
  const save = useMutation(trpc.measures.edit.mutationOptions({ onSuccess: onClose }));
  const remove = useMutation(trpc.measures.remove.mutationOptions({ onSuccess: onClose }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    save.mutate({
      measureId: measure.id,
      text,
      leads: leads.replaceAll(';', '\n'),
      doneOn: doneOn === '' ? null : doneOn,
      kpiId: kpi === noKpi ? null : kpi,
    });
  };
  return (
    <form
      className="dr-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Field
        label="Measure"
        value={text}
        onChange={setText}
        autoFocus
        lines={2}
        wrong={text.trim() === '' ? 'A measure keeps its words. To take it out, press Remove.' : null}
      />
      <Field label="Who answers for it" value={leads} onChange={setLeads} help="Several with “;” between." />
      <Field label="Met on" type="date" value={doneOn} onChange={setDoneOn} />
      <Select
        label="The KPI that says so"
        value={kpi}
        onChange={setKpi}
        choices={[
          { id: noKpi, text: 'None' },
          ...(kpis.data ?? []).map((one) => ({
            id: one.id as string,
            text: [one.ref, one.name].filter(Boolean).join(' '),
          })),
        ]}
      />
      {save.isError || remove.isError ? (
        <Problem title="The measure was not saved." error={save.error ?? remove.error} />
      ) : null}
      <div className="acts">
        <Button small type="submit" isPending={save.isPending}>
          Save the measure
        </Button>
        <Button small look="quiet" onPress={() => remove.mutate({ measureId: measure.id })}>
          Remove
        </Button>
        <Button small look="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function AddMeasure({ actionId, onClose }: { actionId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const add = useMutation(trpc.measures.add.mutationOptions({ onSuccess: () => setText('') }));
  return (
    <form
      className="dr-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') add.mutate({ actionId, text });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Field
        label="New measure"
        value={text}
        onChange={setText}
        autoFocus
        help="Enter adds it, Esc is done."
      />
      {add.isError ? <Problem title="The measure was not added." error={add.error} /> : null}
    </form>
  );
}
