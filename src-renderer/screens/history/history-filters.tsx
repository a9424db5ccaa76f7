import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Input, Label, Text, TextField } from 'react-aria-components';
import { readTimescale } from '#shared/domain/timescales.ts';
import { useTRPC } from '../../client/trpc.ts';
import { LinkButton } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { formatDay } from '../../format/days.ts';
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
      <Bound label="From" end="start" value={value.from} onChange={(from) => onChange({ ...value, from })} />
      <Bound label="To" end="end" value={value.until} onChange={(until) => onChange({ ...value, until })} />
      {value.recordId ? <span className="q2">Of one record only</span> : null}
      {narrowed ? <LinkButton onPress={() => onChange(notNarrowed)}>Show all</LinkButton> : null}
    </div>
  );
}

/** A bound of time as people write it: a day, a month, a year. Read from its beginning, or to its end. */
function Bound(props: {
  label: string;
  end: 'start' | 'end';
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const [text, setText] = useState(props.value ? formatDay(props.value) : '');
  return (
    <TextField
      className="bound"
      value={text}
      onChange={(typed) => {
        setText(typed);
        const read = readTimescale(typed);
        props.onChange(read.ambiguous ? null : (read[props.end] ?? read.start));
      }}
    >
      <Label>{props.label}</Label>
      <Input className="fld" placeholder="24 November 2014" />
      {text !== '' ? (
        <Text slot="description" className="sm q2">
          {props.value ? formatDay(props.value) : 'Not read as a day'}
        </Text>
      ) : null}
    </TextField>
  );
}
