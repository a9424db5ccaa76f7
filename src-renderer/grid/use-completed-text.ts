import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';

type Typed = {
  readonly text: string;
  readonly caret: { readonly start: number; readonly end: number } | null;
};
type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Words being typed, with what completes them. The completion stands selected behind the caret: typing on replaces
 * it, Backspace takes it away, Enter keeps it. `complete` gives the whole new words and where the added part begins.
 */
export function useCompletedText<F extends Field>(
  initial: string,
  complete: (typed: string) => { readonly text: string; readonly from: number } | null,
) {
  // An object, so that every letter draws anew: a letter that the completion already had changes no text,
  // and yet the caret must move past it.
  const [typed, setTyped] = useState<Typed>({ text: initial, caret: null });
  const field = useRef<F>(null);
  useLayoutEffect(() => {
    if (typed.caret) field.current?.setSelectionRange(typed.caret.start, typed.caret.end);
  }, [typed]);
  const onInput = (event: FormEvent<F>) => {
    const { value, selectionEnd } = event.currentTarget;
    const inserts = (event.nativeEvent as InputEvent).inputType === 'insertText';
    const found = inserts && selectionEnd === value.length ? complete(value) : null;
    if (found) setTyped({ text: found.text, caret: { start: found.from, end: found.text.length } });
    else setTyped({ text: value, caret: null });
  };
  const setText = (text: string) => setTyped({ text, caret: { start: text.length, end: text.length } });
  return { text: typed.text, setText, onInput, field };
}

/** A completion that only adds to what was typed. */
export function added(typed: string, rest: string | null): { text: string; from: number } | null {
  return rest ? { text: typed + rest, from: typed.length } : null;
}
