import { useQuery } from '@tanstack/react-query';
import { Input, Label, TextField } from 'react-aria-components';
import { useTRPC } from '../../client/trpc.ts';
import { LinkButton } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { type ActKind, actKinds } from './act-words.ts';

/** What the history is narrowed to, beside the words typed. Days are YYYY-MM-DD; null for no bound. */
export type Narrowed = {
  kind: ActKind;
  planId: string | null;
  recordId: string | null;
  from: string | null;
  until: string | null;
};

export const notNarrowed: Narrowed = { kind: 'all', planId: null, recordId: null, from: null, until: null };

export function HistoryFilters(props: { value: Narrowed; onChange: (value: Narrowed) => void }) {
  const { value, onChange } = props;
  const trpc = useTRPC();
  const plans = useQuery(trpc.plans.list.queryOptions());
  const every = { id: 'all', text: 'All plans and the rest' };
  const narrowed = Object.entries(value).some(([name, one]) => one !== notNarrowed[name as keyof Narrowed]);
  return (
    <div className="narrow">
      <Select
        label="Kind of act"
        hideLabel
        choices={actKinds}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      <Select
        label="Plan"
        hideLabel
        choices={[every, ...(plans.data ?? []).map(({ id, title }) => ({ id, text: title }))]}
        value={value.planId ?? 'all'}
        onChange={(id) => onChange({ ...value, planId: id === 'all' ? null : id })}
      />
      <Bound label="From" value={value.from} onChange={(from) => onChange({ ...value, from })} />
      <Bound label="To" value={value.until} onChange={(until) => onChange({ ...value, until })} />
      {value.recordId ? <span className="q2">Of one record only</span> : null}
      {narrowed ? <LinkButton onPress={() => onChange(notNarrowed)}>Show all</LinkButton> : null}
    </div>
  );
}

function Bound(props: { label: string; value: string | null; onChange: (value: string | null) => void }) {
  return (
    <TextField
      className="bound"
      type="date"
      value={props.value ?? ''}
      onChange={(day) => props.onChange(day === '' ? null : day)}
    >
      <Label>{props.label}</Label>
      <Input className="fld" />
    </TextField>
  );
}
