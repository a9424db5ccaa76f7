import { useEffect, useId, useRef } from 'react';
import { usePeople } from '../../components/people.tsx';
import { added, useCompletedText } from '../../grid/use-completed-text.ts';
import { completeLead } from '../plans/lead-words.ts';

/** A name, completed from the people of the register as it is typed; any other words stand as they are. */
export function PersonField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
  help?: string;
}) {
  const people = usePeople();
  const id = useId();
  const { value, onChange } = props;
  const { text, onInput, field } = useCompletedText<HTMLInputElement>(value, (typed) =>
    added(typed, completeLead(typed, [...people.values()])),
  );
  // Told once for each text, whoever listens: a listener made anew at every render would be told for ever.
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => latest.current(text), [text]);
  const { autoFocus = false } = props;
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus, field]);
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        ref={field}
        value={text}
        onChange={onInput}
        autoComplete="off"
        aria-describedby={props.help ? `${id}-help` : undefined}
      />
      {props.help ? (
        <span className="help" id={`${id}-help`}>
          {props.help}
        </span>
      ) : null}
    </div>
  );
}
