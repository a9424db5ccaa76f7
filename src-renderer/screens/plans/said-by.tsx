import { type FormEvent, useLayoutEffect, useRef } from 'react';
import type { Person } from '#shared/contract/register.ts';
import { completeLead } from './lead-words.ts';

/** Who said it: a name, completed from the people of the register, or any words. Initials mean their person. */
export function SaidBy(props: {
  value: string;
  onChange: (value: string) => void;
  people: readonly Person[];
}) {
  const field = useRef<HTMLInputElement>(null);
  const caret = useRef<{ start: number; end: number } | null>(null);
  useLayoutEffect(() => {
    if (caret.current) field.current?.setSelectionRange(caret.current.start, caret.current.end);
    caret.current = null;
  });
  const person = props.people.find((one) => one.name === props.value);
  const onInput = (event: FormEvent<HTMLInputElement>) => {
    const { value, selectionEnd } = event.currentTarget;
    const inserts = (event.nativeEvent as InputEvent).inputType === 'insertText';
    const rest = inserts && selectionEnd === value.length ? completeLead(value, props.people) : null;
    if (rest) caret.current = { start: value.length, end: value.length + rest.length };
    props.onChange(value + (rest ?? ''));
  };
  const onBlur = () => {
    const initials = props.value.trim().toLocaleUpperCase('en-GB');
    const known = props.people.filter((one) => one.initials?.toLocaleUpperCase('en-GB') === initials);
    if (known.length === 1 && known[0]) props.onChange(known[0].name);
  };
  return (
    <label className="g-said">
      Said by
      <span>
        {person?.kind === 'person' && person.initials ? <span className="per">{person.initials}</span> : null}
        <input ref={field} value={props.value} onChange={onInput} onBlur={onBlur} autoComplete="off" />
      </span>
    </label>
  );
}
