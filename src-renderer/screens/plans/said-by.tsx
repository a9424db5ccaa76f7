import { useEffect, useRef } from 'react';
import type { Person } from '#shared/contract/register.ts';
import { added, useCompletedText } from '../../grid/use-completed-text.ts';
import { completeLead } from './lead-words.ts';

/** Who said it: a name, completed from the people of the register, or any words. Initials mean their person. */
export function SaidBy(props: {
  value: string;
  onChange: (value: string) => void;
  people: readonly Person[];
}) {
  const { text, setText, onInput, field } = useCompletedText<HTMLInputElement>(props.value, (typed) =>
    added(typed, completeLead(typed, props.people)),
  );
  // Told once for each text, whoever listens: a listener made anew at every render would be told for ever.
  const latest = useRef(props.onChange);
  latest.current = props.onChange;
  useEffect(() => latest.current(text), [text]);
  const person = props.people.find((one) => one.name === text);
  const onBlur = () => {
    const initials = text.trim().toLocaleUpperCase('en-GB');
    const known = props.people.filter((one) => one.initials?.toLocaleUpperCase('en-GB') === initials);
    if (known.length === 1 && known[0]) setText(known[0].name);
  };
  return (
    <label className="g-said">
      Said by
      <span>
        {person?.kind === 'person' && person.initials ? <span className="per">{person.initials}</span> : null}
        <input ref={field} value={text} onChange={onInput} onBlur={onBlur} autoComplete="off" />
      </span>
    </label>
  );
}
