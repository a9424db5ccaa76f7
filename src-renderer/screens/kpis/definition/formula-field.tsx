import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { formulaTells } from '#shared/domain/kpi-due.ts';
import { useTRPC } from '../../../client/trpc.ts';
import { Field } from '../../../components/field.tsx';
import { listWords } from '../../../format/words.ts';

/** How long the hands rest before a formula is read. */
const rest = 250;

/** A formula as typed, with what it means under it, or why it cannot be meant. */
export function FormulaField(props: {
  readonly kpiId: string | null;
  readonly value: string;
  readonly onChange: (words: string) => void;
  readonly wrong: string | undefined;
  readonly countsChildren: boolean;
}) {
  const { kpiId, value } = props;
  const trpc = useTRPC();
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), rest);
    return () => clearTimeout(timer);
  }, [value]);
  const read = useQuery({
    ...trpc.kpis.readFormula.queryOptions({ kpiId, formula: settled }),
    enabled: settled.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const view = settled.trim() === '' ? undefined : read.data;
  const names = view?.inputs.map(({ ref, name }) => (ref === null ? name : `${ref}, ${name}`)) ?? [];
  const tells = formulaTells(props, view).map(([, words]) => words);
  return (
    <Field
      label="Formula"
      value={value}
      onChange={props.onChange}
      lines={2}
      wrong={props.wrong ?? view?.fault}
      help={
        view && view.fault === null ? (
          <>
            Read as <b>{view.words}</b>
            {names.length > 0 ? `, worked out from ${listWords(names)}.` : '.'}
            {tells.length > 0 ? ` ${tells.join(' ')}` : ''}
          </>
        ) : (
          'References or names of KPIs with + - * / and brackets: 100 * NI 72 / NI 73. A name with a sign in it stands in square brackets.'
        )
      }
    />
  );
}
