import { useState } from 'react';
import { wireErrorOf } from '../../client/errors.ts';
import { Field } from '../../components/field.tsx';

/**
 * A field of a page that is always open for writing: kept on Enter and on leaving it, Esc takes back what was typed.
 * What cannot be kept stays in the field with the reason under it.
 */
export function KeptField(props: {
  label: string;
  value: string;
  help?: React.ReactNode;
  lines?: number;
  /** Why the words cannot be meant, in a sentence; null where they can. */
  check?: (words: string) => string | null;
  /** Undoes nothing by itself: a refusal is shown and the words stay. */
  onKeep: (words: string) => Promise<unknown>;
  /** As typed, for what is read from the words. */
  onType?: (words: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const words = typed ?? props.value;
  const set = (next: string | null) => {
    setTyped(next);
    props.onType?.(next ?? props.value);
  };
  const keep = async () => {
    const next = words.trim();
    if (typed === null || next === props.value.trim()) {
      setTyped(null);
      return;
    }
    const why = props.check?.(next) ?? null;
    setWrong(why);
    if (why !== null) return;
    try {
      await props.onKeep(next);
      setTyped((now) => (now?.trim() === next ? null : now));
    } catch (error) {
      setWrong(wireErrorOf(error).message);
    }
  };
  return (
    <Field
      label={props.label}
      value={words}
      onChange={set}
      help={props.help}
      wrong={wrong}
      lines={props.lines ?? 1}
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (props.lines ?? 1) === 1) void keep();
        else if (event.key === 'Escape' && typed !== null) {
          set(null);
          setWrong(null);
        } else event.continuePropagation();
      }}
    />
  );
}
